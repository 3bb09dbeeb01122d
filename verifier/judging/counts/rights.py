"""Claims that are a number of patents or software copyrights.

Each paper goes down one ladder; the first rung that fails for sure is its reason:
look-alike → registry asked → record (by number, or a misread number) → owner → title → state on the day.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from extractors.exhibit import Exhibit
from registries.record import Record
from registries.values.dates import parse_date
from registries.values.identifiers import PatentNumber, PublicationNumber
from verifier.applicant import Standing, names_in
from verifier.claims import Claim
from verifier.counting import Tally, Unit, Weight, tally
from verifier.judging.case import Case, withdrawn
from verifier.judging.counts.count import verdict
from verifier.judging.counts.hints import offset_odd, padded, with_hints
from verifier.judging.counts.recording import Found, find_record
from verifier.judging.counts.units import Fault, gravest, owner_fault, title_fault, unit_of
from verifier.verdict import Verdict


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


def judge_patents(case: Case, claim: Claim) -> Verdict:
    """有效发明专利数量: distinct granted inventions of the applicant, in force on the day."""
    return _judge(case, claim)


def judge_software(case: Case, claim: Claim) -> Verdict:
    """软件著作权数量: distinct registrations of the applicant, made by the day."""
    return _judge(case, claim)


def _judge(case: Case, claim: Claim) -> Verdict:
    units = rights_units(case, claim.name)
    return with_hints(case, claim, units, verdict(case, claim, units))


def rights_units(case: Case, count: str) -> Tally:
    """The papers of one kind of right, weighed: inventions, utility models, designs or software."""
    rule, ladder = case.rules.counts[count], LADDERS[count]
    papers = case.papers((*rule.types, *rule.lookalikes))
    return padded(tally(_weigh(case, paper, ladder, rule.lookalikes.get(paper.type, "")) for paper in papers))


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


def _flags(case: Case, paper: Exhibit, found: Found) -> tuple[str, ...]:
    owners = found.match.record.list("owners") if found.match else ()
    names = names_in(paper.text("holder"))
    standing = case.applicant.among(names)
    former = Standing.FORMER in (standing, case.applicant.among(owners))
    flags = [
        ("CO_OWNED", len(owners) > 1),
        (
            "ANNUITY_GRACE",
            any(w in found.match.record.get("status") for w in case.rules.words.grace)
            if found.match
            else False,
        ),
        ("NUMBER_OFFSET", offset_odd(paper)),
        ("FORMER_NAME", former),
        ("FORMER_NAME_UNDOCUMENTED", case.applicant.undocumented((*names, *owners))),
        ("NAME_NEAR", standing < Standing.FORMER),
        ("OCR_REPAIRED", found.repaired),
    ]
    return tuple(name for name, true in flags if true)


def _nothing(paper: Exhibit) -> Fault:
    return None


def _kind_fault(kind: str) -> Callable[[Exhibit], Fault]:
    """The number itself says that it is another kind; no registry is needed."""

    def fault(paper: Exhibit) -> Fault:
        number = paper.text("number")
        other = PatentNumber.is_valid(number) and PatentNumber.kind(number) != kind
        return (Weight.REJECTED, "KIND_MISMATCH") if other else None

    return fault


def _not_granted(paper: Exhibit) -> Fault:
    return (Weight.REJECTED, "NOT_GRANTED") if _application(paper) else None


def _application(paper: Exhibit) -> bool:
    """A published application: it says so, or its publication number does."""
    meaning = PublicationNumber.meaning(paper.text("publication_no"))
    return "申请" in paper.text("document_kind") or (meaning is not None and not meaning.granted)


def _patent_state(wanted: str) -> Callable[[Case, Exhibit, Record], Fault]:
    def fault(case: Case, paper: Exhibit, record: Record) -> Fault:
        kind = record.get("kind") or PatentNumber.kind(record.get("application_no"))
        if wanted not in kind:
            return Weight.REJECTED, "KIND_MISMATCH"
        if not case.rules.policy.co_owned_patents_count and len(record.list("owners")) > 1:
            return Weight.REJECTED, "CO_OWNED"
        state = _state(case, record, wanted)
        if _application(paper):
            # The paper proves an application only; that it was granted later a person may accept.
            return (Weight.OPEN if state is None else Weight.REJECTED), "NOT_GRANTED"
        return state

    return fault


def _state(case: Case, record: Record, kind: str) -> Fault:
    words, status = case.rules.words, record.get("status")
    granted, since = parse_date(record.get("grant_date")), parse_date(record.get("status_date"))
    said = {w: any(word in status for word in getattr(words, w)) for w in ("partly", "contested", "grace")}
    if said["partly"]:
        return Weight.OPEN, "STATUS_UNKNOWN"
    if said["grace"] and not case.rules.policy.grace_period_patents_count:
        return Weight.OPEN, "ANNUITY_GRACE"
    standing = said["contested"] or said["grace"]
    if not standing and any(word in status for word in words.lapsed):
        return _ended(case, granted, since)
    if not standing and any(word in status for word in words.pending):
        return Weight.REJECTED, "NOT_GRANTED"
    if granted is not None and granted > case.as_of:
        return Weight.REJECTED, "NOT_GRANTED"
    if _term_over(case, record, kind):
        return Weight.REJECTED, "LAPSED"
    known = standing or any(word in status for word in words.in_force)
    return None if known else (Weight.OPEN, "STATUS_UNKNOWN")


def _ended(case: Case, granted: date | None, since: date | None) -> Fault:
    if since is None or since <= case.as_of:
        return Weight.REJECTED, "LAPSED"
    if granted is None or granted > case.as_of:
        return Weight.REJECTED, "NOT_GRANTED"
    return None  # it lapsed only after the day that counts


def _term_over(case: Case, record: Record, kind: str) -> bool:
    filed = parse_date(record.get("filing_date"))
    if filed is None:
        return False
    return (filed.year + _term(case, kind, filed), filed.month, filed.day) <= case.as_of.timetuple()[:3]


def _term(case: Case, kind: str, filed: date) -> int:
    """The years for which a right of that kind lasts, from the day on which it was filed."""
    policy = case.rules.policy
    if kind == "实用新型":
        return policy.utility_model_term_years
    if kind == "外观设计":
        return policy.design_term_years if filed < _LONGER_DESIGNS else policy.design_term_years_since_2021
    return policy.invention_term_years


_LONGER_DESIGNS = date(2021, 6, 1)
"""From this day's filings on designs last longer: the fourth amendment of the 专利法 came into force."""


def _software_state(case: Case, paper: Exhibit, record: Record) -> Fault:
    registered = parse_date(record.get("registered_on"))
    if registered is not None and registered > case.as_of:
        return Weight.REJECTED, "NOT_GRANTED"
    if withdrawn(case, record):
        return Weight.REJECTED, "REVOKED"
    if paper.type == "software_copyright_change":
        # It changes a registration that has a certificate of its own; alone a person decides.
        return Weight.OPEN, "KIND_MISMATCH"
    return None


def _patents(kind: str) -> Ladder:
    return Ladder("patents", "title", _kind_fault(kind), _not_granted, _patent_state(kind))


LADDERS: Mapping[str, Ladder] = MappingProxyType(
    {
        "invention_patents_valid": _patents("发明"),
        "utility_models": _patents("实用新型"),
        "designs": _patents("外观设计"),
        "software_copyrights": Ladder("software_copyrights", "name", _nothing, _nothing, _software_state),
    }
)
