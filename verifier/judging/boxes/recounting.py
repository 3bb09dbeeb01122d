"""Mentions that repeat what a cell of the form claims: patents, software, standards, figures, headcount.

They are judged as the cell would be, with the number of the sentence; «26件» in a narrative and 26 in
the cell rest on the same papers.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType

from extractors.narrative.mention import Mention
from registries.values.levels import credit_grade
from verifier.judging.boxes.amounts import judge_amount_told
from verifier.judging.boxes.counted import COUNTS, judge_number_told
from verifier.judging.boxes.documented import Found
from verifier.judging.boxes.repeating import ASK, as_claim, from_verdict, reaches
from verifier.judging.case import Case, point
from verifier.judging.company import credit
from verifier.judging.market import platforms
from verifier.judging.people import staff
from verifier.verdict import Outcome


def judge_recounted(case: Case, mention: Mention, year: int | None) -> Found | None:
    """What the papers say of a number that a sentence repeats; None where no cell is repeated."""
    if mention.quantity is None and mention.kind != "public_credit":
        return None
    judge = _JUDGES.get("count" if mention.kind in (*COUNTS, "patent_total", "standard") else mention.kind)
    return judge(case, mention, year) if judge is not None else None


def _staff(case: Case, mention: Mention, year: int | None) -> Found | None:
    if mention.part or not any(word in mention.name for word in ("员工", "职工")):
        return None
    return from_verdict(staff.judge_employees(case, as_claim("employees_total", mention)))


def _credit(case: Case, mention: Mention, year: int | None) -> Found:
    grade = credit_grade(mention.grade) or next(
        (g for g in ("优秀", "良好", "中等", "较差") if g in mention.text), ""
    )
    if not grade:
        return ASK
    return from_verdict(credit.judge_credit(case, as_claim("public_credit_grade", mention, None, grade)))


def _metric(case: Case, mention: Mention, year: int | None) -> Found:
    """Developers and applications, as the platform's statistics tell them."""
    papers = case.papers(platforms.STATISTICS)
    if not papers:
        return Found(Outcome.NO_EVIDENCE, "NO_EVIDENCE")
    meaning = _meaning(mention)
    if meaning:
        key = "developers_count" if "developers" in meaning else "integrated_apps_count"
        claim = as_claim(key, mention)
        told = [t for p in papers if (t := platforms.told_by(case, p, meaning)) is not None]
        if told and reaches(mention, max(t.value for t in told)):
            best = max(told, key=lambda t: t.value)
            near = replace(mention, quantity=best.value)
            return from_verdict(platforms.judge_statistic_as(case, as_claim(key, near), meaning))
        if told:
            return from_verdict(platforms.judge_statistic_as(case, claim, meaning))
    evidence = tuple(
        point(p, ("title", "holder"), counted=False, reason="SELF_MADE_ONLY") for p in papers[:3]
    )
    return Found(Outcome.NEEDS_HUMAN_REVIEW, "SELF_MADE_ONLY", evidence)


def _meaning(mention: Mention) -> str:
    if "开发者" in mention.name:
        return "active_developers" if "活跃" in mention.text else "developers"
    whole = any(word in mention.text for word in ("组件、", "组件和", "、解决方案", "和解决方案"))
    return "applications" if whole else ""


Recount = Callable[[Case, Mention, int | None], Found | None]
_JUDGES: Mapping[str, Recount] = MappingProxyType(
    {
        "count": judge_number_told,
        "finance": judge_amount_told,
        "staff": _staff,
        "public_credit": _credit,
        "platform_metric": _metric,
    }
)
