"""Where the index lies in the snapshot: two tables, and the number that stands for one list of rows.

postings  one list a gram: its number, how many rows, the rows as little-endian 32-bit integers in order
indexed   one row a column and segment: from which row to which it was indexed

The number is column << 39 | gram << 8 | segment: the lists of one column lie together, those of one gram
beside each other. A later import adds a segment; when they grow many, the column is indexed anew as one.
"""

import sqlite3
from dataclasses import dataclass

from registries.index.grams import GRAM_BITS
from registries.schema import KINDS, Kind

SEGMENT_BITS = 8
MOST_SEGMENTS = 6

TABLES = (
    "CREATE TABLE IF NOT EXISTS postings"
    " (id INTEGER PRIMARY KEY, count INTEGER NOT NULL, rows BLOB NOT NULL)",
    "CREATE TABLE IF NOT EXISTS indexed (kind TEXT, [column] TEXT, segment INTEGER, first_row INTEGER,"
    " last_row INTEGER, PRIMARY KEY (kind, [column], segment))",
)


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of rows of one column that was indexed at once."""

    number: int
    first_row: int
    last_row: int


def column_number(kind: Kind, column: str) -> int:
    """The number of a searched column; kinds and their searched columns have a fixed order."""
    return 1 + KINDS.index(kind) * 16 + kind.searched.index(column)


def list_number(column: int, gram: int, segment: int) -> int:
    """The number under which a list of rows is stored."""
    return (column << (GRAM_BITS + SEGMENT_BITS)) | (gram << SEGMENT_BITS) | segment


def segments(connection: sqlite3.Connection, kind: Kind, column: str) -> tuple[Segment, ...]:
    """The segments of one column in order."""
    found = connection.execute(
        "SELECT segment, first_row, last_row FROM indexed WHERE kind = ? AND [column] = ? ORDER BY segment",
        [kind.name, column],
    )
    return tuple(Segment(*row) for row in found)
