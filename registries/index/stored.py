"""Reads the index that lies in a snapshot: counts, lists, texts, whole texts. What to read is decided by others."""

import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence

import numpy as np

from registries.index.grams import ROW
from registries.index.layout import (
    BLOCK_BITS,
    Segment,
    block_number,
    column_number,
    list_number,
    numbers_of,
    segments,
)
from registries.index.tally import Rows
from registries.index.whole import bucket_of, rows_in
from registries.schema import Kind

_COUNTS = "SELECT id, count FROM gram_counts WHERE id IN (SELECT value FROM json_each(?))"
_LISTS = "SELECT id, rows FROM postings WHERE id IN (SELECT value FROM json_each(?))"
_TEXTS = "SELECT id, lines FROM texts WHERE id IN (SELECT value FROM json_each(?))"
_BUCKET = "SELECT hashes FROM exact WHERE id = ?"
_ANY = "SELECT 1 FROM gram_counts WHERE id >= ? AND id < ? LIMIT 1"
_PLACE = (1 << BLOCK_BITS) - 1


class StoredIndex:
    """The index of a snapshot over one connection, and so for one thread."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        """Takes a connection whose rows are plain tuples or behave so."""
        self._connection = connection
        self._segments: dict[tuple[str, str], tuple[Segment, ...]] = {}

    def segments(self, kind: Kind, column: str) -> tuple[Segment, ...]:
        """The segments of a column, none where no row holds a text; an opened snapshot stays as it was."""
        key = (kind.name, column)
        if key not in self._segments:
            known = segments(self._connection, kind, column)
            holds = self._connection.execute(_ANY, numbers_of(column_number(kind, column))).fetchone()
            self._segments[key] = known if holds else ()
        return self._segments[key]

    def counts(self, lists: Iterable[int]) -> dict[int, int]:
        """How many rows each of some lists has; those that are not there are left out."""
        return dict(self._connection.execute(_COUNTS, [json.dumps(list(lists))]).fetchall())

    def lists(self, numbers: Iterable[int]) -> list[tuple[int, Rows]]:
        """The rows of each of some lists."""
        found = self._connection.execute(_LISTS, [json.dumps(list(numbers))])
        return [(number, np.frombuffer(rows, "<u4")) for number, rows in found]

    def beginning(self, number: int, most: int) -> Rows:
        """The first rows of a list that is too long to be read whole."""
        with self._connection.blobopen("postings", "rows", number, readonly=True) as blob:
            return np.frombuffer(blob.read(4 * most), "<u4")

    def texts(self, kind: Kind, column: str, rows: Sequence[int]) -> list[str]:
        """The cleaned text of each of some rows in a column, empty where there is none."""
        number = column_number(kind, column)
        blocks = [block_number(number, row) for row in rows]
        found = self._connection.execute(_TEXTS, [json.dumps(list(set(blocks)))])
        lines: Mapping[int, list[str]] = {block: text.split(ROW) for block, text in found}
        return [_line(lines.get(block), row & _PLACE) for block, row in zip(blocks, rows, strict=True)]

    def holding(self, kind: Kind, column: str, text: str) -> list[int]:
        """The rows whose text in a column is, whole or as one of its parts, the one given."""
        number = column_number(kind, column)
        bucket, told = bucket_of(text)
        rows: list[int] = []
        for segment in self.segments(kind, column):
            found = self._connection.execute(_BUCKET, [list_number(number, bucket, segment.number)]).fetchone()
            rows += rows_in(found[0], told) if found else []
        return rows


def _line(lines: list[str] | None, place: int) -> str:
    return lines[place] if lines is not None and place < len(lines) else ""
