"""Notices that take honours back: they prove none, and speak against the honour of whomever they name.

A registry may be older than the notice; what it lists of a later year was given anew.
"""

from extractors.exhibit import Exhibit
from registries.record import Record
from verifier.judging.boxes.honours import same_honour
from verifier.judging.boxes.sought import Sought, year_of
from verifier.judging.case import Case, standing_of
from verifier.likeness import year_in

_GIVES = ("公布", "认定结果", "入选", "授予")


def takes_back(case: Case, paper: Exhibit) -> bool:
    """What the paper is about is that honours are taken back, and not also that they are given."""
    about = paper.text("subject") or paper.text("award")
    return any(word in about for word in case.rules.words.revoked) and not any(word in about for word in _GIVES)


def taken_back(case: Case, sought: Sought, record: Record) -> bool:
    """A notice of the pile takes the sought honour back from the applicant, after it was given."""
    return any(_from_us(case, paper, sought, record) for paper in case.papers(sought.rule.types) if takes_back(case, paper))


def _from_us(case: Case, paper: Exhibit, sought: Sought, record: Record) -> bool:
    holders = [row.get("holder") for row in paper.rows] or [paper.fact("holder")]
    ours = any(standing_of(case, holder).own for holder in holders)
    year, given = year_in(paper.text("date") or paper.text("year")), year_of(record)
    since = year is None or given is None or given <= year
    return ours and since and same_honour(sought.mention.name, _named(case, paper), case.rules.words)


def _named(case: Case, paper: Exhibit) -> str:
    """The honour that is taken back, without the words that do so."""
    name = paper.text("award") or paper.text("subject")
    for word in (*case.rules.words.revoked, "关于", "称号", "资格", "的通知", "的公告"):
        name = name.replace(word, "")
    return name
