"""员工人数 and the shares of people among them: insured people, statistical returns, rosters.

The insured are counted by the 人社 certificate; a roster alone proves nothing, but people of a roster
who all stand among the insured do. 本科以上 and 中级以上 are one union: nobody counts twice.
"""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from extractors.exhibit import Exhibit, Fact, Row
from registries.values.dates import parse_date
from registries.values.text import squeeze
from verifier.claims import Claim
from verifier.judging.case import Case, decide
from verifier.judging.holding import Told, foreign, hold, nameless, number_of, sort_papers
from verifier.likeness import year_in
from verifier.precision import agrees
from verifier.verdict import Outcome, Verdict

INSURED, RETURNS, ROSTER = ("social_insurance_list",), ("employment_statistics",), ("staff_roster",)
WANTED = "社会保险参保证明或统计报表"
DEGREES = ("本科", "学士", "硕士", "博士", "研究生")
TITLES = ("中级", "高级", "副高", "正高", "工程师", "经济师", "会计师")
NO_TITLES = ("助理", "初级", "技术员")


def judge_employees(case: Case, claim: Claim) -> Verdict:
    """员工人数: the insured or the returned headcount, within the tolerance of the policy."""
    own, others, unsure = sort_papers(case, (*INSURED, *RETURNS, *ROSTER))
    told = [t for paper in own if (t := _headcount(case, paper)) is not None]
    if not told and (others or unsure or own):
        return foreign(case, claim, others) if others and not own else nameless(case, claim, own or unsure)
    tolerance = case.rules.policy.headcount_tolerance

    def fits(claimed: float, known: float) -> bool:
        return abs(claimed - known) <= tolerance * claimed

    return hold(case, claim, told, WANTED, fits=fits, otherwise=Outcome.NEEDS_HUMAN_REVIEW)


def judge_rd_share(case: Case, claim: Claim) -> Verdict:
    """研发人员占全部职工比重."""
    return _judge_share(case, claim, _researchers)


def judge_skilled_share(case: Case, claim: Claim) -> Verdict:
    """本科学历或中级以上职称人员占全部职工比重: the union, each person once."""
    verdict = _judge_share(case, claim, _skilled)
    if verdict.outcome is not Outcome.CONTRADICTED or claim.number is None:
        return verdict
    doubled = [t for t in _doubled(case) if agrees(claim.text, claim.number, t.value)]
    if not doubled:
        return verdict
    text = f"申报{claim.text.strip()}，{doubled[0].words}：{case.rules.say('DOUBLE_COUNT')}"
    return decide(
        claim,
        Outcome.CONTRADICTED,
        ("DOUBLE_COUNT",),
        explanation=text,
        verified=verdict.verified,
        evidence=verdict.evidence,
        flags=verdict.flags,
    )


@dataclass(frozen=True, slots=True)
class People:
    """How many people a paper tells of, and whether it may be believed alone."""

    number: float
    paper: Exhibit
    fact: Fact
    alone: bool


Counting = Callable[[Case, Exhibit], People | None]
"""Counts the people of one paper."""


def _judge_share(case: Case, claim: Claim, count: Counting) -> Verdict:
    own, others, unsure = sort_papers(case, (*RETURNS, *INSURED, *ROSTER))
    people = [p for paper in own if (p := count(case, paper)) is not None]
    told = [t for p in people if (t := _share(case, own, p)) is not None]
    if not told and others and not own:
        return foreign(case, claim, others)
    if not told and (unsure or own):
        return nameless(case, claim, own or unsure)
    return hold(case, claim, told, f"{WANTED}及人员名册", reason="ARITHMETIC")


def _share(case: Case, own: Sequence[Exhibit], people: People) -> Told | None:
    """The people over the headcount of the same paper, else of the insured, else of the form."""
    total = _total(case, people.paper) if people.paper.type != "staff_roster" else None
    flags = (*_time_of(case, people.paper), *(("CONFLICTING_PAPERS",) if _other_total(case, own, total) else ()))
    facts: tuple[tuple[Exhibit, Fact], ...] = ((people.paper, people.fact),)
    if total is None:
        counted = [t for paper in own if (t := _headcount(case, paper)) is not None and t.alone]
        total = counted[0].value if counted else None
        facts += counted[0].facts if counted else ()
    if total is None:
        claim = case.claim("employees_total")
        total = claim.number if claim is not None else None
    if not total:
        return None
    words = f"佐证{people.number:g}人÷{total:g}人＝{people.number / total * 100:.2f}%"
    return Told(people.number / total * 100, words, facts, people.alone, flags)


def _other_total(case: Case, own: Sequence[Exhibit], total: float | None) -> bool:
    """A paper of others counts far more people of the applicant than a share is taken of."""
    counted = [t.value for p in own if (t := _headcount(case, p)) is not None and t.alone and not t.flags]
    return total is not None and any(n > total * (1 + case.rules.policy.headcount_tolerance) for n in counted)


