"""Makes facts: a stretch of the script becomes a value with its quote, places and confidence."""

import re
from collections.abc import Sequence
from dataclasses import replace

from extractors.exhibit import Fact, Place, Traits
from extractors.kinds.fields.cells import below, carried_on, cell
from extractors.kinds.fields.flow import Flow
from extractors.kinds.fields.labels import BREAKS, Hit, hits
from extractors.kinds.fields.stacked import lower, stacked
from extractors.kinds.kind import FieldSpec, Parse, Reading
from extractors.layout import Script
from extractors.page import TEXT

NO_LABEL = str.maketrans("", "", "\t\n:;. ")


def make_fact(
    script: Script, name: str, parse: Parse, stretches: Sequence[tuple[int, int]]
) -> Fact | None:
    """The fact that some stretches of the script state; None where they state no such value."""
    printed = "".join(BREAKS.sub("", script.raw[a:b]) for a, b in stretches)
    reading = parse(printed)
    if reading is None:
        return None
    return fact_of(script, name, reading, printed, stretches)


def fact_of(
    script: Script, name: str, reading: Reading, quote: str, stretches: Sequence[tuple[int, int]]
) -> Fact:
    """A fact from a reading that is already made."""
    places: list[Place] = [p for a, b in stretches for p in script.places(a, b)]
    confidence = min((script.confidence(a, b) for a, b in stretches), default=0.0)
    traits = _traits(script, stretches)
    return Fact(name, reading.value, quote, tuple(places), confidence, reading.flags, traits)


def _traits(script: Script, stretches: Sequence[tuple[int, int]]) -> Traits:
    glyphs = [g for a, b in stretches for g in script.glyphs(a, b)]
    certain = [g.confidence for g in glyphs] or [0.0]
    printed = bool(glyphs) and all(g.origin == TEXT for g in glyphs)
    return Traits(min(certain), round(sum(certain) / len(certain), 4), len(glyphs), printed)


def labelled(script: Script, specs: Sequence[FieldSpec]) -> dict[str, Fact]:
    """The facts that stand behind their labels, and those that running text states."""
    every = hits(script, _by_field(specs))
    flow = Flow(script)
    found: dict[str, Fact] = {}
    for spec in specs:
        fact = _behind_label(script, spec, every) or in_flow(script, flow, spec)
        if fact is not None and spec.name not in found:
            found[spec.name] = fact
    return found | _behind_wrapped(script, [spec for spec in specs if spec.name not in found and spec.labels])


def _behind_wrapped(script: Script, missing: Sequence[FieldSpec]) -> dict[str, Fact]:
    """The facts whose labels wrap in their own cells or stand half a line higher, of those that no other way found."""
    found: dict[str, Fact] = {}
    labels = [label for spec in missing for label in spec.labels]
    for one in (*stacked(script, labels), *lower(script, labels)):
        for spec in missing:
            if one.label in spec.labels and spec.name not in found:
                fact = make_fact(script, spec.name, spec.parse, one.value)
                if fact is not None:
                    found[spec.name] = fact
    return found


def _by_field(specs: Sequence[FieldSpec]) -> list[tuple[str, ...]]:
    """The labels of each field; fields that share a label (a name and its version) are one."""
    groups: dict[tuple[str, ...], None] = {spec.labels: None for spec in specs if spec.labels}
    return list(groups)


def _behind_label(script: Script, spec: FieldSpec, every: Sequence[Hit]) -> Fact | None:
    for hit in every:
        if hit.label in spec.labels:
            stretches = cell(script, hit, every, wraps=spec.wraps)
            fact = make_fact(script, spec.name, spec.parse, stretches)
            if fact is None and len(stretches) > 1:  # what stands below is no rest of it: the next paragraph
                fact = make_fact(script, spec.name, spec.parse, stretches[:1])
            if fact is not None and CUT_OFF.search(str(fact.value)) and (whole := carried_on(script, hit, every)):
                fact = _ended(make_fact(script, spec.name, spec.parse, whole)) or fact
            if fact is None and stretches and (open_day := OPEN_DAY.search(script.text[slice(*stretches[-1])])) is not None:
                # «2025年01» and below it «月25日», where three dates stand beside each other
                fact = make_fact(script, spec.name, spec.parse, [(stretches[-1][0] + open_day.start(), stretches[-1][1]), *below(script, hit, every)])
            if fact is None and (whole := carried_on(script, hit, every)):
                fact = make_fact(script, spec.name, spec.parse, whole)
            if fact is None:  # what stands beside it is another column's: a licence prints its code below
                fact = make_fact(script, spec.name, spec.parse, below(script, hit, every))
            if fact is not None:
                return fact if _whole(script, hit) else _behind_tail(fact)
    return None


NAMES = r"公司|集团|厂|院|所|中心|大学|合作社|合伙|会|局|厅|银行|学校|\)|）"

CUT_OFF = re.compile(rf"^(?=.*(?:{NAMES});)(?!.*(?:{NAMES})$).{{6,}}$")
"""Of several organisations' names the last has no end: its line ended before it did."""

OPEN_DAY = re.compile(r"(?:19|20)\d\d年(?:\d{1,2}月?(?:\d{1,2})?)?$")
"""A day that the end of its line cuts off."""


def _ended(fact: Fact | None) -> Fact | None:
    """A fact whose last name has its end."""
    return fact if fact is not None and not CUT_OFF.search(str(fact.value)) else None


def _whole(script: Script, hit: Hit) -> bool:
    """Whether the label was read with all of its characters."""
    return len(script.text[hit.start : hit.end].translate(NO_LABEL)) >= len(hit.label)


def _behind_tail(fact: Fact) -> Fact:
    return fact if fact.traits is None else replace(fact, traits=replace(fact.traits, whole=False))


def in_flow(script: Script, flow: Flow, spec: FieldSpec) -> Fact | None:
    """The first fact that one of the spec's patterns finds in running text."""
    for pattern in spec.flows:
        for match in re.finditer(pattern, flow.text):
            fact = make_fact(script, spec.name, spec.parse, flow.stretches(*match.span("v")))
            if fact is not None:
                return fact
    return None
