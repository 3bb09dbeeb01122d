"""Builds the index of one kind: grams of every row, sorted, one list of rows for each; whole texts beside them.

A column of millions of rows gives a hundred million grams; they are sorted bucket by bucket through a file
beside them, so that building takes some hundred megabytes, whatever the size.
"""

import sqlite3
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from typing import IO

import numpy as np

from registries.index.grams import ROW, Keys, row_grams
from registries.index.layout import (
    BLOCK_BITS,
    MOST_SEGMENTS,
    OF_COLUMNS,
    block_number,
    column_number,
    list_number,
    numbers_of,
    segments,
)
from registries.index.telling import telling_all
from registries.index.whole import bucketed, hashes_of
from registries.schema import Column, Kind

CHUNK = 1 << 17
BUCKET = 5_000_000
"""Grams that are sorted at once: 40 MB, and some times that while lists are made of them."""
_BLOCK = 1 << BLOCK_BITS


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
    hashes: list[Keys] = []
    for keys in _sorted(_chunks(connection, kind, column, first, last, hashes), last - first + 1):
        counts, lists = _lists(number, segment, keys)
        connection.executemany("INSERT INTO postings VALUES (?, ?)", lists)
        connection.executemany("INSERT INTO gram_counts VALUES (?, ?)", counts)
    connection.executemany(
        "INSERT INTO exact VALUES (?, ?)",
        ((list_number(number, bucket, segment), held) for bucket, held in bucketed(hashes)),
    )
    connection.execute(
        "INSERT INTO indexed VALUES (?, ?, ?, ?, ?)", [kind.name, column, segment, first, last]
    )


def _lists(number: int, segment: int, keys: Keys) -> tuple[list[tuple[int, int]], Iterator[tuple[int, bytes]]]:
    """How many rows each gram of sorted keys has, and which."""
    gram = (keys >> np.uint64(32)).astype(np.int64)
    rows = memoryview(keys.astype("<u4").tobytes())
    starts = np.flatnonzero(np.diff(gram, prepend=-1))
    ends = np.append(starts[1:], len(keys))[: len(starts)]
    ids = [list_number(number, which, segment) for which in gram[starts].tolist()]
    counts = list(zip(ids, (ends - starts).tolist(), strict=True))
    spans = zip(ids, (4 * starts).tolist(), (4 * ends).tolist(), strict=True)
    return counts, ((each, bytes(rows[start:end])) for each, start, end in spans)


def _sorted(chunks: Iterator[Keys], rows: int) -> Iterator[Keys]:
    """All keys in order, in portions that each hold whole grams."""
    beginning = next(chunks, np.empty(0, np.uint64))
    buckets = max(1, len(beginning) * rows // (CHUNK * BUCKET))
    if buckets == 1:
        yield _in_order(np.concatenate([beginning, *chunks]))
        return
    sample = np.sort(beginning[:: max(1, len(beginning) // 100_000)] >> np.uint64(32))
    borders = sample[np.arange(1, buckets) * len(sample) // buckets]
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


def _chunks(
    connection: sqlite3.Connection, kind: Kind, column: str, first: int, last: int, hashes: list[Keys]
) -> Iterator[Keys]:
    """The keys of the rows, chunk by chunk; their texts are stored and their hashes noted by the way."""
    described = kind.column(column)
    assert described is not None
    number = column_number(kind, column)
    for start in range(first - first % _BLOCK, last + 1, CHUNK):
        texts, rows = _read(connection, kind, described, max(first, start), min(last, start + CHUNK - 1))
        _store_texts(connection, number, texts, rows)
        hashes.append(hashes_of(texts, rows))
        yield row_grams(texts, rows)


def _read(
    connection: sqlite3.Connection, kind: Kind, column: Column, first: int, last: int
) -> tuple[list[str], "np.ndarray[tuple[int], np.dtype[np.uint32]]"]:
    found = connection.execute(
        f"SELECT row_id, [{column.name}] FROM {kind.name} WHERE row_id BETWEEN ? AND ? ORDER BY row_id",
        [first, last],
    ).fetchall()
    rows = np.fromiter((row_id for row_id, _ in found), np.uint32, len(found))
    return telling_all(column, [text for _, text in found]), rows


def _store_texts(
    connection: sqlite3.Connection, number: int, texts: list[str], rows: "np.ndarray[tuple[int], np.dtype[np.uint32]]"
) -> None:
    if not len(rows):
        return
    first, last = int(rows[0]), int(rows[-1])
    before = _lines(connection, block_number(number, first))[: first % _BLOCK]
    lines = before + [""] * (first % _BLOCK - len(before))
    if last - first + 1 == len(texts):
        lines += texts
    else:  # rows that were taken out leave their places
        held = dict(zip(rows.tolist(), texts, strict=True))
        lines += [held.get(row, "") for row in range(first, last + 1)]
    start = block_number(number, first)
    connection.executemany(
        "INSERT OR REPLACE INTO texts VALUES (?, ?)",
        (
            (start + place // _BLOCK, ROW.join(lines[place : place + _BLOCK]))
            for place in range(0, len(lines), _BLOCK)
        ),
    )


def _lines(connection: sqlite3.Connection, block: int) -> list[str]:
    found = connection.execute("SELECT lines FROM texts WHERE id = ?", [block]).fetchone()
    return found[0].split(ROW) if found else []
