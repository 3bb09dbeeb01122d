"""The snapshot: all registries in one SQLite file, written in one transaction, read by everybody else.

kinds        one row a kind: version (hash of its content), records, as_of, time of import
imports      one row a file taken in, with the rows that were rejected
<kind>       one row a version of a record: its columns, `days` (dates in ISO form), `extra` (unknown
             columns), where it came from, and from when to when it was so
postings     which rows hold which pair of characters, per kind and column (see index)
company_names  every present and former name -> row of companies
other_numbers  publication and certificate numbers -> row of their kind
"""

import hashlib
import json
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import asdict
from datetime import date
from pathlib import Path

from sqlite_utils import Database
from sqlite_utils.db import Table as SqlTable

from registries.companies import parse_former_names
from registries.compare.columns import number_key
from registries.errors import SnapshotBroken, SnapshotMissing
from registries.importing.base import ImportReport, Table
from registries.importing.rows import Entries, Entry
from registries.index import write_postings
from registries.schema import KINDS, Kind, Role
from registries.values.names import normalize_name

APPLICATION_ID = 0x485A5247
FORMAT = 1
PATIENCE = 60.0
"""Seconds that a second import waits for the first one."""

_ENTRY = {"row_id": int, "record_id": str, "number_key": str}
_ORIGIN = {
    **{"days": str, "extra": str, "source_file": str, "source_row": int, "source_sha256": str},
    **{"imported_at": str, "valid_from": str, "valid_to": str, "content": str},
}


def _create(database: Database) -> None:
    if database.execute("PRAGMA application_id").fetchone()[0] == APPLICATION_ID:
        return
    for kind in KINDS:
        columns = {**_ENTRY, **{column.name: str for column in kind.columns}, **_ORIGIN}
        table = _table(database, kind.name)
        table.create(columns, pk="row_id", if_not_exists=True)
        table.create_index(["record_id"], if_not_exists=True)
        table.create_index(["number_key"], if_not_exists=True)
    _table(database, "kinds").create(
        {"kind": str, "version": str, "records": int, "as_of": str, "imported_at": str},
        pk="kind",
        if_not_exists=True,
    )
    _table(database, "imports").create(
        {"id": int, "kind": str, "file": str, "sha256": str, "as_of": str, "imported_at": str}
        | {"rows": int, "imported": int, "rejected": str, "doubtful": str},
        pk="id",
        if_not_exists=True,
    )
    _table(database, "company_names").create({"name": str, "row_id": int}, if_not_exists=True)
    _table(database, "company_names").create_index(["name"], if_not_exists=True)
    _table(database, "other_numbers").create({"kind": str, "key": str, "row_id": int}, if_not_exists=True)
    _table(database, "other_numbers").create_index(["kind", "key"], if_not_exists=True)
    database.execute(
        "CREATE TABLE IF NOT EXISTS postings (kind TEXT, column TEXT, gram TEXT, count INTEGER, rows BLOB,"
        " PRIMARY KEY (kind, column, gram)) WITHOUT ROWID"
    )
    database.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    database.execute(f"PRAGMA user_version = {FORMAT}")


def _table(database: Database, name: str) -> SqlTable:
    table = database[name]
    assert isinstance(table, SqlTable)
    return table


@contextmanager
def _writing(path: Path) -> Iterator[Database]:
    """One transaction over everything; whatever goes wrong, the file stays as it was."""
    if path.exists() and path.stat().st_size:
        check_file(path)
    with closing(sqlite3.connect(path, timeout=PATIENCE, isolation_level=None)) as connection:
        database = Database(connection)
        connection.execute("BEGIN IMMEDIATE")
        try:
            _create(database)
            yield database
        except BaseException:
            connection.rollback()
            raise
        connection.commit()


