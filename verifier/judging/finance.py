"""经营情况: amounts and ratios by year, held against audit reports.

1. the audited amounts that the figure needs; a ratio is computed from them, never from the form
2. equal at the precision that the form prints → supported (checked against a paper only)
3. else say which honest slip explains it: unit, year, another definition
"""

from collections.abc import Callable
from dataclasses import dataclass

from verifier.claims import Claim
from verifier.judging.accounts import Accounts, Figure, accounts_of, distinct, year_of
from verifier.judging.case import Case, decide, point, without_paper
from verifier.precision import agrees, exact
from verifier.verdict import Evidence, Outcome, Verdict

POWERS = (-8, -4, -3, -2, -1, 1, 2, 3, 4, 8)
"""元, 千元, 万元 and 亿元 lie that many powers of ten apart; one power is a slipped point."""

AMOUNTS = {"revenue": "revenue", "rd_expense": "rd"}
NAMES = {
    "revenue": "营业收入",
    "rd": "研发费用",
    "profit": "利润总额",
    "net_profit": "净利润",
    "operating_profit": "营业利润",
}
ONLY = ("DOCUMENT_ONLY",)


@dataclass(frozen=True, slots=True)
class Reckoning:
    """A figure computed from audited amounts, in words, and the amounts that it rests on."""

    value: float
    words: str
    figures: tuple[Figure, ...]


def judge_amount(case: Case, claim: Claim) -> Verdict:
    """营业收入 and 研发费用 of a year."""
    name = AMOUNTS[claim.name]
    return _judge(case, claim, lambda accounts, year: _amount(accounts, name, year))


def judge_margin(case: Case, claim: Claim) -> Verdict:
    """营业收入利润率: 利润总额 over 营业收入."""
    return _judge(case, claim, lambda accounts, year: _share(accounts, "profit", year))


def judge_rd_ratio(case: Case, claim: Claim) -> Verdict:
    """研发费用占营收比重."""
    return _judge(case, claim, lambda accounts, year: _share(accounts, "rd", year))


def judge_growth(case: Case, claim: Claim) -> Verdict:
    """营业收入增速 over the year before, which for the first year stands in last year's column."""
    return _judge(case, claim, _growth)


Reckon = Callable[[Accounts, int], tuple[Reckoning, ...]]


def _judge(case: Case, claim: Claim, reckon: Reckon) -> Verdict:
    number, year = claim.number, claim.year
    if number is None or year is None:
        text = f"申报值“{claim.text.strip()}”不是数值，请人工核对"
        return decide(claim, Outcome.NEEDS_HUMAN_REVIEW, ("AMBIGUOUS_CLAIM",), explanation=text)
    accounts = accounts_of(case)
    reckonings = reckon(accounts, year)
    if not reckonings:
        return _without(case, claim, accounts, year)
    fitting = [r for r in reckonings if agrees(claim.text, number, r.value)]
    own = [r for r in reckonings if all(f.own for f in r.figures)] or list(reckonings)
    if len(fitting) == len(reckonings) or (fitting and not [r for r in own if r not in fitting]):
        return _supported(claim, number, fitting[0])
    if fitting:
        return _conflict(case, claim, reckonings)
    return _contradicted(case, claim, number, year, accounts, own, reckon)


def _amount(accounts: Accounts, name: str, year: int) -> tuple[Reckoning, ...]:
    return tuple(
        Reckoning(f.value, f"{year}年度审计{NAMES[name]}{f.value:.2f}万元", (f,))
        for f in distinct(accounts.figures(name, year))
    )


def _share(accounts: Accounts, part: str, year: int) -> tuple[Reckoning, ...]:
    return tuple(
        Reckoning(
            p.value / r.value * 100,
            f"审计{NAMES[part]}{p.value:.2f}万元÷营业收入{r.value:.2f}万元",
            (p, r),
        )
        for p in distinct(accounts.figures(part, year))
        for r in distinct(accounts.figures("revenue", year))
        if r.value and p.own == r.own
    )


def _growth(accounts: Accounts, year: int) -> tuple[Reckoning, ...]:
    before = accounts.figures("revenue", year - 1)
    return tuple(
        Reckoning(
            (r.value / b.value - 1) * 100,
            f"审计营业收入{b.value:.2f}万元→{r.value:.2f}万元",
            (r, b),
        )
        for r in distinct(accounts.figures("revenue", year))
        for b in distinct(before)
        if b.value
    )


def _supported(claim: Claim, number: float, reckoning: Reckoning) -> Verdict:
    group = any("合并" in f.report.text("statement") for f in reckoning.figures)
    flags = (*ONLY, *(() if exact(claim.text, number, reckoning.value) else ("ROUNDING",)), *(("SCOPE_GROUP",) if group else ()))
    return decide(
        claim,
        Outcome.SUPPORTED,
        explanation=f"与{reckoning.words}一致",
        verified=round(reckoning.value, 2),
        evidence=_evidence(reckoning, counted=True),
        flags=flags,
    )


