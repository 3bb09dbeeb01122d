"""Reads the index that lies in a snapshot: lists, texts, whole texts. What to read is decided by others."""

import sqlite3
from collections.abc import Sequence

import numpy as np

from registries.index.blocks import plain, texts_of
from registries.index.directory import ColumnDirectory, Directories, Directory
from registries.index.layout import PIECE, place_number
from registries.index.tally import Rows
from registries.index.whole import bucket_of, rows_in
from registries.schema import Kind

_PIECES = "SELECT postings.id, rows FROM json_each(?) CROSS JOIN postings ON postings.id = value"
_BUCKET = "SELECT hashes FROM exact WHERE id = ?"


class StoredIndex:
    """The index of a snapshot over one connection, and so for one thread."""

    def __init__(self, connection: sqlite3.Connection, directories: Directories) -> None:
        """Takes the connection of the thread, and what all threads have in memory."""
        self._connection = connection
        self._directories = directories

    def directory(self, kind: Kind, column: str) -> ColumnDirectory | None:
        """The directory of a column, None where no row holds a text."""
        return self._directories.of(self._connection, kind, column)

    def lists(self, column: int, directory: Directory, spans: Sequence[tuple[int, int]]) -> list[Rows]:
        """The rows of some lists of one segment.

        Args:
            column: the number of the column.
            directory: that of the segment.
            spans: from where to where each list lies.
        """
        first = place_number(column, directory.segment.number, 0)
        wanted = {first + at for start, end in spans for at in range(start // PIECE, (end - 1) // PIECE + 1)}
        pieces = dict(plain(self._connection, _PIECES, [str(sorted(wanted))]))
        return [_cut(pieces, first, start, end) for start, end in spans]

    def texts(self, kind: Kind, column: str, rows: Sequence[int]) -> list[str]:
        """The cleaned text of each of some rows in a column, empty where there is none."""
        return texts_of(self._connection, kind, column, rows)

    def holding(self, kind: Kind, column: str, text: str) -> list[int]:
        """The rows whose text in a column is, whole or as one of its parts, the one given."""
        directory = self.directory(kind, column)
        bucket, told = bucket_of(text)
        rows: list[int] = []
        if directory is None:
            return rows
        for each in directory.segments:
            number = place_number(directory.number, each.segment.number, bucket)
            for (bucketed,) in plain(self._connection, _BUCKET, [number]):
                rows += rows_in(bucketed, told)
        return rows


def _cut(pieces: dict[int, bytes], first: int, start: int, end: int) -> Rows:
    """A list out of the pieces in which it lies."""
    begins, ends = divmod(start, PIECE), divmod(end - 1, PIECE)
    if begins[0] == ends[0]:
        return np.frombuffer(pieces[first + begins[0]], "<u4", end - start, 4 * begins[1])
    held = b"".join(pieces[first + at] for at in range(begins[0], ends[0] + 1))
    return np.frombuffer(held, "<u4", end - start, 4 * begins[1])