def check_file(path: Path) -> None:
    """Makes sure that a file is a whole snapshot of ours, without reading all of it.

    Args:
        path: the snapshot.

    Raises:
        SnapshotMissing: there is no such file.
        SnapshotBroken: it is cut off, damaged, or something else.
    """
    if not path.is_file():
        raise SnapshotMissing(f"找不到登记库文件“{path}”，请先用 hezheng registries import 导入")
    with path.open("rb") as file:
        head = file.read(100)
    if len(head) < 100 or not head.startswith(b"SQLite format 3\x00"):
        raise SnapshotBroken(f"“{path.name}”不是登记库文件，请重新导入")
    page = int.from_bytes(head[16:18], "big")
    pages = int.from_bytes(head[28:32], "big")
    if path.stat().st_size < pages * (65536 if page == 1 else page):
        raise SnapshotBroken(f"“{path.name}”不完整（可能复制中断），请重新复制或重新导入")
    if int.from_bytes(head[68:72], "big") != APPLICATION_ID:
        raise SnapshotBroken(f"“{path.name}”不是本程序的登记库文件，请重新导入")
    if int.from_bytes(head[60:64], "big") != FORMAT:
        raise SnapshotBroken(f"“{path.name}”由其他版本的程序生成，请重新导入")


def connect(path: Path) -> sqlite3.Connection:
    """Opens a snapshot for reading only; the connection belongs to one thread."""
    # Only closing crosses threads: whoever opened the registries closes the connections of all of them.
    address = f"{path.resolve().as_uri()}?mode=ro"
    connection = sqlite3.connect(address, uri=True, timeout=PATIENCE, check_same_thread=False)
    connection.row_factory = sqlite3.Row
    return connection


def store(
    path: Path, kind: Kind, table: Table, entries: Entries, as_of: date | None, now: str
) -> ImportReport:
    """Takes the entries of one table into the snapshot, all or nothing.

    Args:
        path: the snapshot; it is made where there is none.
        kind: the kind of registry.
        table: the table that the entries came from.
        entries: what was read from it.
        as_of: the day on which the table held; None says nothing about time.
        now: the time of import.

    Returns:
        What became of the file; `unchanged` where the same file was taken in before.
    """
    report = ImportReport(
        kind.name, table.file, len(table.rows), len(entries.entries), entries.rejected, entries.doubtful
    )
    try:
        with _writing(path) as database:
            if _known(database, kind, table):
                return ImportReport(kind.name, table.file, len(table.rows), unchanged=True)
            _store_entries(database, kind, table, entries.entries, as_of, now)
            _note(database, kind, table, report, as_of, now)
    except sqlite3.DatabaseError as error:
        raise SnapshotBroken(f"登记库文件无法写入（{error}），请检查磁盘空间与权限，或重新导入") from error
    return report


def _known(database: Database, kind: Kind, table: Table) -> bool:
    query = "SELECT 1 FROM imports WHERE kind = ? AND sha256 = ?"
    return database.execute(query, [kind.name, table.sha256]).fetchone() is not None


def _store_entries(
    database: Database, kind: Kind, table: Table, entries: Iterable[Entry], as_of: date | None, now: str
) -> None:
    since = as_of.isoformat() if as_of else None
    for entry in entries:
        if _makes_way(database, kind, entry, since):
            _insert(database, kind, table, entry, since, now)
            _bound(database, kind, entry.id)
    write_postings(database.conn, kind)
    _write_other_numbers(database, kind)
    if kind.name == "companies":
        _write_names(database)


def _makes_way(database: Database, kind: Kind, entry: Entry, since: str | None) -> bool:
    """Whether the entry says something new; a version from the same day is replaced by it."""
    versions = database.execute(
        f"SELECT row_id, content, valid_from FROM {kind.name} WHERE record_id = ?", [entry.id]
    ).fetchall()
    if since is None:
        # Without a day a table speaks about all time: it replaces what was known.
        same = len(versions) == 1 and versions[0][1] == entry.content
        replaced = [] if same else [row_id for row_id, _, _ in versions]
    else:
        holding = [version for version in versions if (version[2] or "") <= since]
        latest = max(holding, key=lambda version: version[2] or "", default=None)
        same = latest is not None and latest[1] == entry.content
        replaced = [] if same else [row_id for row_id, _, start in versions if start == since]
    for row_id in replaced:
        database.execute(f"DELETE FROM {kind.name} WHERE row_id = ?", [row_id])
    return not same


