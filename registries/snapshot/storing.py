"""Takes the rows of a file into the snapshot: all that are sound, in one transaction, or none.

1. entries stream in and get row numbers; numbers and names beside them go into their own tables
2. rows that repeat or contradict one another are taken out, then the new ones meet the old (merging)
3. the index grows, and the kind gets its version, a hash of its content
"""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, field, replace
from datetime import date
from hashlib import sha256
from itertools import islice
from pathlib import Path

from sqlite_utils import Database

from registries.companies import parse_former_names
from registries.errors import EmptyTable, SnapshotBroken
from registries.importing.base import ImportReport, Progress, Rejected, Table
from registries.importing.header import Header
from registries.importing.rows import Entries, RowReader
from registries.index.building import write_index
from registries.schema import Kind
from registries.snapshot.layout import create_indexes, drop_indexes, table, writing
from registries.snapshot.merging import Merged, drop_repeated, merge
from registries.values.names import normalize_name

BATCH = 2_000
MOST_LISTED = 10_000
_TOLD_EVERY = 20
NOTHING_SOUND = "没有一行可以导入，该登记库仍未建立：请按下列原因修改后重新导入"


@dataclass(slots=True)
class _Count:
    """What is counted while rows stream by."""

    rows: int = 0
    rejected: list[Rejected] = field(default_factory=list)
    doubtful: list[Rejected] = field(default_factory=list)
    rejected_rows: int = 0
    doubtful_rows: int = 0

    def note(self, read: Entries) -> None:
        """Counts what was told of some rows, and lists the first of it."""
        self.reject(read.rejected)
        self.doubtful_rows += len(read.doubts)
        for place in sorted(read.doubts):
            if len(self.doubtful) >= MOST_LISTED:
                break
            self.doubtful += [Rejected(read.rows[place], doubt) for doubt in read.doubts[place]]

    def reject(self, rejected: Sequence[Rejected]) -> None:
        self.rejected_rows += len(rejected)
        self.rejected += rejected[: MOST_LISTED - len(self.rejected)]


@dataclass(frozen=True, slots=True)
class Intake:
    """When a table held, when it is taken in, and whether it is only tried."""

    as_of: date | None
    now: str
    rehearse: bool = False

    @property
    def since(self) -> str | None:
        """The day on which the table held."""
        return self.as_of.isoformat() if self.as_of else None


class _RehearsedError(Exception):
    """Ends an import of which nothing is to stay."""


def store(
    path: Path, kind: Kind, file: tuple[str, str], tables: Iterable[Table], intake: Intake, progress: Progress
) -> ImportReport:
    """Takes the tables of one file into the snapshot, all or nothing.

    Args:
        path: the snapshot; it is made where there is none.
        kind: the kind of registry.
        file: name and sha256 of the file.
        tables: its tables, whose rows are read here.
        intake: as of when, at what time, and whether it is only tried.
        progress: told how far it is.

    Returns:
        What became of the file; `unchanged` where the same file was taken in before. Where no row is sound and
        the registry holds nothing yet, it is not made: without entries it would answer «not registered» to everything.

    Raises:
        EmptyTable: nothing stands below the heads.
        SnapshotBroken: the snapshot is damaged or cannot be written.
    """
    report = ImportReport(kind.name, file[0], rehearsed=intake.rehearse)
    try:
        with writing(path) as database:
            if _known(database, kind, file[1]):
                return replace(report, unchanged=True)
            for each in tables:
                report = _add(report, _take(database, kind, each, intake, progress))
            if not report.rows:
                raise EmptyTable(
                    f"“{file[0]}”只有表头，没有任何数据行：登记库保持原样，没有导入任何内容；"
                    "请核对导出的范围或填入数据后重新导入"
                )
            if not _holds(database, kind):
                report = replace(report, notes=(NOTHING_SOUND,))
            if intake.rehearse or report.notes:
                raise _RehearsedError
            progress("建立索引", 0, 0)
            write_index(database.conn, kind)
            progress("记录版本", 0, 0)
            _note(database, kind, intake)
    except _RehearsedError:
        pass
    except sqlite3.DatabaseError as error:
        raise SnapshotBroken(f"登记库文件无法写入（{error}），请检查磁盘空间与权限，或重新导入") from error
    return report


def _holds(database: Database, kind: Kind) -> bool:
    return database.execute(f"SELECT 1 FROM {kind.name} LIMIT 1").fetchone() is not None


def _add(a: ImportReport, b: ImportReport) -> ImportReport:
    numbers = ("rows", "imported", "rejected_rows", "doubtful_rows", "added", "changed", "same")
    summed = {name: getattr(a, name) + getattr(b, name) for name in numbers}
    return replace(a, **summed, rejected=a.rejected + b.rejected, doubtful=a.doubtful + b.doubtful)


