"""法人代表 and 注册资本: as on the licence and in the companies registry."""

from registries.values.money import currency
from verifier.claims import Claim
from verifier.judging.case import Case, decide
from verifier.judging.company.licence import judge_by_licence
from verifier.judging.company.spelling import in_wan, same_capital
from verifier.likeness import same
from verifier.verdict import Outcome, Verdict


def judge_legal_representative(case: Case, claim: Claim) -> Verdict:
    """法人代表: as on the licence and in the companies registry."""
    return judge_by_licence(case, claim, "legal_representative", "legal_representative", same)


def judge_capital(case: Case, claim: Claim) -> Verdict:
    """注册资本: the same amount in 万元."""
    if currency(claim.text) or in_wan(claim.text) is None:
        text = f"申报注册资本“{claim.text.strip()}”不是人民币金额，请人工核对"
        return decide(claim, Outcome.NEEDS_HUMAN_REVIEW, ("AMBIGUOUS_CLAIM",), explanation=text)
    return judge_by_licence(case, claim, "capital", "registered_capital_wan", same_capital)
