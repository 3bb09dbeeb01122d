"""企业地址: the registered address; another one may be a place of business, which a person confirms."""

from registries.values.text import squeeze
from verifier.claims import Claim
from verifier.judging.case import Case, decide
from verifier.judging.company.licence import judge_by_licence
from verifier.judging.company.spelling import same_address
from verifier.verdict import Flag, Outcome, Verdict


def judge_address(case: Case, claim: Claim) -> Verdict:
    """企业地址: the registered address; another one may be a place of business, which a person confirms."""
    verdict = judge_by_licence(case, claim, "address", "address", same_address)
    if (place := _elsewhere(case, claim.text)) and verdict.flag is not Flag.UNSUPPORTED:
        return _outside(case, claim, verdict, place)
    if verdict.outcome is not Outcome.CONTRADICTED:
        return verdict
    return decide(
        claim,
        Outcome.NEEDS_HUMAN_REVIEW,
        ("ADDRESS_DIFFERS",),
        explanation=f"{case.rules.say('ADDRESS_DIFFERS')}（登记住所：{verdict.verified}）",
        verified=verdict.verified,
        evidence=verdict.evidence,
    )


def _elsewhere(case: Case, address: str) -> str:
    """The province or city outside of the one that recommends, with which an address begins."""
    text = squeeze(address)
    return next((p for p in case.rules.outside if text.startswith(p)), "")


def _outside(case: Case, claim: Claim, verdict: Verdict, place: str) -> Verdict:
    return decide(
        claim,
        Outcome.NEEDS_HUMAN_REVIEW,
        ("OUTSIDE_REGION", *verdict.reasons),
        explanation=f"地址在{place}：{case.rules.say('OUTSIDE_REGION')}",
        verified=verdict.verified,
        evidence=verdict.evidence,
        question="申报企业是否由本地推荐，注册地是否在本省？",
    )
