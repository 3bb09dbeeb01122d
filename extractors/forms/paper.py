"""Forms on paper: pages as they were read, their rules and their boxes to be ticked make grids.

What a page says comes from the program's own reading, digital or scanned; the picture adds what a
reader of text does not see: where the cells are and which boxes are ticked. The recipe: tables are
found in the picture, characters put into the cells in which they stand, and a table that goes on
over pages is one grid, a row that the page's edge has cut is one row again.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from statistics import median

import cv2
import numpy as np
from numpy.typing import NDArray

from extractors.forms.grid import Cell, Grid, Sheets
from extractors.forms.marks import has_marks
from extractors.forms.overlooked import Written, overlooked
from extractors.forms.ruling import RuledTable, ruled_tables
from extractors.forms.squares import Square, squares
from extractors.geometry import Box
from extractors.ocr.base import Picture
from extractors.page import TEXT, Line, Page

SAME_SIDE = 0.012
"""Sides of cells that differ by less than this share of the table's width are one on all pages."""

SURE = 0.8
"""From this confidence on a character is taken for what the reader says, not for a box."""

_FRAMED = "国回因图园圆固围团"
_BOXLIKE = "口囗日回曰目田四凶区可囚☑☐□■▢◻√✓vV○O0DCUnN7NMZ[]【】()（）"
"""What readers make of a box to be ticked, empty or ticked."""


@dataclass(frozen=True, slots=True)
class FormPage:
    """A page's tables with what is written in them, and the lines around them."""

    number: int
    tables: tuple[tuple[RuledTable, tuple[Written, ...]], ...]
    before: tuple[str, ...]
    after: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Char:
    char: str
    box: Box
    sure: float
    printed: bool = False
    """The file itself says so; nobody had to read it."""


ReadLine = Callable[[Picture], tuple[str, tuple[float, ...]]]


TICKED = ("ticks", "choice")
"""Types of fields whose options may have boxes."""

Options = Sequence[tuple[str, ...]]


def form_page(picture: Picture, page: Page, read_line: ReadLine, options: Options) -> FormPage:
    """A page of a form.

    Args:
        picture: the page in the reading frame, upright and straight.
        page: the same page as it was read.
        read_line: reads a strip: a lone digit in a cell is what readers of whole pages overlook.
        options: those of each field that may print boxes.
    """
    scale = page.reading_size[0] / picture.shape[1]
    grey = np.asarray(cv2.cvtColor(picture, cv2.COLOR_RGB2GRAY), np.uint8)
    tables = ruled_tables(picture, scale, [box for line in page.lines for box in line.boxes])
    taken: set[int] = set()
    written = []
    for table in tables:
        cells = tuple(
            overlooked(w, picture, scale, read_line) if not w.text else w
            for w in _written(page, table, grey, scale, options)
        )
        written.append((table, cells))
        taken |= {i for i, line in enumerate(page.lines) if _inside(line, table)}
    free = [(line.box, line.text) for i, line in enumerate(page.lines) if i not in taken]
    top = min((t.box.y0 for t in tables), default=float("inf"))
    before, after = [f for f in free if f[0].middle < top], [f for f in free if f[0].middle >= top]
    return FormPage(page.number, tuple(written), _lines(before), _lines(after))


def _inside(line: Line, table: RuledTable) -> bool:
    box = table.box
    return box.y0 < line.box.middle < box.y1 and line.box.x1 > box.x0 and line.box.x0 < box.x1


def _lines(free: Sequence[tuple[Box, str]]) -> tuple[str, ...]:
    """Lines around the tables from top to bottom; those at one height are one."""
    rows: list[list[tuple[Box, str]]] = []
    for box, text in sorted(free, key=lambda f: f[0].middle):
        if rows and box.middle - rows[-1][-1][0].middle < 0.5 * box.height:
            rows[-1].append((box, text))
        else:
            rows.append([(box, text)])
    return tuple("".join(text for _, text in sorted(row, key=lambda f: f[0].x0)) for row in rows)


def _written(
    page: Page, table: RuledTable, grey: NDArray[np.uint8], scale: float, options: Options
) -> tuple[Written, ...]:
    found = []
    for cell in table.cells:
        chars = [c for line in page.lines for c in _chars(line) if _within(c.box, cell.box)]
        rows = _rows(chars)
        text = _text(rows, cell.box)
        if _to_be_ticked(text, options) and not (has_marks(text) and all(c.printed for c in chars)):
            text = _ticked(rows, cell.box, grey, scale)
        found.append(Written(cell, text, min((c.sure for c in chars if c.char.isalnum()), default=1.0)))
    return tuple(found)


