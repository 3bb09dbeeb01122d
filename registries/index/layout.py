"""Where the index lies in the snapshot: five tables, and the numbers under which their rows are stored.

directories  one row a column and segment: its grams in order, where the list of each ends, and the signature of
             each text; read whole by whoever asks, 8 bytes a gram and 8 a row
postings     the lists of a segment one behind the other, cut so that each piece fills one page: the rows of
             each gram in order, as little-endian 32-bit integers
texts        the cleaned texts of a column, a block of rows each, one line a row
exact        the hashes of whole texts with their rows, sorted, a bucket each
indexed      one row a column and segment: from which row to which it was indexed

A number is column << 40 | segment << 32 | place: what belongs together lies together. A later import adds a
segment; when they grow many, the column is indexed anew as one.
"""

import sqlite3
from dataclasses import dataclass

from registries.schema import KINDS, Kind

MOST_SEGMENTS = 6
BLOCK_BITS = 4
"""Rows whose texts lie in one block: so many that blocks are few, and few enough to be read for one of them."""
PIECE = 2036
"""Postings in one row of the table: with 8 KB a page, the most that need no second page."""
_COLUMN, _SEGMENT = 40, 32

TABLES = (
    "CREATE TABLE IF NOT EXISTS directories (id INTEGER PRIMARY KEY, grams BLOB NOT NULL, ends BLOB NOT NULL,"
    " signatures BLOB NOT NULL)",
    "CREATE TABLE IF NOT EXISTS postings (id INTEGER PRIMARY KEY, rows BLOB NOT NULL)",
    "CREATE TABLE IF NOT EXISTS texts (id INTEGER PRIMARY KEY, lines TEXT NOT NULL)",
    "CREATE TABLE IF NOT EXISTS exact (id INTEGER PRIMARY KEY, hashes BLOB NOT NULL)",
    "CREATE TABLE IF NOT EXISTS indexed (kind TEXT, [column] TEXT, segment INTEGER, first_row INTEGER,"
    " last_row INTEGER, PRIMARY KEY (kind, [column], segment))",
)
OF_COLUMNS = ("directories", "postings", "texts", "exact")
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


def place_number(column: int, segment: int, place: int) -> int:
    """The number of a directory (place 0), of a piece of the postings, or of a bucket of hashes."""
    return (column << _COLUMN) | (segment << _SEGMENT) | place


def block_number(column: int, row: int) -> int:
    """The number of the block in which the text of a row stands, whatever its segment."""
    return (column << _COLUMN) | (row >> BLOCK_BITS)


def numbers_of(column: int) -> tuple[int, int]:
    """The numbers of a column: the first, and the first of the next column."""
    return column << _COLUMN, (column + 1) << _COLUMN


def segments(connection: sqlite3.Connection, kind: Kind, column: str) -> tuple[Segment, ...]:
    """The segments of one column in order."""
    found = connection.execute(
        "SELECT segment, first_row, last_row FROM indexed WHERE kind = ? AND [column] = ? ORDER BY segment",
        [kind.name, column],
    )
    return tuple(Segment(*row) for row in found)
