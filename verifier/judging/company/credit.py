"""公共信用等级: the report of the applicant, recent enough, and the registry's latest grade by the day.

A commercial AAA or a tax grade is no public credit grade.
"""

from datetime import date

from extractors.exhibit import Exhibit
from registries.match import Match
from registries.values.dates import parse_date
from registries.values.identifiers import Uscc
from registries.values.levels import credit_grade
from registries.values.money import parse_number
from verifier.applicant import Standing, same_name
from verifier.claims import Claim
from verifier.judging.case import Case, decide, point, unasked, without_paper
from verifier.verdict import Evidence, Outcome, Verdict

PAPER = "公共信用评价报告"
REGISTRY = ("credit_ratings",)


def judge_credit(case: Case, claim: Claim) -> Verdict:
    """公共信用等级评价: grade, holder and age of the report, against the registry."""
    wanted = credit_grade((claim.field.ticked or (claim.text,))[0])
    papers = case.papers(("credit_report_public",))
    if not papers:
        return without_paper(case, claim, PAPER)
    own = [p for p in papers if _own(case, p)]
    if not own:
        return _foreign(case, claim, papers[0])
    paper = max(own, key=lambda p: _day(p) or date.min)
    if not case.asked(paper, REGISTRY):
        return unasked(case, claim, (point(paper, ("grade",), counted=False, reason="REGISTRY_NOT_ASKED"),))
    match = _latest(case, paper)
    if match is None:
        return _unknown(case, claim, paper)
    return _hold(case, claim, wanted, paper, match)


def _hold(case: Case, claim: Claim, wanted: str, paper: Exhibit, match: Match) -> Verdict:
    known, printed = credit_grade(match.record.get("grade")), credit_grade(paper.text("grade"))
    if not wanted:
        return _verdict(case, claim, Outcome.CONTRADICTED, "COMMERCIAL_CREDIT", paper, match)
    if wanted != known:
        return _verdict(case, claim, Outcome.CONTRADICTED, "GRADE_MISMATCH", paper, match)
    if printed != known:
        # The form is right by the registry, but the paper says otherwise or could not be read.
        reason = "GRADE_MISMATCH" if printed else "UNREADABLE_FIELD"
        return _verdict(case, claim, Outcome.NEEDS_HUMAN_REVIEW, reason, paper, match)
    if _other_score(paper, match):
        return _verdict(case, claim, Outcome.NEEDS_HUMAN_REVIEW, "REGISTRY_MISMATCH", paper, match)
    if _day(paper) is None:  # nobody can tell how old it is
        return _verdict(case, claim, Outcome.NEEDS_HUMAN_REVIEW, "UNREADABLE_FIELD", paper, match)
    if _stale(case, paper):
        return _verdict(case, claim, Outcome.PARTIALLY_SUPPORTED, "EVIDENCE_STALE", paper, match)
    if case.applicant.standing(paper.text("holder")) is Standing.OTHER:  # our code under another name
        return _verdict(case, claim, Outcome.NEEDS_HUMAN_REVIEW, "FORMER_NAME_UNDOCUMENTED", paper, match)
    return _verdict(case, claim, Outcome.SUPPORTED, "", paper, match)


def _other_score(paper: Exhibit, match: Match) -> bool:
    """The report prints another score than was given on its very day."""
    printed, known = parse_number(paper.text("score")), parse_number(match.record.get("score"))
    if printed is None or known is None or _day(paper) != parse_date(match.record.get("date")):
        return False
    return abs(printed - known) >= 1


def _verdict(
    case: Case, claim: Claim, outcome: Outcome, reason: str, paper: Exhibit, match: Match
) -> Verdict:
    counted = outcome is Outcome.SUPPORTED
    known = credit_grade(match.record.get("grade"))
    evidence: tuple[Evidence, ...] = (
        point(paper, ("grade", "uscc", "holder"), counted=counted, reason=reason, match=match),
    )
    made, printed = match.record.get("date") or "日期未载明", paper.text("grade") or "未识读"
    text = f"登记等级为{known}（{made}），报告等级为{printed}"
    text += f"：{case.rules.say(reason)}" if reason else "，与申报一致"
    reasons = (reason,) if reason else ()
    return decide(claim, outcome, reasons, explanation=text, verified=known, evidence=evidence)


def _own(case: Case, paper: Exhibit) -> bool:
    """By its code, where both are known; by its name otherwise."""
    code, printed = case.applicant.uscc, paper.text("uscc")
    standing = case.applicant.standing(paper.text("holder"))
    if Uscc.is_valid(code) and Uscc.is_valid(printed):
        return Uscc.normalize(code) == Uscc.normalize(printed)
    return standing.own


def _latest(case: Case, paper: Exhibit) -> Match | None:
    """The applicant's last rating that was made by the day that counts."""
    mine = [m for m in case.matches(paper, REGISTRY) if _rated(case, m) and _made(m) <= case.as_of]
    return max(mine, key=_made, default=None)


def _rated(case: Case, match: Match) -> bool:
    code, name = case.applicant.uscc, match.record.get("company")
    if Uscc.is_valid(code) and match.record.get("uscc"):
        return Uscc.normalize(code) == Uscc.normalize(match.record.get("uscc"))
    return same_name(name, case.applicant.name)


def _made(match: Match) -> date:
    return parse_date(match.record.get("date")) or date.min


def _day(paper: Exhibit) -> date | None:
    return parse_date(paper.text("date"))


def _stale(case: Case, paper: Exhibit) -> bool:
    made = _day(paper)
    return made is not None and (case.as_of - made).days > case.rules.policy.credit_max_age_days


def _foreign(case: Case, claim: Claim, paper: Exhibit) -> Verdict:
    evidence = (point(paper, ("holder", "uscc"), counted=False, reason="HOLDER_MISMATCH"),)
    text = f"信用报告的主体为“{paper.text('holder') or paper.text('uscc')}”，不是本企业"
    return decide(claim, Outcome.CONTRADICTED, ("HOLDER_MISMATCH",), explanation=text, evidence=evidence)


def _unknown(case: Case, claim: Claim, paper: Exhibit) -> Verdict:
    evidence = (point(paper, ("grade",), counted=False, reason="NUMBER_NOT_IN_REGISTRY"),)
    text = f"公共信用库中{case.as_of.isoformat()}前查无本企业评价记录"
    return decide(
        claim, Outcome.UNVERIFIABLE, ("NUMBER_NOT_IN_REGISTRY",), explanation=text, evidence=evidence
    )
