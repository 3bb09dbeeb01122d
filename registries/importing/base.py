"""What a table is before anything is known about it: sheets of rows of text, each row with its number.

A reader turns a file into sheets, row by row, so that a file of gigabytes never lies in memory; which row is
the header is found out later, from the columns that a kind knows.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar, Protocol

Cells = tuple[str, ...]
Row = tuple[int, Cells]
"""The number of a row in its file, from 1, and its cells."""

Progress = Callable[[str, int, int], None]
"""Told what is being done (读取, 写入, 建立索引), how far it is, and how far it goes (0: nobody knows)."""


def quiet(_stage: str, _done: int, _total: int) -> None:
    """The progress of somebody who does not want to be told."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table of a file; its rows can be read once."""

    name: str
    rows: Iterator[Row]


@dataclass(frozen=True, slots=True)
class Table:
    """A table whose header is known: which of its columns is which of the kind's, and the rows below."""

    file: str
    sha256: str
    columns: Mapping[int, str]
    header: Cells
    rows: Iterable[Row]


@dataclass(frozen=True, slots=True)
class Rejected:
    """A row that was not imported, and why."""

    row: int
    reason: str


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What became of one file.

    `rejected` rows are not in the registry; `doubtful` ones are, but something in them could not be
    read or does not pass its check; of either the first ten thousand are listed and all are counted.
    `added` records are new, `changed` ones hold something else than before, `same` ones changed nothing.
    `problem` is set where the file as a whole was not imported, `rehearsed` where it was only tried.
    """

    kind: str
    file: str
    rows: int = 0
    imported: int = 0
    rejected: tuple[Rejected, ...] = ()
    doubtful: tuple[Rejected, ...] = ()
    unchanged: bool = False
    problem: str = ""
    rejected_rows: int = 0
    doubtful_rows: int = 0
    added: int = 0
    changed: int = 0
    same: int = 0
    rehearsed: bool = False
    notes: tuple[str, ...] = ()


class TableReader(Protocol):
    """Reads the sheets of one format."""

    SUFFIXES: ClassVar[tuple[str, ...]]

    def sheets(self, path: Path, progress: Progress) -> Iterator[Sheet]:
        """All sheets in order; each is read before the next one is asked for."""
        ...
