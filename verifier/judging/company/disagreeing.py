"""What licence, registry and form say where they do not agree, or one of them does not speak."""

from extractors.exhibit import Exhibit
from registries.match import Match
from registries.record import Record
from registries.values.money import parse_number
from verifier.applicant import Standing
from verifier.claims import Claim
from verifier.judging.case import Case, decide, point, unasked, without_paper
from verifier.judging.company.spelling import Agrees
from verifier.verdict import Evidence, Outcome, Verdict

LICENCE = "营业执照"


def as_told(known: str) -> str | float:
    """A figure as a number, anything else as it stands in the registry."""
    number = parse_number(known)
    return float(number) if number is not None and len(known) < 12 else known


def differs(case: Case, claim: Claim, licence: Exhibit, fact_name: str, match: Match, known: str) -> Verdict:
    """The registry says something else than the form."""
    evidence = (point(licence, (fact_name, "holder"), counted=False, reason="NUMBER_MISMATCH", match=match),)
    printed = licence.text(fact_name)
    text = f"申报“{claim.text.strip()}”，登记记录为“{known}”" + (
        f"，营业执照为“{printed}”" if printed else ""
    )
    return decide(
        claim,
        Outcome.CONTRADICTED,
        ("NUMBER_MISMATCH",),
        explanation=text,
        verified=as_told(known),
        evidence=evidence,
    )


def unread(case: Case, claim: Claim, licence: Exhibit, match: Match, known: str) -> Verdict:
    """The registry agrees, but the licence could not be read at this place."""
    evidence = (point(licence, ("holder", "uscc"), counted=False, reason="UNREADABLE_FIELD", match=match),)
    text = f"登记记录为“{known}”，但营业执照上该项未能识读，请人工核对"
    return decide(
        claim, Outcome.UNVERIFIABLE, ("UNREADABLE_FIELD",), explanation=text, evidence=evidence, asked=False
    )


def unregistered(case: Case, claim: Claim, licence: Exhibit, fact_name: str) -> Verdict:
    """No record tells it: the registry has none, or was not asked."""
    reason = "NUMBER_NOT_IN_REGISTRY" if case.applicant.asked else "REGISTRY_NOT_ASKED"
    evidence = (point(licence, (fact_name, "holder"), counted=False, reason=reason),)
    if not case.applicant.asked:
        return unasked(case, claim, evidence)
    text = "企业登记库中查无该企业或该项未载明"
    return decide(claim, Outcome.UNVERIFIABLE, (reason,), explanation=text, evidence=evidence)


def foreign(case: Case, claim: Claim, licence: Exhibit) -> Verdict:
    """The licence is another company's, or of a name that is nearly the applicant's."""
    holder = licence.text("holder")
    evidence = (point(licence, ("holder",), counted=False, reason="HOLDER_MISMATCH"),)
    near = case.applicant.standing(holder) is not Standing.OTHER
    outcome = Outcome.NEEDS_HUMAN_REVIEW if near else Outcome.CONTRADICTED
    text = f"营业执照的企业名称为“{holder or '未识读'}”，与申报企业不一致"
    return decide(
        claim, outcome, ("NAME_NEAR" if near else "HOLDER_MISMATCH",), explanation=text, evidence=evidence
    )


def no_licence(case: Case, claim: Claim, column: str, agrees: Agrees) -> Verdict:
    """Without a paper nothing is proved, but what the registry contradicts is contradicted."""
    known = known_as(case.applicant.match, column)
    if known and not agrees(claim.text, known):
        evidence = (Evidence("", None, known, False, "NUMBER_MISMATCH", case.applicant.match),)
        text = f"申报“{claim.text.strip()}”，登记记录为“{known}”"
        return decide(
            claim,
            Outcome.CONTRADICTED,
            ("NUMBER_MISMATCH",),
            explanation=text,
            verified=as_told(known),
            evidence=evidence,
        )
    return without_paper(case, claim, LICENCE)


def known_as(match: Match | None, column: str) -> str:
    """What a record says in a column; empty where there is no record."""
    record: Record | None = match.record if match else None
    return record.get(column) if record else ""
