"""What a table is before anything is known about it: rows of text, each with its number in the file.

A reader turns bytes into such rows; the first row that is not empty is the header.
"""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar, Protocol

from registries.errors import UnreadableTable

Cells = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table as read: header, and the rows below it with their numbers in the file (from 1)."""

    file: str
    sha256: str
    header: Cells
    rows: tuple[tuple[int, Cells], ...]


@dataclass(frozen=True, slots=True)
class Rejected:
    """A row that was not imported, and why."""

    row: int
    reason: str


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What became of one file.

    `rejected` rows are not in the registry; `doubtful` ones are, but something in them could not be
    read or does not pass its check. `problem` is set where the file as a whole was not imported.
    """

    kind: str
    file: str
    rows: int = 0
    imported: int = 0
    rejected: tuple[Rejected, ...] = ()
    doubtful: tuple[Rejected, ...] = ()
    unchanged: bool = False
    problem: str = ""


class TableReader(Protocol):
    """Reads the rows of one format."""

    SUFFIXES: ClassVar[tuple[str, ...]]

    def rows(self, content: bytes, suffix: str) -> Iterable[Cells]:
        """All rows of the first table, empty ones too, so that numbers stay true."""
        ...


def make_table(file: str, content: bytes, rows: Iterable[Cells]) -> Table:
    """Finds the header and numbers the rows.

    Args:
        file: the file's name, for the record's source.
        content: its bytes, whose sha256 is its identity.
        rows: all rows from the first on.

    Returns:
        The table; rows without any text are left out.

    Raises:
        UnreadableTable: there is not even a header.
    """
    filled = [(number, cells) for number, cells in enumerate(rows, 1) if any(cell.strip() for cell in cells)]
    if not filled:
        raise UnreadableTable(f"“{file}”中没有任何内容，请检查文件后重新导入")
    return Table(file, hashlib.sha256(content).hexdigest(), filled[0][1], tuple(filled[1:]))
