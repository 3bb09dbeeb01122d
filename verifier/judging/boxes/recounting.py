"""Mentions that repeat what a cell of the form claims: patents, software, standards, figures, headcount.

They are judged as the cell would be, with the number of the sentence; «26件» in a narrative and 26 in
the cell rest on the same papers.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from math import ceil, floor
from types import MappingProxyType

from extractors.forms.form import FormField
from extractors.narrative.mention import Mention
from registries.values.dates import parse_date
from registries.values.identifiers import StandardNumber
from registries.values.levels import credit_grade
from verifier.claims import Claim
from verifier.counting import Tally, Unit, Weight, compare
from verifier.judging.boxes.documented import Found
from verifier.judging.case import Case, point
from verifier.judging.company import credit
from verifier.judging.counts.rights import rights_units
from verifier.judging.counts.standards import standard_units
from verifier.judging.market import platforms
from verifier.judging.money import finance
from verifier.judging.money.accounts import accounts_of
from verifier.judging.money.reckoning import amount
from verifier.judging.money.slips import AMOUNTS
from verifier.judging.people import staff
from verifier.precision import agrees
from verifier.verdict import Outcome, Verdict

COUNTS: Mapping[str, str] = MappingProxyType(
    {
        "patent_invention": "invention_patents_valid",
        "patent_utility": "utility_models",
        "patent_design": "designs",
        "software_copyright": "software_copyrights",
    }
)
LEVELS = ("国际", "国家", "行业", "地方", "团体")
ASK = Found(Outcome.NEEDS_HUMAN_REVIEW, "AMBIGUOUS_CLAIM")


def judge_recounted(case: Case, mention: Mention, year: int | None) -> Found | None:
    """What the papers say of a number that a sentence repeats; None where no cell is repeated."""
    if mention.quantity is None and mention.kind != "public_credit":
        return None
    judge = _JUDGES.get("count" if mention.kind in (*COUNTS, "patent_total", "standard") else mention.kind)
    return judge(case, mention, year) if judge is not None else None


def _count(case: Case, mention: Mention, year: int | None) -> Found:
    units = _units(case, mention)
    wanted = _wanted(mention)
    dated = Tally(tuple(u for u in units.units if _in_year(u, mention.years))) if mention.years else units
    found = _compared(case, dated, wanted)
    if mention.years and found.outcome is not Outcome.SUPPORTED and units.counted + units.open >= wanted:
        return replace(ASK, evidence=found.evidence)
    return found


def _units(case: Case, mention: Mention) -> Tally:
    if mention.kind == "standard":
        return _standards(case, mention)
    if mention.kind == "patent_total":
        kinds = ("invention_patents_valid", "utility_models", "designs")
        return Tally(
            tuple(u for kind in kinds for u in rights_units(case, kind).units if u.reason != "KIND_MISMATCH")
        )
    both = _TOGETHER.search(mention.text) if mention.kind == "software_copyright" else None
    counts = [COUNTS[mention.kind], *([] if both is None else [COUNTS["patent_invention"]])]
    return Tally(tuple(u for count in counts for u in rights_units(case, count).units))


_TOGETHER = re.compile("发明专利[、和及与]+(?:计算机)?(?:软件著作权|软著)(?:共|合计|总计|累计|[\\d一二三四五六七八九十])")
"""«发明专利和软件著作权共50件»: one number of both."""


def _standards(case: Case, mention: Mention) -> Tally:
    """Standards of the level that the sentence names, in the role that it claims."""
    leads = {"lead": (True,), "participate": (False,)}.get(mention.role, (True, False))
    told = next((m[0] for m in _LISTED.finditer(mention.text) if mention.name in m[0]), mention.name)
    levels = [word for word in LEVELS if word in told]
    units = [u for led in leads for u in standard_units(case, led=led).units]
    kept = [u for u in units if not levels or _level(u) in (*levels, "")]
    counted = {u.key for u in kept if u.weight is Weight.COUNTED}
    return Tally(tuple(u for u in kept if u.weight is Weight.COUNTED or u.key not in counted))


def _level(unit: Unit) -> str:
    """The level that its number's prefix tells (GB, YD, T/, ISO), else its record."""
    record = unit.evidence.match.record if unit.evidence.match else None
    told = StandardNumber.family(record.get("standard_no")) if record else ""
    return told or next((word for word in LEVELS if record and word in record.get("level")), "")


_LISTED = re.compile(rf"(?:(?:{'|'.join(LEVELS)})(?:标准)?[、和及或与]*)+标准")
"""Levels that are told in a row: 国家、行业标准."""


def _in_year(unit: Unit, years: tuple[int, ...]) -> bool:
    record = unit.evidence.match.record if unit.evidence.match else None
    day = parse_date(
        next(
            (v for c in ("grant_date", "registered_on", "publish_date") if record and (v := record.get(c))),
            "",
        )
    )
    return day is None or day.year in years


def _wanted(mention: Mention) -> int:
    """How many must be proved: more than 200 are 201; «近30» and «约30» are taken at nine tenths."""
    number = mention.quantity or 0.0
    if mention.bound == "gt":
        return floor(number) + 1
    if mention.bound in ("approx", "lt"):
        return ceil(number * NEARLY)
    return 0 if mention.bound == "le" else ceil(number)


NEARLY = 0.9


def _compared(case: Case, units: Tally, wanted: int) -> Found:
    count = compare(wanted, units, case.unread)
    reason = count.reasons[0] if count.reasons else ""
    evidence = tuple(u.evidence for u in units.units)
    return Found(count.outcome, reason, evidence, count.flags, float(units.counted))


