"""Puts rows into a script: text in which every character knows its place.

Wide gaps in a row become tabs; rows are joined by line breaks. A script's `text` is cleaned for looking things up
(half width, simplified), its `raw` says the same character by character as printed.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property, lru_cache
from itertools import pairwise

from extractors.exhibit import Place
from extractors.geometry import around
from extractors.page import Page
from extractors.plain import plain
from extractors.rows import Glyph, Row, rows_of

GAP = 1.6
"""A space of more than this many character heights parts a row in two."""

EDGE = 0.7
"""A space of more than this many parts a row where a reader began a line anew: cells that touch."""

TOUCHING = 0.3
"""The least space, in widths of a character, before a line that begins at the edge of a column."""

ALIGNED = 0.4
"""Cells of one column begin within so many widths of a character."""

GAP_MARK, ROW_MARK = "\t", "\n"


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

    @cached_property
    def compact(self) -> str:
        """The text without gaps and breaks."""
        return self.text.replace(GAP_MARK, "").replace(ROW_MARK, "")

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
