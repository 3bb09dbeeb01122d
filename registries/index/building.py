"""Builds the index of one kind: grams of every row, sorted, one list of rows for each; whole texts beside them.

A column of millions of rows gives a hundred million grams; whatever the size, they are sorted in portions
(`sorting`), so that building takes some hundred megabytes.
"""

import sqlite3
import tempfile
from collections.abc import Iterator
from typing import IO

import numpy as np

from registries.index.blocks import store_texts
from registries.index.grams import Keys, row_grams
from registries.index.layout import (
    MOST_SEGMENTS,
    OF_COLUMNS,
    PIECE,
    column_number,
    numbers_of,
    place_number,
    segments,
)
from registries.index.lines import read_lines
from registries.index.signatures import Signatures, signatures_in
from registries.index.sorting import in_order
from registries.index.whole import bucketed, hashes_of
from registries.schema import Kind, Role

CHUNK = 1 << 15


def write_index(connection: sqlite3.Connection, kind: Kind) -> None:
    """Indexes the rows of one kind that are not indexed yet, or all anew where that is better.

    Args:
        connection: the snapshot, within the transaction of the import.
        kind: the kind of registry.
    """
    for column in kind.searched:
        known = segments(connection, kind, column)
        done = known[-1].last_row if known else 0
        last = connection.execute(f"SELECT coalesce(max(row_id), 0) FROM {kind.name}").fetchone()[0]
        if last <= done:
            continue
        if not known or len(known) >= MOST_SEGMENTS or last - done > done // 2:
            _forget(connection, kind, column)
            _index(connection, kind, column, 0, 1, last)
        else:
            _index(connection, kind, column, known[-1].number + 1, done + 1, last)


def _forget(connection: sqlite3.Connection, kind: Kind, column: str) -> None:
    for table in OF_COLUMNS:
        connection.execute(
            f"DELETE FROM {table} WHERE id >= ? AND id < ?", numbers_of(column_number(kind, column))
        )
    connection.execute("DELETE FROM indexed WHERE kind = ? AND [column] = ?", [kind.name, column])


def _index(
    connection: sqlite3.Connection, kind: Kind, column: str, segment: int, first: int, last: int
) -> None:
    number = column_number(kind, column)
    share = min(1.0, CHUNK / (last - first + 1))
    signatures = np.zeros(last - first + 1, np.uint64)
    with tempfile.TemporaryFile() as hashes:
        chunks = _chunks(connection, kind, column, signatures, (first, last), hashes)
        grams, ends = _store_lists(connection, number, segment, in_order(chunks, share))
        connection.execute(
            "INSERT INTO directories VALUES (?, ?, ?, ?)",
            [place_number(number, segment, 0), grams, ends, _told(kind, column, signatures)],
        )
        connection.executemany(
            "INSERT INTO exact VALUES (?, ?)",
            (
                (place_number(number, segment, bucket), held)
                for bucket, held in bucketed(in_order(_noted(hashes), share))
            ),
        )
    connection.execute(
        "INSERT INTO indexed VALUES (?, ?, ?, ?, ?)", [kind.name, column, segment, first, last]
    )


def _told(kind: Kind, column: str, signatures: Signatures) -> bytes:
    """What lists several names has no one signature: it would cost everybody's memory and tell little."""
    described = kind.column(column)
    several = described is not None and described.role is Role.COMPANIES
    return b"" if several else signatures.astype("<u8").tobytes()


def _store_lists(
    connection: sqlite3.Connection, number: int, segment: int, portions: Iterator[Keys]
) -> tuple[bytes, bytes]:
    """Writes the lists one behind the other; gives the grams in order and where the list of each ends."""
    grams, ends = [], []
    stored, piece = 0, place_number(number, segment, 0)
    rest = np.empty(0, "<u4")
    for keys in portions:
        gram = (keys >> np.uint64(32)).astype("<u4")
        last = np.flatnonzero(np.append(gram[1:] != gram[:-1], True)) if len(gram) else np.empty(0, np.intp)
        grams.append(gram[last].tobytes())
        ends.append((last + 1 + stored).astype("<u4").tobytes())
        stored += len(keys)
        rows = np.concatenate([rest, keys.astype("<u4")])  # what is cut off is the gram
        whole = len(rows) // PIECE
        held = memoryview(rows[: whole * PIECE].tobytes())
        connection.executemany(
            "INSERT INTO postings VALUES (?, ?)",
            ((piece + at, held[4 * PIECE * at : 4 * PIECE * (at + 1)]) for at in range(whole)),
        )
        piece += whole
        rest = rows[whole * PIECE :]
    connection.execute("INSERT INTO postings VALUES (?, ?)", [piece, rest.tobytes()])
    return b"".join(grams), b"".join(ends)


def _chunks(
    connection: sqlite3.Connection,
    kind: Kind,
    column: str,
    signatures: Signatures,
    span: tuple[int, int],
    hashes: IO[bytes],
) -> Iterator[Keys]:
    """The keys of the rows, chunk by chunk; their texts, signatures and hashes are noted by the way."""
    described = kind.column(column)
    assert described is not None
    number = column_number(kind, column)
    first, last = span
    for start in range(first - first % CHUNK, last + 1, CHUNK):
        lines = read_lines(connection, kind, described, max(first, start), min(last, start + CHUNK - 1))
        store_texts(connection, number, lines.texts, lines.rows)
        signatures[lines.rows.astype(np.intp) - first] = signatures_in(lines.codes)
        hashes_of(lines.texts, lines.rows).tofile(hashes)
        yield row_grams(lines.codes, lines.rows)


def _noted(hashes: IO[bytes]) -> Iterator[Keys]:
    hashes.seek(0)
    while len(keys := np.fromfile(hashes, np.uint64, CHUNK)):
        yield keys
