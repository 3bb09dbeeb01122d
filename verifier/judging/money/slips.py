"""The honest slip that explains a wrong figure: a unit, a year, a group's figure, another definition."""

from collections.abc import Iterator

from verifier.claims import Claim
from verifier.judging.case import Case
from verifier.judging.money.accounts import Accounts
from verifier.judging.money.reckoning import NAMES, Reckon, Reckoning, grouped, grouped_share, growth, share
from verifier.precision import agrees

AMOUNTS = {"revenue": "revenue", "rd_expense": "rd"}
SHARES = {"profit_margin": "profit", "rd_ratio": "rd"}
POWERS = (-8, -4, -3, -2, -1, 1, 2, 3, 4, 8)
"""元, 千元, 万元 and 亿元 lie that many powers of ten apart; one power is a slipped point."""


def slip(
    case: Case,
    claim: Claim,
    number: float,
    year: int,
    best: Reckoning,
    accounts: Accounts,
    reckon: Reckon,
) -> tuple[str, str]:
    """Why a figure is wrong: the reason code, and what the reviewer reads."""
    for found in (
        _unit(case, claim, number, best),
        _group(case, claim, number, year, accounts),
        _year(case, claim, number, year, accounts, reckon),
        _definition(claim, number, year, accounts),
    ):
        if found is not None:
            return found
    reason = "VALUE_MISMATCH" if claim.name in AMOUNTS else "ARITHMETIC"
    return reason, case.rules.say(reason)


Slip = tuple[str, str] | None


def _unit(case: Case, claim: Claim, number: float, best: Reckoning) -> Slip:
    if claim.name in AMOUNTS:
        powers = any(close(number, best.value * 10.0**k) for k in POWERS)
        return ("UNIT_ERROR", case.rules.say("UNIT_ERROR")) if powers else None
    if close(number * 100, best.value):
        return "UNIT_ERROR", "把百分数写成了小数"
    return None


def _group(case: Case, claim: Claim, number: float, year: int, accounts: Accounts) -> Slip:
    """The group's consolidated figure in place of the company's own."""
    if claim.name in AMOUNTS:
        found = grouped(accounts, AMOUNTS[claim.name], year)
    elif claim.name in SHARES:
        found = grouped_share(accounts, SHARES[claim.name], year)
    else:
        before, after = grouped(accounts, "revenue", year - 1), grouped(accounts, "revenue", year)
        rates = [(a.value / b.value - 1) * 100 for a in after for b in before if b.value]
        hit = any(agrees(claim.text, number, rate) for rate in rates)
        return ("SCOPE_GROUP", case.rules.say("CONSOLIDATED_FIGURE")) if hit else None
    hit = any(agrees(claim.text, number, r.value) for r in found)
    return ("SCOPE_GROUP", case.rules.say("CONSOLIDATED_FIGURE")) if hit else None


def _year(case: Case, claim: Claim, number: float, year: int, accounts: Accounts, reckon: Reckon) -> Slip:
    for other in (y for y in range(year - 2, year + 3) if y != year):
        if any(agrees(claim.text, number, r.value) for r in reckon(accounts, other)):
            return "YEAR_SHIFT", f"{case.rules.say('YEAR_SHIFT')}（{other}年）"
    return None


def _definition(claim: Claim, number: float, year: int, accounts: Accounts) -> Slip:
    for told, value in _readings(claim, year, accounts):
        if agrees(claim.text, number, value):
            return ("DEFINITION_MIX" if claim.name == "profit_margin" else "ARITHMETIC"), told
    return None


def _readings(claim: Claim, year: int, accounts: Accounts) -> Iterator[tuple[str, float]]:
    """What companies compute by mistake, and how it is called."""
    if claim.name == "profit_margin":
        for part in ("net_profit", "operating_profit"):
            for r in share(accounts, part, year):
                yield f"所报为{NAMES[part]}率", r.value
    if claim.name == "revenue_growth":
        for r in growth(accounts, year):
            after, before = (figure.value for figure in r.figures)
            yield "所报为增加额占本年营业收入的比例（基数误用）", (after - before) / after * 100
            for earlier in growth(accounts, year - 1):
                yield "所报为与上年增速之差（百分点）", r.value - earlier.value


def close(a: float, b: float) -> bool:
    """Equal but for rounding."""
    return bool(b) and abs(a / b - 1) <= 1e-3
