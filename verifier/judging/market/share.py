"""市场占有率: shares and ranks, held against reports of authoritative bodies.

A report proves what its own scope, year and product say; a rank in the country is none in the world.
"""

import re
from collections.abc import Sequence

from extractors.exhibit import Exhibit, Fact
from extractors.narrative.mention import Mention
from extractors.numerals import NUMERAL, read_numeral
from registries.values.dates import parse_date
from registries.values.text import squeeze
from verifier.applicant import Standing
from verifier.counting import NEARLY
from verifier.judging.boxes.documented import ONLY, Found
from verifier.judging.case import Case, point, standing_of
from verifier.judging.holding import number_of
from verifier.judging.market.products import other_product
from verifier.likeness import year_in
from verifier.verdict import Outcome

REPORT = ("market_share_report",)
WORLD, COUNTRY = ("全球", "世界", "国际"), ("全国", "国内", "中国", "我国")
_NTH = re.compile(r"(?:第|前|TOP\s*)([一二三四五六七八九十\d]+)", re.IGNORECASE)


def judge_market(case: Case, mention: Mention, year: int | None) -> Found:
    """One share or rank, against every report: the best of them."""
    judged = [_judge(case, paper, mention, year) for paper in case.papers(REPORT)]
    if not judged:
        return Found(Outcome.NO_EVIDENCE, "NO_EVIDENCE")
    years = _run(mention.text)
    if years > 1:
        judged = _every_year(judged, case.papers(REPORT), years)
    order = (Outcome.SUPPORTED, Outcome.NEEDS_HUMAN_REVIEW)
    return min(judged, key=lambda f: order.index(f.outcome) if f.outcome in order else len(order))


def _run(text: str) -> int:
    """«连续五年第一»: of how many years it speaks."""
    told = re.search(rf"连续({NUMERAL})年", text)
    return int(read_numeral(told[1]) or 1) if told else 1


def _every_year(judged: Sequence[Found], papers: Sequence[Exhibit], years: int) -> list[Found]:
    """A run of years takes a report for each of them, or one that says so itself."""
    told = [
        (p, found)
        for p, found in zip(papers, judged, strict=True)
        if found.outcome is Outcome.SUPPORTED
        or found.reason == "STALE_REPORT"  # the run's first years are old
    ]
    fresh = [p for p, found in told if found.outcome is Outcome.SUPPORTED]
    said = any(_run("".join(f"{f.quote}{f.value}" for f in p.facts)) >= years for p in fresh)
    if not fresh or said or len({year_in(p.text("year")) for p, _ in told}) >= years:
        return list(judged)
    return [
        Found(Outcome.PARTIALLY_SUPPORTED, "COUNT_MISMATCH", f.evidence, f.flags)
        if f.outcome is Outcome.SUPPORTED
        else f
        for f in judged
    ]


def _judge(case: Case, paper: Exhibit, mention: Mention, year: int | None) -> Found:
    rank = mention.kind == "market_rank"
    fact = case.stated(paper, "place" if rank else "share")
    outcome, reason = _fault(case, paper, mention, year, fact, rank=rank)
    counted = outcome is Outcome.SUPPORTED
    name = fact.name if fact is not None else "title"
    evidence = (point(paper, (name, "share", "title"), counted=counted, reason=reason, flags=ONLY),)
    if counted and evidence[0].place is None:
        return Found(Outcome.NEEDS_HUMAN_REVIEW, "UNREADABLE_FIELD", evidence)
    stale = _stale(case, paper)
    return Found(outcome, reason, evidence, (*ONLY, *(("STALE_REPORT",) if stale else ())))


