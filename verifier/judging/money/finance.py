"""经营情况: amounts and ratios by year, held against audit reports.

1. the audited amounts that the figure needs; a ratio is computed from them, never from the form
2. equal at the precision that the form prints → supported (checked against a paper only)
3. else say which honest slip explains it: unit, year, another definition
"""

from verifier.claims import Claim
from verifier.judging.case import Case, decide, point, without_paper
from verifier.judging.money.accounts import Accounts, accounts_of, year_of
from verifier.judging.money.reckoning import (
    Reckon,
    Reckoning,
    amount,
    growth,
    returned,
    returned_share,
    share,
)
from verifier.judging.money.slips import AMOUNTS, slip
from verifier.precision import agrees, exact, kept
from verifier.verdict import Evidence, Outcome, Verdict

ONLY = ("DOCUMENT_ONLY",)


def judge_amount(case: Case, claim: Claim) -> Verdict:
    """营业收入 and 研发费用 of a year."""
    name = AMOUNTS[claim.name]
    return _judge(
        case,
        claim,
        lambda accounts, year: amount(accounts, name, year),
        lambda accounts, year: returned(accounts, name, year),
    )


def judge_margin(case: Case, claim: Claim) -> Verdict:
    """营业收入利润率: 利润总额 over 营业收入."""
    return _judge(case, claim, lambda accounts, year: share(accounts, "profit", year))


def judge_rd_ratio(case: Case, claim: Claim) -> Verdict:
    """研发费用占营收比重."""
    return _judge(
        case,
        claim,
        lambda accounts, year: share(accounts, "rd", year),
        lambda accounts, year: returned_share(accounts, "rd", year),
    )


def judge_growth(case: Case, claim: Claim) -> Verdict:
    """营业收入增速 over the year before, which for the first year stands in last year's column."""
    return _judge(case, claim, growth)


def _nothing(accounts: Accounts, year: int) -> tuple[Reckoning, ...]:
    return ()


def _judge(case: Case, claim: Claim, reckon: Reckon, other: Reckon = _nothing) -> Verdict:
    number, year = claim.number, claim.year
    if number is None or year is None:
        text = f"申报值“{claim.text.strip()}”不是数值，请人工核对"
        return decide(claim, Outcome.NEEDS_HUMAN_REVIEW, ("AMBIGUOUS_CLAIM",), explanation=text)
    accounts = accounts_of(case)
    audited = reckon(accounts, year)
    reckonings = audited or other(accounts, year)
    if not reckonings:
        return _without(case, claim, accounts, year)
    fitting = [r for r in reckonings if agrees(claim.text, number, r.value)]
    if fitting and _refused(fitting[0]):
        return _unassured(case, claim, fitting[0])
    own = [r for r in reckonings if r.own] or list(reckonings)
    if len(fitting) == len(reckonings):
        return _supported(claim, number, fitting[0])
    if fitting and not [r for r in own if r not in fitting]:
        return _supported(claim, number, fitting[0], _restated(reckonings))
    if fitting and _surely_restated(case, reckonings, own):
        return _supported(claim, number, fitting[0], ("RESTATED",))
    if fitting:
        return _conflict(case, claim, reckonings)
    defined = [r for r in other(accounts, year) if agrees(claim.text, number, r.value)] if audited else []
    if defined:
        return _defined(case, claim, number, defined[0], accounts)
    return _contradicted(case, claim, number, year, accounts, own, reckon)


def _refused(reckoning: Reckoning) -> bool:
    """The auditor says that the figures are wrong, or that nobody can say (中国注册会计师审计准则第1502号)."""
    return any(word in f.report.text("opinion") for f in reckoning.figures for word in ("否定", "无法表示"))


def _unassured(case: Case, claim: Claim, reckoning: Reckoning) -> Verdict:
    text = f"与{reckoning.words}一致，但{case.rules.say('AUDIT_OPINION')}"
    evidence = _evidence(reckoning, counted=False, reason="AUDIT_OPINION")
    return decide(claim, Outcome.NEEDS_HUMAN_REVIEW, ("AUDIT_OPINION",), explanation=text, evidence=evidence, flags=ONLY)


def _restated(reckonings: tuple[Reckoning, ...]) -> tuple[str, ...]:
    """The next report prints another figure for the year: restated, or misread."""
    return ("RESTATED",) if any(not r.own for r in reckonings) else ()


def _surely_restated(case: Case, reckonings: tuple[Reckoning, ...], own: list[Reckoning]) -> bool:
    """One report a year, every figure surely read: the later report's column supersedes the earlier one."""
    sure = all(f.fact.confidence >= case.rules.policy.sure_reading for r in reckonings for f in r.figures)
    return sure and len(own) == 1 and len(reckonings) == 2


def _defined(case: Case, claim: Claim, number: float, found: Reckoning, accounts: Accounts) -> Verdict:
    """研发费用 by another definition than the auditor's: it holds where every year follows the same one."""
    name = AMOUNTS.get("rd_expense", "")
    for other in (c for c in case.claims if c.name == "rd_expense" and c.number is not None and c.year):
        year, value = other.year or 0, other.number or 0.0
        same = any(
            r.basis == found.basis and agrees(other.text, value, r.value)
            for r in returned(accounts, name, year)
        )
        if not same and any(agrees(other.text, value, r.value) for r in amount(accounts, name, year)):
            text = f"与{found.words}一致，但{year}年度所报为审计口径：{case.rules.say('DEFINITION_MIX')}"
            return decide(
                claim,
                Outcome.PARTIALLY_SUPPORTED,
                ("DEFINITION_MIX",),
                explanation=text,
                verified=kept(found.value),
                evidence=_evidence(found, counted=False, reason="DEFINITION_MIX"),
                flags=ONLY,
            )
    return _supported(claim, number, found, ("OTHER_DEFINITION",))


def _supported(claim: Claim, number: float, reckoning: Reckoning, more: tuple[str, ...] = ()) -> Verdict:
    group = any(
        "合并" in f.report.text("statement") or "CONSOLIDATED" in f.report.flags for f in reckoning.figures
    )
    flags = (
        *ONLY,
        *(() if exact(claim.text, number, reckoning.value) else ("ROUNDING",)),
        *(("SCOPE_GROUP",) if group else ()),
        *more,
    )
    return decide(
        claim,
        Outcome.SUPPORTED,
        explanation=f"与{reckoning.words}一致",
        verified=kept(reckoning.value),
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
    reason, remark = slip(case, claim, number, year, best, accounts, reckon)
    weak = any(f.fact.confidence < case.rules.policy.weak_reading for f in best.figures)
    outcome = Outcome.NEEDS_HUMAN_REVIEW if weak else Outcome.CONTRADICTED
    reasons = (reason, "UNREADABLE_FIELD") if weak else (reason,)
    text = f"申报{claim.text.strip()}，按{best.words}应为{best.value:.2f}：{remark}"
    return decide(
        claim,
        outcome,
        reasons,
        explanation=text,
        verified=kept(best.value),
        evidence=_evidence(best, counted=False, reason=reason),
        flags=ONLY,
    )


def _without(case: Case, claim: Claim, accounts: Accounts, year: int) -> Verdict:
    """No figure: no report, somebody else's, or one whose figures were not read."""
    own = next((r for r in accounts.reports if year_of(r) == year), None)
    if own is not None:
        grows = claim.name == "revenue_growth" and bool(accounts.figures("revenue", year))
        reason = "PRIOR_YEAR_MISSING" if grows else "UNREADABLE_FIELD"
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
