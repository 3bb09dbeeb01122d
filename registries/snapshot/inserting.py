"""Writes entries into the snapshot, batch by batch, one behind the other.

1. each batch as rows of its kind; what is the same in every row is not given with each of them
2. beside them, the other numbers and the names by which the rows are found, too
3. these in order at the end: as they came, each would look for its own page
"""

from collections.abc import Iterator, Sequence

from sqlite_utils import Database

from registries.companies import parse_former_names
from registries.importing.base import Progress
from registries.importing.entries import Entries
from registries.schema import Kind
from registries.values.names import normalize_name

_TOLD_EVERY = 20


def insert(
    database: Database,
    kind: Kind,
    batches: Iterator[Entries],
    given: tuple[int, str | None, int],
    progress: Progress,
) -> int:
    """Writes entries one behind the other.

    Args:
        database: the snapshot, within the transaction of the import.
        kind: the kind of registry.
        batches: the entries.
        given: the number of the import, the day from which they hold, the number of the first row.
        progress: told how many are written.

    Returns:
        How many there were.
    """
    number, since, first = given
    columns = ["row_id", "record_id", "number_key", *(column.name for column in kind.columns)]
    columns += ["days", "extra", "source_row", "content", "import_id", "valid_from"]
    marks = ", ".join("?" * (len(columns) - 2))
    day = f"'{since}'" if since else "NULL"
    statement = (
        f"INSERT INTO {kind.name} ({', '.join(f'[{c}]' for c in columns)}) VALUES ({marks}, {number}, {day})"
    )
    written = 0
    _begin_beside(database)
    for done, batch in enumerate(batches, 1):
        start = first + written
        ids = range(start, start + len(batch.rows))
        told = (batch.days, batch.extras, batch.rows, batch.contents)
        database.conn.executemany(
            statement, zip(ids, batch.ids, batch.number_keys, *batch.columns, *told, strict=True)
        )
        _insert_beside(database, kind, batch, ids)
        written += len(batch.rows)
        if not done % _TOLD_EVERY:
            progress("写入", written, 0)
    _end_beside(database)
    return written


def _begin_beside(database: Database) -> None:
    database.execute("CREATE TEMP TABLE new_numbers (kind TEXT, [key] TEXT, row_id INTEGER)")
    database.execute("CREATE TEMP TABLE new_names (name TEXT, row_id INTEGER)")


def _end_beside(database: Database) -> None:
    database.execute(
        "INSERT OR IGNORE INTO other_numbers SELECT * FROM new_numbers ORDER BY kind, [key], row_id"
    )
    database.execute("INSERT OR IGNORE INTO company_names SELECT * FROM new_names ORDER BY name, row_id")
    database.execute("DROP TABLE new_numbers")
    database.execute("DROP TABLE new_names")


def _insert_beside(database: Database, kind: Kind, batch: Entries, rows: Sequence[int]) -> None:
    """The other numbers and the names by which the rows are found, too."""
    for keys in batch.other_numbers:
        numbers = ((kind.name, key, row) for key, row in zip(keys, rows, strict=True) if key)
        database.conn.executemany("INSERT INTO new_numbers VALUES (?, ?, ?)", numbers)
    if kind.name == "companies":
        database.conn.executemany("INSERT INTO new_names VALUES (?, ?)", _names(kind, batch, rows))


def _names(kind: Kind, batch: Entries, rows: Sequence[int]) -> Iterator[tuple[str, int]]:
    """The present and the former names of companies, each with its row."""
    held = dict(zip((column.name for column in kind.columns), batch.columns, strict=True))
    for name, former, row in zip(held["name"], held["former_names"], rows, strict=True):
        if key := normalize_name(name):
            yield key, row
        for each in parse_former_names(former) if former else ():
            if key := normalize_name(each.name):
                yield key, row
