"""Verdicts as JSON: claims, their items, the evidence for each and the records behind it."""

from typing import Any

from registries.match import Match
from verifier.report.papers import place_as_json
from verifier.verdict import Evidence, Item, Verdict


def claim_as_json(verdict: Verdict) -> dict[str, Any]:
    """The verdict on one claim."""
    claimed = list(verdict.claimed) if isinstance(verdict.claimed, tuple) else verdict.claimed
    return {
        "key": verdict.key,
        "label": verdict.label,
        "claimed": claimed,
        "text": verdict.text,
        "verified": verdict.verified,
        "flag": verdict.flag.value,
        "outcome": verdict.outcome.value,
        "reasons": list(verdict.reasons),
        "flags": list(verdict.flags),
        "explanation": verdict.explanation,
        "items": [_item(item) for item in verdict.items],
        "evidence": [_evidence(e) for e in verdict.evidence],
        "question": verdict.question or None,
        "hints": [_evidence(e) for e in verdict.hints],
    }


def _item(item: Item) -> dict[str, Any]:
    return {
        "kind": item.kind,
        "name": item.name,
        "project": item.project,
        "grade": item.grade,
        "level": item.level,
        "year": item.year,
        "role": item.role,
        "span": list(item.span),
        "flag": item.flag.value,
        "outcome": item.outcome.value,
        "reasons": list(item.reasons),
        "flags": list(item.flags),
        "explanation": item.explanation,
        "evidence": [_evidence(e) for e in item.evidence],
        "question": item.question or None,
        "claimed": item.claimed,
        "verified": item.verified,
    }


def _evidence(evidence: Evidence) -> dict[str, Any]:
    place = evidence.place
    return {
        "document": evidence.exhibit or None,
        **(place_as_json(place) if place else {"page": None, "box": None}),
        "quote": evidence.quote,
        "counted": evidence.counted,
        "reason": evidence.reason,
        "flags": list(evidence.flags),
        "record": _record(evidence.match) if evidence.match else None,
    }


def _record(match: Match) -> dict[str, Any]:
    source = match.record.source
    return {
        "registry": match.record.registry,
        "id": match.record.id,
        "score": round(match.score, 4),
        "reasons": [r.text for r in match.reasons],
        "compared": [
            {
                "column": r.column,
                "code": r.code,
                "paper": r.asked,
                "record": r.found,
                "place": r.place or None,
            }
            for r in match.reasons
        ],
        "by_number": match.by_number,
        "values": dict(match.record.values),
        "source": {"file": source.file, "row": source.row} if source else None,
    }
