"""Whether one paper, with the registry behind it, proves one thing that a box claims.

paper names the applicant → registry asked → it has the record → year, stage, grade, level, rank
and number as claimed → within the window and level that the box asks for.
"""

from collections.abc import Callable
from dataclasses import dataclass

from registries.match import Match
from registries.record import Record
from registries.values.dates import parse_date
from registries.values.identifiers import MlpsNumber
from registries.values.levels import award_grade, first_set_level, level_of, security_level
from verifier.applicant import Standing
from verifier.judging.case import Case, point
from verifier.judging.honours import stages
from verifier.judging.sought import (
    COLUMNS,
    PAPER_NAME,
    Sought,
    Statement,
    is_own,
    listed,
    records_of,
    year_of,
)
from verifier.likeness import apart, same, year_in
from verifier.verdict import Evidence, Outcome

LEADING = frozenset({"lead", "牵头", "主持", "第一完成单位", "牵头单位", "承担"})


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


Check = Callable[[Case, Statement, Sought, Record], str]
"""Gives the reason why a record is not what is claimed; empty where it is."""


def _hold(case: Case, statement: Statement, sought: Sought, match: Match, standing: Standing) -> Proof:
    record = match.record
    for check, outcome in CHECKS:
        reason = check(case, statement, sought, record)
        if reason:
            return Proof(outcome, reason, statement, match)
    company = case.applicant.among(record.list(COLUMNS[record.registry].company))
    flags = [
        ("FORMER_NAME", Standing.FORMER in (standing, company)),
        ("NAME_NEAR", standing < Standing.FORMER),
    ]
    return Proof(Outcome.SUPPORTED, "", statement, match, tuple(name for name, true in flags if true))


def _year(case: Case, statement: Statement, sought: Sought, record: Record) -> str:
    known = year_of(record)
    return "YEAR_MISMATCH" if sought.year and known and sought.year != known else ""


def _stage(case: Case, statement: Statement, sought: Sought, record: Record) -> str:
    words, mention = case.rules.words, sought.mention
    claimed = stages(f"{mention.name}{mention.grade}{mention.level}", words)
    if mention.status == "cultivation":
        claimed |= frozenset(words.stages)
    known = stages("".join(record.get(c) for c in ("list", "name", "grade", "level")), words)
    if sought.titled or known <= claimed:
        return ""
    return "GRADE_MISMATCH" if any("奖" in w or w == "提名" for w in known) else "PRE_STAGE"


def _grade(case: Case, statement: Statement, sought: Sought, record: Record) -> str:
    claimed = sought.mention.grade
    if not claimed:
        return ""
    # A list has no column for grades: the name of the honour or the paper must say it.
    known = (
        record.get("grade")
        or award_grade(record.get("list") or record.get("name"))
        or statement.text("grade")
    )
    return "" if _same_grade(claimed, known) else "GRADE_MISMATCH"


def _same_grade(a: str, b: str) -> bool:
    left, right = award_grade(a), award_grade(b)
    return left == right if left or right else same(a, b)


def _level(case: Case, statement: Statement, sought: Sought, record: Record) -> str:
    claimed, known = sought.mention.level, record.get("level")
    if not claimed:
        return ""
    if record.registry == "first_sets":
        return "" if first_set_level(claimed) == first_set_level(known) else "LEVEL_MISMATCH"
    if record.registry == "security_filings":
        return "" if security_level(claimed) == security_level(known) else "LEVEL_MISMATCH"
    return "LEVEL_MISMATCH" if _level_word(claimed) and _level_word(claimed) != _honour_level(record) else ""


def _level_word(text: str) -> str:
    return level_of(text) or text


def _honour_level(record: Record) -> str:
    columns = (record.get("level"), record.get("issuer"), record.get("list"), record.get("name"))
    return next((level for text in columns if text and (level := level_of(text))), "")


def _box_level(case: Case, statement: Statement, sought: Sought, record: Record) -> str:
    wanted = sought.box.levels
    asked = bool(wanted) and record.registry in ("honors", "awards")
    return "LEVEL_MISMATCH" if asked and _honour_level(record) not in wanted else ""


def _rank(case: Case, statement: Statement, sought: Sought, record: Record) -> str:
    mention, winners = sought.mention, record.list(COLUMNS[record.registry].company)
    place = case.applicant.place_in(winners)
    if mention.rank is not None and record.registry == "awards" and mention.rank != place:
        return "RANK_MISMATCH"
    leads = mention.role in LEADING and record.registry == "awards"
    return "ROLE_MISMATCH" if leads and place != 1 else ""


def _number(case: Case, statement: Statement, sought: Sought, record: Record) -> str:
    claimed = sought.mention.number
    column = {"security_filings": "number", "awards": "certificate_no"}.get(record.registry, "doc_no")
    known = record.get(column)
    if not claimed or not known:
        return ""
    agrees = same(claimed, known) or (MlpsNumber.normalize(claimed) or "") == MlpsNumber.normalize(known)
    return "" if agrees else "NUMBER_MISMATCH"


def _window(case: Case, statement: Statement, sought: Sought, record: Record) -> str:
    if not sought.box.windowed:
        return ""
    known = year_of(record) or sought.year
    if known is None:
        return "AMBIGUOUS_CLAIM"
    return "" if known in case.window else "OUT_OF_WINDOW"


def _later(case: Case, statement: Statement, sought: Sought, record: Record) -> str:
    made = parse_date(record.get("date"))
    year = year_of(record)
    later = (made is not None and made > case.as_of) or (year is not None and year > case.as_of.year)
    return "NOT_GRANTED" if later else ""


def _paper_year(case: Case, statement: Statement, sought: Sought, record: Record) -> str:
    """A list of another year proves another honour, though the registry knows both."""
    printed, known = year_in(statement.text("year")), year_of(record)
    if record.registry != "honors" or not printed or not known or printed == known:
        return ""
    document, doc_no = statement.text("document_no"), record.get("doc_no")
    return "" if document and same(document, doc_no) else "YEAR_MISMATCH"


def _paper_grade(case: Case, statement: Statement, sought: Sought, record: Record) -> str:
    """The form is right by the registry, but the paper says otherwise: misread, or not that paper."""
    printed, known = award_grade(statement.text("grade")), award_grade(record.get("grade"))
    return "GRADE_MISMATCH" if record.registry == "awards" and printed and known and printed != known else ""


def _paper_level(case: Case, statement: Statement, sought: Sought, record: Record) -> str:
    read = {"first_sets": first_set_level, "security_filings": security_level}.get(record.registry)
    if read is None:
        return ""
    printed, known = read(statement.text("level")), read(record.get("level"))
    return "LEVEL_MISMATCH" if printed and known and printed != known else ""


CHECKS: tuple[tuple[Check, Outcome], ...] = (
    (_year, Outcome.CONTRADICTED),
    (_stage, Outcome.CONTRADICTED),
    (_grade, Outcome.CONTRADICTED),
    (_level, Outcome.CONTRADICTED),
    (_number, Outcome.CONTRADICTED),
    (_rank, Outcome.PARTIALLY_SUPPORTED),
    (_later, Outcome.CONTRADICTED),
    (_window, Outcome.PARTIALLY_SUPPORTED),
    (_box_level, Outcome.PARTIALLY_SUPPORTED),
    (_paper_year, Outcome.UNVERIFIABLE),
    (_paper_grade, Outcome.NEEDS_HUMAN_REVIEW),
    (_paper_level, Outcome.NEEDS_HUMAN_REVIEW),
)
