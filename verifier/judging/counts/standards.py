"""Claims that are a number of standards, led or joined.

Led: the applicant is first among the 起草单位, on the paper and in the registry. Joined: it stands
at another place. 国家, 行业, 国际, 地方 and 团体 standards all count on the form.
"""

from extractors.exhibit import Exhibit
from registries.record import Record
from registries.values.dates import parse_date
from registries.values.identifiers import StandardNumber
from verifier.applicant import Standing, names_in
from verifier.claims import Claim
from verifier.counting import Tally, Unit, Weight, tally
from verifier.judging.case import Case, standing_of
from verifier.judging.counts.count import verdict
from verifier.judging.counts.hints import with_hints
from verifier.judging.counts.recording import find_record
from verifier.judging.counts.units import Fault, gravest, title_fault, unit_of
from verifier.verdict import Verdict


def judge_led(case: Case, claim: Claim) -> Verdict:
    """牵头数量: distinct published standards with the applicant in the first place."""
    return _judge(case, claim, led=True)


def judge_participated(case: Case, claim: Claim) -> Verdict:
    """参与数量: distinct published standards with the applicant in another place."""
    return _judge(case, claim, led=False)


def _judge(case: Case, claim: Claim, *, led: bool) -> Verdict:
    units = standard_units(case, led=led)
    return with_hints(case, claim, units, verdict(case, claim, units))


def standard_units(case: Case, *, led: bool) -> Tally:
    """The standards, weighed as led or as joined."""
    types = case.rules.counts["standards_led" if led else "standards_participated"].types
    return tally(_weigh(case, paper, led=led) for paper in case.papers(types))


def _weigh(case: Case, paper: Exhibit, *, led: bool) -> Unit:
    if StandardNumber.family(paper.text("number")) == "企业":
        return unit_of(paper, None, (Weight.REJECTED, "KIND_MISMATCH"))  # a company's own is none of 国际、国内、行业
    if not case.asked(paper, ("standards",)):
        return unit_of(paper, None, _unasked(case, paper, led=led))
    found = find_record(case, paper, "standards")
    if found.match is None:
        return unit_of(paper, None, (found.weight, found.reason))
    record = found.match.record
    why = gravest(
        _role(case, paper, record, led=led), title_fault(case, paper, record, "title"), _state(case, record)
    )
    return unit_of(paper, found.match, why, _flags(case, paper, repaired=found.repaired))


def _unasked(case: Case, paper: Exhibit, *, led: bool) -> Fault:
    place = case.applicant.place_in(names_in(paper.text("drafters")))
    if place and (place <= case.rules.policy.lead_rank) is not led:
        return Weight.REJECTED, "ROLE_MISMATCH"
    return Weight.OPEN, "REGISTRY_NOT_ASKED"


def _state(case: Case, record: Record) -> Fault:
    words, status = case.rules.words, record.get("status")
    if any(word in status for word in words.withdrawn):
        return Weight.REJECTED, "LAPSED"
    published = parse_date(record.get("publish_date"))
    draft = any(word in status for word in words.draft)
    if draft or (published is not None and published > case.as_of):
        return Weight.REJECTED, "NOT_GRANTED"
    return None


def _role(case: Case, paper: Exhibit, record: Record, *, led: bool) -> Fault:
    """Paper and registry must agree on the role; the registry alone cannot raise it."""
    known = case.applicant.place_in(record.list("drafters"))
    if not known:
        return Weight.REJECTED, "HOLDER_MISMATCH"
    names, first = names_in(paper.text("drafters")), case.rules.policy.lead_rank
    printed = case.applicant.place_in(names)
    if not printed and standing_of(case, paper.fact("drafters")) <= Standing.OTHER:
        return Weight.OPEN, "HOLDER_MISMATCH" if names else "UNREADABLE_FIELD"
    if (known <= first) is not led:
        return Weight.REJECTED, "ROLE_MISMATCH"
    # A first name that was not read makes the second one first; so only a paper that ranks the
    # applicant lower than the registry does speaks against it.
    return (Weight.OPEN, "ROLE_MISMATCH") if led and printed > first else None


def _flags(case: Case, paper: Exhibit, *, repaired: bool) -> tuple[str, ...]:
    names = names_in(paper.text("drafters"))
    standing = case.applicant.among(names)
    flags = [
        ("FORMER_NAME", standing is Standing.FORMER),
        ("FORMER_NAME_UNDOCUMENTED", standing is Standing.FORMER and case.applicant.undocumented(names)),
        ("NAME_NEAR", standing < Standing.FORMER),
        ("OCR_REPAIRED", repaired),
    ]
    return tuple(name for name, true in flags if true)
