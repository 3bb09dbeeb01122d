"""Tables that go on over a page's edge: the grids of all pages, each grown page by page."""

import re
from collections.abc import Sequence

from extractors.forms.grid import Cell, Grid, Sheets
from extractors.forms.overlooked import Written
from extractors.forms.paper import FormPage
from extractors.forms.ruling import RuledTable
from extractors.geometry import Box

SAME_SIDE = 0.012
"""Sides of cells that differ by less than this share of the table's width are one on all pages."""


def sheets_of(pages: Sequence[FormPage]) -> Sheets:
    """The grids of all pages: a table that goes on over a page's edge is one."""
    grids: list[_Growing] = []
    before: list[str] = []
    after: list[str] = []
    for page in pages:
        (after if grids else before).extend(page.before)
        for number, (table, cells) in enumerate(page.tables):
            if number == 0 and grids and grids[-1].goes_on(table, page.number):
                grids[-1].add(table, cells, page.number)
            else:
                grids.append(_Growing(f"第{page.number}页表{number + 1}", table.box))
                grids[-1].add(table, cells, page.number)
        after.extend(page.after)
    return Sheets(tuple(grid.grid() for grid in grids), tuple(before), tuple(after))


class _Growing:
    """A grid that grows page by page; sides are shares of the table's width."""

    def __init__(self, name: str, box: Box) -> None:
        self._name, self._box, self._page = name, box, 0
        self._rows = 0
        self._cells: list[tuple[int, int, float, float, str, float]] = []

    def goes_on(self, table: RuledTable, page: int) -> bool:
        """Whether a page's first table is the one of the page before: about as wide."""
        return page == self._page + 1 and abs(table.box.width - self._box.width) < 0.06 * self._box.width

    def add(self, table: RuledTable, cells: Sequence[Written], page: int) -> None:
        """A page's rows below those before."""
        left, width = table.box.x0, table.box.width
        shares = [(x - left) / width for x in table.xs]
        new = [
            (
                w.cell.row,
                w.cell.rows,
                shares[w.cell.column],
                shares[w.cell.column + w.cell.columns],
                w.text,
                w.sure,
            )
            for w in cells
        ]
        joined = self._joined(new) if self._rows else False
        offset = self._rows - 1 if joined else self._rows
        if joined:
            new = [c for c in new if c[0] > 0 or c[1] > 1]
            new = [(max(1, r), n - (r == 0), a, b, t, s) for r, n, a, b, t, s in new]
        self._cells += [(r + offset, n, a, b, t, s) for r, n, a, b, t, s in new]
        self._rows = offset + len(table.ys) - 1
        self._page = page

    def _joined(self, new: Sequence[tuple[int, int, float, float, str, float]]) -> bool:
        """Whether the page's edge cut a row: the same cells, and a label on one side of it only."""
        last = [c for c in self._cells if c[0] + c[1] == self._rows]
        first = [c for c in new if c[0] == 0]
        pairs = [(a, b) for a in last for b in first if _alike(a, b)]
        if len(pairs) < 2 or len(pairs) != len(last) or len(pairs) != len(first):
            return False
        pairs.sort(key=lambda pair: pair[0][2])
        labels = [bool(a[4]) + bool(b[4]) for a, b in pairs[:-1]]
        value = pairs[-1]
        if any(n > 1 for n in labels) or not value[1][4] or not any(a[4] for a, _ in pairs):
            return False
        for a, b in pairs:
            at = self._cells.index(a)
            full = a[4] and b[4]
            joint = "" if not full or not re.search(r"[。；;]$", a[4]) else "\n"
            self._cells[at] = (*a[:4], a[4] + joint + b[4], min(a[5], b[5]))
        return True

    def grid(self) -> Grid:
        """The grid, its sides numbered over all pages."""
        sides: list[float] = []
        for share in sorted({s for c in self._cells for s in c[2:4]}):
            if not sides or share - sides[-1] > SAME_SIDE:
                sides.append(share)
        cells = []
        for row, rows, start, end, text, sure in self._cells:
            column, stop = _side(sides, start), _side(sides, end)
            cells.append(Cell(row, column, rows, max(1, stop - column), text, sure))
        return Grid(self._name, tuple(cells))


def _alike(
    a: tuple[int, int, float, float, str, float], b: tuple[int, int, float, float, str, float]
) -> bool:
    return abs(a[2] - b[2]) <= SAME_SIDE and abs(a[3] - b[3]) <= SAME_SIDE


def _side(sides: Sequence[float], share: float) -> int:
    return min(range(len(sides)), key=lambda i: abs(sides[i] - share))
