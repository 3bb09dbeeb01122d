"""The report: all verdicts of one form, and everything behind them, as the contract writes it."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import date
from math import isfinite
from typing import Any

from extractors.exhibit import Exhibit, Fact, FileReading, Place
from extractors.forms.form import Form
from extractors.page import Problem
from registries.match import Match
from verifier.advice import Advice
from verifier.checklist import Section, Topic
from verifier.corrections import Corrected
from verifier.indicators import Indicator
from verifier.rules.expression import Span
from verifier.selfcheck import Contradiction
from verifier.signals.reuse import Reuse
from verifier.verdict import Evidence, Flag, Item, Verdict

SCHEMA = "hezheng/report/1"


@dataclass(frozen=True, slots=True)
class Provenance:
    """What the verdicts rest on: program, rules, registries by kind, readers."""

    program: str
    rules: str
    registries: Mapping[str, Mapping[str, Any]]
    readers: tuple[str, ...]
    settings: Mapping[str, Any] = field(default_factory=dict)
    rules_digest: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """All verdicts of one form."""

    as_of: date
    company: str
    uscc: str
    provenance: Provenance
    files: tuple[FileReading, ...]
    exhibits: tuple[Exhibit, ...]
    verdicts: tuple[Verdict, ...]
    undecidable: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Registry kinds that nobody loaded -> keys of the claims which that leaves undecidable."""

    indicators: tuple[Indicator, ...] = ()
    checklist: tuple[Section, ...] = ()
    form_checks: tuple[Contradiction, ...] = ()
    """In what the form contradicts itself, whatever the evidence says."""

    advice: tuple[Advice, ...] = ()
    """What the applicant can mend, in a pre-check."""

    precheck: bool = False
    """Made for the applicant before submission, without registries."""

    form: Form | None = None
    """The form as it was filled in."""

    corrections: tuple[Corrected, ...] = ()
    """What people read on pages in place of the program, and what became of it."""

    redacted: bool = False
    """Private things are masked; the report cannot be judged again from it."""

    reuse: tuple[Reuse, ...] = ()
    """Papers that other applications or years have used; a signal, never a verdict."""

    def exhibit(self, id_: str) -> Exhibit | None:
        """The exhibit of that id."""
        return next((e for e in self.exhibits if e.id == id_), None)

    def counts(self) -> dict[str, int]:
        """How many claims have which flag."""
        found = {flag.value: 0 for flag in Flag}
        for verdict in self.verdicts:
            found[verdict.flag.value] += 1
        return found

    def unused(self) -> tuple[Exhibit, ...]:
        """The exhibits that support nothing: no verdict counts them."""
        used = {
            e.exhibit
            for v in self.verdicts
            for e in (*v.evidence, *(e for item in v.items for e in item.evidence))
            if e.counted
        }
        return tuple(e for e in self.exhibits if e.id not in used)


def as_json(report: Report) -> dict[str, Any]:
    """The report as the one JSON object of the contract."""
    return {
        "schema": SCHEMA,
        "as_of": report.as_of.isoformat(),
        "company": {"name": report.company, "uscc": report.uscc},
        "provenance": {
            "program": report.provenance.program,
            "rules": report.provenance.rules,
            "rules_digest": report.provenance.rules_digest,
            "registries": {k: dict(v) for k, v in report.provenance.registries.items()},
            "readers": list(report.provenance.readers),
            "settings": dict(report.provenance.settings),
        },
        "form": _form(report.form) if report.form else None,
        "summary": report.counts(),
        "undecidable": {kind: list(keys) for kind, keys in report.undecidable.items()},
        "files": [file_as_json(f) for f in report.files],
        "documents": [document_as_json(e) for e in report.exhibits],
        "unused_documents": [e.id for e in report.unused()],
        "claims": [_claim(v) for v in report.verdicts],
        "form_checks": [
            {"code": c.code, "claims": list(c.keys), "message": c.message} for c in report.form_checks
        ],
        "indicators": [_indicator(i) for i in report.indicators],
        "checklist": [_section(s) for s in report.checklist],
        "corrections": [_corrected(c) for c in report.corrections],
        "reuse": [_reuse(r) for r in report.reuse],
        "redacted": report.redacted,
        "precheck": report.precheck,
        "advice": [
            {
                "code": a.code,
                "message": a.message,
                "claim": a.claim or None,
                "file": a.file or None,
                "page": a.page or None,
            }
            for a in report.advice
        ],
    }


