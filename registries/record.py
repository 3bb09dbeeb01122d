"""A record: one entry of a registry, with its source and the time in which it held."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType

_BETWEEN = re.compile(r"[;；、\n]|[,，](?=\s*[一-鿿])")


@dataclass(frozen=True, slots=True)
class Source:
    """Where a record came from: file, row in it (from 1, header counted), sha256, time of import."""

    file: str
    row: int
    sha256: str
    imported_at: str


@dataclass(frozen=True, slots=True)
class Record:
    """One entry of a registry.

    `values` are the columns as the office wrote them, cleaned of white space only.
    `valid_from` and `valid_to` bound the days on which it was so; None is open.
    """

    registry: str
    id: str
    values: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    source: Source | None = None
    valid_from: date | None = None
    valid_to: date | None = None

    def get(self, column: str) -> str:
        """The text in a column, empty where the office left it blank."""
        return self.values.get(column, "")

    def list(self, column: str) -> tuple[str, ...]:
        """The parts of a column that holds several names, in order; offices part them by ; or 、 or a comma."""
        parts = _BETWEEN.split(self.get(column))
        return tuple(part.strip() for part in parts if part.strip())
