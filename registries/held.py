"""The records as they lie in a snapshot: by number, by row, in all their versions; one connection a thread."""

import json
import sqlite3
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from functools import cache, lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from registries.compare.columns import number_key
from registries.errors import SnapshotBroken
from registries.index.blocks import plain
from registries.index.directory import Directories
from registries.index.lookup import Lookup
from registries.index.nearest import Candidate
from registries.record import Record, Source
from registries.schema import Column, Kind, Role, find_kind
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
            self.unversioned = unversioned_in(self.connection)
            """The kinds of which every record has one version alone."""
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

    @contextmanager
    def reading(self) -> Iterator[None]:
        """One state of the file for all that is read meanwhile, and one lock instead of one a statement."""
        connection = self.connection
        if connection.in_transaction:
            yield
            return
        connection.execute("BEGIN")
        try:
            yield
        finally:
            connection.rollback()

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
        query = f"SELECT {_selected(kind.name)} FROM {kind.name} WHERE {where}"
        return [self._record(kind, row) for row in plain(self.connection, query, arguments)]

    def versions(self, kind: Kind, rows: Sequence[int]) -> list[Record]:
        """All versions of the records to which some rows belong: the row found may be an old one."""
        return [self._record(kind, row) for row in self._rows_of_versions(kind, rows)]

    def in_order(self, kind: Kind, candidates: Sequence[Candidate]) -> list[Record]:
        """All versions of the records to which some rows belong, in the order of these rows."""
        places = {each.row_id: place for place, each in enumerate(candidates)}
        rows = self._rows_of_versions(kind, list(places))
        first: dict[str, int] = {}
        for row_id, record_id, *_ in rows:
            place = places.get(row_id, len(places))
            first[record_id] = min(place, first.get(record_id, place))
        records = [self._record(kind, row) for row in rows]
        return sorted(records, key=lambda record: first[record.id])

    def _rows_of_versions(self, kind: Kind, rows: Sequence[int]) -> list[tuple[Any, ...]]:
        found = f"FROM json_each(?) CROSS JOIN {kind.name} ON row_id = value"
        query = f"SELECT {_selected(kind.name)} {found}"
        if kind.name not in self.unversioned:
            known = f"SELECT record_id {found}"
            query = f"SELECT {_selected(kind.name)} FROM {kind.name} WHERE record_id IN ({known})"
        return plain(self.connection, query, [str(list(dict.fromkeys(rows)))]).fetchall()

    def _record(self, kind: Kind, row: tuple[Any, ...]) -> Record:
        _, record_id, extra, import_id, source_row, valid_from, valid_to, *texts = row
        values = dict(zip(_names(kind.name), texts, strict=True))
        if extra != "{}":
            values |= json.loads(extra)
        file, sha256, imported_at = self._source(import_id)
        return Record(
            kind.name,
            record_id,
            MappingProxyType(values),
            Source(file, source_row, sha256, imported_at),
            _day(valid_from),
            _day(valid_to),
        )

    def _find_source(self, number: int) -> tuple[str, str, str]:
        found = self.connection.execute(
            "SELECT file, sha256, imported_at FROM imports WHERE id = ?", [number]
        ).fetchone()
        return (found[0], found[1], found[2]) if found else ("", "", "")


_ORIGIN = ("row_id", "record_id", "extra", "import_id", "source_row", "valid_from", "valid_to")


@cache
def _names(kind: str) -> tuple[str, ...]:
    return tuple(column.name for column in find_kind(kind).columns)


@cache
def _selected(kind: str) -> str:
    """The columns of a record in SQL, its origin first."""
    return ", ".join(f"{kind}.[{name}]" for name in (*_ORIGIN, *_names(kind)))


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
