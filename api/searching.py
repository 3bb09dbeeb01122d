"""Finds what a free text may mean in one registry: its number, or any of its names."""

from collections.abc import Iterator
from datetime import date
from types import MappingProxyType

import typer

from registries.catalog import Registries
from registries.match import Match
from registries.query import Query
from registries.schema import Kind, find_kind


def find(
    registries: Registries, kind: str, text: str, *, as_of: date | None, limit: int
) -> tuple[Match, ...]:
    """The records that a text may mean, best first, each once.

    Args:
        registries: the opened snapshot.
        kind: which of the nine.
        text: a number, a title or a company.
        as_of: the day whose state counts.
        limit: how many at most.
    """
    best: dict[str, Match] = {}
    for query in _queries(find_kind(kind), text, limit):
        found = registries.search(query, as_of)
        if not found.asked:
            raise typer.BadParameter(found.problem)
        for match in found.matches:
            known = best.get(match.record.id)
            if known is None or match.score > known.score:
                best[match.record.id] = match
    return tuple(sorted(best.values(), key=lambda match: -match.score)[:limit])


def _queries(kind: Kind, text: str, limit: int) -> Iterator[Query]:
    column = kind.column(kind.number)
    if column is not None and column.identifier is not None and column.identifier.normalize(text) is not None:
        yield Query(kind.name, text, MappingProxyType({kind.number: text}), limit)
    for name in kind.searched:
        yield Query(kind.name, "", MappingProxyType({name: text}), limit)
