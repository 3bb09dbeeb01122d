"""The face of the registries: open a snapshot and ask it (tables come into one by `intake`).

    registries = open_registries(path)
    findings = registries.search(Query("patents", "ZL 2018 1 0288982.7", {"title": "…", "owners": "…"}))

A query with a number is looked up exactly; one without finds candidates by its names. Either way every
candidate is compared column by column, and its score follows from those reasons.
"""

import json
import sqlite3
import threading
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Self

from registries.companies import (
    CompanyNames,
    FormerName,
    compare_companies,
    compare_holders,
    parse_former_names,
)
from registries.compare.columns import compare_column, number_key
from registries.errors import SnapshotBroken
from registries.history import as_held, in_series
from registries.index.directory import Directories
from registries.index.lookup import Candidate, Lookup
from registries.match import CERTAIN, Findings, Match, Reason
from registries.query import Query
from registries.record import Record, Source
from registries.schema import Column, Kind, Role, find_kind
from registries.scoring import contradicted, doubt, judge, settle
from registries.snapshot.layout import check_file, connect
from registries.snapshot.publishing import (
    KindVersion,
    content_version,
    current,
    unversioned_in,
    versions_in,
)
from registries.values.dates import parse_date
from registries.values.identifiers import Uscc
from registries.values.names import normalize_name, spellings

__all__ = [
    "KindVersion",
    "Registries",
    "open_registries",
]

COMPARED = 5
"""So many candidates are compared column by column, and all that look as much alike as the best."""
MOST_COMPARED = 60
EQUAL = 0.005


