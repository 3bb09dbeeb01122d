"""The nine kinds of registries: which columns each has, and what every column means.

The kinds stand in `kinds.toml`, the contract with the offices that give us their lists; here is what its
words mean. A column's role says how it is cleaned and compared.
"""

import tomllib
from dataclasses import dataclass, field
from enum import Enum
from importlib.resources import files
from typing import Any

from registries.errors import UnknownKind
from registries.values.identifiers import IDENTIFIERS, Identifier


class Role(Enum):
    """What a column holds, and so how it is compared."""

    NUMBER = "number"
    TITLE = "title"
    HONOUR = "honour"
    COMPANY = "company"
    COMPANIES = "companies"
    FORMER_NAMES = "former_names"
    PEOPLE = "people"
    DATE = "date"
    YEAR = "year"
    LEVEL = "level"
    FIRST_SET_LEVEL = "first_set_level"
    SECURITY_LEVEL = "security_level"
    AWARD_GRADE = "award_grade"
    CREDIT_GRADE = "credit_grade"
    AMOUNT = "amount"
    VERSION = "version"
    WORD = "word"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its name in the contract, its role, and the headers under which offices give it."""

    name: str
    role: Role
    labels: tuple[str, ...]
    weight: float = 1.0
    identifier: type[Identifier] | None = None
    required: bool = False
    example: str = ""
    also: tuple[str, ...] = ()
    """Further columns in which a text asked for in this one is looked up (former names)."""


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of registry."""

    name: str
    title: str
    office: str
    columns: tuple[Column, ...]
    number: str = ""
    key: tuple[str, ...] = ()
    certain_by: tuple[frozenset[str], ...] = ()
    blockers: frozenset[str] = frozenset()
    confirming: frozenset[str] = frozenset()
    """Columns that uphold a number although title and holder were read otherwise."""
    searched: tuple[str, ...] = ()
    dated: str = ""
    """The column with the day of a record that is one of a series (credit ratings)."""
    paper_date: str = ""
    """The column with the day on which the paper was issued: a former name must have held then."""
    fresh_days: int = 365
    """A registry whose table is older than this is said to be stale."""

    _by_name: dict[str, Column] = field(init=False, repr=False, compare=False)
    _by_role: dict[tuple[Role, ...], tuple[Column, ...]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Keeps the columns by name and, once asked for, by role: every comparison asks for them."""
        object.__setattr__(self, "_by_role", {})
        object.__setattr__(self, "_by_name", {column.name: column for column in self.columns})

    def column(self, name: str) -> Column | None:
        """The column of that name, if the kind has it."""
        return self._by_name.get(name)

    def by_role(self, *roles: Role) -> tuple[Column, ...]:
        """All columns of these roles, in order."""
        if roles not in self._by_role:
            self._by_role[roles] = tuple(column for column in self.columns if column.role in roles)
        return self._by_role[roles]


def _column(row: dict[str, Any]) -> Column:
    identifiers = {identifier.NAME: identifier for identifier in IDENTIFIERS}
    named = identifiers[row["identifier"]] if "identifier" in row else None
    listed = {"labels": tuple(row["labels"]), "also": tuple(row.get("also", ()))}
    return Column(**{**row, **listed, "role": Role(row["role"]), "identifier": named})


def _kind(row: dict[str, Any]) -> Kind:
    return Kind(
        **{
            **row,
            "columns": tuple(map(_column, row["columns"])),
            "key": tuple(row.get("key", ())),
            "certain_by": tuple(map(frozenset, row["certain_by"])),
            "blockers": frozenset(row.get("blockers", ())),
            "confirming": frozenset(row.get("confirming", ())),
            "searched": tuple(row["searched"]),
        }
    )


def _read_kinds() -> tuple[Kind, ...]:
    text = files("registries").joinpath("kinds.toml").read_text(encoding="utf-8")
    return tuple(map(_kind, tomllib.loads(text)["kinds"]))


KINDS: tuple[Kind, ...] = _read_kinds()


def find_kind(name: str) -> Kind:
    """The kind of that name.

    Args:
        name: one of the nine names, such as `patents`.

    Returns:
        The kind.

    Raises:
        UnknownKind: the name is none of the nine.
    """
    for kind in KINDS:
        if kind.name == name:
            return kind
    known = "、".join(kind.name for kind in KINDS)
    raise UnknownKind(f"没有名为“{name}”的登记库，请使用以下名称之一：{known}")
