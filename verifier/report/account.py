"""What follows from the verdicts, as JSON: indicators, the account of 附件2, corrections, papers used twice."""

from dataclasses import asdict
from math import isfinite
from typing import Any

from verifier.checklist import Section, Topic
from verifier.corrections import Corrected
from verifier.indicators.indicators import Indicator
from verifier.rules.expression import Span
from verifier.signals.reuse import Reuse


def reuse_as_json(reuse: Reuse) -> dict[str, Any]:
    """A paper used twice: how, here and there, and what may explain it."""
    return {
        "how": reuse.how,
        "here": asdict(reuse.here),
        "there": asdict(reuse.there),
        "innocent": list(reuse.innocent),
        "message": reuse.message,
    }


def correction_as_json(corrected: Corrected) -> dict[str, Any]:
    """What a person read in place of the program, and what became of it."""
    correction = corrected.correction
    return {
        "file": correction.file,
        "page": correction.page,
        "field": correction.field,
        "value": correction.value,
        "document": correction.document or None,
        "by": correction.by or None,
        "box": correction.box.rounded() if correction.box else None,
        "before": corrected.before,
        "taken": not corrected.problem,
        "problem": corrected.problem or None,
    }


def indicator_as_json(indicator: Indicator) -> dict[str, Any]:
    """One indicator's item, verified and as claimed."""
    return {
        "id": indicator.id,
        "level1": indicator.level1,
        "level2": indicator.level2,
        "text": indicator.text,
        "mode": indicator.mode,
        "met": indicator.met,
        "met_as_claimed": indicator.met_as_claimed,
        "machine": indicator.machine,
        "question": indicator.question or None,
        "inputs": {name: _span(span) for name, span in indicator.inputs.items()},
        "claimed": {name: _span(span) for name, span in indicator.claimed.items()},
        "explanation": indicator.explanation,
        "claims": list(indicator.claims),
        "in_annex2": indicator.listed,
    }


def _span(span: Span) -> float | list[float | None] | None:
    """A known value as a number, a span as two (null where an end is open), the unknown as null."""
    if span.known:
        return span.low
    ends = [round(end, 4) if isfinite(end) else None for end in (span.low, span.high)]
    return ends if any(end is not None for end in ends) else None


def section_as_json(section: Section) -> dict[str, Any]:
    """The account of one section of 附件2."""
    topics = [_topic(topic) for topic in section.topics]
    return {"section": section.number, "title": section.title, "topics": topics}


def _topic(topic: Topic) -> dict[str, Any]:
    return {
        "topic": topic.topic,
        "required": topic.required,
        "claimed": topic.claimed,
        "documents": len(topic.found),
        "acceptable": topic.acceptable,
        "found": [
            {
                "document": d.exhibit,
                "type": d.type,
                "file": d.file,
                "pages": list(d.pages),
                "acceptable": d.acceptable,
                "reason": d.reason,
            }
            for d in topic.found
        ],
        "missing": [
            {"claim": m.claim, "label": m.label, "reason": m.reason, "do": m.do} for m in topic.missing
        ],
        "do": topic.do,
    }