def _headcount(case: Case, paper: Exhibit) -> Told | None:
    if paper.type == "staff_roster" and "研发" in paper.text("title") + paper.text("award"):
        return None
    fact = case.stated(paper, "insured" if paper.type in INSURED else "employees")
    number = number_of(fact)
    people = [row for row in paper.rows if case.stated(row, "person") is not None]
    if number is None and people:
        fact, number = case.stated(people[0], "person"), float(len(people))
    if number is None or fact is None:
        return None
    name = {"social_insurance_list": "参保", "employment_statistics": "统计报表"}.get(paper.type, "名册")
    flags = _time_of(case, paper)
    alone = paper.type not in case.rules.words.self_made
    return Told(number, f"{name}人数{number:g}人", ((paper, fact),), alone, flags)


def _time_of(case: Case, paper: Exhibit) -> tuple[str, ...]:
    """What is to be known of the time of a paper: people are claimed of the last year or of the form's day."""
    told = paper.text("period") or paper.text("year") or paper.text("date")
    year, day = year_in(told), parse_date(told)
    if (day is not None and day > case.as_of) or (year is not None and year > case.as_of.year):
        return ("DATED_LATER",)
    return ("STALE_REPORT",) if year is not None and year < max(case.window) else ()


def _total(case: Case, paper: Exhibit) -> float | None:
    return number_of(case.stated(paper, "insured" if paper.type in INSURED else "employees"))


def _researchers(case: Case, paper: Exhibit) -> People | None:
    fact = case.stated(paper, "rd_staff")
    number = number_of(fact)
    if number is not None and fact is not None:
        return People(number, paper, fact, paper.type not in case.rules.words.self_made)
    if paper.type != "staff_roster":
        return None
    named = "研发" in paper.text("title") + paper.text("award")
    rows = [r for r in paper.rows if named or "研发" in _said(case, r, "department")]
    return _of_rows(case, paper, rows) or (_of_number(case, paper) if named else None)


def _of_number(case: Case, paper: Exhibit) -> People | None:
    fact = case.stated(paper, "employees")
    number = number_of(fact)
    return People(number, paper, fact, False) if number is not None and fact is not None else None


def _skilled(case: Case, paper: Exhibit) -> People | None:
    fact = case.stated(paper, "skilled")
    number = number_of(fact)
    if number is not None and fact is not None:
        return People(number, paper, fact, paper.type not in case.rules.words.self_made)
    if paper.type != "staff_roster":
        return None
    rows = [r for r in paper.rows if _has_degree(case, r) or _has_title(case, r)]
    return _of_rows(case, paper, rows)


def _of_rows(case: Case, paper: Exhibit, rows: Sequence[Row]) -> People | None:
    """Distinct people of a roster; believed where every one of them is among the insured."""
    people = {squeeze(_said(case, r, "person")) for r in rows} - {""}
    if not rows or not people:
        return None
    fact = case.stated(rows[0], "person") or rows[0].facts[0]
    return People(float(len(people)), paper, fact, _all_insured(case, people))


def _all_insured(case: Case, people: set[str]) -> bool:
    """Every person stands among the insured; names that are printed masked (章*远) are counted by mask."""
    lists, _, _ = sort_papers(case, INSURED)
    insured = [_said(case, r, "person") for p in lists for r in p.rows]
    known = {squeeze(name) for name in insured if "*" not in name}
    masks = Counter(re.sub(r"\s", "", name) for name in insured if "*" in name)
    wanted = Counter(mask for name in people - known for mask in masks if _fits_mask(name, mask))
    hidden = [n for n in people - known if any(_fits_mask(n, mask) for mask in masks)]
    return bool(insured) and len(hidden) == len(people - known) and not wanted - masks


def _fits_mask(name: str, mask: str) -> bool:
    pattern = re.escape(mask).replace(r"\*", ".")
    return re.fullmatch(pattern, name) is not None


def _doubled(case: Case) -> list[Told]:
    """What comes out when degrees and titles are added up instead of counted once."""
    own, _, _ = sort_papers(case, (*RETURNS, *INSURED, *ROSTER))
    told = []
    for paper in own:
        degrees, titles = (_counted(case, paper, m) for m in ("degrees", "titles"))
        if degrees is None or titles is None:
            continue
        union = _skilled(case, paper)
        fact = union.fact if union else next(iter(paper.facts), None)
        if fact is not None:
            total = _share(case, own, People(degrees + titles, paper, fact, True))
            told += [total] if total else []
    return told


def _counted(case: Case, paper: Exhibit, meaning: str) -> float | None:
    number = number_of(case.stated(paper, meaning))
    if number is not None or not paper.rows:
        return number
    has = _has_degree if meaning == "degrees" else _has_title
    return float(sum(has(case, row) for row in paper.rows))


def _has_degree(case: Case, row: Row) -> bool:
    return any(word in _said(case, row, "degree") for word in DEGREES)


def _has_title(case: Case, row: Row) -> bool:
    title = _said(case, row, "rank_title")
    return any(w in title for w in TITLES) and not any(w in title for w in NO_TITLES)


def _said(case: Case, row: Row, meaning: str) -> str:
    fact = case.stated(row, meaning)
    return str(fact.value) if fact is not None else ""
