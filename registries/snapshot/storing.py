"""Takes the rows of a file into the snapshot: all that are sound, in one transaction, or none.

1. entries stream in and get row numbers (inserting); what becomes of each row is counted
2. rows that repeat or contradict one another are taken out, then the new ones meet the old (merging)
3. the index grows, and the kind gets its version, a hash of its content (noting)
"""

import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path

from sqlite_utils import Database

from registries.errors import EmptyTable, SnapshotBroken
from registries.importing.base import ImportReport, Progress, Table
from registries.importing.entries import Entries
from registries.importing.header import Header
from registries.importing.rows import RowReader
from registries.index.building import write_index
from registries.schema import Kind
from registries.snapshot.counting import Counted
from registries.snapshot.inserting import insert
from registries.snapshot.layout import create_indexes, drop_indexes, writing
from registries.snapshot.merging import Merged, drop_repeated, merge
from registries.snapshot.noting import (
    Intake,
    holds,
    known,
    next_row,
    note_import,
    note_version,
    set_next_row,
)

BATCH = 2_000
NOTHING_SOUND = "没有一行可以导入，该登记库仍未建立：请按下列原因修改后重新导入"


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
            if known(database, kind, file[1]):
                return replace(report, unchanged=True)
            for each in tables:
                report = _add(report, _take(database, kind, each, intake, progress))
            if not report.rows:
                raise EmptyTable(
                    f"“{file[0]}”只有表头，没有任何数据行：登记库保持原样，没有导入任何内容；"
                    "请核对导出的范围或填入数据后重新导入"
                )
            if not holds(database, kind):
                report = replace(report, notes=(NOTHING_SOUND,))
            if intake.rehearse or report.notes:
                raise _RehearsedError
            progress("建立索引", 0, 0)
            write_index(database.conn, kind)
            progress("记录版本", 0, 0)
            note_version(database, kind, intake)
    except _RehearsedError:
        pass
    except sqlite3.DatabaseError as error:
        raise SnapshotBroken(f"登记库文件无法写入（{error}），请检查磁盘空间与权限，或重新导入") from error
    return report


def _add(a: ImportReport, b: ImportReport) -> ImportReport:
    numbers = ("rows", "imported", "rejected_rows", "doubtful_rows", "added", "changed", "same")
    summed = {name: getattr(a, name) + getattr(b, name) for name in numbers}
    return replace(a, **summed, rejected=a.rejected + b.rejected, doubtful=a.doubtful + b.doubtful)


def _take(database: Database, kind: Kind, source: Table, intake: Intake, progress: Progress) -> ImportReport:
    number = database.execute("SELECT coalesce(max(id), 0) + 1 FROM imports").fetchone()[0]
    first = next_row(database, kind)
    empty = not holds(database, kind)
    if empty:
        drop_indexes(database, kind)
    counted = Counted()
    written = insert(database, kind, _entries(kind, source, counted), (number, intake.since, first), progress)
    create_indexes(database, kind)
    contradicting, gone = drop_repeated(database, kind, first)
    counted.reject(contradicting)
    merged = Merged(written - gone, 0, 0) if empty else merge(database, kind, first, intake.since)
    set_next_row(database, kind, first + written)
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
    note_import(database, number, report, source, intake)
    return report


def _entries(kind: Kind, source: Table, counted: Counted) -> Iterator[Entries]:
    """The rows that are entries, batch by batch; what the others are is counted."""
    reader = RowReader(kind, Header(source.columns, source.header))
    rows = (row for row in source.rows if any(map(str.strip, row[1])) and not reader.repeats_header(row[1]))
    while batch := list(islice(rows, BATCH)):
        counted.rows += len(batch)
        read = reader.read(batch)
        counted.note(read)
        yield read