def _evidence(reckoning: Reckoning, *, counted: bool, reason: str = "") -> tuple[Evidence, ...]:
    return tuple(
        point(f.report, (f.fact.name,), counted=counted, reason=reason, flags=ONLY) for f in reckoning.figures
    )


def _conflict(case: Case, claim: Claim, reckonings: tuple[Reckoning, ...]) -> Verdict:
    """Reports disagree with each other; which of them holds is a person's matter."""
    found = "；".join(r.words for r in reckonings)
    return decide(
        claim,
        Outcome.NEEDS_HUMAN_REVIEW,
        ("CONFLICTING_PAPERS",),
        explanation=f"{case.rules.say('CONFLICTING_PAPERS')}：{found}",
        evidence=tuple(
            e for r in reckonings for e in _evidence(r, counted=False, reason="CONFLICTING_PAPERS")
        ),
    )


def _contradicted(
    case: Case,
    claim: Claim,
    number: float,
    year: int,
    accounts: Accounts,
    own: list[Reckoning],
    reckon: Reckon,
) -> Verdict:
    best = min(own, key=lambda r: abs(r.value - number))
    if len(own) > 1:
        return _conflict(case, claim, tuple(own))
    reason, remark = _slip(case, claim, number, year, best, accounts, reckon)
    weak = any(f.fact.confidence < case.rules.policy.weak_reading for f in best.figures)
    outcome = Outcome.NEEDS_HUMAN_REVIEW if weak else Outcome.CONTRADICTED
    reasons = (reason, "UNREADABLE_FIELD") if weak else (reason,)
    text = f"申报{claim.text.strip()}，按{best.words}应为{best.value:.2f}：{remark}"
    return decide(
        claim,
        outcome,
        reasons,
        explanation=text,
        verified=round(best.value, 2),
        evidence=_evidence(best, counted=False, reason=reason),
        flags=ONLY,
    )


def _slip(
    case: Case, claim: Claim, number: float, year: int, best: Reckoning, accounts: Accounts, reckon: Reckon
) -> tuple[str, str]:
    """The honest slip that explains a wrong figure, if one does."""
    if claim.name in AMOUNTS and any(_close(number, best.value * 10.0**k) for k in POWERS):
        return "UNIT_ERROR", case.rules.say("UNIT_ERROR")
    if claim.name not in AMOUNTS and _close(number * 100, best.value):
        return "UNIT_ERROR", "把百分数写成了小数"
    others = (y for y in range(year - 2, year + 3) if y != year)
    shifted = next(
        (y for y in others if any(agrees(claim.text, number, r.value) for r in reckon(accounts, y))), None
    )
    if shifted is not None:
        return "YEAR_SHIFT", f"{case.rules.say('YEAR_SHIFT')}（{shifted}年）"
    if claim.name == "profit_margin":
        for part in ("net_profit", "operating_profit"):
            if any(agrees(claim.text, number, r.value) for r in _share(accounts, part, year)):
                return "DEFINITION_MIX", f"所报为{NAMES[part]}率"
    reason = "VALUE_MISMATCH" if claim.name in AMOUNTS else "ARITHMETIC"
    return reason, case.rules.say(reason)


def _close(a: float, b: float) -> bool:
    return bool(b) and abs(a / b - 1) <= 1e-3


def _without(case: Case, claim: Claim, accounts: Accounts, year: int) -> Verdict:
    """No figure: no report, somebody else's, or one whose figures were not read."""
    own = next((r for r in accounts.reports if year_of(r) == year), None)
    if own is not None:
        growth = claim.name == "revenue_growth" and bool(accounts.figures("revenue", year))
        reason = "PRIOR_YEAR_MISSING" if growth else "UNREADABLE_FIELD"
        evidence = (point(own, ("revenue_wan", "year"), counted=False, reason=reason),)
        text = f"有{year}年度审计报告，但{case.rules.say(reason)}"
        return decide(
            claim, Outcome.UNVERIFIABLE, (reason,), explanation=text, evidence=evidence, asked=False
        )
    for reports, reason, outcome in (
        (accounts.unsure, "NAME_NEAR", Outcome.NEEDS_HUMAN_REVIEW),
        (accounts.foreign, "HOLDER_MISMATCH", Outcome.CONTRADICTED),
    ):
        report = next((r for r in reports if year_of(r) == year), None)
        if report is not None:
            evidence = (point(report, ("holder",), counted=False, reason=reason),)
            text = f"{year}年度审计报告的被审计单位为“{report.text('holder') or '未识读'}”，不能确认为本企业"
            return decide(claim, outcome, (reason,), explanation=text, evidence=evidence)
    return without_paper(case, claim, f"{year}年度审计报告")
