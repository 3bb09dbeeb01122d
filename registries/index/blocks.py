"""The cleaned texts of a column as they are stored: a block of rows each, one line a row."""

import sqlite3
from collections.abc import Iterable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from registries.index.grams import ROW
from registries.index.layout import BLOCK_BITS, block_number, column_number
from registries.schema import Kind

_BLOCK = 1 << BLOCK_BITS
_TEXTS = "SELECT texts.id, lines FROM json_each(?) CROSS JOIN texts ON texts.id = value"
"""CROSS JOIN: one number after the other, in half the time that `IN` takes to sort them first."""


def plain(connection: sqlite3.Connection, query: str, arguments: Sequence[object]) -> sqlite3.Cursor:
    """What a query finds as plain tuples, whatever the rows of the connection are."""
    cursor = connection.cursor()
    cursor.row_factory = None
    return cursor.execute(query, arguments)


def texts_of(connection: sqlite3.Connection, kind: Kind, column: str, rows: Sequence[int]) -> list[str]:
    """The cleaned text of each of some rows in a column, empty where there is none.

    Args:
        connection: the snapshot.
        kind: the kind of registry.
        column: one of its searched columns.
        rows: the numbers of the rows.
    """
    number = column_number(kind, column)
    blocks = [block_number(number, row) for row in rows]
    found = plain(connection, _TEXTS, [str(sorted(set(blocks)))])
    lines: Mapping[int, list[str]] = {block: text.split(ROW) for block, text in found}
    return [_line(lines.get(block), row % _BLOCK) for block, row in zip(blocks, rows, strict=True)]


def store_texts(
    connection: sqlite3.Connection, column: int, texts: Sequence[str], rows: NDArray[np.uint32]
) -> None:
    """Writes the texts of some rows behind what is there.

    Args:
        connection: the snapshot, within the transaction of the import.
        column: the number of the column.
        texts: the cleaned texts.
        rows: the rows that hold them, in order.
    """
    if not len(rows):
        return
    first, last = int(rows[0]), int(rows[-1])
    start = block_number(column, first)
    before = _lines(connection, start)[: first % _BLOCK]
    lines = before + [""] * (first % _BLOCK - len(before))
    if last - first + 1 == len(texts):
        lines += texts
    else:  # rows that were taken out leave their places
        held = dict(zip(rows.tolist(), texts, strict=True))
        lines += [held.get(row, "") for row in range(first, last + 1)]
    connection.executemany(
        "INSERT OR REPLACE INTO texts VALUES (?, ?)",
        (
            (start + place // _BLOCK, ROW.join(lines[place : place + _BLOCK]))
            for place in range(0, len(lines), _BLOCK)
        ),
    )


def blank_texts(connection: sqlite3.Connection, kind: Kind, rows: Iterable[int]) -> None:
    """Takes the texts of rows out of the index that are no longer there; their grams go with the next indexing.

    Args:
        connection: the snapshot, within the transaction of the import.
        kind: the kind of registry.
        rows: the numbers of the rows.
    """
    blocks: dict[int, list[int]] = {}
    for row in rows:
        blocks.setdefault(row >> BLOCK_BITS, []).append(row % _BLOCK)
    for column in kind.searched:
        number = column_number(kind, column)
        for block, places in blocks.items():
            block_id = block_number(number, block << BLOCK_BITS)
            lines = _lines(connection, block_id)
            for place in places:
                if place < len(lines):
                    lines[place] = ""
            connection.execute("UPDATE texts SET lines = ? WHERE id = ?", [ROW.join(lines), block_id])


def _lines(connection: sqlite3.Connection, block: int) -> list[str]:
    found = connection.execute("SELECT lines FROM texts WHERE id = ?", [block]).fetchone()
    return found[0].split(ROW) if found else []


def _line(lines: list[str] | None, place: int) -> str:
    return lines[place] if lines is not None and place < len(lines) else ""
