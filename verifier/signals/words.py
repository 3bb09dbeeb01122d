"""Whether two pages that look alike say the same: their numbers and names held against each other.

Papers of one layout look alike, lists above all, and nothing on a list is a number of its own by which
its paper could be told. What was read tells them apart: of a page scanned anew nearly all numbers and
names are read again, of another paper hardly any.
"""

import re
from collections.abc import Iterable, Set
from hashlib import blake2b

from extractors.plain import plain

TELLING = re.compile(
    r"[A-Z]{0,4}\d[\d.,/\-年月]{3,}[\dX]?|[一-鿿（）()]{2,30}?(?:公司|集团|大学|学院|研究院|研究所|中心|厂)|《[^》]{4,60}》"
)
"""Numbers, dates and amounts of four digits and more, names of bodies, titles in book marks."""

NUMBERED = re.compile(r"[〔\[(（【]\d{4}[〕\])）】]\d{1,5}号")
"""The year and number of an official document (GB/T 9704-2012, 7.2.5): no two documents of an office share them."""

ENOUGH = 4
"""So many numbers and names on either page before their absence on the other one tells anything."""

SHARED = 0.5
"""Of a page scanned anew, or a part of it, at least this share is read again (`bench/reuse.py`)."""


def telling_words(lines: Iterable[str]) -> frozenset[int]:
    """The numbers and names on a page, each as a number of 63 bits: a register holds no text of a paper."""
    texts = [plain(line).upper() for line in lines]
    numbers = {_mark(match.group()) | 1 for text in texts for match in NUMBERED.finditer(text)}
    return frozenset(numbers | {_mark(match.group()) for text in texts for match in TELLING.finditer(text)})


def _mark(word: str) -> int:
    """62 bits of a hash and a free one, which tells numbers of documents from other words."""
    return int.from_bytes(blake2b(word.encode(), digest_size=8).digest()) >> 2 << 1


def contradict(one: Set[int], other: Set[int]) -> bool:
    """Whether two pages, or a page and a part of one, say different things; False where too little was read."""
    numbers = [{mark for mark in said if mark & 1} for said in (one, other)]
    if all(numbers) and not numbers[0] & numbers[1]:
        return True
    fewer = min(len(one), len(other))
    return fewer >= ENOUGH and len(one & other) < SHARED * fewer
