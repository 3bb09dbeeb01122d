"""Whether one paper, with the registry behind it, proves one thing that a box claims.

paper names the applicant → registry asked → it has the record → year, stage, grade, level, rank
and number as claimed → within the window and level that the box asks for.
"""

from dataclasses import dataclass

from registries.match import Match
from verifier.applicant import Standing, names_in
from verifier.judging.boxes.checks import CHECKS
from verifier.judging.boxes.evaluations import outdated
from verifier.judging.boxes.sought import COLUMNS, PAPER_NAME, Sought, Statement, is_own, listed, records_of
from verifier.judging.case import Case, point
from verifier.likeness import apart
from verifier.verdict import Evidence, Outcome


@dataclass(frozen=True, slots=True)
class Proof:
    """What one paper is worth for one thing; `record` is what it was held against."""

    outcome: Outcome
    reason: str
    statement: Statement
    match: Match | None = None
    flags: tuple[str, ...] = ()

    @property
    def asked(self) -> bool:
        """Somebody could answer; False makes «unverifiable» a matter for a person."""
        return self.reason not in ("REGISTRY_NOT_ASKED", "UNREADABLE_FIELD")

    def evidence(self, sought: Sought) -> Evidence:
        """The paper as evidence, at the fact that decided."""
        name = PAPER_NAME.get(sought.rule.name, "award")
        deciding = _DECIDING.get(self.reason, name)
        counted = self.outcome is Outcome.SUPPORTED
        return point(
            self.statement.paper,
            (deciding, name, "title", "number", "holder"),
            counted=counted,
            reason=self.reason,
            match=self.match,
            flags=self.flags,
            row=self.statement.row,
        )


_DECIDING = {
    "HOLDER_MISMATCH": "holder",
    "GRADE_MISMATCH": "grade",
    "LEVEL_MISMATCH": "level",
    "YEAR_MISMATCH": "year",
}


def prove(case: Case, statement: Statement, sought: Sought) -> Proof:
    """Hold one paper and its records against what is sought."""
    standing = listed(case, statement)
    if standing is Standing.BLANK:
        return Proof(Outcome.UNVERIFIABLE, "UNREADABLE_FIELD", statement)
    if not case.asked(statement.paper, sought.rule.registries):
        unasked = Proof(Outcome.UNVERIFIABLE, "REGISTRY_NOT_ASKED", statement)
        return (
            unasked
            if standing >= Standing.NEAR
            else Proof(Outcome.CONTRADICTED, "HOLDER_MISMATCH", statement)
        )
    if standing is Standing.OTHER:
        return Proof(Outcome.CONTRADICTED, "HOLDER_MISMATCH", statement)
    records = records_of(case, statement, sought)
    own = [m for m in records if is_own(case, m.record)]
    if not own:
        return _unregistered(case, statement, sought, records)
    proofs = [_hold(case, statement, sought, match, standing) for match in own]
    return min(proofs, key=lambda proof: ORDER.index(proof.outcome))


ORDER = (
    Outcome.SUPPORTED,
    Outcome.NEEDS_HUMAN_REVIEW,
    Outcome.PARTIALLY_SUPPORTED,
    Outcome.CONTRADICTED,
    Outcome.UNVERIFIABLE,
    Outcome.NO_EVIDENCE,
)


def _unregistered(case: Case, statement: Statement, sought: Sought, records: tuple[Match, ...]) -> Proof:
    if records:
        return Proof(Outcome.CONTRADICTED, "HOLDER_MISMATCH", statement, records[0])
    misread = _misread_filing(case, statement, sought)
    return misread or Proof(Outcome.UNVERIFIABLE, "NUMBER_NOT_IN_REGISTRY", statement)


def _misread_filing(case: Case, statement: Statement, sought: Sought) -> Proof | None:
    """A filing number read wrong in a place or two, where everything else names the applicant's record."""
    fact, policy = statement.fact("number"), case.rules.policy
    if sought.rule.name != "security_filing" or fact is None or fact.confidence >= policy.sure_reading:
        return None
    for match in case.matches(statement.paper, sought.rule.registries):
        near = apart(str(fact.value), match.record.get("number")) <= policy.misread_characters
        if near and is_own(case, match.record):
            return Proof(Outcome.NEEDS_HUMAN_REVIEW, "NUMBER_REPAIRED_UNCONFIRMED", statement, match)
    return None


def _hold(case: Case, statement: Statement, sought: Sought, match: Match, standing: Standing) -> Proof:
    record = match.record
    for check, outcome in CHECKS:
        reason = check(case, statement, sought, record)
        if reason:
            return Proof(outcome, reason, statement, match)
    companies = record.list(COLUMNS[record.registry].company)
    company = case.applicant.among(companies)
    named = (*names_in(statement.text("holder")), *(companies if company is Standing.FORMER else ()))
    flags = [
        ("FORMER_NAME", Standing.FORMER in (standing, company)),
        ("FORMER_NAME_UNDOCUMENTED", case.applicant.undocumented(named)),
        ("EVIDENCE_STALE", sought.rule.name == "security_filing" and outdated(case, record.get("level"))),
        ("RESTRICTED_LIST", statement.paper.type in case.rules.restricted),
        ("NAME_NEAR", standing < Standing.FORMER),
    ]
    return Proof(Outcome.SUPPORTED, "", statement, match, tuple(name for name, true in flags if true))
