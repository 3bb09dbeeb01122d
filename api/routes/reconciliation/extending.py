"""Columns of records as properties: proposed for a kind, and fetched for records that were reconciled."""

from datetime import date
from typing import Any

from api.routes.reconciliation.matching import find_record
from api.routes.reconciliation.wire import Extension, WantedProperty
from registries.catalog import Registries
from registries.record import Record
from registries.schema import KINDS, Column, Role, find_kind
from registries.values.dates import parse_date, precision
from registries.values.money import parse_number

AS_OF = {
    "name": "as_of",
    "label": "截至日期",
    "type": "text",
    "default": "",
    "help_text": "如 2022-04-15；空白为最新状态",
}
_LISTS = (Role.COMPANIES, Role.PEOPLE, Role.FORMER_NAMES)


def properties_of(kind: str) -> list[dict[str, str]]:
    """The columns of a kind as properties; of all kinds, each name once, where it is empty.

    Raises:
        UnknownKind: there is no such kind.
    """
    kinds = [find_kind(kind)] if kind else list(KINDS)
    columns: dict[str, Column] = {}
    for each in kinds:
        for column in each.columns:
            columns.setdefault(column.name, column)
    return [{"id": name, "name": column.labels[0]} for name, column in columns.items()]


def meta_of(extension: Extension) -> list[dict[str, str]]:
    """What the properties asked for are called."""
    names = {each["id"]: each["name"] for each in properties_of("")}
    return [{"id": each.id, "name": names.get(each.id, each.id)} for each in extension.properties]


def values_of(registries: Registries, entity: str, wanted: WantedProperty) -> list[dict[str, Any]]:
    """The values of one property of one record, on a day where the settings name one."""
    record = find_record(registries, entity)
    if record is None:
        return []
    day = parse_date(str(wanted.settings.get("as_of", "")))
    if day is not None:
        record = registries.get(record.registry, record.id, day) or record
    column = find_kind(record.registry).column(wanted.id)
    text = record.get(wanted.id)
    if not text:
        return []
    return [_value(column, text)] if column is None or column.role not in _LISTS else _list(record, wanted.id)


def _list(record: Record, column: str) -> list[dict[str, Any]]:
    return [{"str": text} for text in record.list(column)]


def _value(column: Column | None, text: str) -> dict[str, Any]:
    role = column.role if column is not None else Role.TEXT
    if role is Role.DATE:
        day = parse_date(text)
        return {"date": _instant(day)} if day is not None and precision(text) == "day" else {"str": text}
    number = parse_number(text) if role is Role.AMOUNT else None
    return {"float": float(number)} if number is not None else {"str": text}


def _instant(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"
