"""The columns that a kind knows, and which of them some words are the head of."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from extractors.kinds.fields.texts import text_of
from extractors.kinds.kind import Parse
from extractors.kinds.tables.head import Head
from extractors.kinds.tables.misread import misread

UNIT = re.compile(r"(?<=.)\([万千百亿元亩平方米人个项%/㎡]*[^()]?\)?$")
"""The unit behind a head: (亩), (万元/亩), (万元/ where the rest stands below."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A column that a kind knows: its field, what its head says, how its cells are read."""

    name: str
    pattern: str
    parse: Parse = text_of


@dataclass(frozen=True, slots=True, eq=False)
class Known:
    """The columns that a kind knows, those of which one must be there, and how many make a head."""

    headings: tuple[Heading, ...]
    anchors: tuple[str, ...]
    least: int = 3


def heading_of(text: str, known: Known) -> Heading | None:
    """The column of that head; a unit in brackets behind it may be cut off or misread."""
    one = _one_of(known)
    if one.fullmatch(text) is None:
        text = UNIT.sub("", text)
        if one.fullmatch(text) is None:
            return None
    return next((h for h in known.headings if re.fullmatch(h.pattern, text)), None)


@lru_cache(maxsize=256)
def _one_of(known: Known) -> re.Pattern[str]:
    """What fits any of the heads: most words of a table are none, and are asked about often."""
    return re.compile("|".join(f"(?:{h.pattern})" for h in known.headings))


@lru_cache(maxsize=65536)
def joined_heads(text: str, known: Known, tails: tuple[str, ...] = ()) -> tuple[tuple[int, int], ...]:
    """Where the heads stand in a run of them without gaps, if it is nothing but heads."""
    for end in range(len(text), 0, -1):
        if any(heading_of(text[:end] + tail, known) is not None for tail in ("", *tails)):
            if end == len(text):
                return ((0, end),)
            rest = joined_heads(text[end:], known, tails)
            if rest:
                return ((0, end), *((a + end, b + end) for a, b in rest))
    return ()


def named(columns: Sequence[Head]) -> int:
    """How many of some columns are known."""
    return sum(bool(head.name) for head in columns)


def with_misread(found: Sequence[Head], known: Known) -> list[Head]:
    """The columns of a head that is known, with those told of which one character was misread (入耶时间)."""
    taken = {head.name for head in found}
    if named(found) < known.least:
        return list(found)
    missing = [heading for heading in known.headings if heading.name not in taken]
    return [head if head.name else _told(head, missing) for head in found]


def _told(head: Head, missing: Sequence[Heading]) -> Head:
    likely = [heading for heading in missing if misread(head.text, heading.pattern)]
    return replace(head, name=likely[0].name, parse=likely[0].parse) if len(likely) == 1 else head
