"""The face of deciding: claims, papers and what the registries answered go in, verdicts come out.

1. who applies
2. blank claims are not claimed
3. each claim goes to the judge of its kind; what has no judge goes to a person
4. what speaks against a paper as a whole is told; a topic of 附件2 without any paper is named
5. no verdict says «supported» without counted evidence on a page, or a zero that nothing contradicts

Deciding is pure: the same claims, papers, findings and day give the same verdicts.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from types import MappingProxyType

from extractors.exhibit import Exhibit
from extractors.narrative.mention import Mention
from registries.companies import CompanyNames
from registries.match import Findings, Match
from verifier.applicant import find_applicant
from verifier.checklist import with_emptiness
from verifier.claims import Claim
from verifier.judging.boxes import narrative
from verifier.judging.case import Case, claimed
from verifier.judging.company import address, code, contacts, credit, name, nature, particulars, scope
from verifier.judging.counts import rights, standards
from verifier.judging.market import platforms, ticks
from verifier.judging.money import finance, taxes
from verifier.judging.people import staff
from verifier.judging.soundness import with_notes
from verifier.rules import Rules
from verifier.selfcheck import check_form, with_form_checks
from verifier.unclassed import UnclassedPage, papers_of, verdict_in_doubt
from verifier.unread import UnreadPage, may_prove
from verifier.verdict import Flag, Outcome, Verdict

Judge = Callable[[Case, Claim], Verdict]

JUDGES: Mapping[str, Judge] = MappingProxyType(
    {
        "company_name": name.judge_name,
        "org_code": code.judge_code,
        "legal_representative": particulars.judge_legal_representative,
        "registered_capital": particulars.judge_capital,
        "address": address.judge_address,
        "company_nature": nature.judge_nature,
        "application_contact": contacts.judge_contact,
        "phone": contacts.judge_contact,
        "email": contacts.judge_contact,
        "main_business_scope": scope.judge_scope,
        "employees_total": staff.judge_employees,
        "rd_staff_ratio": staff.judge_rd_share,
        "edu_title_staff_ratio": staff.judge_skilled_share,
        "tax_per_mu": taxes.judge_tax_per_mu,
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
        "cloud_deployment": ticks.judge_ticks,
        "cloud_facilities": ticks.judge_ticks,
        "service_model": ticks.judge_ticks,
        "cloud_native_platform": platforms.judge_native_platform,
        "developers_count": platforms.judge_statistic,
        "integrated_apps_count": platforms.judge_statistic,
        "market_share": narrative.judge_box,
        "leading_talent": narrative.judge_box,
        "controllable_technology": narrative.judge_box,
        "security_management": narrative.judge_box,
        "open_platforms": narrative.judge_box,
        "consortia": narrative.judge_box,
        "platform_community": narrative.judge_box,
        "open_source": narrative.judge_box,
        "industry_digitalisation": narrative.judge_box,
        "social_digitalisation": narrative.judge_box,
        "replicable": narrative.judge_box,
        "benchmark_effect": narrative.judge_box,
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
    unread: int | Sequence[UnreadPage] = 0,
    unclassed: Sequence[UnclassedPage] = (),
    owned: Mapping[str, tuple[Match, ...]] | None = None,
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
        unread: the pages of the evidence that nobody could read, or how many there are.
        unclassed: the pages that were read and that no kind knows.
        owned: for each kind of registry, the records that it keeps of the applicant.

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
        unclassed=papers_of(applicant, unclassed, rules),
        owned=owned or MappingProxyType({}),
    )
    pages = (UnreadPage(),) * unread if isinstance(unread, int) else tuple(unread)
    verdicts = tuple(_judge(case, claim, pages) for claim in claims)
    verdicts = with_emptiness(verdicts, exhibits, rules)
    return with_form_checks(verdicts, check_form(claims, rules, mentions or {}), rules)


def _judge(case: Case, claim: Claim, pages: Sequence[UnreadPage]) -> Verdict:
    if claim.blank:
        blank = Verdict(claim.key, claim.label, None, None, Flag.NOT_CLAIMED, Outcome.NOT_CLAIMED)
        return replace(blank, text=claim.text)
    judge_of = JUDGES.get(claim.name)
    near = sum(may_prove(page, claim.name, case.rules) for page in pages)
    verdict = (judge_of or _unjudged)(replace(case, unread=near), claim)
    verdict = with_notes(case, verdict_in_doubt(verdict, case.unclassed, case.rules, claim.name))
    if _doubtful(claim) and verdict.flag is not Flag.SUPPORTED:
        verdict = _of_doubtful_form(case.rules, verdict)
    return _with_question(case.rules, claim, replace(verdict, text=claim.text))


FORM_SURE = 0.5
"""A scanned form's cell is doubtful where its least sure character was read with less confidence."""


def _doubtful(claim: Claim) -> bool:
    return claim.field.sure < FORM_SURE


def _of_doubtful_form(rules: Rules, verdict: Verdict) -> Verdict:
    """What a scan of the form perhaps says is held against nobody; papers that agree confirm it."""
    return replace(
        verdict,
        flag=Flag.NEEDS_REVIEW,
        outcome=Outcome.NEEDS_HUMAN_REVIEW,
        reasons=tuple(dict.fromkeys(("FORM_UNREADABLE", *verdict.reasons))),
        explanation=f"{rules.say('FORM_UNREADABLE')}。{verdict.explanation}",
        question=f"{rules.say('FORM_UNREADABLE')}：请对照申报表原件。",
    )


def _with_question(rules: Rules, claim: Claim, verdict: Verdict) -> Verdict:
    """What is left to a person is asked, not only left."""
    if verdict.flag is not Flag.NEEDS_REVIEW or verdict.question:
        return verdict
    asked = rules.question(claim.name) if set(verdict.reasons) & _OF_JUDGEMENT else ""
    return replace(
        verdict, question=asked or "；".join(rules.say(code) for code in verdict.reasons) + "：请核对。"
    )


_OF_JUDGEMENT = {
    "QUALITATIVE",
    "SELF_MADE_ONLY",
    "NOT_JUDGED",
    "ADDRESS_DIFFERS",
    "NATURE_UNCLEAR",
    "TOLERANCE",
}


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
