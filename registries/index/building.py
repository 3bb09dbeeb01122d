"""Builds the index of one kind: grams of every row, sorted, one list of rows for each.

A column of millions of rows gives a hundred million grams; they are sorted bucket by bucket through a file
beside them, so that building takes some hundred megabytes, whatever the size.
"""

import sqlite3
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from typing import IO

import numpy as np

from registries.index.grams import Keys, row_grams
from registries.index.layout import MOST_SEGMENTS, column_number, list_number, segments
from registries.index.telling import telling_all
from registries.schema import Kind

CHUNK = 100_000
BUCKET = 16_000_000
"""Grams that are sorted at once: 128 MB."""


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
    number = column_number(kind, column)
    connection.execute(
        "DELETE FROM postings WHERE id >= ? AND id < ?",
        [list_number(number, 0, 0), list_number(number + 1, 0, 0)],
    )
    connection.execute("DELETE FROM indexed WHERE kind = ? AND [column] = ?", [kind.name, column])


def _index(
    connection: sqlite3.Connection, kind: Kind, column: str, segment: int, first: int, last: int
) -> None:
    number = column_number(kind, column)
    for keys in _sorted(connection, kind, column, first, last):
        connection.executemany(
            "INSERT INTO postings (id, count, rows) VALUES (?, ?, ?)", _lists(number, segment, keys)
        )
    connection.execute(
        "INSERT INTO indexed VALUES (?, ?, ?, ?, ?)", [kind.name, column, segment, first, last]
    )


def _lists(number: int, segment: int, keys: Keys) -> Iterator[tuple[int, int, bytes]]:
    """One list for each gram of sorted keys."""
    gram = (keys >> np.uint64(32)).astype(np.int64)
    rows = keys.astype("<u4").tobytes()
    starts = np.flatnonzero(np.diff(gram, prepend=-1))
    ends = np.append(starts[1:], len(keys))[: len(starts)]
    for which, start, end in zip(gram[starts].tolist(), starts.tolist(), ends.tolist(), strict=True):
        yield list_number(number, which, segment), end - start, rows[4 * start : 4 * end]


def _sorted(connection: sqlite3.Connection, kind: Kind, column: str, first: int, last: int) -> Iterator[Keys]:
    """All keys in order, in portions that each hold whole grams."""
    chunks = _chunks(connection, kind, column, first, last)
    beginning = next(chunks, np.empty(0, np.uint64))
    buckets = max(1, len(beginning) * (last - first + 1) // (CHUNK * BUCKET))
    if buckets == 1:
        yield _in_order(np.concatenate([beginning, *chunks]))
        return
    borders = np.quantile(beginning >> np.uint64(32), np.arange(1, buckets) / buckets).astype(np.uint64)
    with ExitStack() as stack:
        files = [stack.enter_context(tempfile.TemporaryFile()) for _ in range(buckets)]
        _spread(files, borders, beginning)
        for keys in chunks:
            _spread(files, borders, keys)
        for file in files:
            file.seek(0)
            yield _in_order(np.fromfile(file, np.uint64))


def _in_order(keys: Keys) -> Keys:
    keys.sort()
    return np.asarray(keys[np.diff(keys, prepend=np.uint64(0)) != 0], np.uint64)


def _spread(files: Sequence[IO[bytes]], borders: Keys, keys: Keys) -> None:
    bucket = np.searchsorted(borders, keys >> np.uint64(32), side="right")
    for number, file in enumerate(files):
        keys[bucket == number].tofile(file)


def _chunks(connection: sqlite3.Connection, kind: Kind, column: str, first: int, last: int) -> Iterator[Keys]:
    described = kind.column(column)
    assert described is not None
    found = connection.execute(
        f"SELECT row_id, [{column}] FROM {kind.name} WHERE row_id BETWEEN ? AND ? ORDER BY row_id",
        [first, last],
    )
    while rows := found.fetchmany(CHUNK):
        texts = telling_all(described, [text for _, text in rows])
        yield row_grams(texts, np.fromiter((row_id for row_id, _ in rows), np.uint32, len(rows)))