def _as_claim(key: str, mention: Mention, year: int | None = None, text: str = "") -> Claim:
    number = mention.quantity
    printed = text or (f"{number:g}" if number is not None else mention.text)
    full = f"{key}.{year}" if year else key
    return Claim(full, key, key, FormField(full, key, printed, number), year)


def _from(verdict: Verdict) -> Found:
    reason = verdict.reasons[0] if verdict.reasons else ""
    return Found(verdict.outcome, reason, verdict.evidence, verdict.flags)


def _finance(case: Case, mention: Mention, year: int | None) -> Found:
    """Amounts and shares of a year; a percentage that may be of something else is asked about."""
    named = next(
        (key for word, key in case.rules.words.figures.items() if word in f"{mention.name}{mention.text}"), ""
    )
    last = year or max(case.window)
    if mention.unit in ("万元", "亿元", "元") and named in AMOUNTS:
        if _SUMMED.search(mention.text):
            return _summed(case, mention, named)
        return _from(finance.judge_amount(case, _reached(case, mention, named, last)))
    if mention.unit != "%" or "复合" in mention.text or "年均" in mention.text:
        return ASK
    judge = {"revenue_growth": finance.judge_growth, "profit_margin": finance.judge_margin}.get(named)
    found = _from(judge(case, _as_claim(named, mention, last))) if judge else ASK
    return found if found.outcome is Outcome.SUPPORTED else replace(ASK, evidence=found.evidence)


_SUMMED = re.compile("累计|合计|共计|总计|总额")


def _reached(case: Case, mention: Mention, named: str, year: int) -> Claim:
    """The cell that a sentence repeats; «超1亿元» is held by whatever audited amount is more."""
    known = [r.value for r in amount(accounts_of(case), AMOUNTS[named], year)]
    more = next((value for value in known if mention.bound != "eq" and _reaches(mention, value)), None)
    if more is not None:
        return _as_claim(named, replace(mention, quantity=more), year)
    return _as_claim(named, mention, year, _printed(mention))


def _printed(mention: Mention) -> str:
    """The amount as exactly as it is printed: 1.2亿元 is no 12000.0万元."""
    told = _HUNDRED_MILLION.search(mention.text)
    return told[0] if told else ""


_HUNDRED_MILLION = re.compile(r"\d[\d,]*(?:\.\d+)?亿元?")


def _summed(case: Case, mention: Mention, named: str) -> Found:
    """«近三年累计研发投入»: the audited amounts of its years added up; whose years are not told a person asks."""
    years = mention.years if len(mention.years) > 1 else case.window if "三年" in mention.text else ()
    accounts = accounts_of(case)
    found = [r for year in years if (r := next(iter(amount(accounts, AMOUNTS[named], year)), None))]
    if not years or len(found) < len(years):
        return ASK
    total = sum(r.value for r in found)
    fits = agrees(_printed(mention) or f"{mention.quantity:g}", mention.quantity or 0.0, total) or _reaches(mention, total)
    reason = "" if fits else "VALUE_MISMATCH"
    evidence = tuple(
        point(f.report, (f.fact.name,), counted=fits, reason=reason, flags=finance.ONLY) for r in found for f in r.figures
    )
    return Found(Outcome.SUPPORTED if fits else Outcome.CONTRADICTED, reason, evidence, finance.ONLY)


def _staff(case: Case, mention: Mention, year: int | None) -> Found | None:
    if mention.part or not any(word in mention.name for word in ("员工", "职工")):
        return None
    return _from(staff.judge_employees(case, _as_claim("employees_total", mention)))


def _credit(case: Case, mention: Mention, year: int | None) -> Found:
    grade = credit_grade(mention.grade) or next(
        (g for g in ("优秀", "良好", "中等", "较差") if g in mention.text), ""
    )
    if not grade:
        return ASK
    return _from(credit.judge_credit(case, _as_claim("public_credit_grade", mention, None, grade)))


def _metric(case: Case, mention: Mention, year: int | None) -> Found:
    """Developers and applications, as the platform's statistics tell them."""
    papers = case.papers(platforms.STATISTICS)
    if not papers:
        return Found(Outcome.NO_EVIDENCE, "NO_EVIDENCE")
    meaning = _meaning(mention)
    if meaning:
        key = "developers_count" if "developers" in meaning else "integrated_apps_count"
        claim = _as_claim(key, mention)
        told = [t for p in papers if (t := platforms.told_by(case, p, meaning)) is not None]
        if told and _reaches(mention, max(t.value for t in told)):
            best = max(told, key=lambda t: t.value)
            near = replace(mention, quantity=best.value)
            return _from(platforms.judge_statistic_as(case, _as_claim(key, near), meaning))
        if told:
            return _from(platforms.judge_statistic_as(case, claim, meaning))
    evidence = tuple(
        point(p, ("title", "holder"), counted=False, reason="SELF_MADE_ONLY") for p in papers[:3]
    )
    return Found(Outcome.NEEDS_HUMAN_REVIEW, "SELF_MADE_ONLY", evidence)


def _meaning(mention: Mention) -> str:
    if "开发者" in mention.name:
        return "active_developers" if "活跃" in mention.text else "developers"
    whole = any(word in mention.text for word in ("组件、", "组件和", "、解决方案", "和解决方案"))
    return "applications" if whole else ""


def _reaches(mention: Mention, known: float) -> bool:
    claimed = mention.quantity or 0.0
    if mention.bound == "gt":
        return known > claimed
    if mention.bound == "ge":
        return known >= claimed
    return mention.bound == "approx" and abs(known - claimed) <= 0.1 * claimed


Recount = Callable[[Case, Mention, int | None], Found | None]
_JUDGES: Mapping[str, Recount] = MappingProxyType(
    {
        "count": _count,
        "finance": _finance,
        "staff": _staff,
        "public_credit": _credit,
        "platform_metric": _metric,
    }
)
