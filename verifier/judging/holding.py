"""A claimed figure held against figures that papers tell, for things of which no registry is kept.

The applicant's own papers count; a paper that the company made itself proves nothing alone; papers
that tell different figures go to a person; a power of ten beside the figure is a slipped unit.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from extractors.exhibit import Exhibit, Fact, Row
from registries.values.money import parse_number
from verifier.applicant import Standing
from verifier.claims import Claim
from verifier.judging.case import Case, decide, point, standing_of, without_paper
from verifier.precision import agrees, kept
from verifier.verdict import Evidence, Outcome, Verdict

ONLY = ("DOCUMENT_ONLY",)
POWERS = (-8, -4, -3, -2, -1, 1, 2, 3, 4, 8)


@dataclass(frozen=True, slots=True)
class Told:
    """A figure that papers tell: its value, in words, and the facts that it rests on.

    `alone` is False where the company made the paper itself: it proves nothing alone.
    """

    value: float
    words: str
    facts: tuple[tuple[Exhibit, Fact], ...]
    alone: bool = True
    flags: tuple[str, ...] = ()

    def evidence(self, *, counted: bool, reason: str = "") -> tuple[Evidence, ...]:
        """The papers as evidence, at the facts that tell the figure."""
        return tuple(_at(paper, fact, counted, reason) for paper, fact in self.facts)


def _at(paper: Exhibit, fact: Fact, counted: bool, reason: str) -> Evidence:
    evidence = point(paper, (fact.name,), counted=counted, reason=reason, flags=ONLY)
    if fact.box.width > 0 and evidence.quote != fact.quote:  # a cell of a row
        return replace(evidence, place=fact.places[0], quote=fact.quote)
    return evidence


def number_of(fact: Fact | None) -> float | None:
    """The number that a fact states."""
    if fact is None:
        return None
    if isinstance(fact.value, int | float):
        return float(fact.value)
    number = parse_number(str(fact.value).rstrip("%％人名个件项"))
    return float(number) if number is not None else None


def owner(case: Case, paper: Exhibit | Row, names: Sequence[str] = ("holder",)) -> Standing:
    """What the names on a paper are to the applicant, the closest of several fields."""
    find = paper.fact if isinstance(paper, Exhibit) else paper.get
    return max((standing_of(case, fact) for name in names if (fact := find(name))), default=Standing.BLANK)


def sort_papers(
    case: Case, types: Iterable[str], names: Sequence[str] = ("holder",)
) -> tuple[tuple[Exhibit, ...], tuple[Exhibit, ...], tuple[Exhibit, ...]]:
    """The papers of some types: the applicant's own, those of others, and those nobody can tell."""
    papers = case.papers(types)
    standings = {paper.id: owner(case, paper, names) for paper in papers}
    own = tuple(p for p in papers if standings[p.id].own or standings[p.id] is Standing.VARIANT)
    foreign = tuple(p for p in papers if standings[p.id] is Standing.OTHER)
    return own, foreign, tuple(p for p in papers if p not in own and p not in foreign)


def hold(
    case: Case,
    claim: Claim,
    told: Sequence[Told],
    wanted: str,
    *,
    fits: Callable[[float, float], bool] | None = None,
    otherwise: Outcome = Outcome.CONTRADICTED,
    reason: str = "VALUE_MISMATCH",
) -> Verdict:
    """The verdict on a figure.

    Args:
        case: the case.
        claim: the claimed figure.
        told: what the applicant's papers tell, the most telling first.
        wanted: what the papers are called, where there are none.
        fits: when a figure that is not equal is still near enough; None: never.
        otherwise: the outcome where it differs.
        reason: why, where no slip of a unit explains it.
    """
    number = claim.number
    if number is None:
        text = f"申报值“{claim.text.strip()}”不是数值，请人工核对"
        return decide(claim, Outcome.NEEDS_HUMAN_REVIEW, ("AMBIGUOUS_CLAIM",), explanation=text)
    if not told:
        return without_paper(case, claim, wanted)
    equal = [t for t in told if agrees(claim.text, number, t.value)]
    near = [t for t in told if t not in equal and fits is not None and fits(number, t.value)]
    differing = [t for t in told if t not in equal and t not in near and t.alone]
    good = next((t for t in (*equal, *near) if t.alone), None)
    if good is not None:
        return (
            _conflict(case, claim, [good, *differing])
            if differing
            else _proved(case, claim, good, good in near)
        )
    if differing:
        return _differs(case, claim, number, differing[0], otherwise, reason)
    if equal or near:
        return _self_made(case, claim, (*equal, *near)[0])
    return _differs(case, claim, number, told[0], otherwise, reason)


DOUBTS = frozenset({"STALE_REPORT", "DATED_LATER", "CONFLICTING_PAPERS"})
"""Flags of a figure that agrees and still proves nothing: it is of another time, or its own paper says otherwise."""


