"""What a snapshot tells of itself: each import, the next row of a kind, and the version of what it holds."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date
from hashlib import sha256

from sqlite_utils import Database

from registries.importing.base import ImportReport, Rejected, Table
from registries.schema import Kind
from registries.snapshot.layout import table


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


def holds(database: Database, kind: Kind) -> bool:
    """Whether a registry has a row."""
    return database.execute(f"SELECT 1 FROM {kind.name} LIMIT 1").fetchone() is not None


def known(database: Database, kind: Kind, digest: str) -> bool:
    """Whether a file with this sha256 was taken in before."""
    query = "SELECT 1 FROM imports WHERE kind = ? AND sha256 = ?"
    return database.execute(query, [kind.name, digest]).fetchone() is not None


def next_row(database: Database, kind: Kind) -> int:
    """The number of the row that comes next."""
    found = database.execute("SELECT next_row FROM kinds WHERE kind = ?", [kind.name]).fetchone()
    return int(found[0]) if found else 1


def set_next_row(database: Database, kind: Kind, row: int) -> None:
    """Keeps the number of the row that comes next."""
    table(database, "kinds").upsert({"kind": kind.name, "next_row": row}, pk="kind")


def note_import(database: Database, number: int, report: ImportReport, source: Table, intake: Intake) -> None:
    """Notes what became of a table."""
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


def note_version(database: Database, kind: Kind, intake: Intake) -> None:
    """Notes how much a registry holds, as of when, and the hash of it."""
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
