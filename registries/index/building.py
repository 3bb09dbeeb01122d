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
from registries.index.lines import Lines, read_lines
from registries.index.pieces import write_signatures
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
    directory = place_number(number, segment, 0)
    with tempfile.TemporaryFile() as hashes, tempfile.TemporaryFile() as signatures:
        chunks = _chunks(connection, kind, column, (first, last), (hashes, signatures))
        grams, ends = _store_lists(connection, number, segment, in_order(chunks, last))
        told = signatures.tell() if _has_signatures(kind, column) else 0
        connection.execute(
            "INSERT INTO directories VALUES (?, ?, ?, zeroblob(?))", [directory, grams, ends, told]
        )
        if told:
            write_signatures(connection, directory, signatures)
        connection.executemany(
            "INSERT INTO exact VALUES (?, ?)",
            (
                (place_number(number, segment, bucket), held)
                for bucket, held in bucketed(in_order(_noted(hashes), last))
            ),
        )
    connection.execute(
        "INSERT INTO indexed VALUES (?, ?, ?, ?, ?)", [kind.name, column, segment, first, last]
    )


def _has_signatures(kind: Kind, column: str) -> bool:
    """What lists several names has no one signature: it would cost everybody's memory and tell little."""
    described = kind.column(column)
    return described is None or described.role is not Role.COMPANIES


def _store_lists(
    connection: sqlite3.Connection, number: int, segment: int, portions: Iterator[Keys]
) -> tuple[bytes, bytes]:
    """Writes the lists one behind the other; gives the grams in order and where the list of each ends."""
    grams, ends = [np.empty(0, "<u4")], [np.empty(0, "<u4")]
    stored, piece = 0, place_number(number, segment, 0)
    rest = np.empty(0, "<u4")
    for keys in filter(len, portions):
        gram = (keys >> np.uint64(32)).astype("<u4")
        last = np.flatnonzero(np.append(gram[1:] != gram[:-1], True))
        if gram[0] in grams[-1][-1:]:  # the list of the last gram goes on
            grams[-1], ends[-1] = grams[-1][:-1], ends[-1][:-1]
        grams.append(gram[last])
        ends.append((last + 1 + stored).astype("<u4"))
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
    return np.concatenate(grams).tobytes(), np.concatenate(ends).tobytes()


def _chunks(
    connection: sqlite3.Connection,
    kind: Kind,
    column: str,
    span: tuple[int, int],
    beside: tuple[IO[bytes], IO[bytes]],
) -> Iterator[Keys]:
    """The keys of the rows, chunk by chunk; their texts, hashes and signatures are noted by the way."""
    described = kind.column(column)
    assert described is not None
    number = column_number(kind, column)
    hashes, signatures = beside
    for at in range(span[0] - span[0] % CHUNK, span[1] + 1, CHUNK):
        first, last = max(span[0], at), min(span[1], at + CHUNK - 1)
        lines = read_lines(connection, kind, described, first, last)
        store_texts(connection, number, lines.texts, lines.rows)
        hashes_of(lines.texts, lines.rows).tofile(hashes)
        _in_places(lines, first, last).tofile(signatures)
        yield row_grams(lines.codes, lines.rows)


def _in_places(lines: Lines, first: int, last: int) -> Signatures:
    """The signature of every row from the first to the last; one that is not there has none."""
    told = np.zeros(last - first + 1, "<u8")
    told[lines.rows.astype(np.intp) - first] = signatures_in(lines.codes)
    return told


def _noted(hashes: IO[bytes]) -> Iterator[Keys]:
    hashes.seek(0)
    while len(keys := np.fromfile(hashes, np.uint64, CHUNK)):
        yield keys
