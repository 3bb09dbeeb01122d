"""The plain types of the example: a company, what it claims, what its papers say, what is registered.

Recipe: an `Application` is facts only. `facts.py` makes one in which everything is right, a trap of
`traps/` returns a changed one together with the verdict that is then expected, `papers/` draws what
`Paper.says`, `write.py` puts all of it into files.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

Row = Mapping[str, str]
"""One line of a registry table."""

Expected = Mapping[str, Any]
"""The verdict that must come out: flag, reason, and the figure that is proved."""


@dataclass(frozen=True, slots=True)
class Company:
    """The applicant, or one of the strangers around it."""

    name: str
    uscc: str
    legal: str
    address: str
    capital: int
    city: str
    founded: date
    former: str = ""
    parent: str = ""


@dataclass(frozen=True, slots=True)
class Paper:
    """One evidence document: its type, how it is laid out, and what stands on it."""

    type: str
    section: str
    layout: str
    # One dictionary for sixty kinds of paper: each drawing knows which of them it prints.
    says: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that a narrative box claims, the sentence that claims it, and the expected flag."""

    box: str
    kind: str
    name: str
    sentence: str
    flag: str = "supported"
    year: int | None = None
    grade: str | None = None
    level: str | int | None = None

    def truth(self) -> dict[str, Any]:
        """The item as truth.json holds it."""
        parts = {
            "kind": self.kind,
            "name": self.name,
            "grade": self.grade,
            "level": self.level,
            "year": self.year,
        }
        return {key: value for key, value in parts.items() if value is not None} | {"flag": self.flag}


@dataclass(frozen=True, slots=True)
class Application:
    """A whole application as facts."""

    company: Company
    as_of: date
    claims: Mapping[str, Any]
    papers: Sequence[Paper]
    items: Sequence[Item] = ()
    tables: Mapping[str, Sequence[Row]] = field(default_factory=dict)
    expected: Mapping[str, Expected] = field(default_factory=dict)
    traps: Sequence[str] = ()
    strangers: Sequence[Company] = ()

    def claiming(self, key: str, value: Any, flag: str, reason: str, verified: Any) -> "Application":
        """The same application, claiming something else, with the verdict that this deserves."""
        verdict = {"flag": flag, "reason": reason, "verified": verified}
        return replace(self, claims={**self.claims, key: value}, expected={**self.expected, key: verdict})

    def with_papers(self, *papers: Paper) -> "Application":
        """The same application with more papers."""
        return replace(self, papers=[*self.papers, *papers])

    def without_papers(self, *types: str) -> "Application":
        """The same application without the papers of some types."""
        return replace(self, papers=[paper for paper in self.papers if paper.type not in types])

    def with_rows(self, kind: str, *rows: Row) -> "Application":
        """The same application with more registry records."""
        return replace(self, tables={**self.tables, kind: [*self.tables.get(kind, ()), *rows]})

    def with_items(self, *items: Item) -> "Application":
        """The same application claiming more in its narrative boxes."""
        return replace(self, items=[*self.items, *items])

    def swapping(self, old: Paper, *new: Paper) -> "Application":
        """The same application with one paper exchanged for others."""
        place = next(number for number, paper in enumerate(self.papers) if paper is old)
        return replace(self, papers=[*self.papers[:place], *new, *self.papers[place + 1 :]])

    def of_type(self, *types: str) -> list[Paper]:
        """Its papers of some types, in their order."""
        return [paper for paper in self.papers if paper.type in types]
