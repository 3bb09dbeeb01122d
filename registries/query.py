"""A query: what is asked of one registry."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Query:
    """Asks a registry for the record of one thing.

    `number` is looked up exactly after normalisation; `fields` (column name -> text as the
    paper states it) are compared one by one with each candidate and become its reasons.
    Where there is no number, candidates are found by the name-like columns of the kind.
    """

    kind: str
    number: str = ""
    fields: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    limit: int = 5
