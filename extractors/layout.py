"""Puts lines into rows, and rows into a script: text in which every character knows its place.

Labels are letter-spaced («发  明  名  称») and values wrap, so neither lines nor their order mean
much. Characters that share a height make a row; wide gaps in a row become tabs; rows are joined
by line breaks. A script's `text` is cleaned for looking things up (half width, simplified), its
`raw` says the same character by character as printed.
"""

import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import accumulate, pairwise
from statistics import median
from typing import Any, NamedTuple

from extractors.exhibit import Place
from extractors.geometry import Box, around
from extractors.page import Line, Page

GAP = 1.6
"""A space of more than this many character heights parts a row in two."""

EDGE = 0.7
"""A space of more than this many parts a row where a reader began a line anew: cells that touch."""

TOUCHING = 0.3
"""The least space, in widths of a character, before a line that begins at the edge of a column."""

ALIGNED = 0.4
"""Cells of one column begin within so many widths of a character."""

DOWN = 3
"""A line of so many characters and more that is so many times as high as wide is written from top to bottom."""

GAP_MARK = "\t"
ROW_MARK = "\n"


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


class Script:
    """The text of one or more pages with a place for every character."""

    def __init__(self, rows: Sequence[Row], pages: Sequence[Page]) -> None:
        self.rows = tuple(rows)
        self.pages = {page.number: page for page in pages}
        self._glyphs: list[Glyph | None] = []
        raw: list[str] = []
        self.row_starts: list[int] = []
        edges = _edges(self.rows)
        for row in self.rows:
            self.row_starts.append(len(raw))
            for glyph in _with_gaps(row, edges.get(row.page, ())):
                raw.append(GAP_MARK if glyph is None else glyph.char)
                self._glyphs.append(glyph)
            raw.append(ROW_MARK)
            self._glyphs.append(None)
        self.raw = "".join(raw)
        self.text = plain(self.raw)

    def glyphs(self, start: int, end: int) -> list[Glyph]:
        """The characters from start to end, gaps and breaks left out."""
        return [g for g in self._glyphs[start:end] if g is not None]

    def places(self, start: int, end: int) -> tuple[Place, ...]:
        """One box for each row that the stretch takes, in points of the page as displayed."""
        by_row: dict[int, list[Glyph]] = {}
        for i in range(start, end):
            glyph = self._glyphs[i]
            if glyph is not None:
                by_row.setdefault(self.row_at(i), []).append(glyph)
        return tuple(self._place(glyphs) for glyphs in by_row.values())

    def _place(self, glyphs: Sequence[Glyph]) -> Place:
        page = self.pages[glyphs[0].page]
        frame = around(g.box for g in glyphs)
        return Place(page.number, page.displayed(frame), frame, page.where(frame))

    def confidence(self, start: int, end: int) -> float:
        """How sure the readers were of the least sure of these characters, softened by the rest."""
        values = [g.confidence for g in self.glyphs(start, end)]
        if not values:
            return 0.0
        return round(min(values) * 0.5 + sum(values) / len(values) * 0.5, 4)

    def row_at(self, index: int) -> int:
        """The number of the row in which the character at `index` stands."""
        return bisect_right(self.row_starts, index) - 1

    def row_span(self, number: int) -> tuple[int, int]:
        """Start and end of a row's characters in the text, its line break left out."""
        start = self.row_starts[number]
        following = number + 1 < len(self.row_starts)
        end = self.row_starts[number + 1] if following else len(self.raw)
        return start, end - 1


def script_of(pages: Sequence[Page]) -> Script:
    """The script of some pages, one after the other."""
    return _of_page(pages[0]) if len(pages) == 1 else Script([row for page in pages for row in rows_of(page)], pages)


@lru_cache(maxsize=64)
def _of_page(page: Page) -> Script:
    """The script of one page, kept a while: it is asked what stands on it several times."""
    return Script(rows_of(page), (page,))


def _edges(rows: Iterable[Row]) -> dict[int, list[float]]:
    """Where on each page cells begin that stand far enough from the one before them."""
    found: dict[int, list[float]] = {}
    for row in rows:
        found.setdefault(row.page, []).extend(b.box.x0 for i, a, b in _neighbours(row) if _far(row, i, a, b))
    return {page: sorted(edges) for page, edges in found.items()}


def _neighbours(row: Row) -> Iterator[tuple[int, Glyph, Glyph]]:
    return ((i, a, b) for i, (a, b) in enumerate(pairwise(row.glyphs), 1))


def _far(row: Row, i: int, before: Glyph, glyph: Glyph) -> bool:
    apart = glyph.box.x0 - before.box.x1
    return apart > GAP * row.height or (i in row.begins and apart > EDGE * row.height)


def _with_gaps(row: Row, edges: Sequence[float]) -> Iterator[Glyph | None]:
    yield row.glyphs[0]
    for i, before, glyph in _neighbours(row):
        if _far(row, i, before, glyph) or (i in row.begins and _at_edge(row, before, glyph, edges)):
            yield None
        yield glyph


def _at_edge(row: Row, before: Glyph, glyph: Glyph, edges: Sequence[float]) -> bool:
    """Whether a line that a reader began anew begins where other cells of the page do: a full cell touches it."""
    near = bisect_left(edges, glyph.box.x0 - ALIGNED * row.em)
    aligned = near < len(edges) and edges[near] <= glyph.box.x0 + ALIGNED * row.em
    return aligned and glyph.box.x0 - before.box.x1 > TOUCHING * row.em


def plain(text: str) -> str:
    """The text for looking things up: half width, simplified, one character for each character."""
    return "".join(_folded(char) for char in text)


def simplified(text: str) -> str:
    """The text in simplified characters, widths and signs as they are: readers see 證 in bold 证.

    What has no other form is left alone: as words, OpenCC would turn the name 沈思齐 into 沉思齐.
    """
    if all(_simple(char) == char for char in text):
        return text
    simple = _simplifier().convert(text)
    return simple if len(simple) == len(text) else text


@lru_cache(maxsize=8192)
def _folded(char: str) -> str:
    if char in (GAP_MARK, ROW_MARK):
        return char
    if char in "﹕∶︰":
        return ":"
    if char == "―":  # fonts draw it like the dash in numbers, PDFs give it back for that
        return "—"
    if char == "曰":  # nobody writes it on a certificate: a reader's 日
        return "日"
    narrow = unicodedata.normalize("NFKC", char) if not "①" <= char <= "⓿" else char
    narrow = narrow if len(narrow) == 1 else char
    return _simple(narrow)


@lru_cache(maxsize=8192)
def _simple(char: str) -> str:
    simple: str = _simplifier().convert(char)
    return simple if len(simple) == 1 else char


@lru_cache(maxsize=1)
def _simplifier() -> Any:
    from opencc import OpenCC

    return OpenCC("t2s")
