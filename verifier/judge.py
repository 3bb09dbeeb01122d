"""The face of deciding: claims, papers and what the registries answered go in, verdicts come out.

1. who applies
2. blank claims are not claimed
3. each claim goes to the judge of its kind; what has no judge goes to a person
4. no verdict says «supported» without counted evidence on a page, or a zero that nothing contradicts

Deciding is pure: the same claims, papers, findings and day give the same verdicts.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from types import MappingProxyType

from extractors.exhibit import Exhibit
from extractors.narrative.mention import Mention
from registries.companies import CompanyNames
from registries.match import Findings
from verifier.applicant import find_applicant
from verifier.claims import Claim
from verifier.judging import credit, finance, identity, narrative, rights, standards
from verifier.judging.case import Case, claimed
from verifier.rules import Rules
from verifier.verdict import Flag, Outcome, Verdict

Judge = Callable[[Case, Claim], Verdict]

JUDGES: Mapping[str, Judge] = MappingProxyType(
    {
        "company_name": identity.judge_name,
        "org_code": identity.judge_code,
        "legal_representative": identity.judge_legal_representative,
        "registered_capital": identity.judge_capital,
        "address": identity.judge_address,
        "company_nature": identity.judge_nature,
        "public_credit_grade": credit.judge_credit,
        "revenue": finance.judge_amount,
        "rd_expense": finance.judge_amount,
        "revenue_growth": finance.judge_growth,
        "profit_margin": finance.judge_margin,
        "rd_ratio": finance.judge_rd_ratio,
        "invention_patents_valid": rights.judge_patents,
        "software_copyrights": rights.judge_software,
        "standards_led": standards.judge_led,
        "standards_participated": standards.judge_participated,
        "brand_honours": narrative.judge_box,
        "innovation_performance": narrative.judge_box,
        "full_business_digitalisation": narrative.judge_box,
        "security_technology": narrative.judge_box,
        "cloud_honours": narrative.judge_box,
    }
)
"""Who judges what; every other claim is for a person."""


def judge(
    claims: Sequence[Claim],
    exhibits: Sequence[Exhibit],
    findings: Mapping[str, tuple[Findings, ...]],
    rules: Rules,
    as_of: date,
    *,
    company: Sequence[Findings] = (),
    names: CompanyNames | None = None,
    mentions: Mapping[str, tuple[Mention, ...]] | None = None,
    unread: int = 0,
) -> tuple[Verdict, ...]:
    """Judge every claim of a form, in the form's order.

    Args:
        claims: all claims of the form, blank ones included.
        exhibits: all papers of the evidence.
        findings: for each exhibit's id, what the registries answered to `ask(exhibit)`.
        rules: the edition of the rules.
        as_of: the day on which things must hold.
        company: what the companies registry answered to `ask_company(claims)`.
        names: all names of the applicant that the companies registry knows.
        mentions: for each narrative box's key, what was read in it.
        unread: how many pages of the evidence nobody could read.

    Returns:
        One verdict for each claim.
    """
    applicant = find_applicant(claims, exhibits, company, names)
    case = Case(
        tuple(claims),
        tuple(exhibits),
        findings,
        applicant,
        rules,
        as_of,
        mentions or MappingProxyType({}),
        unread,
    )
    return tuple(_judge(case, claim) for claim in claims)


def _judge(case: Case, claim: Claim) -> Verdict:
    if claim.blank:
        return Verdict(claim.key, claim.label, None, None, Flag.NOT_CLAIMED, Outcome.NOT_CLAIMED)
    judge_of = JUDGES.get(claim.name)
    return judge_of(case, claim) if judge_of is not None else _unjudged(case, claim)


def _unjudged(case: Case, claim: Claim) -> Verdict:
    return Verdict(
        claim.key,
        claim.label,
        claimed(claim),
        None,
        Flag.NEEDS_REVIEW,
        Outcome.NEEDS_HUMAN_REVIEW,
        ("NOT_JUDGED",),
        case.rules.say("NOT_JUDGED") + "。",
    )
