"""Finds candidates for a misread name: pairs of characters, looked up rarest first.

Every searched column is cut into pairs of neighbours and, for what is short, pairs with one character
between; each pair has a sorted list of the rows that hold it. A query reads its rarest lists, counts how
often each row occurs, weighed by rarity, and gives the best rows to be compared properly.
Ranking candidates is all this does; whether one is right is decided by scoring.
"""

from __future__ import annotations

import math
import sqlite3
from array import array
from collections import defaultdict
from collections.abc import Iterable, Mapping

from registries.schema import Kind, Role
from registries.values.names import split_name
from registries.values.text import squeeze

MOST_LISTS = 12
MOST_ROWS = 30_000
"""Rows read from all lists of one query together: some milliseconds of counting."""

_SHORT = 16


def grams(text: str) -> frozenset[str]:
    """The pairs of characters of a text; a single character is its own."""
    squeezed = squeeze(text)
    pairs = {squeezed[i : i + 2] for i in range(len(squeezed) - 1)}
    if len(squeezed) <= _SHORT:
        pairs |= {squeezed[i] + "·" + squeezed[i + 2] for i in range(len(squeezed) - 2)}
    return frozenset(pairs or ({squeezed} if squeezed else ()))


def _telling(kind: Kind, column: str, text: str) -> str:
    """A company without place and form, which half of all companies share; other text as it is."""
    described = kind.column(column)
    if described is None or described.role is not Role.COMPANY:
        return text
    parts = split_name(text)
    return f"{parts.brand}{parts.trade}{parts.bracket}" or text


def write_postings(connection: sqlite3.Connection, kind: Kind) -> None:
    """Writes the lists of one kind anew, from all rows that the snapshot holds of it.

    Args:
        connection: the snapshot, within the transaction of the import.
        kind: the kind of registry.
    """
    connection.execute("DELETE FROM postings WHERE kind = ?", [kind.name])
    for column in kind.searched:
        lists: dict[str, array[int]] = defaultdict(lambda: array("I"))
        for row_id, text in connection.execute(f"SELECT row_id, [{column}] FROM {kind.name} ORDER BY row_id"):
            for gram in grams(_telling(kind, column, text)):
                lists[gram].append(row_id)
        connection.executemany(
            "INSERT INTO postings (kind, column, gram, count, rows) VALUES (?, ?, ?, ?, ?)",
            ((kind.name, column, gram, len(rows), rows.tobytes()) for gram, rows in sorted(lists.items())),
        )


def find_candidates(
    connection: sqlite3.Connection, kind: Kind, fields: Mapping[str, str], limit: int
) -> tuple[int, ...]:
    """Finds the rows that share the rarest pairs of characters with the text asked for.

    Args:
        connection: the snapshot.
        kind: the kind of registry.
        fields: column -> text asked for; columns that are not searched are left out.
        limit: how many rows at most.

    Returns:
        Row numbers, the most promising first.
    """
    votes: dict[int, float] = defaultdict(float)
    for column in kind.searched:
        text = fields.get(column, "")
        if text.strip():
            for gram, weight in _rarest(connection, kind, column, grams(_telling(kind, column, text))):
                for row_id in _rows(connection, kind, column, gram):
                    votes[row_id] += weight
    return tuple(sorted(votes, key=lambda row_id: (-votes[row_id], row_id))[:limit])


def _rarest(
    connection: sqlite3.Connection, kind: Kind, column: str, asked: Iterable[str]
) -> list[tuple[str, float]]:
    """The rarest pairs with their weights, as many as can be counted quickly, but at least one."""
    wanted = sorted(asked)[:400]
    marks = ", ".join("?" * len(wanted))
    counts = connection.execute(
        "SELECT gram, count FROM postings WHERE kind = ? AND column = ?"
        f" AND gram IN ({marks}) ORDER BY count, gram",
        [kind.name, column, *wanted],
    ).fetchall()
    chosen: list[tuple[str, float]] = []
    read = 0
    for gram, count in counts[:MOST_LISTS]:
        if chosen and read + count > MOST_ROWS:
            break
        read += count
        chosen.append((gram, 1 / math.log(count + 1.5)))
    return chosen


def _rows(connection: sqlite3.Connection, kind: Kind, column: str, gram: str) -> array[int]:
    rows: array[int] = array("I")
    found = connection.execute(
        "SELECT rows FROM postings WHERE kind = ? AND column = ? AND gram = ?", [kind.name, column, gram]
    ).fetchone()
    if found is not None:
        rows.frombytes(found[0])
    return rows
