"""Puts lines into rows: characters at one height of a page, from left to right.

Labels are letter-spaced («发  明  名  称») and values wrap, so neither lines nor their order mean much: characters
that share a height make a row. What is written from top to bottom is a row of its own.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import accumulate
from statistics import median
from typing import NamedTuple

from extractors.geometry import Box, around
from extractors.page import Line, Page

DOWN = 3
"""A line of so many characters and more that is so many times as high as wide is written from top to bottom."""


@dataclass(frozen=True, slots=True)
class Glyph:
    """One character with its page, its box in the reading frame, its confidence and who read it."""

    char: str
    page: int
    box: Box
    confidence: float
    origin: str = ""


@dataclass(frozen=True)
class Row:
    """Characters at one height of one page, from left to right."""

    page: int
    glyphs: tuple[Glyph, ...]
    begins: frozenset[int] = frozenset()
    """The glyphs with which a line of its own begins: a reader saw a cell's edge before it."""

    @cached_property
    def box(self) -> Box:
        """The box around the row, in the reading frame."""
        return around(g.box for g in self.glyphs)

    @cached_property
    def text(self) -> str:
        """The row's characters as printed, without gaps."""
        return "".join(g.char for g in self.glyphs)

    @cached_property
    def height(self) -> float:
        """The usual height of its characters, in points."""
        return median(g.box.height for g in self.glyphs)

    @cached_property
    def em(self) -> float:
        """The width of a Chinese character in the row, in points: detectors draw lines too tall, not too wide."""
        return sum(g.box.width for g in self.glyphs) / ems(self.text)


def ems(text: str) -> float:
    """How many Chinese characters are as wide as a text."""
    return sum(1.0 if char >= "⺀" else 0.55 for char in text)


@lru_cache(maxsize=64)
def rows_of(page: Page) -> tuple[Row, ...]:
    """The page's rows from top to bottom; kept a while, since a page is looked at with those before it and after it."""
    pieces = [_piece(line, page.number) for line in page.lines if line.text.strip()]
    pieces.sort(key=lambda piece: piece.box.middle)
    groups: list[list[_Piece]] = []
    for piece in pieces:
        if groups and _level_with(piece, groups[-1]):
            groups[-1].append(piece)
        else:
            groups.append([piece])
    rows = [_row(page.number, group) for group in groups]
    return tuple(sorted(rows, key=lambda row: row.box.middle))


class _Piece(NamedTuple):
    """The characters of one line, and the box around them."""

    glyphs: tuple[Glyph, ...]
    box: Box


def _piece(line: Line, page: int) -> _Piece:
    glyphs = tuple(
        Glyph(char, page, box, confidence, line.origin)
        for char, box, confidence in zip(line.text, line.boxes, line.confidences, strict=True)
        if char.strip()
    )
    return _Piece(glyphs, around(g.box for g in glyphs))


def _level_with(piece: _Piece, group: Sequence[_Piece]) -> bool:
    """Whether a piece stands beside the group: their heights overlap and they do not."""
    box = piece.box
    for one in group:
        beside = one.box
        shared = min(box.y1, beside.y1) - max(box.y0, beside.y0)
        across = min(box.x1, beside.x1) - max(box.x0, beside.x0)
        if across > 0.5 * min(box.width, beside.width):
            return False
        if shared < 0.45 * min(box.height, beside.height):
            return False
        if _goes_down(piece) != _goes_down(one):
            return False
    return True


def _goes_down(piece: _Piece) -> bool:
    """Whether a line is written from top to bottom, as names down a margin are: it belongs to no row."""
    return len(piece.glyphs) >= DOWN and piece.box.height > DOWN * piece.box.width


def _row(page: int, group: Iterable[_Piece]) -> Row:
    pieces = sorted((piece.glyphs for piece in group), key=lambda glyphs: glyphs[0].box.x0)
    begins = frozenset(accumulate(len(piece) for piece in pieces[:-1]))
    return Row(page, tuple(g for piece in pieces for g in piece), begins)
