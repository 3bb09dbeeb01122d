"""New rows beside old ones: what repeats, what contradicts, what replaces, and what ends when.

The rows of a table are in the snapshot already, with numbers from `first` on; here they find their places.
Everything is done by sets, since a table may have millions of rows.
"""

from dataclasses import dataclass

from sqlite_utils import Database

from registries.importing.base import Rejected
from registries.index.blocks import blank_texts
from registries.schema import Kind


@dataclass(frozen=True, slots=True)
class Merged:
    """How many records are new, hold something else now, or stayed as they were."""

    added: int
    changed: int
    same: int


def drop_repeated(database: Database, kind: Kind, first: int) -> tuple[list[Rejected], int]:
    """Takes out rows that repeat or contradict an earlier row of the same table.

    Args:
        database: the snapshot, within the transaction; its indexes are made.
        kind: the kind of registry.
        first: the number of the first new row.

    Returns:
        The rows that contradict, with the reason, and how many rows were taken out.
    """
    # One walk along the index of the ids, in which a repeated one stands beside its like.
    suspects = database.execute(
        f"SELECT record_id, row_id, content, source_row FROM {kind.name} WHERE record_id IN (SELECT record_id"
        f" FROM {kind.name} WHERE row_id >= {first} GROUP BY record_id HAVING count(*) > 1)"
        f" AND row_id >= {first} ORDER BY row_id"
    ).fetchall()
    earlier: dict[str, tuple[int, str]] = {}
    rejected, gone = [], []
    for record, row_id, content, row in suspects:
        known = earlier.setdefault(record, (row, content))
        if known == (row, content):
            continue
        gone.append((row_id,))
        if known[1] != content:
            rejected.append(Rejected(row, f"与第{known[0]}行编号相同而内容不同，请核对后只保留一行"))
    database.conn.executemany(f"DELETE FROM {kind.name} WHERE row_id = ?", gone)
    return rejected, len(gone)


def merge(database: Database, kind: Kind, first: int, since: str | None) -> Merged:
    """Lets the new rows replace or follow the versions that were there.

    Args:
        database: the snapshot, within the transaction.
        kind: the kind of registry.
        first: the number of the first new row.
        since: the day from which the new rows hold; None speaks about all time.
    """
    new = _count(database, f"SELECT count(*) FROM {kind.name} WHERE row_id >= {first}")
    database.execute("DROP TABLE IF EXISTS temp.touched")
    database.execute(
        f"CREATE TEMP TABLE touched AS SELECT n.row_id AS new_id, n.record_id, n.content FROM {kind.name} n"
        f" WHERE n.row_id >= {first} AND EXISTS"
        f" (SELECT 1 FROM {kind.name} o WHERE o.record_id = n.record_id AND o.row_id < {first})"
    )
    touched = _count(database, "SELECT count(*) FROM touched")
    if not touched:
        return Merged(new, 0, 0)
    same = _forget_same(database, kind, first, since)
    _replace(database, kind, first, since)
    _bound(database, kind)
    return Merged(new - touched, touched - same, same)


def _forget_same(database: Database, kind: Kind, first: int, since: str | None) -> int:
    """Takes out new rows that say what is known already."""
    if since is None:
        repeats = (
            f"SELECT t.new_id FROM touched t JOIN {kind.name} o ON o.record_id = t.record_id"
            f" WHERE o.row_id < {first} GROUP BY t.new_id HAVING count(*) = 1 AND max(o.content) = t.content"
        )
    else:
        # Of the versions that had begun by then, the latest one (max picks its row) says the same.
        repeats = (
            "SELECT new_id FROM (SELECT t.new_id, t.content AS new, o.content AS old,"
            f" max(coalesce(o.valid_from, '')) FROM touched t JOIN {kind.name} o ON o.record_id = t.record_id"
            f" WHERE o.row_id < {first} AND coalesce(o.valid_from, '') <= '{since}' GROUP BY t.new_id)"
            " WHERE new = old"
        )
    database.execute(f"CREATE TEMP TABLE repeats AS {repeats}")
    same = _count(database, "SELECT count(*) FROM repeats")
    database.execute(f"DELETE FROM {kind.name} WHERE row_id IN (SELECT new_id FROM repeats)")
    database.execute("DELETE FROM touched WHERE new_id IN (SELECT new_id FROM repeats)")
    database.execute("DROP TABLE repeats")
    return same


def _replace(database: Database, kind: Kind, first: int, since: str | None) -> None:
    """Without a day a table replaces what was known; with one, only what was said for the same day."""
    same_day = "" if since is None else f" AND valid_from = '{since}'"
    replaced = (
        f"FROM {kind.name} WHERE row_id < {first}{same_day} AND record_id IN (SELECT record_id FROM touched)"
    )
    blank_texts(database.conn, kind, [row for (row,) in database.execute(f"SELECT row_id {replaced}")])
    database.execute(f"DELETE {replaced}")


def _bound(database: Database, kind: Kind) -> None:
    """Each version ends where the next begins."""
    database.execute(
        "WITH ordered AS (SELECT row_id, lead(valid_from) OVER"
        " (PARTITION BY record_id ORDER BY valid_from IS NOT NULL, valid_from) AS following"
        f" FROM {kind.name} WHERE record_id IN (SELECT record_id FROM touched))"
        f" UPDATE {kind.name} SET valid_to = ordered.following FROM ordered"
        f" WHERE ordered.row_id = {kind.name}.row_id AND {kind.name}.valid_to IS NOT ordered.following"
    )


def _count(database: Database, query: str) -> int:
    return int(database.execute(query).fetchone()[0])