class Registries:
    """All registries of one snapshot, read-only; each thread has its own connection."""

    def __init__(self, path: Path) -> None:
        """Opens the snapshot at `path`; see `open_registries`."""
        check_file(path)
        self.path = path
        self._local = threading.local()
        self._directories = Directories()
        self._opened: list[sqlite3.Connection] = []
        self._source = lru_cache(maxsize=1024)(self._find_source)
        self._names_of = lru_cache(maxsize=4096)(self._find_names)
        try:
            self._loaded = MappingProxyType(versions_in(self._connection))
            self._unversioned = unversioned_in(self._connection)
        except sqlite3.DatabaseError as error:
            self.close()
            raise SnapshotBroken(f"“{path.name}”已损坏（{error}），请重新导入") from error

    @property
    def _connection(self) -> sqlite3.Connection:
        connection: sqlite3.Connection | None = getattr(self._local, "connection", None)
        if connection is None:
            connection = self._local.connection = connect(self.path)
            self._opened.append(connection)
        return connection

    @property
    def _lookup(self) -> Lookup:
        lookup: Lookup | None = getattr(self._local, "lookup", None)
        if lookup is None:
            lookup = self._local.lookup = Lookup(self._connection, self._directories)
        return lookup

    def __enter__(self) -> Self:
        """Gives the registries themselves; leaving closes them."""
        return self

    def __exit__(self, *_: object) -> None:
        """Closes the connections."""
        self.close()

    def close(self) -> None:
        """Closes the connections of all threads; the registries cannot be asked afterwards."""
        while self._opened:
            self._opened.pop().close()

    @property
    def loaded(self) -> Mapping[str, KindVersion]:
        """The kinds that hold records, each with its version, as they were when the snapshot was opened."""
        return self._loaded

    @property
    def version(self) -> str:
        """One version over all kinds, for reports."""
        return "-".join(f"{kind}:{state.version[:8]}" for kind, state in sorted(self._loaded.items()))

    @property
    def content(self) -> str:
        """The name of this content among published versions."""
        return content_version(dict(self._loaded))

    def search(self, query: Query, as_of: date | None = None) -> Findings:
        """Asks one registry.

        Args:
            query: the kind, the number where there is one, and what the paper states.
            as_of: the day whose state of the registry counts; None is the latest.

        Returns:
            The matches, best first; `asked` is False where no such registry is loaded or it is damaged.

        Raises:
            UnknownKind: the query names none of the nine kinds.
        """
        kind = find_kind(query.kind)
        if kind.name not in self._loaded:
            return Findings(query, asked=False, problem=f"未导入{kind.title}登记库，无法核对")
        try:
            matches = self._matches(kind, query, as_of)
        except sqlite3.DatabaseError as error:
            return Findings(query, asked=False, problem=f"{kind.title}登记库无法读取（{error}），请重新导入")
        return Findings(query, asked=True, matches=settle(kind, matches)[: max(0, query.limit)])

    def names_of(self, uscc_or_name: str) -> CompanyNames | None:
        """All names of the company with this credit code or present name, else of one that had this name.

        Args:
            uscc_or_name: a credit code or a company name.

        Returns:
            The names; None where it is not in the registry, or several companies had the name.
        """
        found = self._names_of(uscc_or_name)
        key = normalize_name(uscc_or_name)
        current = [
            names for names in found if normalize_name(names.current) == key or names.uscc == key.upper()
        ]
        chosen = current or found
        return chosen[0] if len(chosen) == 1 else None

    def same_company(self, asked: str, found: str, day: date | None = None) -> Reason:
        """Compares two company names, knowing former names and parents.

        Args:
            asked: one name.
            found: the other name.
            day: the day on which a dated former name must have held.

        Returns:
            The reason, with the code FORMER_NAME where the registry of companies links the two.
        """
        return compare_companies(asked, found, "name", self._names_of, day)

    def get(self, kind: str, record_id: str, as_of: date | None = None) -> Record | None:
        """The record with this id as it was on a day, if the registry has it."""
        described = find_kind(kind)
        held = as_held(self._records(described, "record_id = ?", [record_id]), as_of)
        return held[0] if held else None

    def beginning(self, kind: str, text: str, most: int) -> list[Record]:
        """The records whose number or, for companies, name begins with a text; else those that look like it.

        Args:
            kind: one of the nine kinds.
            text: what somebody typed.
            most: so many at most.
        """
        described, asked = find_kind(kind), text.strip()
        if not asked or kind not in self._loaded:
            return []
        last = chr(0x10FFFF)
        rows = self._connection.execute(
            f"SELECT row_id FROM {kind} WHERE record_id BETWEEN ?1 AND ?1 || ?2 ORDER BY record_id LIMIT ?3",
            [number_key(None, asked), last, most],
        ).fetchall()
        if kind == "companies":
            rows += self._connection.execute(
                "SELECT row_id FROM company_names WHERE name BETWEEN ?1 AND ?1 || ?2 ORDER BY name LIMIT ?3",
                [normalize_name(asked), last, most],
            ).fetchall()
        found = as_held(self._versions(described, [row[0] for row in rows]), None)
        alike = [
            record
            for column in described.searched
            for record in as_held(self._alike(described, Query(kind, "", {column: asked}, most)), None)
        ]
        whole = [
            r for r in alike if any(normalize_name(asked) in normalize_name(t) for t in r.values.values())
        ]
        return list({record.id: record for record in (*found, *whole)}.values())[:most]

    def naming(
        self, kind: str, columns: Sequence[str], texts: Sequence[str], most: int, as_of: date | None
    ) -> list[Record]:
        """The records of which a column holds one of some texts; see `owning.owned_by`."""
        described = find_kind(kind)
        rows = {
            row
            for column in columns
            for text in texts
            for row in self._lookup.holding(described, column, text)
        }
        return as_held(self._versions(described, sorted(rows)[:most]), as_of)

    def _matches(self, kind: Kind, query: Query, as_of: date | None) -> list[Match]:
        found = self._by_number(kind, query.number) if query.number.strip() else []
        by_number = {record.id for record in found}
        matches = [self._compare(kind, query, record, by_number=True) for record in as_held(found, as_of)]
        if not any(match.score >= CERTAIN for match in matches):
            # A misread number: the thing may be there under its names.
            matches += [m for m in self._named(kind, query, as_of) if m.record.id not in by_number]
        return in_series(kind, matches, as_of) if kind.dated else matches

    def _named(self, kind: Kind, query: Query, as_of: date | None) -> list[Match]:
        """The records whose names are those asked for; where none agrees in all else, those that look like it."""
        wanted = self._with_present_names(kind, query.fields)
        others = self._by_other_numbers(kind, query.fields)
        exact = self._lookup.exact(kind, wanted) if wanted else ()
        if 0 < len(exact) <= MOST_COMPARED:
            matches = self._compared(kind, query, as_of, others + self._in_order(kind, exact))
            # What stands beside a name that was misread as a sister's is found with the sister alone.
            if any(not contradicted(match.reasons) for match in matches):
                return matches
        alike, crowded = self._similar(kind, query, wanted)
        matches = self._compared(kind, query, as_of, others + alike)
        return [doubt(match) for match in matches] if crowded else matches

    def _compared(
        self, kind: Kind, query: Query, as_of: date | None, records: Sequence[Record]
    ) -> list[Match]:
        return [self._compare(kind, query, record, by_number=False) for record in as_held(records, as_of)]

    def _by_number(self, kind: Kind, text: str) -> list[Record]:
        """Records with this number, or else with this other number (publication, certificate)."""
        for column in kind.by_role(Role.NUMBER):
            key = number_key(column.identifier, text)
            found = self._numbered(kind, column, key) if key else []
            if found:
                return found
        return []

    def _numbered(self, kind: Kind, column: Column, key: str) -> list[Record]:
        if column.name == kind.number:
            # Outside a series the number is the record's own key, and only that one is indexed.
            where = "number_key = ?" if kind.dated else "record_id = ?1 AND number_key = ?1"
            return self._records(kind, where, [key])
        query = "SELECT row_id FROM other_numbers WHERE kind = ? AND [key] = ?"
        return self._versions(kind, [row[0] for row in self._connection.execute(query, [kind.name, key])])

    def _versions(self, kind: Kind, rows: Sequence[int]) -> list[Record]:
        """All versions of the records to which some rows belong: the row found may be an old one."""
        return [self._record(kind, row) for row in self._rows_of_versions(kind, rows)]

    def _rows_of_versions(self, kind: Kind, rows: Sequence[int]) -> list[sqlite3.Row]:
        where = "row_id IN (SELECT value FROM json_each(?))"
        if kind.name not in self._unversioned:
            where = f"record_id IN (SELECT record_id FROM {kind.name} WHERE {where})"
        query = f"SELECT * FROM {kind.name} WHERE {where}"
        return self._connection.execute(query, [json.dumps(list(rows))]).fetchall()

    def _by_other_numbers(self, kind: Kind, fields: Mapping[str, str]) -> list[Record]:
        """Records with a publication or certificate number that stands among the fields."""
        found: list[Record] = []
        for column in kind.by_role(Role.NUMBER):
            if fields.get(column.name, "").strip():
                found += self._numbered(kind, column, number_key(column.identifier, fields[column.name]))
        return found

    def _alike(self, kind: Kind, query: Query) -> list[Record]:
        return self._similar(kind, query, self._with_present_names(kind, query.fields))[0]

    def _similar(
        self, kind: Kind, query: Query, wanted: Mapping[str, Sequence[str]]
    ) -> tuple[list[Record], bool]:
        """The records that look most like it, and whether so many look alike that none can be told."""
        found = self._lookup.similar(kind, wanted) if wanted else ()
        if not found:
            return [], False
        equal = sum(each.likeness >= found[0].likeness - EQUAL for each in found)
        chosen = found[: max(min(equal, MOST_COMPARED), COMPARED, query.limit)]
        return self._in_order(kind, chosen), equal > MOST_COMPARED

    def _in_order(self, kind: Kind, candidates: Sequence[Candidate]) -> list[Record]:
        """All versions of the records to which some rows belong, in the order of these rows."""
        places = {each.row_id: place for place, each in enumerate(candidates)}
        rows = self._rows_of_versions(kind, list(places))
        first: dict[str, int] = {}
        for row in rows:
            place = places.get(row["row_id"], len(places))
            first[row["record_id"]] = min(place, first.get(row["record_id"], place))
        records = [self._record(kind, row) for row in rows]
        return sorted(records, key=lambda record: first[record.id])

    def _with_present_names(self, kind: Kind, fields: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
        """What to look up in each searched column: a former name also finds what has the present one."""
        wanted: dict[str, tuple[str, ...]] = {}
        for name in kind.searched:
            column, text = kind.column(name), fields.get(name, "")
            if column is None or not text.strip():
                continue
            held = column.role in (Role.COMPANY, Role.COMPANIES)
            others = {each for names in self._names_of(text) for each in _all_names(names)} if held else set()
            wanted[name] = (text, *sorted(others - {text}))
        return wanted

    def _records(self, kind: Kind, where: str, arguments: Sequence[object]) -> list[Record]:
        rows = self._connection.execute(f"SELECT * FROM {kind.name} WHERE {where}", list(arguments))
        return [self._record(kind, row) for row in rows]

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
        found = self._connection.execute(
            "SELECT file, sha256, imported_at FROM imports WHERE id = ?", [number]
        ).fetchone()
        return (found[0], found[1], found[2]) if found else ("", "", "")

    def _compare(self, kind: Kind, query: Query, record: Record, by_number: bool) -> Match:
        day = parse_date(record.get(kind.paper_date)) if kind.paper_date else None
        asked = {column.name: query.fields.get(column.name, "") for column in kind.columns}
        if not by_number and kind.number and query.number.strip():
            # Found by its names although the paper has a number: the number must not contradict.
            asked[kind.number] = query.number
        reasons = [
            self._compare_column(column, asked[column.name], record, day)
            for column in kind.columns
            if asked[column.name].strip()
        ]
        points, weighed = judge(kind, reasons, by_number=by_number)
        return Match(record, points, weighed, by_number)

    def _compare_column(self, column: Column, asked: str, record: Record, day: date | None) -> Reason:
        found = record.get(column.name)
        if found and column.role is Role.COMPANIES:
            return compare_holders(asked, found, column.name, self._names_of, day)
        if found and column.role is Role.COMPANY:
            names_of = self._names_with(record) if record.registry == "companies" else self._names_of
            return compare_companies(asked, found, column.name, names_of, day)
        return compare_column(column, asked, found)

    def _names_with(self, record: Record) -> Callable[[str], tuple[CompanyNames, ...]]:
        """`_names_of`, which need not look up the company that is compared."""
        itself = (CompanyNames(record.get("name"), (), record.get("uscc"), record.get("parent")),)
        return lambda name: itself if name == itself[0].current else self._names_of(name)

    def _find_names(self, uscc_or_name: str) -> tuple[CompanyNames, ...]:
        """All companies that have or had a name; cached, since every holder of every record asks for it."""
        if "companies" not in self._loaded:
            return ()
        uscc = Uscc.normalize(uscc_or_name)
        if uscc is not None:
            query = "SELECT record_id FROM companies WHERE record_id = ?1 AND number_key = ?1"
            rows = self._connection.execute(query, [uscc])
        else:
            names = spellings(uscc_or_name)
            # CROSS JOIN: by name first; SQLite would rather walk through all companies.
            query = (
                "SELECT c.record_id FROM company_names n CROSS JOIN companies c USING (row_id)"
                f" WHERE n.name IN ({', '.join('?' * len(names))})"
            )
            rows = self._connection.execute(query, names)
        ids = {row[0] for row in rows}
        return tuple(self._company(record_id) for record_id in sorted(ids))

    def _company(self, record_id: str) -> CompanyNames:
        versions = sorted(
            self._records(find_kind("companies"), "record_id = ?", [record_id]),
            key=lambda record: record.valid_from or date.min,
        )
        latest = versions[-1]
        former = parse_former_names(latest.get("former_names"))
        known = {normalize_name(latest.get("name")), *(normalize_name(each.name) for each in former)}
        earlier = tuple(
            FormerName(version.get("name"), version.valid_from, version.valid_to)
            for version in versions[:-1]
            if normalize_name(version.get("name")) not in known
        )
        return CompanyNames(latest.get("name"), former + earlier, latest.get("uscc"), latest.get("parent"))


def _all_names(names: CompanyNames) -> tuple[str, ...]:
    return (names.current, *(former.name for former in names.former))


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def open_registries(path: Path | str) -> Registries:
    """Opens a snapshot for reading; what was opened stays as it is, whatever is published meanwhile.

    Args:
        path: the SQLite file that imports made, or the folder of published versions.

    Returns:
        The registries in it.

    Raises:
        SnapshotMissing: there is no such file.
        SnapshotBroken: it is cut off, damaged or something else.
    """
    given = Path(path)
    return Registries(current(given) if given.is_dir() else given)
