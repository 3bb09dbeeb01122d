"""From a question to candidates: the registries are asked as verifications ask them, with the same scores.

An entity is a record, a type is a kind of registry, a property is a column; an id is «kind:record». A candidate
is a match only where its score is certain and nothing that was asked contradicts it: OpenRefine accepts it unseen.
"""

from collections.abc import Iterator
from types import MappingProxyType
from typing import Any

from api.routes.reconciliation.wire import Condition, Question
from api.searching import find
from registries.catalog import Registries
from registries.match import CERTAIN, Match, Reason
from registries.query import Query
from registries.record import Record
from registries.schema import KINDS, Column, Kind, Role, find_kind
from registries.scoring import AGREES, CONTRADICTS

UPHOLDS = AGREES | {"NEAR", "PARTIAL"}


class NotLoadedError(Exception):
    """A registry that was asked is not loaded or did not answer: that is not «nothing found»."""


def entity_id(record: Record) -> str:
    """The id of a record among all registries."""
    return f"{record.registry}:{record.id}"


def find_record(registries: Registries, entity: str) -> Record | None:
    """The record with this id, if there is one."""
    kind, _, record = entity.partition(":")
    known = kind in registries.loaded and record
    return registries.get(kind, record) if known else None


def name_of(record: Record) -> str:
    """What a record is called: its title, its honour, else its company."""
    kind = find_kind(record.registry)
    columns = kind.by_role(Role.HONOUR) + kind.by_role(Role.TITLE) + kind.by_role(Role.COMPANY)
    shown = next((c for c in columns if record.get(c.name)), None)
    name = record.get(shown.name) if shown is not None else record.id
    holder = record.get("company") if shown is not None and shown.role is Role.HONOUR else ""
    return f"{name}（{holder}）" if holder else name


def description_of(record: Record) -> str:
    """What tells a record from its namesakes: number, holders, the days of its kind, status."""
    kind = find_kind(record.registry)
    roles = (Role.NUMBER, Role.COMPANY, Role.COMPANIES, Role.YEAR, Role.DATE)
    columns = [c for c in kind.columns if c.role in roles or c.name in ("address", "status", "level")]
    return "；".join(f"{c.labels[0]}：{record.get(c.name)}" for c in columns if record.get(c.name))[:200]


def types_of(registries: Registries) -> list[dict[str, str]]:
    """The kinds that are loaded, as types."""
    return [{"id": kind.name, "name": kind.title} for kind in KINDS if kind.name in registries.loaded]


def candidates(registries: Registries, question: Question) -> list[dict[str, Any]]:
    """The records that a question may mean, best first.

    Args:
        registries: the opened registries.
        question: one query of a batch.

    Raises:
        UnknownKind: the question names no kind of ours.
        NotLoadedError: a kind that it names is not loaded, or none is.
    """
    kinds = [find_kind(name) for name in question.kinds or tuple(registries.loaded)]
    missing = [kind for kind in kinds if kind.name not in registries.loaded]
    if missing or not kinds:
        titles = "、".join(kind.title for kind in missing) or "任何"
        raise NotLoadedError(f"未导入{titles}登记库，无法核对")
    found = [match for kind in kinds for match in _matches(registries, kind, question)]
    kept = [match for match in found if all(_admits(match, each) for each in question.conditions)]
    ordered = sorted(kept, key=lambda match: -match.score)[: question.limit]
    return [_candidate(match, len(ordered)) for match in ordered]


def _matches(registries: Registries, kind: Kind, question: Question) -> tuple[Match, ...]:
    by_id = question.id or question.text
    record = find_record(registries, by_id) if by_id.startswith(f"{kind.name}:") else None
    if record is not None:
        return (Match(record, 1.0, (), by_number=True),)
    known = [each for each in question.conditions if kind.column(each.column) and each.quantifier != "none"]
    fields = {each.column: ";".join(each.texts) for each in known if each.texts}
    if not fields:
        text = question.text or question.id
        return find(registries, kind.name, text, as_of=None, limit=question.limit) if text else ()
    fields = {**_named(kind, question.text), **fields}
    number = question.id or fields.get(kind.number, "")
    findings = registries.search(Query(kind.name, number, MappingProxyType(fields), question.limit))
    if not findings.asked:
        raise NotLoadedError(findings.problem)
    return findings.matches


def _named(kind: Kind, text: str) -> dict[str, str]:
    """The text of a query, as the number or the first name of the kind."""
    if not text:
        return {}
    column = kind.column(kind.number)
    if column is not None and column.identifier is not None and column.identifier.normalize(text) is not None:
        return {kind.number: text}
    return {kind.searched[0]: text}


def _admits(match: Match, condition: Condition) -> bool:
    """Whether a record satisfies a condition that acts as a filter; others only move its score."""
    if not match.record.get(condition.column):
        return not condition.required
    if condition.quantifier == "none":
        return not any(text in match.record.get(condition.column) for text in condition.texts)
    reason = match.reason(condition.column)
    if reason is None or not (condition.required or condition.exact):
        return True
    return reason.code == "SAME" if condition.exact else reason.code in UPHOLDS


def _candidate(match: Match, number: int) -> dict[str, Any]:
    kind = find_kind(match.record.registry)
    contradicted = any(reason.code in CONTRADICTS for reason in match.reasons)
    told = [reason.text for reason in match.reasons if reason.text]
    return {
        "id": entity_id(match.record),
        "name": name_of(match.record),
        "description": "｜".join(filter(None, (description_of(match.record), "；".join(told)[:200]))),
        "type": [{"id": kind.name, "name": kind.title}],
        "score": round(100 * match.score, 2),
        "match": match.score >= CERTAIN and not contradicted,
        "features": list(_features(kind, match)),
    }


def _features(kind: Kind, match: Match) -> Iterator[dict[str, Any]]:
    """Each reason that compares a column, and the two that stand for the whole."""
    yield {"id": "by_number", "name": "由编号找到", "value": match.by_number}
    yield {"id": "certain", "name": "可单独认定", "value": match.score >= CERTAIN}
    for reason in match.reasons:
        column = kind.column(reason.column)
        if column is not None:
            yield {"id": reason.column, "name": _label(column, reason), "value": reason.weight}


def _label(column: Column, reason: Reason) -> str:
    return f"{column.labels[0]}：{reason.code}"
