"""Mentions of things that a registry keeps: one thing by the best of its papers, several by as many records."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from math import ceil, floor

from extractors.exhibit import Exhibit
from extractors.narrative.mention import Mention
from registries.record import Record
from registries.values.text import squeeze
from verifier.counting import NEARLY
from verifier.judging.boxes.honours import same_honour
from verifier.judging.boxes.proving import ORDER, Proof, prove
from verifier.judging.boxes.sought import Sought, statements, states
from verifier.judging.boxes.taken_back import takes_back
from verifier.judging.boxes.told import item_of
from verifier.judging.case import Case, point
from verifier.verdict import Flag, Item, Outcome, flag_of

PERHAPS = 0.7
"""A paper whose name is so alike may be the one, misread; a person looks."""


def wanted_of(mention: Mention) -> int:
    """How many things a mention claims; «等3项» counts those that it does not name, too."""
    if mention.quantity is None:
        return 1
    if mention.bound == "gt":
        return floor(mention.quantity) + 1
    return ceil(mention.quantity * (NEARLY if mention.bound in ("lt", "approx") else 1))


def judge_single(case: Case, sought: Sought, used: set[str]) -> Item:
    """One thing: the best of its papers; one that proves another item already proves no second."""
    proofs = _proofs(case, sought)
    fresh = [p for p in proofs if sought.mention.project or sought.titled or not _used(p, used)]
    best = min(fresh or proofs, key=_rank, default=None)
    if best is None:
        return _unproved(case, sought)
    if best.outcome is Outcome.SUPPORTED and not fresh:
        best = replace(best, outcome=Outcome.PARTIALLY_SUPPORTED, reason="DUPLICATE")
    return _from_proof(case, sought, best)


def _rank(proof: Proof) -> tuple[int, bool]:
    return ORDER.index(proof.outcome), not proof.asked


def _used(proof: Proof, used: set[str]) -> bool:
    return proof.match is not None and proof.match.record.id in used


def _proofs(case: Case, sought: Sought) -> list[Proof]:
    found: list[Proof] = []
    for paper in (p for p in case.papers(sought.rule.types) if not takes_back(case, p)):
        for statement in statements(case, paper):
            likeness = states(case, statement, sought)
            if likeness >= 1.0:
                found.append(prove(case, statement, sought))
            elif likeness >= PERHAPS:
                found.extend(_perhaps(prove(case, statement, sought)))
    return found


def _perhaps(proof: Proof) -> Iterable[Proof]:
    """A misread name may still be the right one; it is never proof, and never held against anybody."""
    if proof.outcome is Outcome.SUPPORTED:
        yield replace(proof, outcome=Outcome.NEEDS_HUMAN_REVIEW, reason="UNREADABLE_FIELD")


def judge_several(case: Case, sought: Sought, wanted: int) -> Item:
    """«二等奖两项»: as many different records as are claimed."""
    proofs = _proofs(case, replace(sought, mention=replace(sought.mention, project="")))
    if not proofs:
        return _unproved(case, sought)
    evidence = tuple(p.evidence(sought) for p in proofs)
    proved = {_one(sought, e.match.record) for e in evidence if e.counted and e.place and e.match}
    outcome = _of_several(case, proofs, len(proved), wanted)
    faults = ("COUNT_MISMATCH", *dict.fromkeys(p.reason for p in proofs if p.reason))
    reasons = () if outcome is Outcome.SUPPORTED else faults
    return item_of(
        sought.mention, sought.year, outcome, reasons, f"申报{wanted}项，核实{len(proved)}项", evidence
    )


def _one(sought: Sought, record: Record) -> str:
    """What makes two records one thing: a person of two lists is one, unless 人次 are claimed."""
    person = record.get("project") if sought.mention.kind == "talent_person" else ""
    return squeeze(person) if person and sought.mention.unit != "人次" else record.id


def _of_several(case: Case, proofs: Sequence[Proof], proved: int, wanted: int) -> Outcome:
    if proved >= wanted:
        return Outcome.SUPPORTED
    waiting = sum(flag_of(p.outcome, asked=p.asked) is Flag.NEEDS_REVIEW for p in proofs) + case.unread
    if waiting and proved + waiting >= wanted:
        return Outcome.NEEDS_HUMAN_REVIEW
    return Outcome.PARTIALLY_SUPPORTED if proved else Outcome.CONTRADICTED


def _from_proof(case: Case, sought: Sought, proof: Proof) -> Item:
    evidence = (proof.evidence(sought),)
    reasons = (proof.reason,) if proof.reason else ()
    outcome = proof.outcome
    if outcome is Outcome.SUPPORTED and evidence[0].place is None:
        outcome, reasons = Outcome.NEEDS_HUMAN_REVIEW, ("UNREADABLE_FIELD",)
    text = _words(case, sought, proof, reasons)
    return item_of(
        sought.mention, sought.year, outcome, reasons, text, evidence, proof.flags, asked=proof.asked
    )


def _words(case: Case, sought: Sought, proof: Proof, reasons: tuple[str, ...]) -> str:
    if not reasons:
        return "佐证与登记记录一致"
    text = case.rules.say(reasons[0])
    known = _known(proof, reasons[0])
    return f"{text}（登记记录为{known}）" if known else text


def _known(proof: Proof, reason: str) -> str:
    column = {
        "GRADE_MISMATCH": "grade",
        "LEVEL_MISMATCH": "level",
        "YEAR_MISMATCH": "year",
        "OUT_OF_WINDOW": "year",
    }
    return proof.match.record.get(column[reason]) if proof.match and reason in column else ""


def _unproved(case: Case, sought: Sought) -> Item:
    """No paper states it; a 公示 or a call for applications that does is no proof."""
    for types, reason, outcome in (
        ("publicity_notice", "PUBLICITY_ONLY", Outcome.PARTIALLY_SUPPORTED),
        ("call_for_application", "CALL_ONLY", Outcome.NO_EVIDENCE),
    ):
        paper = next((p for p in case.papers((types,)) if _speaks_of(case, p, sought)), None)
        if paper is not None:
            evidence = (point(paper, ("award", "title"), counted=False, reason=reason),)
            return item_of(sought.mention, sought.year, outcome, (reason,), case.rules.say(reason), evidence)
    if case.unread:
        text = f"未识读到佐证，且有{case.unread}页无法识读"
        reasons = ("UNREADABLE_PAGE",)
        return item_of(sought.mention, sought.year, Outcome.UNVERIFIABLE, reasons, text, asked=False)
    text = case.rules.say("NO_EVIDENCE")
    return item_of(sought.mention, sought.year, Outcome.NO_EVIDENCE, ("NO_EVIDENCE",), text)


def _speaks_of(case: Case, paper: Exhibit, sought: Sought) -> bool:
    printed = f"{paper.text('award')}"
    if same_honour(sought.mention.name, printed, case.rules.words):
        return True
    return any(states(case, statement, sought) >= 1.0 for statement in statements(case, paper))
