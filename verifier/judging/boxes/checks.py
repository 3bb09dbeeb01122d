"""What must agree between a claim, its paper and its record, one check after another.

Each check gives the reason why a record is not what is claimed; empty where it is. `CHECKS` is the
order in which they are asked, with the outcome of each.
"""

import re
from collections.abc import Callable

from registries.record import Record
from registries.values.dates import parse_date
from registries.values.identifiers import MlpsNumber
from registries.values.levels import award_grade, first_set_level, level_of, security_level
from verifier.judging.boxes.evaluations import failed
from verifier.judging.boxes.honours import stages
from verifier.judging.boxes.sought import COLUMNS, Sought, Statement, year_of
from verifier.judging.boxes.taken_back import taken_back
from verifier.judging.case import Case, withdrawn
from verifier.likeness import same, year_in
from verifier.verdict import Outcome

LEADING = frozenset({"lead", "牵头", "主持", "第一完成单位", "牵头单位", "承担"})

Check = Callable[[Case, Statement, Sought, Record], str]
"""Gives the reason why a record is not what is claimed; empty where it is."""


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


def _local_list(case: Case, statement: Statement, sought: Sought, record: Record) -> str:
    """A first set of a city's own list is none of the province's, unless that is what is claimed (dossier C.7)."""
    told = (record.get("level"), statement.text("issuer"), statement.text("award"))
    local = record.registry == "first_sets" and any(level_of(text) in ("市", "区县") for text in told if text)
    return "LEVEL_MISMATCH" if local and not _OF_A_CITY.search(sought.mention.text) else ""


_OF_A_CITY = re.compile(r"[市区县]级|[市区县](?:\d{4}年度?)?的?首")
"""The sentence itself says that a city's first set is one."""


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


def _revoked(case: Case, statement: Statement, sought: Sought, record: Record) -> str:
    return "REVOKED" if withdrawn(case, record) or taken_back(case, sought, record) else ""


def _run_out(case: Case, statement: Statement, sought: Sought, record: Record) -> str:
    """«2018年获评…» stays true when a title has run out; «是…» does not."""
    until = next((day for name in case.rules.facts["valid_to"] if (day := parse_date(statement.text(name)))), None)
    return "EVIDENCE_EXPIRED" if until is not None and until < case.as_of and sought.year is None else ""


def _evaluated(case: Case, statement: Statement, sought: Sought, record: Record) -> str:
    """«通过等保测评» is not so where the evaluation says that the system failed."""
    asked = record.registry == "security_filings" and "测评" in sought.mention.text
    return "EVALUATION_FAILED" if asked and failed(case, record.get("system"), record.get("level")) else ""


def _paper_year(case: Case, statement: Statement, sought: Sought, record: Record) -> str:
    """A list of another year proves another honour, though the registry knows both."""
    printed, known = year_in(statement.text("year")), year_of(record)
    if record.registry != "honors" or not printed or not known or printed == known:
        return ""
    document, doc_no = statement.text("doc"), record.get("doc_no")
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
    (_revoked, Outcome.CONTRADICTED),
    (_run_out, Outcome.CONTRADICTED),
    (_evaluated, Outcome.CONTRADICTED),
    (_window, Outcome.PARTIALLY_SUPPORTED),
    (_box_level, Outcome.PARTIALLY_SUPPORTED),
    (_local_list, Outcome.CONTRADICTED),
    (_paper_year, Outcome.UNVERIFIABLE),
    (_paper_grade, Outcome.NEEDS_HUMAN_REVIEW),
    (_paper_level, Outcome.NEEDS_HUMAN_REVIEW),
)
