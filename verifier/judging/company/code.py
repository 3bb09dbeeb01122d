"""组织机构代码: credit code or organisation code, with its check character."""

from verifier.claims import Claim
from verifier.judging.case import Case, decide, point
from verifier.judging.company.disagreeing import known_as
from verifier.judging.company.licence import judge_by_licence, licence_of
from verifier.judging.company.spelling import code_is_right, same_code
from verifier.verdict import Outcome, Verdict


def judge_code(case: Case, claim: Claim) -> Verdict:
    """组织机构代码: credit code or organisation code, with its check character."""
    if not code_is_right(claim.text):
        return _wrong_code(case, claim)
    return judge_by_licence(case, claim, "uscc", "uscc", same_code)


def _wrong_code(case: Case, claim: Claim) -> Verdict:
    """A code whose check character is wrong is no code, whatever papers say."""
    licence, match = licence_of(case), case.applicant.match
    right = known_as(match, "uscc") or (licence.text("uscc") if licence else "")
    reasons = ("NUMBER_CHECK_FAIL", "NUMBER_MISMATCH") if right else ("NUMBER_CHECK_FAIL",)
    evidence = (
        (point(licence, ("uscc", "holder"), counted=False, reason=reasons[-1], match=match),)
        if licence
        else ()
    )
    text = f"申报代码“{claim.text.strip()}”{case.rules.say('NUMBER_CHECK_FAIL')}"
    return decide(
        claim,
        Outcome.CONTRADICTED,
        reasons,
        explanation=text + (f"，登记代码为{right}" if right else ""),
        verified=right or None,
        evidence=evidence,
    )
