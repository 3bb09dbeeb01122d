"""Which stretch of a row stands under which head.

A piece belongs to the column whose head, or whose pieces already known, it stands under; the longest pieces
are placed first, for they say most. A piece under two heads (a reader joined two cells) is cut between them.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from extractors.geometry import Box
from extractors.kinds.tables.head import Head
from extractors.kinds.tables.pieces import Piece, piece
from extractors.kinds.tables.tiling import NEVER
from extractors.layout import Script

FIGURE = re.compile(r"\d[\d,]*\.\d{1,2}|(?=\d*[A-Z]+\d)[\dA-Z]{6,}")
"""An amount with its decimals, a code of digits and letters."""

WORDS = re.compile(r"^(?![一二三四五六七八九十]+[、.]?$|[合总小]计)[一-鿿][^\d]+$")
"""What is no serial number."""

LETTER = re.compile(r"(?![一二三四五六七八九十、序号])[一-鿿]")

SEEN = 0.3
"""A gap of so many character heights within a piece is one between two cells."""

REACH = 5.0
"""So many character heights a gap may be away from where the heads let expect it."""


def placed(
    script: Script, every: Iterable[Piece], columns: Sequence[Head]
) -> tuple[list[list[Piece]], list[Head]]:
    """The pieces under each column from top to bottom, and the columns as wide as their pieces."""
    grown = list(columns)
    found: list[list[Piece]] = [[] for _ in columns]
    waiting: list[Piece] = []
    for one in sorted(every, key=lambda p: -p.box.width):
        under = [i for i, head in enumerate(grown) if _under(one.box, head)]
        if len(under) > 1:
            waiting.append(one)
            continue
        at = under[0] if under else _nearest(one.box, grown)
        if grown[at].name == "sequence" and at + 1 < len(grown) and WORDS.search(script.text[one.start : one.end]):
            at += 1  # the second line of a title that begins left of its head
        found[at].append(one)
        grown[at] = _grown(grown, at, one.box)
    for one in waiting:
        for at, part in _parted(script, one, grown):
            found[at].append(part)
    for column in found:
        column.sort(key=lambda p: (p.box.middle, p.start))
    return found, grown


def _under(box: Box, head: Head) -> bool:
    shared = min(box.x1, head.right) - max(box.x0, head.left)
    return shared > 0.3 * min(box.height, head.right - head.left)


def _nearest(box: Box, columns: Sequence[Head]) -> int:
    return min(range(len(columns)), key=lambda i: max(columns[i].left - box.x1, box.x0 - columns[i].right))


def _grown(columns: Sequence[Head], at: int, box: Box) -> Head:
    """The column made as wide as its new piece, but never into its neighbours."""
    left = max([box.x0, *(h.right for h in columns[:at])])
    right = min([box.x1, *(h.left for h in columns[at + 1 :])])
    head = columns[at]
    return replace(head, left=min(head.left, left), right=max(head.right, right))


def _parted(script: Script, one: Piece, columns: Sequence[Head]) -> list[tuple[int, Piece]]:
    """A piece under several columns, each character under the column in which its middle lies."""
    borders = [_border(a, b) for a, b in zip(columns, columns[1:], strict=False)]
    borders = _snapped(borders, _gaps(script, one), one.box.height)
    parts: dict[int, list[int]] = {}
    last = 0
    for start, end in _tokens(script.text[one.start : one.end]):
        glyphs = script.glyphs(one.start + start, one.start + end)
        if glyphs:
            middle = (glyphs[0].box.x0 + glyphs[-1].box.x1) / 2
            last = max(last, sum(middle >= border for border in borders))
            if columns[last].name == "sequence" and last + 1 < len(columns) and LETTER.match(script.text, one.start + start):
                last += 1  # a title that a reader joined to its serial number
            parts.setdefault(last, []).extend(range(one.start + start, one.start + end))
    return [(at, piece(script, where[0], where[-1] + 1)) for at, where in parts.items()]


def _gaps(script: Script, one: Piece) -> list[float]:
    """The middles of the gaps that can be seen in a piece, in points: too narrow for a reader, wider than between words."""
    boxes = [glyph.box for glyph in script.glyphs(one.start, one.end)]
    return [(a.x1 + b.x0) / 2 for a, b in pairwise(boxes) if b.x0 - a.x1 > SEEN * one.box.height]


def _snapped(borders: Sequence[float], gaps: Sequence[float], height: float) -> list[float]:
    """Borders between columns, each gap that is seen taking the nearest: cells stand beside their heads as well as under them."""
    moved = list(borders)
    for gap in gaps:
        at = min(range(len(borders)), key=lambda n: abs(borders[n] - gap), default=-1)
        if at >= 0 and abs(borders[at] - gap) < min(REACH * height, abs(moved[at] - borders[at]) or NEVER):
            moved[at] = gap
    return moved


def _tokens(text: str) -> list[tuple[int, int]]:
    """What is never cut (an amount, a code), and each other character: digits alone may be those of two cells."""
    figures = [match.span() for match in FIGURE.finditer(text)]
    inside = {i for start, end in figures for i in range(start, end)}
    return sorted([*figures, *((i, i + 1) for i in range(len(text)) if i not in inside)])


def _border(a: Head, b: Head) -> float:
    """Where one column ends: values mostly begin at their column's left edge, so nearer to the next."""
    return max(a.right, b.left - 2) if a.right < b.left else (a.right + b.left) / 2
