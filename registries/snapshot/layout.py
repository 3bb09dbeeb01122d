"""The snapshot: all registries in one SQLite file, written in one transaction, read by everybody else.

kinds        one row a kind: version (hash of its content), records, their versions, as_of, time of import
imports      one row a table taken in, with the rows that were rejected; records point to it as their source
<kind>       one row a version of a record: its columns, `days` (dates in ISO form), `extra` (unknown
             columns), where it came from, and from when to when it was so
company_names  every present and former name -> row of companies
other_numbers  publication and certificate numbers -> row of their kind
directories, postings, texts, exact, indexed  which rows hold which text or pair of characters (see index/layout)

A row's number is never given twice: what still points to a row that was replaced points to nothing.
"""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from registries.errors import SnapshotBroken, SnapshotMissing, SnapshotPublished
from registries.index.layout import TABLES
from registries.schema import KINDS, Kind

if TYPE_CHECKING:  # asking needs no sqlite_utils, and importing it takes long
    from sqlite_utils import Database
    from sqlite_utils.db import Table as SqlTable

APPLICATION_ID = 0x485A5247
FORMAT = 4
PATIENCE = 60.0
"""Seconds that a second import waits for the first one."""
PAGE = 8192
_WRITING_CACHE = -64_000
_READING_CACHE = -24_000
"""Kilobytes of pages that a connection keeps; a worker's reading goes through the system's own cache."""

_ENTRY = {"row_id": int, "record_id": str, "number_key": str}
_ORIGIN = {
    **{"days": str, "extra": str, "import_id": int, "source_row": int},
    **{"valid_from": str, "valid_to": str, "content": str},
}
_KINDS = {
    **{"kind": str, "version": str, "records": int, "versions": int, "as_of": str},
    **{"imported_at": str, "next_row": int},
}
_IMPORTS = {
    **{"id": int, "kind": str, "file": str, "sha256": str, "as_of": str, "imported_at": str},
    **{"rows": int, "imported": int, "added": int, "changed": int, "same": int},
    **{"rejected": str, "doubtful": str},
}


def table(database: "Database", name: str) -> "SqlTable":
    """A table, which is there or can be made."""
    from sqlite_utils.db import Table as SqlTable

    found = database[name]
    assert isinstance(found, SqlTable)
    return found


def _create(database: "Database") -> None:
    if database.execute("PRAGMA application_id").fetchone()[0] == APPLICATION_ID:
        return
    for kind in KINDS:
        columns = {**_ENTRY, **{column.name: str for column in kind.columns}, **_ORIGIN}
        table(database, kind.name).create(columns, pk="row_id", if_not_exists=True)
        create_indexes(database, kind)
    table(database, "kinds").create(_KINDS, pk="kind", if_not_exists=True)
    table(database, "imports").create(_IMPORTS, pk="id", if_not_exists=True)
    for statement in (
        "CREATE TABLE IF NOT EXISTS company_names (name TEXT, row_id INTEGER,"
        " PRIMARY KEY (name, row_id)) WITHOUT ROWID",
        "CREATE TABLE IF NOT EXISTS other_numbers (kind TEXT, [key] TEXT, row_id INTEGER,"
        " PRIMARY KEY (kind, [key], row_id)) WITHOUT ROWID",
        *TABLES,
        f"PRAGMA application_id = {APPLICATION_ID}",
        f"PRAGMA user_version = {FORMAT}",
    ):
        database.execute(statement)


def indexed_columns(kind: Kind) -> tuple[str, ...]:
    """The columns by which records are found; a number is the record's own key, except in a series."""
    return ("record_id", "number_key") if kind.dated else ("record_id",)


def create_indexes(database: "Database", kind: Kind) -> None:
    """Makes the indexes of one kind where they are not there."""
    for column in indexed_columns(kind):
        table(database, kind.name).create_index([column], if_not_exists=True)


def drop_indexes(database: "Database", kind: Kind) -> None:
    """Takes the indexes away, since building them anew is quicker than filling them row by row."""
    for column in indexed_columns(kind):
        database.execute(f"DROP INDEX IF EXISTS idx_{kind.name}_{column}")


@contextmanager
def writing(path: Path) -> "Iterator[Database]":
    """One transaction over everything; whatever goes wrong, the file stays as it was.

    Args:
        path: the snapshot; it is made where there is none.

    Raises:
        SnapshotBroken: the file is damaged, or another import made it meanwhile.
        SnapshotPublished: the file is a published version.
    """
    if path.exists() and path.stat().st_size:
        check_file(path)
        if not path.stat().st_mode & 0o200:
            raise SnapshotPublished(
                f"“{path.name}”是已发布的版本，不可修改；请导入到工作文件，"
                "再用 hezheng registries publish 发布"
            )
        with _transaction(path) as database:
            yield database
        return
    with _made_beside(path) as making, _transaction(making) as database:
        yield database


@contextmanager
def _made_beside(path: Path) -> Iterator[Path]:
    """A new file takes its place when it is whole; until then nobody sees it."""
    making = path.with_name(f".{path.name}.{os.getpid()}.new")
    making.unlink(missing_ok=True)
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        yield making
        if path.exists() and path.stat().st_size:
            raise SnapshotBroken(f"另一次导入刚刚建立了“{path.name}”，请重新导入本文件")
        making.replace(path)
    finally:
        making.unlink(missing_ok=True)
        making.with_name(f"{making.name}-journal").unlink(missing_ok=True)


@contextmanager
def _transaction(path: Path) -> "Iterator[Database]":
    from sqlite_utils import Database

    with closing(sqlite3.connect(path, timeout=PATIENCE, isolation_level=None)) as connection:
        connection.execute(f"PRAGMA page_size = {PAGE}")
        connection.execute(f"PRAGMA cache_size = {_WRITING_CACHE}")
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
        SnapshotBroken: it is cut off, damaged, of another version, or something else.
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
        raise SnapshotBroken(f"“{path.name}”由其他版本的程序生成，请用当前版本重新导入")


def connect(path: Path) -> sqlite3.Connection:
    """Opens a snapshot for reading only; the connection belongs to one thread."""
    # Only closing crosses threads: whoever opened the registries closes the connections of all of them.
    address = f"{path.resolve().as_uri()}?mode=ro"
    connection = sqlite3.connect(address, uri=True, timeout=PATIENCE, check_same_thread=False)
    connection.row_factory = sqlite3.Row
    connection.execute(f"PRAGMA cache_size = {_READING_CACHE}")
    return connection