def _fault(
    case: Case, paper: Exhibit, mention: Mention, year: int | None, fact: Fact | None, *, rank: bool
) -> tuple[Outcome, str]:
    standing = standing_of(case, paper.fact("holder")) if paper.fact("holder") else Standing.BLANK
    listed_without = standing is Standing.BLANK and any(row.get("holder") for row in paper.rows)
    if standing is Standing.OTHER or listed_without:
        return Outcome.CONTRADICTED, "HOLDER_MISMATCH"
    if not standing.own:
        return Outcome.NEEDS_HUMAN_REVIEW, "UNREADABLE_FIELD" if standing is Standing.BLANK else "NAME_NEAR"
    known = _place(fact) if rank else number_of(fact)
    if known is None or mention.quantity is None:
        return Outcome.NEEDS_HUMAN_REVIEW, "UNREADABLE_FIELD"
    if _made_later(case, paper):
        return Outcome.NEEDS_HUMAN_REVIEW, "DATED_LATER"
    if _wider(mention, paper):
        return Outcome.CONTRADICTED, "LEVEL_MISMATCH"
    if not _fits(mention, known, rank=rank):
        return Outcome.CONTRADICTED, "RANK_MISMATCH" if rank else "VALUE_MISMATCH"
    printed = year_in(paper.text("year"))
    if year is not None and printed is not None and printed != year:
        return Outcome.CONTRADICTED, "YEAR_MISMATCH"
    if year is not None and printed is None and year_in(paper.text("date")) not in (year, year + 1):
        return Outcome.NEEDS_HUMAN_REVIEW, "UNREADABLE_FIELD"
    if other_product(mention.text, paper):
        return Outcome.NEEDS_HUMAN_REVIEW, "TITLE_MISMATCH"
    if unsure := _of_where(mention, paper):
        return Outcome.NEEDS_HUMAN_REVIEW, unsure
    if _stale(case, paper):
        return Outcome.PARTIALLY_SUPPORTED, "STALE_REPORT"
    return _authority(case, paper)


def _authority(case: Case, paper: Exhibit) -> tuple[Outcome, str]:
    issuer = case.stated(paper, "issuer")
    if issuer is None:
        return Outcome.NEEDS_HUMAN_REVIEW, "UNREADABLE_FIELD"
    if case.applicant.standing(str(issuer.value)).own:
        return Outcome.CONTRADICTED, "SELF_MADE_ONLY"
    if case.applicant.related(str(issuer.value)):
        return Outcome.NEEDS_HUMAN_REVIEW, "ISSUER_NOT_AUTHORITATIVE"
    known = any(word.lower() in str(issuer.value).lower() for word in case.rules.words.authorities)
    return (Outcome.SUPPORTED, "") if known else (Outcome.NEEDS_HUMAN_REVIEW, "ISSUER_NOT_AUTHORITATIVE")


def _place(fact: Fact | None) -> float | None:
    number = number_of(fact)
    if number is not None or fact is None:
        return number
    hit = _NTH.search(str(fact.value))
    if hit is None:
        return None
    digits = "一二三四五六七八九十"
    return (
        float(digits.index(hit[1]) + 1) if hit[1] in digits else float(hit[1]) if hit[1].isdigit() else None
    )


def _wider(mention: Mention, paper: Exhibit) -> bool:
    """The form speaks of the world, the report of the country; or of everything, the report of a part."""
    world, country = (any(w in mention.text for w in words) for words in (WORLD, COUNTRY))
    of_world, of_country, local = _scope(paper)
    return (world and not of_world and (of_country or local)) or (country and local)


def _of_where(mention: Mention, paper: Exhibit) -> str:
    """Why a person must say of which market the report speaks: it does not tell, or only of a province's."""
    said = any(w in mention.text for w in (*WORLD, *COUNTRY))
    if said:
        return "" if any(_scope(paper)) else "UNREADABLE_FIELD"
    return "LEVEL_MISMATCH" if _scope(paper)[2] and not _LOCAL.search(mention.text) else ""


_LOCAL = re.compile("省内|浙江|全省|宁波|全市")


def _scope(paper: Exhibit) -> tuple[bool, bool, bool]:
    """Whether a report speaks of the world, of the country, of a province or city alone."""
    scope = squeeze("".join(paper.text(n) for n in ("scope", "rank", "title", "market", "region")))
    world, country = (any(w in scope for w in words) for words in (WORLD, COUNTRY))
    return world, country, not world and not country and _LOCAL.search(scope) is not None


def _made_later(case: Case, paper: Exhibit) -> bool:
    made, year = parse_date(paper.text("date")), year_in(paper.text("year"))
    return (made is not None and made > case.as_of) or (year is not None and year > case.as_of.year)


def _fits(mention: Mention, known: float, *, rank: bool) -> bool:
    claimed = mention.quantity or 0.0
    if rank:
        return known <= claimed if mention.bound == "le" else known == claimed
    if mention.bound in ("gt", "ge"):
        return known > claimed if mention.bound == "gt" else known >= claimed
    if mention.bound == "lt":
        return NEARLY * claimed <= known <= claimed
    if mention.bound == "approx":
        return abs(known - claimed) <= 0.1 * claimed
    return abs(known - claimed) < 0.06


def _stale(case: Case, paper: Exhibit) -> bool:
    printed = year_in(paper.text("year") or paper.text("date"))
    return printed is not None and case.as_of.year - printed > case.rules.policy.report_stale_years
