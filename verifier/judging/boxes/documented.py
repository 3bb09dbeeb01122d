"""Mentions of things for which no registry is kept: projects, certificates, rules, alliances, cases.

The papers alone are held against the words: whose they are, what they name, which year, level, role
and validity they state, and how many different things they prove. Every «supported» says so
(DOCUMENT_ONLY).
"""

from collections.abc import Sequence
from dataclasses import dataclass

from extractors.exhibit import Exhibit, Fact
from extractors.narrative.mention import Mention
from registries.values.text import squeeze
from verifier.applicant import Standing, names_in
from verifier.counting import NEARLY
from verifier.judging.boxes.faults import LEADING, fault
from verifier.judging.boxes.papers import Statement, fact_of, papers_state, stands, text_of
from verifier.judging.boxes.things import different, perhaps
from verifier.judging.case import Case, point
from verifier.judging.holding import number_of
from verifier.rules import BoxRule, MentionRule
from verifier.verdict import Evidence, Outcome

ONLY = ("DOCUMENT_ONLY",)


@dataclass(frozen=True, slots=True)
class Found:
    """What the papers prove of a mention."""

    outcome: Outcome
    reason: str = ""
    evidence: tuple[Evidence, ...] = ()
    flags: tuple[str, ...] = ()
    proved: float = 0.0


def judge_documented(
    case: Case, box: BoxRule, mention: Mention, year: int | None, rule: MentionRule
) -> Found:
    """What papers without a registry prove of one mention."""
    papers = case.papers(rule.types)
    if rule.ask or (mention.unit in _SHARES and not told(rule, mention)):
        return _asked(case, papers, rule)
    weighed = [
        (s, fault(case, box, mention, year, rule, s))
        for paper in papers
        for s in papers_state(case, paper, rule)
    ]
    about = _named_in(mention, rule, [(s, fault) for s, fault in weighed if fault != "OTHER_THING"])
    if not about:
        return Found(Outcome.NO_EVIDENCE, "NO_EVIDENCE")
    good = [s for s, fault in about if not fault]
    amount = _amount(rule, mention, good)
    wanted = mention.quantity if mention.quantity is not None else 1.0
    enough = _enough(amount, wanted, mention.bound)
    evidence = tuple(_evidence(rule, s, fault) for s, fault in about)
    if enough and any(e.counted and e.place for e in evidence):
        return Found(Outcome.SUPPORTED, "", evidence, (*ONLY, *_remarks(case, rule, mention, good)), amount)
    if not told(rule, mention) and _enough(perhaps(rule, good), wanted, mention.bound):
        return Found(Outcome.NEEDS_HUMAN_REVIEW, "DUPLICATE", evidence, ONLY, amount)
    return _short(about, evidence, amount, wanted)


_SHARES = frozenset({"%", "倍", "百分点", "个百分点"})
"""Units in which nothing is counted: no number of papers proves «30%的三甲医院»."""


def _named_in(
    mention: Mention, rule: MentionRule, about: list[tuple[Statement, str]]
) -> list[tuple[Statement, str]]:
    """Where the words name the very thing that some papers are about, the others are about other things."""
    words = squeeze(mention.text)
    meant = [
        (s, fault)
        for s, fault in about
        if any(len(said) > 4 and said in words for name in rule.say if (said := squeeze(text_of(s, (name,)))))
    ]
    single = mention.quantity in (None, 1.0)
    return meant if single and meant else about


def _short(
    about: Sequence[tuple[Statement, str]], evidence: tuple[Evidence, ...], amount: float, wanted: float
) -> Found:
    faults = [fault for _, fault in about if fault]
    open_ = [f for f in faults if f in _OPEN]
    if open_ and amount + len(open_) >= min(wanted, amount + 1):
        return Found(Outcome.NEEDS_HUMAN_REVIEW, open_[0], evidence, ONLY, amount)
    if amount:
        return Found(Outcome.PARTIALLY_SUPPORTED, "COUNT_MISMATCH", evidence, ONLY, amount)
    reason = faults[0] if faults else "COUNT_MISMATCH"
    outcome = Outcome.PARTIALLY_SUPPORTED if reason in _PART else Outcome.CONTRADICTED
    return Found(outcome, reason, evidence, ONLY)


_OPEN = frozenset({
    "UNREADABLE_FIELD", "NAME_NEAR", "FORMER_NAME_UNDOCUMENTED", "LEVEL_UNSTATED", "DATED_LATER", "RELATED_PARTY",
    "SEAL_MISSING", "ACCEPTANCE_REFUSED", "AMBIGUOUS_CLAIM",
})  # fmt: skip
"""Faults that a person weighs."""

_PART = frozenset({"ROLE_MISMATCH", "OUT_OF_WINDOW", "LEVEL_MISMATCH", "EVIDENCE_EXPIRED", "NOT_ACCEPTED"})


def _asked(case: Case, papers: Sequence[Exhibit], rule: MentionRule) -> Found:
    """A figure that the company gives itself: where papers lie there, a person compares them."""
    own = [p for p in papers if not any(stands(case, p.fact(n)) is Standing.OTHER for n in rule.own)]
    if not own:
        return Found(Outcome.NO_EVIDENCE, "NO_EVIDENCE")
    evidence = tuple(point(p, ("title", "holder"), counted=False, reason="SELF_MADE_ONLY") for p in own[:5])
    return Found(Outcome.NEEDS_HUMAN_REVIEW, "SELF_MADE_ONLY", evidence)


def _amount(rule: MentionRule, mention: Mention, good: Sequence[Statement]) -> float:
    """How many different things are proved, or the number that the papers state."""
    names = told(rule, mention)
    if names:
        numbers = [number_of(_first(s, names)) for s in good]
        return max((n for n in numbers if n is not None), default=0.0)
    return float(different(rule, good))


def told(rule: MentionRule, mention: Mention) -> tuple[str, ...]:
    """The fields whose number is claimed; where there are none, papers are counted."""
    return rule.measured.get(mention.unit, ()) or rule.sum


def _first(statement: Statement, names: Sequence[str]) -> Fact | None:
    return next((f for name in names if (f := fact_of(statement, name)) is not None), None)


def _enough(amount: float, wanted: float, bound: str) -> bool:
    if bound in ("lt", "approx"):
        return amount >= NEARLY * wanted
    return amount > wanted if bound == "gt" else bool(amount) if bound == "le" else amount >= wanted


def _evidence(rule: MentionRule, statement: Statement, fault: str) -> Evidence:
    paper, row = statement
    names = (*rule.say, *rule.sum, *rule.once, "title", *rule.own)
    return point(paper, names, counted=not fault, reason=fault, flags=ONLY, row=row)


def _remarks(case: Case, rule: MentionRule, mention: Mention, good: Sequence[Statement]) -> tuple[str, ...]:
    made = any(paper.type in ("internal_policy", *case.rules.words.self_made) for paper, _ in good)
    joined = rule.leads and mention.role not in LEADING and not mention.rank
    holders = [
        n
        for paper, row in good
        for name in rule.own
        if (f := fact_of((paper, row), name))
        for n in names_in(str(f.value))
    ]
    former = any(case.applicant.standing(name) is Standing.FORMER for name in holders)
    flags = (
        ("SELF_MADE_ONLY", made),
        ("ROLE_PARTICIPANT", bool(joined) and rule.name == "project"),
        ("FORMER_NAME", former),
        ("FORMER_NAME_UNDOCUMENTED", former and case.applicant.undocumented(holders)),
        ("RESTRICTED_LIST", any(paper.type in case.rules.restricted for paper, _ in good)),
    )
    return tuple(name for name, true in flags if true)