def _insert(database: Database, kind: Kind, table: Table, entry: Entry, since: str | None, now: str) -> None:
    row = {
        **{"record_id": entry.id, "number_key": entry.number_key, **entry.values},
        **{"days": _json(entry.days), "extra": _json(entry.extra), "content": entry.content},
        **{"source_file": table.file, "source_row": entry.row, "source_sha256": table.sha256},
        **{"imported_at": now, "valid_from": since, "valid_to": None},
    }
    names = ", ".join(f"[{name}]" for name in row)
    marks = ", ".join("?" * len(row))
    database.execute(f"INSERT INTO {kind.name} ({names}) VALUES ({marks})", list(row.values()))


def _bound(database: Database, kind: Kind, record_id: str) -> None:
    """Each version ends where the next begins."""
    versions = database.execute(
        f"SELECT row_id, valid_from FROM {kind.name} WHERE record_id = ?"
        " ORDER BY valid_from IS NOT NULL, valid_from",
        [record_id],
    ).fetchall()
    if len(versions) < 2:
        return
    for (row_id, _), following in zip(versions, [*versions[1:], (None, None)], strict=True):
        database.execute(f"UPDATE {kind.name} SET valid_to = ? WHERE row_id = ?", [following[1], row_id])


def _write_names(database: Database) -> None:
    database.execute("DELETE FROM company_names")
    rows = database.execute("SELECT row_id, name, former_names FROM companies").fetchall()
    for row_id, name, former in rows:
        names = {normalize_name(each) for each in (name, *(f.name for f in parse_former_names(former)))} - {
            ""
        }
        for each in sorted(names):
            database.execute("INSERT INTO company_names (name, row_id) VALUES (?, ?)", [each, row_id])


def _write_other_numbers(database: Database, kind: Kind) -> None:
    database.execute("DELETE FROM other_numbers WHERE kind = ?", [kind.name])
    for column in kind.by_role(Role.NUMBER):
        if column.name != kind.number:
            rows = database.execute(f"SELECT row_id, [{column.name}] FROM {kind.name}").fetchall()
            keys = ((kind.name, number_key(column.identifier, text), row_id) for row_id, text in rows if text)
            database.conn.executemany("INSERT INTO other_numbers (kind, key, row_id) VALUES (?, ?, ?)", keys)


def _note(
    database: Database, kind: Kind, table: Table, report: ImportReport, as_of: date | None, now: str
) -> None:
    day = as_of.isoformat() if as_of else None
    _table(database, "imports").insert(
        {
            **{
                "kind": kind.name,
                "file": table.file,
                "sha256": table.sha256,
                "as_of": day,
                "imported_at": now,
            },
            **{"rows": report.rows, "imported": report.imported},
            **{"rejected": _json([asdict(each) for each in report.rejected])},
            **{"doubtful": _json([asdict(each) for each in report.doubtful])},
        }
    )
    rows = database.execute(
        f"SELECT content, valid_from FROM {kind.name} ORDER BY content, valid_from"
    ).fetchall()
    version = hashlib.sha256(_json([list(row) for row in rows]).encode()).hexdigest()[:16]
    records = database.execute(f"SELECT count(DISTINCT record_id) FROM {kind.name}").fetchone()[0]
    days = [
        each[0]
        for each in database.execute("SELECT as_of FROM imports WHERE kind = ?", [kind.name])
        if each[0]
    ]
    _table(database, "kinds").upsert(
        {
            "kind": kind.name,
            "version": version,
            "records": records,
            "as_of": max(days, default=None),
            "imported_at": now,
        },
        pk="kind",
    )


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, default=dict)
