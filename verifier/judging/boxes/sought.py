"""What one mention of a box looks for, in a paper and in a registry.

A paper *states* it: in the applicant's own row of a list, or in the fields of a certificate.
A record *is* it: the same honour, project, product or system, of the applicant.
"""

from dataclasses import dataclass
from types import MappingProxyType

from extractors.exhibit import Exhibit, Fact, Row
from extractors.narrative.mention import Mention
from registries.match import Match
from registries.record import Record
from registries.values.identifiers import MlpsNumber
from verifier.applicant import Standing
from verifier.judging.boxes.honours import same_honour
from verifier.judging.case import Case, standing_of
from verifier.likeness import alike, same, within, year_in
from verifier.rules import BoxRule, MentionRule


@dataclass(frozen=True, slots=True)
class Columns:
    """Where a registry keeps the name of a thing, the project it was given for, and the company."""

    name: str
    project: str
    company: str


COLUMNS = MappingProxyType(
    {
        "awards": Columns("name", "project", "winners"),
        "honors": Columns("list", "project", "company"),
        "first_sets": Columns("product", "", "company"),
        "security_filings": Columns("system", "", "company"),
    }
)
PAPER_NAME = MappingProxyType(
    {"award": "award", "honour": "award", "first_set": "title", "security_filing": "system"}
)
NEAR = Standing.NEAR
MOST = 0.75
EXACT = 0.92
"""Two typed names at least so alike are one with a slip of the pen."""


@dataclass(frozen=True, slots=True)
class Sought:
    """One thing to be proved: the mention, the year that is asked for, and the rules that bind it."""

    mention: Mention
    year: int | None
    rule: MentionRule
    box: BoxRule

    @property
    def nameless(self) -> bool:
        """«首台套产品3项»: things are counted, none of them is named."""
        several = (self.mention.quantity or 1) > 1
        return self.rule.name == "first_set" and (several or "首台" in self.mention.name)

    @property
    def titled(self) -> bool:
        """It bears a name of its own (a product or system); else the name is that of an honour."""
        return self.rule.name in ("first_set", "security_filing")


@dataclass(frozen=True, slots=True)
class Statement:
    """What one paper states about the applicant: its own row, else the fields of the paper."""

    paper: Exhibit
    row: Row | None = None

    def fact(self, name: str) -> Fact | None:
        """The fact of that name, the row's first."""
        return (self.row.get(name) if self.row else None) or self.paper.fact(name)

    def text(self, name: str) -> str:
        """The value of a fact as text, empty where nothing is stated."""
        fact = self.fact(name)
        return "" if fact is None else str(fact.value)


def statements(case: Case, paper: Exhibit) -> tuple[Statement, ...]:
    """The applicant's rows of a list, else the paper as a whole."""
    rows = [(standing_of(case, row.get("holder")), row) for row in paper.rows]
    own = [row for standing, row in rows if standing.own] or [
        row for standing, row in rows if standing >= NEAR
    ]
    return tuple(Statement(paper, row) for row in own) or (Statement(paper),)


def listed(case: Case, statement: Statement) -> Standing:
    """What the paper says about whose it is; a list without the applicant names others."""
    holder = statement.fact("holder")
    if holder is None and statement.paper.rows:
        return Standing.OTHER
    return standing_of(case, holder)


def states(case: Case, statement: Statement, sought: Sought) -> float:
    """How surely a paper speaks of what is sought: 1 surely, 0 not at all, between perhaps."""
    mention, floor = sought.mention, case.rules.policy.same_title
    printed = statement.text(PAPER_NAME.get(sought.rule.name, "award"))
    if sought.rule.name == "security_filing":
        return _states_filing(statement, mention)
    if sought.rule.name == "first_set":
        likeness = _alike(mention.name, printed)
        return 1.0 if sought.nameless or likeness >= floor else likeness
    if sought.rule.name == "award" and mention.project and statement.text("title"):
        likeness = _alike(mention.project, statement.text("title"))
        if likeness < floor:
            return likeness
    return 1.0 if same_honour(mention.name, printed, case.rules.words) else _blank(printed)


def _alike(mention: str, printed: str) -> float:
    return max(alike(mention, printed), 1.0 if _mostly_within(mention, printed) else 0.0)


def _blank(printed: str) -> float:
    """A paper of the right kind whose name was not read may be the one."""
    return 0.0 if printed else 0.75


def _states_filing(statement: Statement, mention: Mention) -> float:
    if mention.number:
        return 1.0 if _same_filing(mention.number, statement.text("number")) else 0.0
    system = statement.text("system")
    if not system or not mention.name or (mention.quantity or 1) > 1:
        return 1.0
    return 1.0 if within(mention.name, system) or alike(mention.name, system) >= 0.85 else 0.0


def _same_filing(a: str, b: str) -> bool:
    left = MlpsNumber.normalize(a)
    return same(a, b) or (left is not None and left == MlpsNumber.normalize(b))


def records_of(case: Case, statement: Statement, sought: Sought) -> tuple[Match, ...]:
    """The records that are what is sought, whoever holds them, among those found for the paper."""
    found = case.matches(statement.paper, sought.rule.registries)
    return tuple(m for m in found if _is(case, m.record, statement, sought))


def is_own(case: Case, record: Record) -> bool:
    """The applicant is the company of a record, or one of them."""
    return case.applicant.among(record.list(COLUMNS[record.registry].company)).own


def _is(case: Case, record: Record, statement: Statement, sought: Sought) -> bool:
    mention, columns = sought.mention, COLUMNS[record.registry]
    name = record.get(columns.name)
    if record.registry == "security_filings":
        return _is_filing(record, statement, mention)
    if sought.nameless:
        return alike(statement.text("title"), name) >= case.rules.policy.same_title
    if sought.titled:
        return _typed_alike(mention.name, name)
    if not same_honour(mention.name, name, case.rules.words):
        return False
    project = record.get(columns.project)
    if mention.project and project:
        part = record.registry == "honors" and within(mention.project, project)
        return part or _typed_alike(mention.project, project)
    title = statement.text("title")
    return not project or not title or alike(title, project) >= case.rules.policy.same_title


def _is_filing(record: Record, statement: Statement, mention: Mention) -> bool:
    if not _same_filing(statement.text("number"), record.get("number")):
        return False
    system = record.get("system")
    if mention.number or not mention.name or not system or (mention.quantity or 1) > 1:
        return True
    return within(mention.name, system) or _typed_alike(mention.name, system)


def _typed_alike(a: str, b: str) -> bool:
    return alike(a, b) >= EXACT or _mostly_within(a, b)


def _mostly_within(a: str, b: str) -> bool:
    """A name that lacks a few characters at one end, as in “甬云”平台 for 甬云平台V3."""
    shorter, longer = sorted((len(a), len(b)))
    return shorter >= 6 and shorter >= MOST * longer and within(a, b)


def year_of(record: Record) -> int | None:
    """The year of a record, from its year or its date."""
    return year_in(record.get("year") or record.get("date"))
