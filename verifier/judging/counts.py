"""Claims that are a number of patents or software copyrights.

Each paper goes down one ladder; the first rung that fails is its reason:
look-alike → registry asked → record (by number, or a misread number) → title → owner → state on the day.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from extractors.exhibit import Exhibit
from registries.match import Match
from registries.record import Record
from registries.values.dates import parse_date
from registries.values.identifiers import PatentNumber, PublicationNumber
from verifier.applicant import Standing, names_in
from verifier.claims import Claim
from verifier.counting import Tally, Unit, Weight, compare, tally
from verifier.judging.case import Case, claimed, decide, point, standing_of
from verifier.judging.recording import Found, find_record
from verifier.likeness import alike
from verifier.rules import Rules
from verifier.verdict import Outcome, Verdict

Fault = tuple[Weight, str] | None
"""Why a paper does not count, and whether for sure; None where nothing is wrong."""


@dataclass(frozen=True, slots=True)
class Ladder:
    """The rungs in which one kind of right differs from another."""

    registry: str
    title: str
    plain: Callable[[Exhibit], Fault]
    """What the paper says against itself, whatever a registry says."""
    alone: Callable[[Exhibit], Fault]
    """What it says against itself where there is no record to correct it."""
    state: Callable[[Case, Exhibit, Record], Fault]


_DECIDING = {
    "HOLDER_MISMATCH": "holder",
    "ROLE_MISMATCH": "drafters",
    "TITLE_MISMATCH": "title",
    "TRANSFERRED_IN": "holder",
}


def judge_patents(case: Case, claim: Claim) -> Verdict:
    """有效发明专利数量: distinct granted inventions of the applicant, in force on the day."""
    return _judge(case, claim, Ladder("patents", "title", _kind_fault, _not_granted, _patent_state))


def judge_software(case: Case, claim: Claim) -> Verdict:
    """软件著作权数量: distinct registrations of the applicant, made by the day."""
    return _judge(case, claim, Ladder("software_copyrights", "name", _nothing, _nothing, _software_state))


def _judge(case: Case, claim: Claim, ladder: Ladder) -> Verdict:
    rule = case.rules.counts[claim.name]
    papers = case.papers((*rule.types, *rule.lookalikes))
    return verdict(
        case,
        claim,
        tally(_weigh(case, paper, ladder, rule.lookalikes.get(paper.type, "")) for paper in papers),
    )


def verdict(case: Case, claim: Claim, units: Tally) -> Verdict:
    """The verdict on a claimed number, with every unit as evidence."""
    number = whole(claim)
    if number is None:
        return _unclear(case, claim, units)
    count = compare(number, units, case.unread)
    return Verdict(
        claim.key,
        claim.label,
        claimed(claim),
        units.counted,
        count.flag,
        count.outcome,
        count.reasons,
        explain(case.rules, claim, number, units, count.reasons),
        tuple(unit.evidence for unit in units.units),
        (),
        count.flags,
    )


def whole(claim: Claim) -> int | None:
    """The claimed number of things; None where the cell says no whole number."""
    value = claim.number
    return int(value) if value is not None and value >= 0 and value == int(value) else None


def _unclear(case: Case, claim: Claim, units: Tally) -> Verdict:
    text = f"申报数量“{claim.text.strip()}”不是整数，已核实{units.counted}项，请人工核对"
    return decide(
        claim,
        Outcome.NEEDS_HUMAN_REVIEW,
        ("AMBIGUOUS_CLAIM",),
        explanation=text,
        verified=units.counted,
        evidence=tuple(unit.evidence for unit in units.units),
    )


def explain(rules: Rules, claim: Claim, number: int, units: Tally, reasons: Sequence[str]) -> str:
    """One sentence: claimed, proved, and what happened to the rest."""
    unit = rules.counts[claim.name].unit
    head = f"申报{number}{unit}，核实{units.counted}{unit}"
    parts = []
    for code in units.reasons:
        n = sum(u.reason == code and u.weight is not Weight.COUNTED for u in units.units)
        parts.append(f"{n}{unit}{rules.say(code)}")
    if not units.units and number:
        parts.append(rules.say("NO_EVIDENCE"))
    if "UNREADABLE_PAGE" in reasons:
        parts.append(rules.say("UNREADABLE_PAGE"))
    missing = number - len(units.units)
    if missing > 0 and units.units:
        parts.append(f"{missing}{unit}{rules.say('NO_EVIDENCE')}")
    return head + ("：" + "，".join(parts) if parts else "") + "。"


def _weigh(case: Case, paper: Exhibit, ladder: Ladder, lookalike: str) -> Unit:
    early = (Weight.REJECTED, lookalike) if lookalike else ladder.plain(paper)
    if early is not None:
        return unit_of(paper, None, early)
    if not case.asked(paper, (ladder.registry,)):
        return unit_of(paper, None, ladder.alone(paper) or (Weight.OPEN, "REGISTRY_NOT_ASKED"))
    found = find_record(case, paper, ladder.registry)
    if found.match is None:
        return unit_of(paper, None, ladder.alone(paper) or (found.weight, found.reason))
    record = found.match.record
    why = gravest(
        owner_fault(case, paper, record, "owners"),
        title_fault(case, paper, record, ladder.title),
        ladder.state(case, paper, record),
    )
    return unit_of(paper, found.match, why, _flags(case, paper, found))


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
    if not case.applicant.among(record.list(column)).own:
        return Weight.REJECTED, "HOLDER_MISMATCH"
    printed = standing_of(case, paper.fact("holder"), parse_date(paper.text("grant_date")))
    if printed is Standing.OTHER:
        return Weight.OPEN, "TRANSFERRED_IN"
    return None


def _flags(case: Case, paper: Exhibit, found: Found) -> tuple[str, ...]:
    owners = found.match.record.list("owners") if found.match else ()
    names = names_in(paper.text("holder"))
    standing = case.applicant.among(names)
    former = Standing.FORMER in (standing, case.applicant.among(owners))
    flags = [
        ("CO_OWNED", len(owners) > 1),
        ("FORMER_NAME", former),
        ("NAME_NEAR", standing < Standing.FORMER),
        ("OCR_REPAIRED", found.repaired),
    ]
    return tuple(name for name, true in flags if true)


def _nothing(paper: Exhibit) -> Fault:
    return None


def _kind_fault(paper: Exhibit) -> Fault:
    """The number itself says that it is no invention; no registry is needed."""
    number = paper.text("number")
    if PatentNumber.is_valid(number) and PatentNumber.kind(number) != "发明":
        return Weight.REJECTED, "KIND_MISMATCH"
    return None


def _not_granted(paper: Exhibit) -> Fault:
    return (Weight.REJECTED, "NOT_GRANTED") if _application(paper) else None


def _application(paper: Exhibit) -> bool:
    """A published application: it says so, or its publication number does."""
    meaning = PublicationNumber.meaning(paper.text("publication_no"))
    return "申请" in paper.text("document_kind") or (meaning is not None and not meaning.granted)


def _patent_state(case: Case, paper: Exhibit, record: Record) -> Fault:
    kind = record.get("kind") or PatentNumber.kind(record.get("application_no"))
    if "发明" not in kind:
        return Weight.REJECTED, "KIND_MISMATCH"
    state = _state(case, record)
    if _application(paper):
        # The paper proves an application only; that it was granted later a person may accept.
        return (Weight.OPEN if state is None else Weight.REJECTED), "NOT_GRANTED"
    return state


def _state(case: Case, record: Record) -> Fault:
    words, status = case.rules.words, record.get("status")
    granted, since = parse_date(record.get("grant_date")), parse_date(record.get("status_date"))
    if any(word in status for word in words.lapsed):
        return _ended(case, granted, since)
    if any(word in status for word in words.pending):
        return Weight.REJECTED, "NOT_GRANTED"
    if granted is not None and granted > case.as_of:
        return Weight.REJECTED, "NOT_GRANTED"
    if _term_over(case, record):
        return Weight.REJECTED, "LAPSED"
    known = any(word in status for word in words.in_force)
    return None if known else (Weight.OPEN, "STATUS_UNKNOWN")


def _ended(case: Case, granted: date | None, since: date | None) -> Fault:
    if since is None or since <= case.as_of:
        return Weight.REJECTED, "LAPSED"
    if granted is None or granted > case.as_of:
        return Weight.REJECTED, "NOT_GRANTED"
    return None  # it lapsed only after the day that counts


def _term_over(case: Case, record: Record) -> bool:
    filed = parse_date(record.get("filing_date"))
    years = case.rules.policy.invention_term_years
    return filed is not None and (filed.year + years, filed.month, filed.day) <= case.as_of.timetuple()[:3]


def _software_state(case: Case, paper: Exhibit, record: Record) -> Fault:
    registered = parse_date(record.get("registered_on"))
    if registered is not None and registered > case.as_of:
        return Weight.REJECTED, "NOT_GRANTED"
    if paper.type == "software_copyright_change":
        # It changes a registration that has a certificate of its own; alone a person decides.
        return Weight.OPEN, "KIND_MISMATCH"
    return None