def file_as_json(reading: FileReading) -> dict[str, Any]:
    """One file: state, the account of every page, problems."""
    return {
        "file": reading.file,
        "sha256": reading.sha256,
        "pages": len(reading.ledger),
        "state": reading.state,
        "readers": list(reading.readers),
        "ledger": [
            {
                "page": e.page,
                "is": e.role,
                "width": e.width,
                "height": e.height,
                "rotation": e.rotation,
                "turn": e.turn,
                "document": e.exhibit or None,
                "documents": list(e.exhibits),
            }
            for e in reading.ledger
        ],
        "problems": [_problem(p) for p in reading.problems],
    }


def document_as_json(exhibit: Exhibit) -> dict[str, Any]:
    """One exhibit: type, pages, fields, and the rows of a list."""
    return {
        "id": exhibit.id,
        "file": exhibit.file,
        "pages": list(exhibit.pages),
        "type": exhibit.type,
        "fields": {f.name: _fact(f) for f in exhibit.facts},
        "rows": [{f.name: _fact(f) for f in row.facts} for row in exhibit.rows],
        "flags": list(exhibit.flags),
    }


def _form(form: Form) -> dict[str, Any]:
    fields = [
        {
            "key": f.key,
            "label": f.label,
            "text": f.text,
            "number": f.number,
            "ticked": list(f.ticked),
            "place": f.place,
            "sure": f.sure,
            "sealed": f.sealed or None,
        }
        for f in form.fields
    ]
    return {
        "file": form.file,
        "sha256": form.sha256,
        "edition": form.edition,
        "date": form.date or None,
        "fields": fields,
    }


def _reuse(reuse: Reuse) -> dict[str, Any]:
    return {
        "how": reuse.how,
        "here": asdict(reuse.here),
        "there": asdict(reuse.there),
        "innocent": list(reuse.innocent),
        "message": reuse.message,
    }


def _corrected(corrected: Corrected) -> dict[str, Any]:
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


def _problem(problem: Problem) -> dict[str, Any]:
    return {"page": problem.page or None, "code": problem.code, "message": problem.message}


def _fact(fact: Fact) -> dict[str, Any]:
    flat: dict[str, Any] = {
        "value": fact.value,
        "quote": fact.quote,
        **(_place(fact.places[0]) if fact.places else {"page": 0, "box": fact.box.rounded()}),
        "confidence": round(fact.confidence, 3),
    }
    if len(fact.places) > 1:
        flat["boxes"] = [_place(p) for p in fact.places]
    if fact.flags:
        flat["flags"] = list(fact.flags)
    return flat


def _place(place: Place) -> dict[str, Any]:
    """Page and box; paragraph or cell instead of a box where the file has no pages in points."""
    if place.where:
        return {"page": place.page, "box": None, "place": place.where}
    return {"page": place.page, "box": place.box.rounded()}


def _claim(verdict: Verdict) -> dict[str, Any]:
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


def _indicator(indicator: Indicator) -> dict[str, Any]:
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


def _section(section: Section) -> dict[str, Any]:
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
        **(_place(place) if place else {"page": None, "box": None}),
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


def documents_as_json(readings: Sequence[FileReading]) -> dict[str, Any]:
    """What `hezheng read` prints: files and documents, without form or registries."""
    return {
        "schema": "hezheng/reading/1",
        "files": [file_as_json(r) for r in readings],
        "documents": [document_as_json(e) for r in readings for e in r.exhibits],
    }
