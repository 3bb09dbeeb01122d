"""Measures of the company as a whole: credit, growth, its place in a market, what it mainly does."""

from registries.values.levels import credit_rank
from verifier.indicators.figures import figure_of
from verifier.indicators.growth import average_growth
from verifier.indicators.sheet import Sheet
from verifier.rules import Measure
from verifier.rules.expression import UNKNOWN, Span, exactly
from verifier.verdict import Flag, Outcome

BEST_CREDIT = 5

NOWHERE = float(10**6)
"""The place in a market of those who have none: behind everybody."""


def credit(sheet: Sheet, measure: Measure, verified: bool) -> Span:
    """优秀 is 5, 差 is 1."""
    verdict = sheet.of("public_credit_grade")
    if verdict is None or verdict.flag is Flag.NOT_CLAIMED:
        return UNKNOWN
    if verified and verdict.outcome not in (Outcome.SUPPORTED, Outcome.CONTRADICTED):
        return UNKNOWN
    told = verdict.verified if verified else verdict.claimed
    text = told[0] if isinstance(told, tuple) else str(told or "")
    rank = credit_rank(text)
    return exactly(BEST_CREDIT - rank) if rank is not None else UNKNOWN


def growth_rate(sheet: Sheet, measure: Measure, verified: bool) -> Span:
    """近三年年均增速, by every reading that the policy allows."""
    spans = [figure_of(sheet.verdicts.get(f"revenue.{y}"), verified=verified) for y in sheet.window]
    first = figure_of(sheet.verdicts.get(f"revenue_growth.{sheet.window[0]}"), verified=verified)
    rates = [figure_of(sheet.verdicts.get(f"revenue_growth.{y}"), verified=verified) for y in sheet.window]
    known = [s.low for s in spans if s.known]
    if len(known) < len(spans) or len(known) < 2:
        return UNKNOWN
    told = [r.low for r in rates if r.known]
    readings = average_growth(
        known,
        first.low if first.known else None,
        told if len(told) == len(rates) else None,
        sheet.rules.policy.avg_growth_method,
    )
    return Span(min(readings), max(readings)) if readings else UNKNOWN


def market_rank(sheet: Sheet, measure: Measure, verified: bool) -> Span:
    """The best rank in a market; no rank is no place at all."""
    verdict = sheet.of("market_share")
    items = [
        i
        for i in (verdict.items if verdict else ())
        if i.kind == "market_rank" and any(w in i.name for w in measure.words) and i.claimed
    ]
    sure = [i.claimed or 0.0 for i in items if not verified or i.flag is Flag.SUPPORTED]
    maybe = [i.claimed or 0.0 for i in items if i.flag is Flag.NEEDS_REVIEW]
    high = min(sure, default=NOWHERE)
    return Span(min([*sure, *(maybe if verified else [])], default=NOWHERE), high)


def manufacturing(sheet: Sheet, measure: Measure, verified: bool) -> Span:
    """What a company mainly does is read from its own words: making things, writing software, both."""
    claim = next((c for c in sheet.claims if c.key == "main_business_scope"), None)
    text = claim.text if claim is not None and not claim.blank else ""
    makes = any(word in text for word in ("制造", "生产", "加工"))
    serves = any(word in text for word in ("软件", "服务", "平台", "技术开发", "咨询", "数据"))
    if makes == serves:
        return Span(0, 1)
    return exactly(float(makes))
