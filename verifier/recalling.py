"""A stored report as it was told: verdicts with evidence and records, indicators, checklist, advice.

`restoring` gives back what was judged, this what came of it; both undo `report.as_json`, so that a
report can be shown, exported or redacted long after, and looks as on its first day.
"""

from collections.abc import Mapping
from datetime import date
from math import inf
from types import MappingProxyType
from typing import Any

from extractors.geometry import Box
from registries.match import Match, Reason
from registries.record import Record, Source
from verifier.advice import Advice
from verifier.checklist import Document, Missing, Section, Topic
from verifier.corrections import Corrected, Correction
from verifier.errors import NotAReport
from verifier.indicators import Indicator
from verifier.report import SCHEMA, Provenance, Report
from verifier.restoring import restore_exhibits, restore_files, restore_form, restore_place
from verifier.rules.expression import UNKNOWN, Span
from verifier.selfcheck import Contradiction
from verifier.signals.reuse import Appearance, Reuse
from verifier.verdict import Evidence, Flag, Item, Outcome, Verdict

Json = Mapping[str, Any]


def recall(flat: Json) -> Report:
    """The report that `as_json` wrote.

    Args:
        flat: the JSON object of the contract.

    Raises:
        NotAReport: it is something else, or lacks what a report has.
    """
    schema = flat.get("schema") if isinstance(flat, Mapping) else None
    if schema != SCHEMA:
        raise NotAReport(
            f"不是核验报告（schema 应为 {SCHEMA}，实为 {schema}）：请选择 hezheng verify 写出的 JSON"
        )
    try:
        return _report(flat)
    except (KeyError, TypeError, AttributeError) as error:
        raise NotAReport(f"核验报告不完整（{error}）：请用本版程序重新核验后再使用") from error


def _report(flat: Json) -> Report:
    return Report(
        as_of=date.fromisoformat(flat["as_of"]),
        company=flat["company"]["name"],
        uscc=flat["company"]["uscc"],
        provenance=_provenance(flat["provenance"]),
        files=restore_files(flat),
        exhibits=restore_exhibits(flat),
        verdicts=tuple(_verdict(c) for c in flat["claims"]),
        undecidable={kind: tuple(keys) for kind, keys in flat.get("undecidable", {}).items()},
        indicators=tuple(_indicator(i) for i in flat.get("indicators", ())),
        checklist=tuple(_section(s) for s in flat.get("checklist", ())),
        form_checks=tuple(
            Contradiction(c["code"], tuple(c["claims"]), c["message"]) for c in flat.get("form_checks", ())
        ),
        advice=tuple(
            Advice(a["code"], a["message"], a["claim"] or "", a["file"] or "", a["page"] or 0)
            for a in flat.get("advice", ())
        ),
        precheck=flat.get("precheck", False),
        redacted=flat.get("redacted", False),
        reuse=tuple(
            Reuse(r["how"], Appearance(**r["here"]), Appearance(**r["there"]), tuple(r["innocent"]))
            for r in flat.get("reuse", ())
        ),
        form=restore_form(flat) if flat.get("form") else None,
        corrections=tuple(_corrected(c) for c in flat.get("corrections", ())),
    )


def _corrected(flat: Json) -> Corrected:
    correction = Correction(
        flat["file"],
        flat["page"],
        flat["field"],
        flat["value"],
        flat["document"] or "",
        flat["by"] or "",
        Box(*flat["box"]) if flat.get("box") else None,
    )
    return Corrected(correction, flat["before"], flat["problem"] or "")


def _provenance(flat: Json) -> Provenance:
    return Provenance(
        flat["program"],
        flat["rules"],
        flat["registries"],
        tuple(flat["readers"]),
        flat.get("settings", {}),
        flat.get("rules_digest", ""),
    )


def _verdict(flat: Json) -> Verdict:
    claimed = tuple(flat["claimed"]) if isinstance(flat["claimed"], list) else flat["claimed"]
    return Verdict(
        key=flat["key"],
        label=flat["label"],
        claimed=claimed,
        verified=flat["verified"],
        flag=Flag(flat["flag"]),
        outcome=Outcome(flat["outcome"]),
        reasons=tuple(flat["reasons"]),
        explanation=flat["explanation"],
        evidence=tuple(_evidence(e) for e in flat["evidence"]),
        items=tuple(_item(i) for i in flat["items"]),
        flags=tuple(flat.get("flags", ())),
        question=flat.get("question") or "",
        text=flat.get("text", ""),
        hints=tuple(_evidence(e) for e in flat.get("hints", ())),
    )


def _item(flat: Json) -> Item:
    plain = (
        "kind",
        "name",
        "explanation",
        "project",
        "grade",
        "level",
        "year",
        "role",
        "claimed",
        "verified",
    )
    return Item(
        flag=Flag(flat["flag"]),
        outcome=Outcome(flat["outcome"]),
        reasons=tuple(flat["reasons"]),
        span=tuple(flat["span"]),
        evidence=tuple(_evidence(e) for e in flat["evidence"]),
        flags=tuple(flat.get("flags", ())),
        question=flat.get("question") or "",
        **{name: flat[name] for name in plain if name in flat},
    )


def _evidence(flat: Json) -> Evidence:
    return Evidence(
        flat["document"] or "",
        restore_place(flat) if flat["page"] else None,
        flat["quote"],
        flat["counted"],
        flat["reason"],
        _match(flat["record"]) if flat["record"] else None,
        tuple(flat.get("flags", ())),
    )


def _match(flat: Json) -> Match:
    compared = flat.get("compared") or [{} for _ in flat["reasons"]]
    reasons = tuple(_reason(text, c) for text, c in zip(flat["reasons"], compared, strict=True))
    told = flat.get("source")
    source = Source(told["file"], told["row"], "", "") if told else None
    record = Record(flat["registry"], flat["id"], MappingProxyType(dict(flat["values"])), source)
    return Match(record, flat["score"], reasons, flat.get("by_number", False))


def _reason(text: str, flat: Json) -> Reason:
    return Reason(
        flat.get("code", ""),
        flat.get("column", ""),
        flat.get("paper", ""),
        flat.get("record", ""),
        0.0,
        text,
        flat.get("place") or 0,
    )


def _indicator(flat: Json) -> Indicator:
    plain = ("id", "level1", "level2", "text", "mode", "met", "met_as_claimed", "machine", "explanation")
    return Indicator(
        question=flat.get("question") or "",
        inputs={name: _span(v) for name, v in flat["inputs"].items()},
        claimed={name: _span(v) for name, v in flat.get("claimed", {}).items()},
        claims=tuple(flat.get("claims", ())),
        listed=flat.get("in_annex2", False),
        **{name: flat.get(name) for name in plain},  # type: ignore[arg-type]
    )


def _span(flat: float | list[float | None] | None) -> Span:
    if flat is None:
        return UNKNOWN
    low, high = flat if isinstance(flat, list) else (flat, flat)
    return Span(-inf if low is None else low, inf if high is None else high)


def _section(flat: Json) -> Section:
    return Section(flat["section"], flat["title"], tuple(_topic(t) for t in flat["topics"]))


def _topic(flat: Json) -> Topic:
    found = tuple(
        Document(d["document"], d["type"], d["file"], tuple(d["pages"]), d["acceptable"], d["reason"])
        for d in flat.get("found", ())
    )
    missing = tuple(Missing(m["claim"], m["label"], m["reason"], m["do"]) for m in flat["missing"])
    return Topic(flat["topic"], flat["required"], flat["claimed"], found, missing, flat["do"])