def _known(database: Database, kind: Kind, digest: str) -> bool:
    query = "SELECT 1 FROM imports WHERE kind = ? AND sha256 = ?"
    return database.execute(query, [kind.name, digest]).fetchone() is not None


def _take(database: Database, kind: Kind, source: Table, intake: Intake, progress: Progress) -> ImportReport:
    number = database.execute("SELECT coalesce(max(id), 0) + 1 FROM imports").fetchone()[0]
    first = _next_row(database, kind)
    empty = not _holds(database, kind)
    if empty:
        drop_indexes(database, kind)
    counted = _Count()
    written = _insert(
        database, kind, _entries(kind, source, counted), (number, intake.since, first), progress
    )
    create_indexes(database, kind)
    contradicting, gone = drop_repeated(database, kind, first)
    counted.reject(contradicting)
    merged = Merged(written - gone, 0, 0) if empty else merge(database, kind, first, intake.since)
    _set_next_row(database, kind, first + written)
    report = ImportReport(
        kind.name,
        source.file,
        counted.rows,
        written - gone,
        tuple(counted.rejected),
        tuple(counted.doubtful),
        rejected_rows=counted.rejected_rows,
        doubtful_rows=counted.doubtful_rows,
        added=merged.added,
        changed=merged.changed,
        same=merged.same,
    )
    _note_import(database, number, report, source, intake)
    return report


def _entries(kind: Kind, source: Table, counted: _Count) -> Iterator[Entries]:
    """The rows that are entries, batch by batch; what the others are is counted."""
    reader = RowReader(kind, Header(source.columns, source.header))
    rows = (row for row in source.rows if any(map(str.strip, row[1])) and not reader.repeats_header(row[1]))
    while batch := list(islice(rows, BATCH)):
        counted.rows += len(batch)
        read = reader.read(batch)
        counted.note(read)
        yield read


def _insert(
    database: Database,
    kind: Kind,
    batches: Iterator[Entries],
    given: tuple[int, str | None, int],
    progress: Progress,
) -> int:
    """Writes entries one behind the other; gives how many there were."""
    number, since, first = given
    columns = ["row_id", "record_id", "number_key", *(column.name for column in kind.columns)]
    columns += ["days", "extra", "source_row", "content", "import_id", "valid_from"]
    marks = ", ".join("?" * (len(columns) - 2))
    # What is the same in every row is not given with each of them.
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
    """Sorted, they are written one behind the other; as they came, each would look for its own page."""
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


def _next_row(database: Database, kind: Kind) -> int:
    found = database.execute("SELECT next_row FROM kinds WHERE kind = ?", [kind.name]).fetchone()
    return int(found[0]) if found else 1


def _set_next_row(database: Database, kind: Kind, row: int) -> None:
    table(database, "kinds").upsert({"kind": kind.name, "next_row": row}, pk="kind")


def _note_import(
    database: Database, number: int, report: ImportReport, source: Table, intake: Intake
) -> None:
    told = {
        name: getattr(report, name)
        for name in ("kind", "file", "rows", "imported", "added", "changed", "same")
    }
    table(database, "imports").insert(
        {
            **{"id": number, **told, "sha256": source.sha256},
            **{"as_of": intake.since, "imported_at": intake.now},
            **{"rejected": _json(report.rejected), "doubtful": _json(report.doubtful)},
        }
    )


def _note(database: Database, kind: Kind, intake: Intake) -> None:
    days = "SELECT max(as_of) FROM imports WHERE kind = ?"
    table(database, "kinds").upsert(
        {
            "kind": kind.name,
            "version": _version(database, kind),
            "records": database.execute(f"SELECT count(DISTINCT record_id) FROM {kind.name}").fetchone()[0],
            "versions": database.execute(f"SELECT count(*) FROM {kind.name}").fetchone()[0],
            "as_of": database.execute(days, [kind.name]).fetchone()[0],
            "imported_at": intake.now,
        },
        pk="kind",
    )


def _version(database: Database, kind: Kind) -> str:
    """A hash of all contents with the days from which they hold, in whatever order they came."""
    digest = sha256()
    rows = database.execute(
        f"SELECT content || coalesce('@' || valid_from, '') AS held FROM {kind.name} ORDER BY held"
    )
    while batch := rows.fetchmany(50_000):
        digest.update("".join(f"{held}\n" for (held,) in batch).encode())
    return digest.hexdigest()[:16]


def _json(listed: Sequence[Rejected]) -> str:
    return json.dumps([asdict(each) for each in listed], ensure_ascii=False)
