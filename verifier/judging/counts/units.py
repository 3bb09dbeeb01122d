"""Weighing one paper of a count: faults that every kind of right shares, and the unit that comes of it."""

from extractors.exhibit import Exhibit
from registries.match import Match
from registries.record import Record
from registries.values.dates import parse_date
from verifier.applicant import Standing, names_in
from verifier.counting import Unit, Weight
from verifier.judging.case import Case, point, standing_of
from verifier.likeness import alike

Fault = tuple[Weight, str] | None
"""Why a paper does not count, and whether for sure; None where nothing is wrong."""

_DECIDING = {
    "HOLDER_MISMATCH": "holder",
    "ROLE_MISMATCH": "drafters",
    "TITLE_MISMATCH": "title",
    "TRANSFERRED_IN": "holder",
    "TRANSFERRED_OUT": "holder",
}


def gravest(*faults: Fault) -> Fault:
    """The first fault that is sure, else the first that a person must look at."""
    found = [fault for fault in faults if fault is not None]
    return next((f for f in found if f[0] is Weight.REJECTED), found[0] if found else None)


def unit_of(paper: Exhibit, match: Match | None, fault: Fault, flags: tuple[str, ...] = ()) -> Unit:
    """One weighed paper, with the place of the fact that decided."""
    weight, reason = fault or (Weight.COUNTED, "")
    names = (_DECIDING.get(reason, "number"), "number", "title", "holder")
    counted = weight is Weight.COUNTED
    evidence = point(paper, names, counted=counted, reason=reason, match=match, flags=flags)
    if counted and evidence.place is None:
        weight, reason = Weight.OPEN, "UNREADABLE_FIELD"
        evidence = point(paper, names, counted=False, reason=reason, match=match, flags=flags)
    key = f"record:{match.record.id}" if match else paper.text("number") or f"paper:{paper.id}"
    return Unit(key, weight, evidence)


def title_fault(case: Case, paper: Exhibit, record: Record, column: str) -> Fault:
    """The paper names another thing than the record of its number."""
    title, known = paper.text("title"), record.get(column)
    if not title or not known:
        return None
    likeness, policy = alike(title, known), case.rules.policy
    if likeness >= policy.same_title:
        return None
    fact = paper.fact("title")
    sure = fact is not None and fact.confidence >= policy.sure_reading
    return (Weight.REJECTED if sure and likeness < policy.other_title else Weight.OPEN), "TITLE_MISMATCH"


def owner_fault(case: Case, paper: Exhibit, record: Record, column: str) -> Fault:
    """The registry decides whose it is; a paper that names only others needs a transfer."""
    mine = case.applicant.among(record.list(column)).own
    # Who was renamed between filing and grant is printed as the application named him, till he has that changed, too.
    days = [parse_date(paper.text(n) or record.get(n)) for n in ("grant_date", "filing_date")]
    printed = max(standing_of(case, paper.fact("holder"), day) for day in (days[0], days[1] or days[0]))
    if not mine and _licensed(case, paper, record):
        return Weight.REJECTED, "LICENCE_ONLY"
    if not mine:
        sold = printed.own and _same_thing(case, paper, record)
        return Weight.REJECTED, "TRANSFERRED_OUT" if sold else "HOLDER_MISMATCH"
    if printed is Standing.OTHER:
        return Weight.OPEN, "TRANSFERRED_IN"
    return None


def _licensed(case: Case, paper: Exhibit, record: Record) -> bool:
    """The applicant may use it, by the registry or by a register copy; it belongs to others."""
    named = [n for column in case.rules.words.licensees for n in record.list(column)]
    named += names_in(paper.text("licensee"))
    return case.applicant.among(named).own


def _same_thing(case: Case, paper: Exhibit, record: Record) -> bool:
    """The paper is the record's own, as far as its title tells: it was the applicant's once."""
    title, known = paper.text("title"), record.get("title") or record.get("name")
    return bool(title and known) and alike(title, known) >= case.rules.policy.same_title
