"""The verdicts of a stored report, with evidence and records."""

from types import MappingProxyType

from registries.match import Match, Reason
from registries.record import Record, Source
from verifier.report.restored_papers import restore_place
from verifier.report.writing import Json
from verifier.verdict import Evidence, Flag, Item, Outcome, Verdict


def recall_verdict(flat: Json) -> Verdict:
    """The verdict on one claim as it was told."""
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
