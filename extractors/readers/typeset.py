"""Sets paragraphs and tables that have no place on a page as lines with boxes, and names each place.

The boxes are ours, but they are consistent: one paragraph or table row is one row, cells of a column
stand under each other, larger print is larger. So kinds of evidence are read as on any other page,
and what is reported is the name of the place: 第3段, 表1 第2行第1格, 人员!B5.
"""

from collections.abc import Callable, Sequence

from extractors.forms.grid import Cell, Grid
from extractors.geometry import Box
from extractors.page import TEXT, Line
from extractors.readers.base import TextLayer

SIZE = 12.0
"""Usual height of a character, in points."""

SIZES = (8.0, 36.0)
"""Heights that print may ask for."""

LEFT, TOP = 60.0, 60.0

LEADING = 1.7
"""Height of a row as a share of its characters."""

APART = 3.0
"""Space between two columns, in characters: wide enough to part a row in two."""

NARROW = 0.55
"""Width of a letter or digit as a share of its height; a Chinese character is as wide as high."""

LEAST_WIDTH = 595.0

Named = tuple[Box, str]
"""A box and what its place is called."""


class Typesetter:
    """One page, set from top to bottom."""

    def __init__(self) -> None:
        """An empty page."""
        self._y = TOP
        self._lines: list[Line] = []
        self._cells: list[Named] = []

    @property
    def blank(self) -> bool:
        """Whether nothing has been set yet."""
        return not self._lines

    def paragraph(self, text: str, place: str, size: float = SIZE) -> None:
        """One paragraph as one row."""
        size = min(max(size, SIZES[0]), SIZES[1])
        self._set(LEFT, text, place, size)
        self._y += size * LEADING

    def table(self, grid: Grid, place: Callable[[Cell], str]) -> None:
        """A table: cells of a column begin at one x; a cell over several columns begins at its first."""
        rows: dict[int, list[Cell]] = {}
        for cell in grid.cells:
            if cell.text.strip():
                rows.setdefault(cell.row, []).append(cell)
        starts = _starts(grid.cells)
        for row in sorted(rows):
            for cell in rows[row]:
                self._set(starts[cell.column], cell.text, place(cell), SIZE)
            self._y += SIZE * LEADING

    def _set(self, x: float, text: str, place: str, size: float) -> None:
        joined = "".join(text.split("\n")).strip()
        boxes = []
        for char in joined:
            wide = _width(char, size)
            boxes.append(Box(round(x, 1), round(self._y, 1), round(x + wide, 1), round(self._y + size, 1)))
            x += wide
        if boxes:
            line = Line(joined, tuple(boxes), (1.0,) * len(boxes), TEXT)
            self._lines.append(line)
            self._cells.append((line.box, place))

    def layer(self) -> TextLayer:
        """What was set."""
        return TextLayer(tuple(self._lines), cells=tuple(self._cells))

    def size(self) -> tuple[float, float]:
        """Width and height that the page needs."""
        right = max((line.box.x1 for line in self._lines), default=0.0)
        return (round(max(right + LEFT, LEAST_WIDTH), 1), round(max(self._y + TOP, 2 * TOP), 1))


def _starts(cells: Sequence[Cell]) -> list[float]:
    """Where each column begins: behind the widest text of the column before it."""
    count = max((cell.column + cell.columns for cell in cells), default=0)
    widths = [0.0] * count
    for cell in cells:
        if cell.columns == 1:
            widths[cell.column] = max(widths[cell.column], text_width(cell.text))
    for cell in sorted(cells, key=lambda c: c.columns):
        across = range(cell.column, cell.column + cell.columns)
        missing = text_width(cell.text) - sum(widths[c] + APART * SIZE for c in across) + APART * SIZE
        if missing > 0 and cell.columns > 1:
            widths[cell.column + cell.columns - 1] += missing
    starts, x = [], LEFT
    for width in widths:
        starts.append(x)
        x += width + APART * SIZE
    return starts


def text_width(text: str) -> float:
    """How wide a text is set, in points."""
    return sum(_width(char, SIZE) for char in "".join(text.split("\n")).strip())


def _width(char: str, size: float) -> float:
    return size if ord(char) > 0x2E80 else size * NARROW