def _proved(case: Case, claim: Claim, told: Told, near: bool) -> Verdict:
    doubt = next((flag for flag in told.flags if flag in DOUBTS), "")
    if doubt:
        text = f"{told.words}，与申报一致，但{case.rules.say(doubt)}"
        evidence = told.evidence(counted=False, reason=doubt)
        return decide(claim, Outcome.NEEDS_HUMAN_REVIEW, (doubt,), explanation=text, evidence=evidence, flags=ONLY)
    flags = (*ONLY, *told.flags, *(("TOLERANCE",) if near else ()))
    text = f"{told.words}，" + (case.rules.say("TOLERANCE") if near else "与申报一致")
    return decide(
        claim,
        Outcome.SUPPORTED,
        explanation=text,
        verified=_plain(told.value),
        evidence=told.evidence(counted=True),
        flags=flags,
    )


def _self_made(case: Case, claim: Claim, told: Told) -> Verdict:
    text = f"{told.words}，与申报一致，但{case.rules.say('SELF_MADE_ONLY')}"
    return decide(
        claim,
        Outcome.NEEDS_HUMAN_REVIEW,
        ("SELF_MADE_ONLY",),
        explanation=text,
        evidence=told.evidence(counted=False, reason="SELF_MADE_ONLY"),
        flags=ONLY,
    )


def _conflict(case: Case, claim: Claim, told: Sequence[Told]) -> Verdict:
    text = f"{case.rules.say('CONFLICTING_PAPERS')}：" + "；".join(t.words for t in told)
    evidence = tuple(e for t in told for e in t.evidence(counted=False, reason="CONFLICTING_PAPERS"))
    return decide(
        claim, Outcome.NEEDS_HUMAN_REVIEW, ("CONFLICTING_PAPERS",), explanation=text, evidence=evidence
    )


def _differs(case: Case, claim: Claim, number: float, told: Told, outcome: Outcome, reason: str) -> Verdict:
    slipped = any(_close(number, told.value * 10.0**k) for k in POWERS)
    weak = any(fact.confidence < case.rules.policy.weak_reading for _, fact in told.facts)
    code = "UNIT_ERROR" if slipped else reason
    if slipped:
        outcome = Outcome.CONTRADICTED
    if weak:
        outcome = Outcome.NEEDS_HUMAN_REVIEW
    text = f"申报{claim.text.strip()}，{told.words}：{case.rules.say(code)}"
    return decide(
        claim,
        outcome,
        (code, "UNREADABLE_FIELD") if weak else (code,),
        explanation=text,
        verified=_plain(told.value),
        evidence=told.evidence(counted=False, reason=code),
        flags=ONLY,
        question=case.rules.question(claim.name) if outcome is Outcome.NEEDS_HUMAN_REVIEW else "",
    )


def foreign(case: Case, claim: Claim, papers: Sequence[Exhibit], name: str = "holder") -> Verdict:
    """Papers are there, but they are another company's."""
    holder = papers[0].text(name)
    if all(case.applicant.bears_code(paper.text("uscc")) for paper in papers):
        return _renamed(case, claim, papers, name)
    evidence = tuple(point(p, (name,), counted=False, reason="HOLDER_MISMATCH") for p in papers)
    text = f"佐证的单位为“{holder}”，{case.rules.say('HOLDER_MISMATCH')}"
    return decide(claim, Outcome.CONTRADICTED, ("HOLDER_MISMATCH",), explanation=text, evidence=evidence)


def _renamed(case: Case, claim: Claim, papers: Sequence[Exhibit], name: str) -> Verdict:
    """Another name over the applicant's own code: a former one, of which nothing was handed in."""
    reason = "FORMER_NAME_UNDOCUMENTED"
    evidence = tuple(point(p, (name, "uscc"), counted=False, reason=reason) for p in papers)
    text = f"佐证的单位为“{papers[0].text(name)}”，其代码为本企业代码：{case.rules.say(reason)}"
    return decide(claim, Outcome.NEEDS_HUMAN_REVIEW, (reason,), explanation=text, evidence=evidence)


def nameless(case: Case, claim: Claim, papers: Sequence[Exhibit]) -> Verdict:
    """Papers are there, but nobody can tell whose they are or what they tell."""
    evidence = tuple(point(p, ("holder",), counted=False, reason="UNREADABLE_FIELD") for p in papers)
    text = f"有佐证，但{case.rules.say('UNREADABLE_FIELD')}"
    return decide(
        claim, Outcome.UNVERIFIABLE, ("UNREADABLE_FIELD",), explanation=text, evidence=evidence, asked=False
    )


def _close(a: float, b: float) -> bool:
    return bool(b) and abs(a / b - 1) <= 1e-3


def _plain(value: float) -> float:
    return int(value) if value == int(value) else kept(value)
