"""Certificates for which no registry is kept: 高新技术企业. The paper alone is looked at, and says so."""

from collections.abc import Sequence

from extractors.exhibit import Exhibit
from extractors.narrative.mention import Mention
from registries.values.dates import parse_date
from registries.values.identifiers import HitechNumber
from verifier.applicant import Standing, names_in
from verifier.judging.case import Case, point
from verifier.likeness import same, year_in
from verifier.verdict import Evidence, Outcome

Judged = tuple[Outcome, str, tuple[Evidence, ...], tuple[str, ...]]
ONLY = ("DOCUMENT_ONLY",)


def judge_hitech(case: Case, mention: Mention, year: int | None, types: Sequence[str]) -> Judged:
    """高新技术企业: the applicant's certificate, of the number and year claimed, valid on the day."""
    papers = case.papers(types)
    judged = [_judge(case, paper, mention, year) for paper in papers]
    if not judged:
        return Outcome.NO_EVIDENCE, "NO_EVIDENCE", (), ()
    return min(judged, key=lambda j: (j[0] is not Outcome.SUPPORTED, j[0] is not Outcome.NEEDS_HUMAN_REVIEW))


def _judge(case: Case, paper: Exhibit, mention: Mention, year: int | None) -> Judged:
    outcome, reason = _fault(case, paper, mention, year)
    counted = outcome is Outcome.SUPPORTED
    evidence = (point(paper, ("number", "holder"), counted=counted, reason=reason, flags=ONLY),)
    if counted and evidence[0].place is None:
        return Outcome.NEEDS_HUMAN_REVIEW, "UNREADABLE_FIELD", evidence, ONLY
    return outcome, reason, evidence, ONLY


def _fault(case: Case, paper: Exhibit, mention: Mention, year: int | None) -> tuple[Outcome, str]:
    issued = parse_date(paper.text("grant_date"))
    standing = case.applicant.among(names_in(paper.text("holder")), issued)
    number = paper.text("number")
    if standing is not Standing.OTHER and not standing.own:
        return Outcome.NEEDS_HUMAN_REVIEW, "UNREADABLE_FIELD" if standing is Standing.BLANK else "NAME_NEAR"
    if not standing.own and case.applicant.bears_code(paper.text("uscc")):
        return Outcome.NEEDS_HUMAN_REVIEW, "FORMER_NAME_UNDOCUMENTED"
    if not standing.own:
        return Outcome.CONTRADICTED, "HOLDER_MISMATCH"
    if not HitechNumber.is_valid(number):
        return Outcome.NEEDS_HUMAN_REVIEW, "NUMBER_UNREAD"
    if mention.number and not same(mention.number, number):
        return Outcome.CONTRADICTED, "NUMBER_MISMATCH"
    if issued is not None and abs(issued.year - int(number[2:6])) > 1:  # its number says in which year it was recognised
        return Outcome.NEEDS_HUMAN_REVIEW, "NUMBER_MISMATCH"
    if year is not None and year != (issued.year if issued else year_in(number[2:6])):
        return Outcome.CONTRADICTED, "YEAR_MISMATCH"
    return _validity(case, paper, year)


def _validity(case: Case, paper: Exhibit, year: int | None) -> tuple[Outcome, str]:
    issued, until = parse_date(paper.text("grant_date")), parse_date(paper.text("valid_to"))
    if until is None and issued is not None:
        until = issued.replace(
            year=issued.year + case.rules.policy.hitech_term_years, day=min(issued.day, 28)
        )
    if until is None or issued is not None and issued > case.as_of:
        return Outcome.NEEDS_HUMAN_REVIEW, "UNREADABLE_FIELD"
    # «2018年获认定» stays true when the certificate has run out; «是高新技术企业» does not.
    return (
        (Outcome.CONTRADICTED, "EVIDENCE_EXPIRED")
        if until < case.as_of and year is None
        else (Outcome.SUPPORTED, "")
    )
