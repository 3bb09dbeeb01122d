"""Whether two pages that look alike say the same: their numbers and names held against each other.

Papers of one layout look alike, lists above all, and nothing on a list is a number of its own by which
its paper could be told. What was read tells them apart: of a page scanned anew nearly all numbers and
names are read again, of another paper hardly any.
"""

import re
from collections.abc import Iterable, Set
from hashlib import blake2b

from extractors.layout import plain

TELLING = re.compile(
    r"[A-Z]{0,4}\d[\d.,/\-年月]{3,}[\dX]?|[一-鿿（）()]{2,30}?(?:公司|集团|大学|学院|研究院|研究所|中心|厂)|《[^》]{4,60}》"
)
"""Numbers, dates and amounts of four digits and more, names of bodies, titles in book marks."""

ENOUGH = 4
"""So many numbers and names on either page before their absence on the other one tells anything."""

SHARED = 0.5
"""Of a page scanned anew, or a part of it, at least this share is read again (`bench/reuse.py`)."""


def telling_words(lines: Iterable[str]) -> frozenset[int]:
    """The numbers and names on a page, each as a number of 63 bits: a register holds no text of a paper."""
    found = {match.group() for line in lines for match in TELLING.finditer(plain(line).upper())}
    return frozenset(int.from_bytes(blake2b(word.encode(), digest_size=8).digest()) >> 1 for word in found)


def contradict(one: Set[int], other: Set[int]) -> bool:
    """Whether two pages, or a page and a part of one, say different things; False where too little was read."""
    fewer = min(len(one), len(other))
    return fewer >= ENOUGH and len(one & other) < SHARED * fewer
