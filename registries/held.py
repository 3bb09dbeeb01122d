"""The records as they lie in a snapshot: by number, by row, in all their versions; one connection a thread."""

import json
import sqlite3
import threading
from collections.abc import Mapping, Sequence
from datetime import date
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType

from registries.compare.columns import number_key
from registries.errors import SnapshotBroken
from registries.index.directory import Directories
from registries.index.lookup import Candidate, Lookup
from registries.record import Record, Source
from registries.schema import Column, Kind, Role
from registries.snapshot.layout import check_file, connect
from registries.snapshot.publishing import unversioned_in, versions_in


class Held:
    """What one snapshot holds, read-only."""

    def __init__(self, path: Path) -> None:
        """Opens the snapshot at `path`.

        Raises:
            SnapshotMissing: there is no such file.
            SnapshotBroken: it is cut off, damaged or something else.
        """
        check_file(path)
        self.path = path
        self._local = threading.local()
        self._directories = Directories()
        self._opened: list[sqlite3.Connection] = []
        self._source = lru_cache(maxsize=1024)(self._find_source)
        try:
            self.loaded = MappingProxyType(versions_in(self.connection))
            """The kinds that hold records, each with its version, as they were when the snapshot was opened."""
            self._unversioned = unversioned_in(self.connection)
        except sqlite3.DatabaseError as error:
            self.close()
            raise SnapshotBroken(f"“{path.name}”已损坏（{error}），请重新导入") from error

    @property
    def connection(self) -> sqlite3.Connection:
        """That of this thread."""
        connection: sqlite3.Connection | None = getattr(self._local, "connection", None)
        if connection is None:
            connection = self._local.connection = connect(self.path)
            self._opened.append(connection)
        return connection

    @property
    def lookup(self) -> Lookup:
        """The index, for this thread."""
        lookup: Lookup | None = getattr(self._local, "lookup", None)
        if lookup is None:
            lookup = self._local.lookup = Lookup(self.connection, self._directories)
        return lookup

    def close(self) -> None:
        """Closes the connections of all threads."""
        while self._opened:
            self._opened.pop().close()

    def by_number(self, kind: Kind, text: str) -> list[Record]:
        """Records with this number, or else with this other number (publication, certificate)."""
        for column in kind.by_role(Role.NUMBER):
            key = number_key(column.identifier, text)
            found = self._numbered(kind, column, key) if key else []
            if found:
                return found
        return []

    def by_other_numbers(self, kind: Kind, fields: Mapping[str, str]) -> list[Record]:
        """Records with a publication or certificate number that stands among the fields."""
        found: list[Record] = []
        for column in kind.by_role(Role.NUMBER):
            if fields.get(column.name, "").strip():
                found += self._numbered(kind, column, number_key(column.identifier, fields[column.name]))
        return found

    def _numbered(self, kind: Kind, column: Column, key: str) -> list[Record]:
        if column.name == kind.number:
            # Outside a series the number is the record's own key, and only that one is indexed.
            where = "number_key = ?" if kind.dated else "record_id = ?1 AND number_key = ?1"
            return self.records(kind, where, [key])
        query = "SELECT row_id FROM other_numbers WHERE kind = ? AND [key] = ?"
        return self.versions(kind, [row[0] for row in self.connection.execute(query, [kind.name, key])])

    def records(self, kind: Kind, where: str, arguments: Sequence[object]) -> list[Record]:
        """The records that a condition holds of."""
        rows = self.connection.execute(f"SELECT * FROM {kind.name} WHERE {where}", list(arguments))
        return [self._record(kind, row) for row in rows]

    def versions(self, kind: Kind, rows: Sequence[int]) -> list[Record]:
        """All versions of the records to which some rows belong: the row found may be an old one."""
        return [self._record(kind, row) for row in self._rows_of_versions(kind, rows)]

    def in_order(self, kind: Kind, candidates: Sequence[Candidate]) -> list[Record]:
        """All versions of the records to which some rows belong, in the order of these rows."""
        places = {each.row_id: place for place, each in enumerate(candidates)}
        rows = self._rows_of_versions(kind, list(places))
        first: dict[str, int] = {}
        for row in rows:
            place = places.get(row["row_id"], len(places))
            first[row["record_id"]] = min(place, first.get(row["record_id"], place))
        records = [self._record(kind, row) for row in rows]
        return sorted(records, key=lambda record: first[record.id])

    def _rows_of_versions(self, kind: Kind, rows: Sequence[int]) -> list[sqlite3.Row]:
        where = "row_id IN (SELECT value FROM json_each(?))"
        if kind.name not in self._unversioned:
            where = f"record_id IN (SELECT record_id FROM {kind.name} WHERE {where})"
        query = f"SELECT * FROM {kind.name} WHERE {where}"
        return self.connection.execute(query, [json.dumps(list(rows))]).fetchall()

    def _record(self, kind: Kind, row: sqlite3.Row) -> Record:
        values = {column.name: row[column.name] for column in kind.columns}
        if row["extra"] != "{}":
            values |= json.loads(row["extra"])
        file, sha256, imported_at = self._source(row["import_id"])
        return Record(
            kind.name,
            row["record_id"],
            MappingProxyType(values),
            Source(file, row["source_row"], sha256, imported_at),
            _day(row["valid_from"]),
            _day(row["valid_to"]),
        )

    def _find_source(self, number: int) -> tuple[str, str, str]:
        found = self.connection.execute(
            "SELECT file, sha256, imported_at FROM imports WHERE id = ?", [number]
        ).fetchone()
        return (found[0], found[1], found[2]) if found else ("", "", "")


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
