"""Where the index lies in the snapshot: four tables, and the number that stands for one list of rows.

postings     one list a gram: its number, the rows as little-endian 32-bit integers in order
gram_counts  the number of each list and how many rows it has; small, so that it is asked first
texts        the cleaned texts of a column, a block of rows each, one line a row
exact        the hashes of whole texts with their rows, sorted, a bucket each
indexed      one row a column and segment: from which row to which it was indexed

The number is column << 40 | gram << 8 | segment: the lists of one column lie together, those of one gram
beside each other. A later import adds a segment; when they grow many, the column is indexed anew as one.
"""

import sqlite3
from dataclasses import dataclass

from registries.index.grams import GRAM_BITS
from registries.schema import KINDS, Kind

SEGMENT_BITS = 8
MOST_SEGMENTS = 6
BLOCK_BITS = 5
"""Rows whose texts lie in one block: so many that blocks are few, and few enough to be read for one of them."""
_COLUMN_BITS = GRAM_BITS + SEGMENT_BITS

TABLES = (
    "CREATE TABLE IF NOT EXISTS postings (id INTEGER PRIMARY KEY, rows BLOB NOT NULL)",
    "CREATE TABLE IF NOT EXISTS gram_counts (id INTEGER PRIMARY KEY, count INTEGER NOT NULL)",
    "CREATE TABLE IF NOT EXISTS texts (id INTEGER PRIMARY KEY, lines TEXT NOT NULL)",
    "CREATE TABLE IF NOT EXISTS exact (id INTEGER PRIMARY KEY, hashes BLOB NOT NULL)",
    "CREATE TABLE IF NOT EXISTS indexed (kind TEXT, [column] TEXT, segment INTEGER, first_row INTEGER,"
    " last_row INTEGER, PRIMARY KEY (kind, [column], segment))",
)
OF_COLUMNS = ("postings", "gram_counts", "texts", "exact")
"""The tables whose numbers begin with that of a column."""


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
    """The number under which a list of rows, or a bucket of hashes, is stored."""
    return (column << _COLUMN_BITS) | (gram << SEGMENT_BITS) | segment


def gram_of(number: int) -> int:
    """The gram in the number of a list."""
    return (number >> SEGMENT_BITS) & ((1 << GRAM_BITS) - 1)


def block_number(column: int, row: int) -> int:
    """The number of the block in which the text of a row stands."""
    return (column << _COLUMN_BITS) | (row >> BLOCK_BITS)


def numbers_of(column: int) -> tuple[int, int]:
    """The numbers of a column: the first, and the first of the next column."""
    return column << _COLUMN_BITS, (column + 1) << _COLUMN_BITS


def segments(connection: sqlite3.Connection, kind: Kind, column: str) -> tuple[Segment, ...]:
    """The segments of one column in order."""
    found = connection.execute(
        "SELECT segment, first_row, last_row FROM indexed WHERE kind = ? AND [column] = ? ORDER BY segment",
        [kind.name, column],
    )
    return tuple(Segment(*row) for row in found)