def _chars(line: Line) -> Iterator[_Char]:
    for char, box, sure in zip(line.text, line.boxes, line.confidences, strict=True):
        yield _Char(char, box, sure, line.origin == TEXT)


def _within(box: Box, cell: Box) -> bool:
    middle = (box.x0 + box.x1) / 2
    return cell.x0 <= middle < cell.x1 and cell.y0 <= box.middle < cell.y1


def _rows(chars: Sequence[_Char]) -> list[list[_Char]]:
    rows: list[list[_Char]] = []
    for char in sorted(chars, key=lambda c: c.box.middle):
        height = max(char.box.height, 1.0)
        if rows and char.box.middle - median(c.box.middle for c in rows[-1]) < 0.55 * height:
            rows[-1].append(char)
        else:
            rows.append([char])
    return [sorted(row, key=lambda c: c.box.x0) for row in rows]


def _text(rows: Sequence[Sequence[_Char]], cell: Box) -> str:
    """The cell's rows: one that is full goes on in the next, one that is not ends a paragraph."""
    text = ""
    for row, following in zip(rows, [*rows[1:], []], strict=False):
        text += "".join(c.char for c in row).strip()
        if following:
            room = cell.x1 - row[-1].box.x1
            size = median(c.box.height for c in row)
            goes_on = room < 2.2 * size or _centred(row, cell)
            latin = re.match(r"[A-Za-z]", row[-1].char) and re.match(r"[A-Za-z]", following[0].char)
            text += (" " if latin else "") if goes_on else "\n"
    return text


def _centred(row: Sequence[_Char], cell: Box) -> bool:
    left, right = row[0].box.x0 - cell.x0, cell.x1 - row[-1].box.x1
    return abs(left - right) < 0.25 * max(left, right, 8.0) and left > 8.0


def _to_be_ticked(text: str, options: Options) -> bool:
    """Whether a cell prints options: several of one field's, so that its squares are boxes."""
    bare = re.sub(r"\s", "", text)
    return any(sum(re.sub(r"[（(].*", "", o) in bare for o in of_one) >= 2 for of_one in options)


def _ticked(rows: Sequence[Sequence[_Char]], cell: Box, grey: NDArray[np.uint8], scale: float) -> str:
    """The cell's text with its boxes as they are seen, whatever sign a reader made of them."""
    size = median(c.box.width for row in rows for c in row if c.char.strip())  # lines are read too high
    area = Box(cell.x0 + 2, cell.y0 + 1.5, cell.x1 - 2, cell.y1 - 1.5)
    seen = _boxes(list(squares(grey, area, size, scale)), rows, size)
    if not seen:
        return _text(rows, cell)
    rows_of_signs: list[list[_Char]] = []
    for row in rows:
        middle = median(c.box.middle for c in row)
        own = [s for s in seen if abs(s.box.middle - middle) < 0.6 * size]
        kept = [c for c in row if not (c.char in _BOXLIKE and any(_over(c.box, s.box, size) for s in own))]
        marks = [_Char("☑" if s.ticked else "□", s.box, 1.0) for s in own]
        rows_of_signs.append(sorted([*kept, *marks], key=lambda c: (c.box.x0 + c.box.x1) / 2))
    return _text(rows_of_signs, cell)


def _boxes(found: Sequence[Square], rows: Sequence[Sequence[_Char]], size: float) -> list[Square]:
    """The squares that are boxes: of one size, and not a character with a frame, 国 above all."""
    usual = median(s.box.width for s in found) if found else 0.0
    even = [s for s in found if abs(s.box.width - usual) < 0.2 * usual]
    letters = [c for row in rows for c in row if c.char not in _BOXLIKE and c.sure > SURE]
    framed = [c for row in rows for c in row if c.char in _FRAMED and c.sure > SURE]
    kept = [s for s in even if not any(_apart(c.box, s.box) < 0.3 * size for c in letters)]
    for letter in framed:
        near = [
            s
            for s in kept
            if -1.2 * size < _middle(s.box) - _middle(letter.box) < 0.6 * size
            and abs(s.box.middle - letter.box.middle) < 0.6 * size
        ]
        if near:
            kept.remove(max(near, key=lambda s: s.box.x0))
    return kept


def _middle(box: Box) -> float:
    return (box.x0 + box.x1) / 2


def _apart(a: Box, b: Box) -> float:
    return max(abs(_middle(a) - _middle(b)), abs(a.middle - b.middle))


def _over(box: Box, square: Box, size: float) -> bool:
    middle, own = (box.x0 + box.x1) / 2, (square.x0 + square.x1) / 2
    return abs(middle - own) < 0.55 * size and abs(box.middle - square.middle) < 0.7 * size


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
