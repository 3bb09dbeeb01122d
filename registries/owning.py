"""What a registry keeps of one company: every record of which it is an owner, drafter or winner."""

import sqlite3
from collections.abc import Iterable
from datetime import date

from registries.catalog import Registries
from registries.match import Match, Reason
from registries.record import Record
from registries.schema import Role, find_kind
from registries.values.names import normalize_name

MOST = 5_000


def owned_by(
    registries: Registries, kind: str, names: Iterable[str], as_of: date | None = None
) -> tuple[Match, ...]:
    """Every record of a kind that names a company.

    Args:
        registries: the registries.
        kind: one of the nine kinds.
        names: the company's present and former names.
        as_of: the day whose state of the registry counts; None is the latest.

    Returns:
        The records as matches of score 1, in the order of their ids; nothing where the kind is not loaded.
    """
    described = find_kind(kind)
    columns = [c.name for c in described.by_role(Role.COMPANIES, Role.COMPANY)]
    wanted = {normalize_name(name): name for name in names if normalize_name(name)}
    if kind not in registries.loaded or not columns or not wanted:
        return ()
    try:
        records = registries.naming(kind, columns, _spellings(wanted.values()), MOST, as_of)
    except sqlite3.DatabaseError:  # a damaged kind gives no hints; that it is damaged is told by `search`
        return ()
    found = {r.id: r for r in records}
    return tuple(
        _match(record, column, name)
        for record in sorted(found.values(), key=lambda r: r.id)
        if (column := _column(record, columns, set(wanted))) and (name := _named(record, column, set(wanted)))
    )


def _spellings(names: Iterable[str]) -> list[str]:
    """A name with either kind of brackets: registries print both."""
    pairs = (name.replace("（", "(").replace("）", ")") for name in names)
    return [s for name in pairs for s in dict.fromkeys((name, name.replace("(", "（").replace(")", "）")))]


def _column(record: Record, columns: list[str], wanted: set[str]) -> str:
    return next((c for c in columns if _named(record, c, wanted)), "")


def _named(record: Record, column: str, wanted: set[str]) -> str:
    return next((name for name in record.list(column) if normalize_name(name) in wanted), "")


def _match(record: Record, column: str, name: str) -> Match:
    return Match(record, 1.0, (Reason("SAME", column, name, name, 1.0, "登记的权利人（单位）为本企业"),))
