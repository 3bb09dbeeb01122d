"""The rules by which claims are judged: a versioned file that quotes where each rule comes from.

`load_rules` reads the edition that ships with the program; deciding gets the `Rules` passed in.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

EDITION = "zhejiang-2022"


@dataclass(frozen=True, slots=True)
class Policy:
    """Every decision that the official text leaves open, in one place."""

    window_years: tuple[int, ...]
    credit_max_age_days: int
    lead_rank: int
    invention_term_years: int
    hitech_term_years: int
    sure_reading: float
    weak_reading: float
    same_title: float
    other_title: float
    misread_characters: int


@dataclass(frozen=True, slots=True)
class CountRule:
    """A claim that is a number of things: its unit, the papers that prove one, and their look-alikes."""

    unit: str
    types: tuple[str, ...]
    lookalikes: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class BoxRule:
    """A box that claims several things: whether 近三年 binds it, and the levels that it asks for."""

    windowed: bool
    levels: tuple[str, ...]
    options: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MentionRule:
    """Where the proof of one kind of mention is looked for: types of papers, kinds of registries."""

    name: str
    kinds: tuple[str, ...]
    types: tuple[str, ...]
    registries: tuple[str, ...]
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Words:
    """Word lists by which states, grades and stages are known."""

    lapsed: tuple[str, ...]
    pending: tuple[str, ...]
    in_force: tuple[str, ...]
    withdrawn: tuple[str, ...]
    draft: tuple[str, ...]
    stages: tuple[str, ...]
    aliases: Mapping[str, str]
    endings: tuple[str, ...]
    families: Mapping[str, tuple[str, ...]]
    natures: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Rules:
    """One edition of the rules."""

    version: str
    policy: Policy
    registries: Mapping[str, tuple[str, ...]]
    counts: Mapping[str, CountRule]
    boxes: Mapping[str, BoxRule]
    mentions: tuple[MentionRule, ...]
    words: Words
    reasons: Mapping[str, str]

    def say(self, code: str) -> str:
        """The Chinese words for a reason; an unknown code stands for itself."""
        return self.reasons.get(code, code)

    def mention(self, kind: str, name: str = "") -> MentionRule | None:
        """The rule for a mention: one for its very name, else one for its kind, if there is any."""
        named = (rule for rule in self.mentions if any(word in name for word in rule.names))
        return next(named, None) or next((rule for rule in self.mentions if kind in rule.kinds), None)


@cache
def load_rules(edition: str = EDITION) -> Rules:
    """Read an edition of the rules that ships with the program."""
    text = files(__package__).joinpath(f"{edition}.toml").read_text(encoding="utf-8")
    return _rules(tomllib.loads(text))


def _rules(table: dict[str, Any]) -> Rules:
    return Rules(
        version=table["version"],
        policy=Policy(**{k: _frozen(v) for k, v in table["policy"].items()}),
        registries=_map({k: tuple(v) for k, v in _sections(table["registries"])}),
        counts=_map({k: _count(v) for k, v in table["counts"].items()}),
        boxes=_map({k: _box(v) for k, v in table["boxes"].items()}),
        mentions=tuple(_mention(k, v) for k, v in table["mentions"].items()),
        words=_words(table),
        reasons=_map(dict(table["reasons"])),
    )


def _sections(table: dict[str, Any]) -> list[tuple[str, Any]]:
    return [(key, value) for key, value in table.items() if key != "source"]


def _map(table: dict[str, Any]) -> Mapping[str, Any]:
    return MappingProxyType(table)


def _frozen(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


def _count(table: dict[str, Any]) -> CountRule:
    return CountRule(table["unit"], tuple(table["types"]), _map(dict(table["lookalikes"])))


def _box(table: dict[str, Any]) -> BoxRule:
    return BoxRule(table["windowed"], tuple(table["levels"]), tuple(table.get("options", ())))


def _mention(name: str, table: dict[str, Any]) -> MentionRule:
    kinds, types, registries = (tuple(table[key]) for key in ("kinds", "types", "registries"))
    return MentionRule(name, kinds, types, registries, tuple(table.get("names", ())))


def _words(table: dict[str, Any]) -> Words:
    patents, standards = table["patent_status"], table["standard_status"]
    return Words(
        lapsed=tuple(patents["lapsed"]),
        pending=tuple(patents["pending"]),
        in_force=tuple(patents["in_force"]),
        withdrawn=tuple(standards["withdrawn"]),
        draft=tuple(standards["draft"]),
        stages=tuple(table["stages"]["words"]),
        aliases=_map(dict(table["honour_names"]["aliases"])),
        endings=tuple(table["honour_names"]["endings"]),
        families=_map({k: tuple(v) for k, v in table["honour_names"]["families"].items()}),
        natures=_map({k: tuple(v) for k, v in _sections(table["company_nature"])}),
    )
