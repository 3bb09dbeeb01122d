"""Says what kind of evidence a page begins, by its title or, where that is unreadable, by its marks."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from extractors.kinds.catalog import KINDS
from extractors.kinds.kind import Kind
from extractors.layout import Script

SLACK = 6
"""Characters that may stand beside a title in its row (a mark 副本, a serial number)."""


@dataclass(frozen=True, slots=True)
class Recognition:
    """A kind and how it was known: by its title or by its marks."""

    kind: Kind
    by_title: bool


def recognise(script: Script) -> Recognition | None:
    """The kind of evidence that begins on this page, if one does."""
    text = script.compact
    heads: dict[int, _Head] = {}
    for kind in KINDS:
        if kind.title_rows not in heads:
            heads[kind.title_rows] = _head(script, kind.title_rows)
        if not _refused(kind, text) and _has_title(kind, heads[kind.title_rows]):
            return Recognition(kind, by_title=True)
    for kind in KINDS:
        if kind.enough and not _refused(kind, text) and _marks(kind, text) >= kind.enough:
            return Recognition(kind, by_title=False)
    return None


def _refused(kind: Kind, text: str) -> bool:
    if kind.needs and not any(_pattern(need).search(text) for need in kind.needs):
        return True
    return any(word in text for word in kind.refuse)


def _marks(kind: Kind, text: str) -> int:
    return sum(mark in text for mark in kind.marks)


@lru_cache(maxsize=512)
def _pattern(title: str) -> re.Pattern[str]:
    return re.compile(title)


AHEAD = re.compile(r"^\^?(?:(?:\[\^?[^\]]*\]|\.)\{\d+,\d+\}\??)?")
"""What may stand at the beginning of a title in so many words: trying every beginning is what takes long."""


@lru_cache(maxsize=512)
def core(title: str) -> re.Pattern[str]:
    """A title without what may stand ahead of it: where this is not found in a text, the title is not."""
    rest = AHEAD.sub("", title)
    # One that begins its line and lets nothing stand ahead is tried at the beginnings of lines alone.
    return re.compile(title if title == f"^{rest}" else rest, re.MULTILINE)


class _Head(NamedTuple):
    """What may be a title on a page, and all of it in one text."""

    candidates: tuple[str, ...]
    text: str


def _head(script: Script, most: int) -> _Head:
    """Each of the first rows, its cells, two or three rows as one; each text once."""
    rows = [_compact_row(script, n) for n in range(min(len(script.rows), most))]
    joined = [a + b for a, b in zip(rows, rows[1:], strict=False)]
    tripled = [a + b + c for a, b, c in zip(rows, rows[1:], rows[2:], strict=False)]
    cells = [cell for n in range(len(rows)) for cell in script.text[slice(*script.row_span(n))].split("\t")]
    candidates = tuple(dict.fromkeys((*rows, *cells, *joined, *tripled)))
    return _Head(candidates, "\n".join(candidates))


def _has_title(kind: Kind, head: _Head) -> bool:
    there = [_pattern(title) for title in kind.titles if core(title).search(head.text)]
    for candidate in head.candidates if there else ():
        for pattern in there:
            match = pattern.search(candidate)
            if match and len(candidate) - len(match[0]) <= SLACK:
                return True
    return False


def _compact_row(script: Script, number: int) -> str:
    start, end = script.row_span(number)
    return script.text[start:end].replace("\t", "")
