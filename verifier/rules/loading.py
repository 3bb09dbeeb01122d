"""From the files of an edition to `Rules`: what a file includes lies beside it."""

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import replace
from hashlib import sha256
from types import MappingProxyType
from typing import Any

from registries.values.tables import table as places
from verifier.rules.expression import names_in
from verifier.rules.model import (
    BoxRule,
    CountRule,
    IndicatorRule,
    Measure,
    MentionRule,
    Policy,
    Rules,
    SectionRule,
    TopicRule,
    Words,
)

Table = dict[str, Any]


def read_rules(name: str, read: Callable[[str], str]) -> Rules:
    """Read an edition.

    Args:
        name: the file that is read first.
        read: gives the text of a file of that name.
    """
    texts = [read(name)]
    table = tomllib.loads(texts[0])
    for other in table.get("include", ()):
        texts.append(read(other))
        table = {**tomllib.loads(texts[-1]), **table}
    return replace(_rules(table), digest=sha256("\0".join(texts).encode()).hexdigest()[:16])


def _rules(table: Table) -> Rules:
    settings = {k: (_frozen(v["value"]), v["source"]) for k, v in table["policy"].items()}
    rules = Rules(
        version=table["version"],
        policy=Policy(**{k: value for k, (value, _) in settings.items()}),
        registries=_lists(table["registries"]),
        counts=_map({k: _count(v) for k, v in table["counts"].items()}),
        boxes=_map({k: _box(v) for k, v in table["boxes"].items()}),
        mentions=tuple(_mention(k, v) for k, v in table["mentions"].items()),
        words=_words(table),
        reasons=_map(dict(table["reasons"])),
        facts=_lists(table["facts"]),
        ticks_in=_lists(table["ticks_in"]),
        mentioned=_plain(table["mentioned"]),
        questions=_plain(table["questions"]),
        measures=_map({k: _measure(k, v) for k, v in table["measures"].items()}),
        indicators=tuple(_indicator(row) for row in table["indicators"]),
        digital_ipc=tuple(table["digital_ipc"]["classes"]),
        sections=tuple(_section(row) for row in table["sections"]),
        settings=_map(settings),
        source=table["source"],
        sealed=tuple(table["sealed"]["types"]),
        restricted=tuple(table["restricted"]["types"]),
        outside=_outside(table["applicant"]["province"]),
        digital_words=tuple(table["applicant"]["digital"]),
        coverage=_map({box: _lists(topics) for box, topics in table["coverage"].items()}),
    )
    return _checked(rules)


def _checked(rules: Rules) -> Rules:
    """An expression that speaks of an unknown measure is a slip of the pen in the rule file."""
    known = {*rules.measures, *rules.settings}
    for rule in rules.indicators:
        unknown = set(names_in(rule.met)) - known if rule.met else set()
        if unknown:
            raise ValueError(f"{rule.id}: unknown measure {', '.join(sorted(unknown))}")
    return rules


def _outside(province: str) -> tuple[str, ...]:
    """Every other province; one whose name begins like the own one cannot be told from it."""
    return tuple(p for p in places("places")["provinces"] if p != province)


def _without_source(table: Table) -> list[tuple[str, Any]]:
    return [(key, value) for key, value in table.items() if key != "source"]


def _map(table: Table) -> Mapping[str, Any]:
    return MappingProxyType(table)


def _lists(table: Table) -> Mapping[str, tuple[str, ...]]:
    return MappingProxyType({key: tuple(value) for key, value in _without_source(table)})


def _plain(table: Table) -> Mapping[str, str]:
    return MappingProxyType(dict(_without_source(table)))


def _frozen(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else _map(value) if isinstance(value, dict) else value


def _count(table: Table) -> CountRule:
    return CountRule(table["unit"], tuple(table["types"]), _map(dict(table["lookalikes"])))


def _box(table: Table) -> BoxRule:
    options, topics = (tuple(table.get(key, ())) for key in ("options", "topics"))
    return BoxRule(table["windowed"], tuple(table["levels"]), options, topics)


def _mention(name: str, table: Table) -> MentionRule:
    kinds, types, registries = (tuple(table[key]) for key in ("kinds", "types", "registries"))
    more: Table = {
        key: tuple(table[key])
        for key in ("say", "own", "once", "sum", "leads", "joins", "dated")
        if key in table
    }
    if "measured" in table:
        more["measured"] = _lists(table["measured"])
    if "not" in table:
        more["but"] = (tuple(table["not"]["words"]), table["not"]["reason"])
    return MentionRule(
        name, kinds, types, registries, tuple(table.get("names", ())), ask=table.get("ask", ""), **more
    )


def _measure(name: str, table: Table) -> Measure:
    lists: Table = {
        key: tuple(table[key])
        for key in ("kinds", "words", "refuse", "levels", "roles", "says")
        if key in table
    }
    rest = {
        key: table[key]
        for key in ("unit", "claim", "year", "count", "windowed", "total", "special", "open")
        if key in table
    }
    return Measure(name, table["name"], boxes=tuple(table.get("items", ())), **lists, **rest)


def _indicator(row: Table) -> IndicatorRule:
    return IndicatorRule(
        row["id"],
        row["level1"],
        row["level2"],
        row["text"],
        row["met"],
        row.get("ask", ""),
        row.get("note", ""),
        tuple(row["claims"]),
        row["listed"],
    )


def _section(row: Table) -> SectionRule:
    topics = tuple(
        TopicRule(
            t["topic"], t["required"], tuple(t["claims"]), tuple(t["types"]), t["do"], tuple(t["words"])
        )
        for t in row["topics"]
    )
    return SectionRule(row["number"], row["title"], tuple(row["words"]), topics)


def _words(table: Table) -> Words:
    patents, standards, trust = table["patent_status"], table["standard_status"], table["trust"]
    return Words(
        lapsed=tuple(patents["lapsed"]),
        pending=tuple(patents["pending"]),
        in_force=tuple(patents["in_force"]),
        contested=tuple(patents["contested"]),
        partly=tuple(patents["partly"]),
        grace=tuple(patents["grace"]),
        withdrawn=tuple(standards["withdrawn"]),
        draft=tuple(standards["draft"]),
        stages=tuple(table["stages"]["words"]),
        aliases=_map(dict(table["honour_names"]["aliases"])),
        endings=tuple(table["honour_names"]["endings"]),
        raising=tuple(table["honour_names"]["raising"]),
        lowering=tuple(table["honour_names"]["lowering"]),
        families=_map({k: tuple(v) for k, v in table["honour_names"]["families"].items()}),
        natures=_lists(table["company_nature"]),
        self_made=tuple(trust["self_made"]),
        authorities=tuple(trust["authorities"]),
        ticks=_lists(table["ticks"]),
        figures=_plain(table["figures"]),
        licensees=tuple(patents["licensees"]),
        revoked=tuple(table["withdrawal"]["words"]),
        struck_off=tuple(table["withdrawal"]["company"]),
        issued=tuple(trust["issued"]),
    )
