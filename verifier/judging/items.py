"""One item of a box: what one mention claims, and how far it is proved.

slogan or plan → no weight · certificate without registry → the paper alone · several of a kind →
as many records as are claimed · one thing → the best of its papers
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from math import ceil

from extractors.exhibit import Exhibit
from extractors.narrative.mention import Mention
from registries.record import Record
from registries.values.text import squeeze
from verifier.judging.case import Case, point
from verifier.judging.certificates import judge_hitech
from verifier.judging.documented import Found, judge_documented
from verifier.judging.honours import same_honour
from verifier.judging.market import judge_market
from verifier.judging.proving import ORDER, Proof, prove
from verifier.judging.recounting import judge_recounted
from verifier.judging.sought import Sought, statements, states
from verifier.judging.users import judge_users
from verifier.rules import BoxRule, MentionRule
from verifier.verdict import Evidence, Flag, Item, Outcome, flag_of

SLOGANS = ("slogan", "qualitative")
EARLY = ("applied", "planned", "ongoing", "lapsed")
MARKET = ("market_share", "market_rank")
RECOUNTED = (
    "patent_invention",
    "patent_utility",
    "patent_design",
    "patent_total",
    "software_copyright",
    "standard",
    "finance",
    "public_credit",
)
CONTEXT = ("name_change", "context_number")
"""Kinds of mentions that claim nothing."""

PERHAPS = 0.7
"""A paper whose name is so alike may be the one, misread; a person looks."""


def judge_mention(case: Case, box: BoxRule, mention: Mention, year: int | None, used: set[str]) -> Item:
    """The verdict on one mention.

    Args:
        case: the case.
        box: the rules of the box that it stands in.
        mention: what was read there.
        year: the year that it is claimed for, where it names one.
        used: the records that already prove another item of the box.
    """
    rule = case.rules.mention(mention.kind, mention.name)
    asks = mention.kind in (*MARKET, *RECOUNTED)
    if mention.kind in SLOGANS:
        return _plain(case, mention, year, Outcome.NEEDS_HUMAN_REVIEW, "QUALITATIVE")
    if mention.negated or mention.kind in CONTEXT or mention.quantity == 0:
        return _plain(case, mention, year, Outcome.NOT_CLAIMED, "")
    if rule is None and not asks:
        return _plain(case, mention, year, Outcome.NEEDS_HUMAN_REVIEW, "NOT_JUDGED")
    if mention.status in EARLY:
        # «正在申报…» claims no honour; nothing is to be proved.
        return _plain(case, mention, year, Outcome.NOT_CLAIMED, "PRE_STAGE")
    if mention.status == "publicised":
        return _plain(case, mention, year, Outcome.PARTIALLY_SUPPORTED, "PUBLICITY_ONLY")
    found = _without_registry(case, box, mention, year, rule)
    if found is not None:
        return _from_found(case, mention, year, found)
    if rule is None:
        return _plain(case, mention, year, Outcome.NEEDS_HUMAN_REVIEW, "NOT_JUDGED")
    if rule.name == "hitech":
        return _from_evidence(case, mention, year, *judge_hitech(case, mention, year, rule.types))
    sought = Sought(mention, year, rule, box)
    wanted = wanted_of(mention)
    return _several(case, sought, wanted) if wanted > 1 else _single(case, sought, used)


def _without_registry(
    case: Case, box: BoxRule, mention: Mention, year: int | None, rule: MentionRule | None
) -> Found | None:
    """Mentions that papers alone decide, or that repeat a cell of the form."""
    if mention.kind in MARKET and mention.unit in ("%", "位", ""):
        return judge_market(case, mention, year)
    repeated = judge_recounted(case, mention, year)
    if repeated is not None:
        return repeated
    if mention.kind == "pilot_demo" and (users := judge_users(case, box, mention, year)) is not None:
        return users
    papers_only = rule is not None and not rule.registries and rule.name != "hitech"
    return judge_documented(case, box, mention, year, rule) if papers_only and rule else None


def wanted_of(mention: Mention) -> int:
    """How many things a mention claims; «等3项» counts those that it does not name, too."""
    return ceil(mention.quantity) if mention.quantity is not None else 1


def _single(case: Case, sought: Sought, used: set[str]) -> Item:
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
    for paper in case.papers(sought.rule.types):
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


def _several(case: Case, sought: Sought, wanted: int) -> Item:
    """«二等奖两项»: as many different records as are claimed."""
    proofs = _proofs(case, replace(sought, mention=replace(sought.mention, project="")))
    if not proofs:
        return _unproved(case, sought)
    evidence = tuple(p.evidence(sought) for p in proofs)
    proved = {_one(sought, e.match.record) for e in evidence if e.counted and e.place and e.match}
    outcome = _of_several(case, proofs, len(proved), wanted)
    faults = ("COUNT_MISMATCH", *dict.fromkeys(p.reason for p in proofs if p.reason))
    reasons = () if outcome is Outcome.SUPPORTED else faults
    return _make(
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
    return _make(
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
            return _make(sought.mention, sought.year, outcome, (reason,), case.rules.say(reason), evidence)
    if case.unread:
        text = f"未识读到佐证，且有{case.unread}页无法识读"
        reasons = ("UNREADABLE_PAGE",)
        return _make(sought.mention, sought.year, Outcome.UNVERIFIABLE, reasons, text, asked=False)
    text = case.rules.say("NO_EVIDENCE")
    return _make(sought.mention, sought.year, Outcome.NO_EVIDENCE, ("NO_EVIDENCE",), text)


def _speaks_of(case: Case, paper: Exhibit, sought: Sought) -> bool:
    printed = f"{paper.text('award')}"
    if same_honour(sought.mention.name, printed, case.rules.words):
        return True
    return any(states(case, statement, sought) >= 1.0 for statement in statements(case, paper))


def _from_evidence(
    case: Case,
    mention: Mention,
    year: int | None,
    outcome: Outcome,
    reason: str,
    evidence: tuple[Evidence, ...],
    flags: tuple[str, ...],
) -> Item:
    if outcome is Outcome.NO_EVIDENCE and case.unread:
        text, reasons = case.rules.say("UNREADABLE_PAGE"), ("UNREADABLE_PAGE",)
        return _make(mention, year, Outcome.UNVERIFIABLE, reasons, text, evidence, asked=False)
    text = case.rules.say(reason) if reason else "与证书一致（无登记库可核）"
    return _make(mention, year, outcome, (reason,) if reason else (), text, evidence, flags)


def _from_found(case: Case, mention: Mention, year: int | None, found: Found) -> Item:
    """The item on a mention that papers alone decide; pages that nobody could read may be the proof."""
    outcome, reason, asked = found.outcome, found.reason, True
    if outcome is Outcome.NO_EVIDENCE and case.unread:
        outcome, reason, asked = Outcome.UNVERIFIABLE, "UNREADABLE_PAGE", False
    if outcome is Outcome.UNVERIFIABLE and reason in _UNASKED:
        asked = False
    if outcome is Outcome.SUPPORTED and not any(e.counted and e.place for e in found.evidence):
        outcome, reason = Outcome.NEEDS_HUMAN_REVIEW, "UNREADABLE_FIELD"
    text = case.rules.say(reason) if reason else "与佐证一致"
    if mention.quantity is not None and found.proved and outcome is not Outcome.SUPPORTED:
        text += f"：申报{mention.quantity:g}{mention.unit}，核实{found.proved:g}{mention.unit}"
    reasons = (reason,) if reason else ()
    item = _make(mention, year, outcome, reasons, text, found.evidence, found.flags, asked=asked)
    return replace(item, verified=found.proved or None)


_UNASKED = frozenset({"REGISTRY_NOT_ASKED", "UNREADABLE_FIELD", "UNREADABLE_PAGE", "PRIOR_YEAR_MISSING"})


def _plain(case: Case, mention: Mention, year: int | None, outcome: Outcome, reason: str) -> Item:
    return _make(
        mention, year, outcome, (reason,) if reason else (), case.rules.say(reason) if reason else ""
    )


def _make(
    mention: Mention,
    year: int | None,
    outcome: Outcome,
    reasons: tuple[str, ...],
    text: str,
    evidence: tuple[Evidence, ...] = (),
    flags: tuple[str, ...] = (),
    *,
    asked: bool = True,
) -> Item:
    name, project = mention.name or mention.text, mention.project
    if mention.kind == "platform" and project:
        name, project = project, name  # a platform is called by its own name, not by its honour's
    return Item(
        kind=mention.kind,
        name=name,
        flag=flag_of(outcome, asked=asked),
        outcome=outcome,
        reasons=reasons,
        explanation=text,
        project=project,
        grade=mention.grade,
        level=mention.level,
        year=year,
        role=mention.role,
        span=(mention.start, mention.end),
        evidence=evidence,
        flags=flags,
        claimed=mention.quantity,
    )
