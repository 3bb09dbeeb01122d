"""The Chinese words for the codes of the report, from `words.toml`: one table for terminal, page and exports."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

NO_YEAR = 10_000
"""From here on a number gets its thousands separated; below, it may be a year."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word and its sign: what is told by colour is always told by these, too."""

    name: str
    sign: str


@dataclass(frozen=True, slots=True)
class Words:
    """All tables of words; a code that a table does not have stands for itself."""

    flags: Mapping[str, Word]
    comparisons: Mapping[str, Word]
    roles: Mapping[str, Word]
    outcomes: Mapping[str, str]
    registries: Mapping[str, str]
    states: Mapping[str, str]
    notes: Mapping[str, str]
    kinds: Mapping[str, str]
    types: Mapping[str, str]
    fields: Mapping[str, str]
    parts: Mapping[str, str]


@cache
def words() -> Words:
    """The words that ship with the program."""
    table = tomllib.loads(files(__package__).joinpath("words.toml").read_text(encoding="utf-8"))
    signed: dict[str, Any] = {name: _signed(table[name]) for name in ("flags", "comparisons", "roles")}
    names = ("outcomes", "registries", "states", "notes", "kinds", "types", "fields", "parts")
    plain: dict[str, Any] = {name: MappingProxyType(dict(table[name])) for name in names}
    return Words(**signed, **plain)


def _signed(table: dict[str, Any]) -> Mapping[str, Word]:
    return MappingProxyType({code: Word(entry["name"], entry["sign"]) for code, entry in table.items()})


def plain(value: object) -> str:
    """A value as a reviewer reads it."""
    if value is None:
        return ""
    if isinstance(value, tuple):
        return "、".join(plain(part) for part in value)
    if isinstance(value, float):
        value = round(value, 2)  # the figure itself is kept longer
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if isinstance(value, int | float) and abs(value) >= NO_YEAR:
        return f"{value:,}"
    return str(value)
