"""What followed from the verdicts of a stored report: indicators and the account of 附件2."""

from math import inf
from typing import Any

from verifier.checklist import Document, Missing, Section, Topic
from verifier.indicators.indicators import Indicator
from verifier.report.writing import Json
from verifier.rules.expression import UNKNOWN, Span


def recall_indicator(flat: Json) -> Indicator:
    """One indicator's item as it was told."""
    names = ("id", "level1", "level2", "text", "mode", "met", "met_as_claimed", "machine", "explanation")
    plain: dict[str, Any] = {name: flat.get(name) for name in names}
    return Indicator(
        question=flat.get("question") or "",
        inputs={name: _span(v) for name, v in flat["inputs"].items()},
        claimed={name: _span(v) for name, v in flat.get("claimed", {}).items()},
        claims=tuple(flat.get("claims", ())),
        listed=flat.get("in_annex2", False),
        **plain,
    )


def _span(flat: float | list[float | None] | None) -> Span:
    if flat is None:
        return UNKNOWN
    low, high = flat if isinstance(flat, list) else (flat, flat)
    return Span(-inf if low is None else low, inf if high is None else high)


def recall_section(flat: Json) -> Section:
    """The account of one section of 附件2 as it was told."""
    return Section(flat["section"], flat["title"], tuple(_topic(t) for t in flat["topics"]))


def _topic(flat: Json) -> Topic:
    found = tuple(
        Document(d["document"], d["type"], d["file"], tuple(d["pages"]), d["acceptable"], d["reason"])
        for d in flat.get("found", ())
    )
    missing = tuple(Missing(m["claim"], m["label"], m["reason"], m["do"]) for m in flat["missing"])
    return Topic(flat["topic"], flat["required"], flat["claimed"], found, missing, flat["do"])
