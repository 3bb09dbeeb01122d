"""The face of the exports: what a report can be written as, listed by hand."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from verifier.exports.notice import WORKING_DAYS, notice
from verifier.exports.opinion import opinion
from verifier.exports.workbook import workbook
from verifier.report.report import Report
from verifier.reviewing.reviewed import Decisions
from verifier.rules import Rules

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@dataclass(frozen=True, slots=True)
class Letterhead:
    """What letters need that no report holds: who signs, on which day, and how long the company has."""

    office: str = ""
    day: date | None = None
    days: int = WORKING_DAYS
    decisions: Decisions = field(default_factory=dict)
    """What reviewers decided."""


@dataclass(frozen=True, slots=True)
class Export:
    """One way to write a report: its id, its Chinese name, the file's ending and media type."""

    id: str
    name: str
    suffix: str
    media_type: str
    write: Callable[[Report, Rules, Letterhead], bytes]


EXPORTS = (
    Export("xlsx", "核验工作簿", ".xlsx", EXCEL, lambda report, rules, _: workbook(report, rules)),
    Export(
        "opinion",
        "审核意见",
        ".docx",
        WORD,
        lambda report, rules, h: opinion(report, rules, office=h.office, day=h.day, decisions=h.decisions),
    ),
    Export(
        "notice",
        "补正通知",
        ".docx",
        WORD,
        lambda report, rules, h: notice(
            report, rules, office=h.office, day=h.day, days=h.days, decisions=h.decisions
        ),
    ),
)
