"""Completes what a person types: a record by its number or name, a column, a kind."""

from typing import Any

from api.routes.reconciliation.extending import properties_of
from api.routes.reconciliation.matching import description_of, entity_id, find_record, name_of, types_of
from registries.catalog import Registries
from registries.record import Record
from registries.schema import find_kind

MOST = 20


def suggest_entities(registries: Registries, prefix: str, kind: str, skip: int) -> list[dict[str, Any]]:
    """Records whose number or name begins with a text, else those that look like it.

    Args:
        registries: the opened registries.
        prefix: what was typed; an id finds its record.
        kind: only in this kind; empty is all.
        skip: so many were shown before.
    """
    record = find_record(registries, prefix)
    if record is not None:
        return [_entity(record)]
    kinds = [kind] if kind in registries.loaded else sorted(registries.loaded) if not kind else []
    found: dict[str, Record] = {}
    for name in kinds:
        for each in registries.beginning(name, prefix, skip + MOST):
            found[entity_id(each)] = each
    return [_entity(each) for each in list(found.values())[skip : skip + MOST]]


def _entity(record: Record) -> dict[str, Any]:
    kind = find_kind(record.registry)
    return {
        "id": entity_id(record),
        "name": name_of(record),
        "description": description_of(record),
        "notable": [{"id": kind.name, "name": kind.title}],
    }


def suggest_properties(prefix: str) -> list[dict[str, str]]:
    """Columns whose name, English or Chinese, holds a text."""
    return [each for each in properties_of("") if _holds(each, prefix)]


def suggest_types(registries: Registries, prefix: str) -> list[dict[str, str]]:
    """Loaded kinds whose name holds a text."""
    return [each for each in types_of(registries) if _holds(each, prefix)]


def _holds(each: dict[str, str], text: str) -> bool:
    asked = text.strip().casefold()
    return asked in each["id"].casefold() or asked in each["name"].casefold()
