"""The face of the registries: open a snapshot and ask it (tables come into one by `intake`).

    registries = open_registries(path)
    findings = registries.search(Query("patents", "ZL 2018 1 0288982.7", {"title": "…", "owners": "…"}))

A query with a number is looked up exactly; one without finds candidates by its names. Either way every
candidate is compared column by column, and its score follows from those reasons.
"""

import sqlite3
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Self

from registries.companies import CompanyNames
from registries.compare.columns import number_key
from registries.compare.companies import compare_companies
from registries.held import Held
from registries.history import as_held
from registries.known_names import KnownNames
from registries.match import Findings, Reason
from registries.mixing import mixed
from registries.query import Query
from registries.record import Record
from registries.schema import find_kind
from registries.scoring import settle
from registries.searching import Searching
from registries.snapshot.publishing import KindVersion, content_version, current
from registries.values.names import normalize_name

__all__ = [
    "KindVersion",
    "Registries",
    "open_registries",
]


class Registries:
    """All registries of one snapshot, read-only; each thread has its own connection."""

    def __init__(self, path: Path) -> None:
        """Opens the snapshot at `path`; see `open_registries`."""
        self.path = path
        self._held = Held(path)
        self._names = KnownNames(self._held)
        self._searching = Searching(self._held, self._names)

    def __enter__(self) -> Self:
        """Gives the registries themselves; leaving closes them."""
        return self

    def __exit__(self, *_: object) -> None:
        """Closes the connections."""
        self.close()

    def close(self) -> None:
        """Closes the connections of all threads; the registries cannot be asked afterwards."""
        self._held.close()

    @property
    def loaded(self) -> Mapping[str, KindVersion]:
        """The kinds that hold records, each with its version, as they were when the snapshot was opened."""
        return self._held.loaded

    @property
    def version(self) -> str:
        """One version over all kinds, for reports."""
        return "-".join(f"{kind}:{state.version[:8]}" for kind, state in sorted(self._held.loaded.items()))

    @property
    def content(self) -> str:
        """The name of this content among published versions."""
        return content_version(dict(self._held.loaded))

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
        if kind.name not in self._held.loaded:
            return Findings(query, asked=False, problem=f"未导入{kind.title}登记库，无法核对")
        try:
            with self._held.reading():
                matches = self._searching.matches(kind, query, as_of)
        except sqlite3.DatabaseError as error:
            return Findings(query, asked=False, problem=f"{kind.title}登记库无法读取（{error}），请重新导入")
        return Findings(query, asked=True, matches=mixed(settle(kind, matches))[: max(0, query.limit)])

    def names_of(self, uscc_or_name: str) -> CompanyNames | None:
        """All names of the company with this credit code or present name, else of one that had this name.

        Args:
            uscc_or_name: a credit code or a company name.

        Returns:
            The names; None where it is not in the registry, or several companies had the name.
        """
        return self._names.one(uscc_or_name)

    def same_company(self, asked: str, found: str, day: date | None = None) -> Reason:
        """Compares two company names, knowing former names and parents.

        Args:
            asked: one name.
            found: the other name.
            day: the day on which a dated former name must have held.

        Returns:
            The reason, with the code FORMER_NAME where the registry of companies links the two.
        """
        return compare_companies(asked, found, "name", self._names.of, day)

    def get(self, kind: str, record_id: str, as_of: date | None = None) -> Record | None:
        """The record with this id as it was on a day, if the registry has it."""
        described = find_kind(kind)
        held = as_held(self._held.records(described, "record_id = ?", [record_id]), as_of)
        return held[0] if held else None

    def beginning(self, kind: str, text: str, most: int) -> list[Record]:
        """The records whose number or, for companies, name begins with a text; else those that look like it.

        Args:
            kind: one of the nine kinds.
            text: what somebody typed.
            most: so many at most.
        """
        described, asked = find_kind(kind), text.strip()
        if not asked or kind not in self._held.loaded:
            return []
        last = chr(0x10FFFF)
        rows = self._held.connection.execute(
            f"SELECT row_id FROM {kind} WHERE record_id BETWEEN ?1 AND ?1 || ?2 ORDER BY record_id LIMIT ?3",
            [number_key(None, asked), last, most],
        ).fetchall()
        if kind == "companies":
            rows += self._held.connection.execute(
                "SELECT row_id FROM company_names WHERE name BETWEEN ?1 AND ?1 || ?2 ORDER BY name LIMIT ?3",
                [normalize_name(asked), last, most],
            ).fetchall()
        found = as_held(self._held.versions(described, [row[0] for row in rows]), None)
        alike = [
            record
            for column in described.searched
            for record in as_held(
                self._searching.alike(described, Query(kind, "", {column: asked}, most)), None
            )
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
            for row in self._held.lookup.holding(described, column, text)
        }
        return as_held(self._held.versions(described, sorted(rows)[:most]), as_of)


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
