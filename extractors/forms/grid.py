"""Grids: a table as cells with their places, whatever file it came from.

A form's reader makes grids, the layout module finds labels and values in them; so a table of a
Word file, a sheet or a PDF page is searched by the same code.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell, merged or not: its upper left place, its spans, its text."""

    row: int
    column: int
    rows: int
    columns: int
    text: str
    sure: float = 1.0
    """How sure the reader was, where the cell was read from a picture."""


@dataclass(frozen=True, slots=True)
class Grid:
    """One table; `name` is how a reader of the report finds it (表1, a sheet's name)."""

    name: str
    cells: tuple[Cell, ...]

    def at(self, row: int, column: int) -> Cell | None:
        """The cell that covers a place."""
        return next((c for c in self.cells if _covers(c, row, column)), None)

    def right_of(self, cell: Cell) -> Cell | None:
        """The neighbour on the right, in the cell's first row."""
        return self.at(cell.row, cell.column + cell.columns)

    def left_of(self, cell: Cell) -> Cell | None:
        """The neighbour on the left, in the cell's first row."""
        return self.at(cell.row, cell.column - 1)

    def below(self, cell: Cell) -> Cell | None:
        """The neighbour underneath the cell's first column."""
        return self.at(cell.row + cell.rows, cell.column)

    def place(self, cell: Cell) -> str:
        """The cell's address as it is shown to a reviewer."""
        number = 1 + sum(c.column < cell.column for c in self.cells if _covers(c, cell.row, c.column))
        return f"{self.name} 第{cell.row + 1}行第{number}格"


@dataclass(frozen=True, slots=True)
class Sheets:
    """Everything that was read from one form file: its grids and the paragraphs outside of them."""

    grids: tuple[Grid, ...]
    before: tuple[str, ...] = ()
    """Paragraphs in front of the first table."""
    after: tuple[str, ...] = ()
    """Paragraphs behind it."""
    sealed: str = ""
    """Whose seals were read on the pages, `;` between."""


def _covers(cell: Cell, row: int, column: int) -> bool:
    return cell.row <= row < cell.row + cell.rows and cell.column <= column < cell.column + cell.columns
