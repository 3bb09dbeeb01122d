"""What changed between two snapshots: records that came, went, or hold something else, column by column.

Compared is the latest version of each record. Both sides are read in the order of their ids, so that the
difference of two registries of millions takes no memory.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from registries.schema import KINDS, Kind
from registries.snapshot.layout import check_file, connect


@dataclass(frozen=True, slots=True)
class Change:
    """One record that is not the same in both: `added`, `removed` or `changed`, and in which columns."""

    kind: str
    record: str
    what: str
    columns: tuple[tuple[str, str, str], ...] = ()
    """Column, the text before, the text after."""


def diff(old: Path | str, new: Path | str, kind: str = "") -> Iterator[Change]:
    """Says what changed from one snapshot to another.

    Args:
        old: the earlier snapshot.
        new: the later one.
        kind: only this kind.

    Yields:
        Each record that is not the same, by kind and id.

    Raises:
        SnapshotMissing: a file is not there.
        SnapshotBroken: a file is damaged.
    """
    before, after = Path(old), Path(new)
    check_file(before)
    check_file(after)
    with closing(connect(before)) as left, closing(connect(after)) as right:
        for each in KINDS:
            if kind in ("", each.name):
                yield from _of_kind(each, left, right)


def _of_kind(kind: Kind, left: sqlite3.Connection, right: sqlite3.Connection) -> Iterator[Change]:
    old, new = _latest(kind, left), _latest(kind, right)
    a, b = next(old, None), next(new, None)
    while a is not None or b is not None:
        if b is None or (a is not None and a["record_id"] < b["record_id"]):
            assert a is not None
            yield Change(kind.name, a["record_id"], "removed")
            a = next(old, None)
        elif a is None or b["record_id"] < a["record_id"]:
            yield Change(kind.name, b["record_id"], "added")
            b = next(new, None)
        else:
            if a["content"] != b["content"]:
                yield Change(kind.name, a["record_id"], "changed", _columns(kind, a, b))
            a, b = next(old, None), next(new, None)


def _latest(kind: Kind, connection: sqlite3.Connection) -> Iterator[sqlite3.Row]:
    """The latest version of each record, in the order of the ids."""
    rows = connection.execute(
        f"SELECT * FROM {kind.name} WHERE valid_to IS NULL ORDER BY record_id, valid_from"
    )
    last: sqlite3.Row | None = None
    for row in rows:
        if last is not None and row["record_id"] != last["record_id"]:
            yield last
        last = row
    if last is not None:
        yield last


def _columns(kind: Kind, old: sqlite3.Row, new: sqlite3.Row) -> tuple[tuple[str, str, str], ...]:
    names = [*(column.name for column in kind.columns), "extra"]
    return tuple((name, old[name], new[name]) for name in names if old[name] != new[name])
