"""What a reviewer should know about a count and that changes no number.

* versions of one software: allowed, but padding
* certificate and registration numbers that do not belong together
* things registered as the applicant's of which no paper was handed in
"""

from collections import Counter
from dataclasses import replace

from extractors.exhibit import Exhibit
from registries.match import Match
from registries.record import Record
from registries.values.identifiers import PatentNumber, offset_hint
from registries.values.text import squeeze
from verifier.claims import Claim
from verifier.counting import Tally, Unit, Weight
from verifier.judging.case import Case
from verifier.verdict import Evidence, Verdict

MOST = 50
"""More hints than that help nobody."""


def offset_odd(paper: Exhibit) -> bool:
    """The certificate number cannot have been given beside this registration number."""
    numbers = paper.text("certificate_no"), paper.text("number")
    return all(numbers) and offset_hint(*numbers).consistent is False


def padded(units: Tally) -> Tally:
    """Counted versions of one software are marked from the second on."""
    names = Counter(_name(unit) for unit in units.units if unit.weight is Weight.COUNTED)
    return Tally(tuple(_marked(unit, names) for unit in units.units))


def _name(unit: Unit) -> str:
    record = unit.evidence.match.record if unit.evidence.match else None
    return squeeze(record.get("name")) if record and record.registry == "software_copyrights" else ""


def _marked(unit: Unit, names: Counter[str]) -> Unit:
    name = _name(unit) if unit.weight is Weight.COUNTED else ""
    if not name or names[name] < 2:
        return unit
    flags = (*unit.evidence.flags, "VERSION_PADDING")
    return replace(unit, evidence=replace(unit.evidence, flags=flags))


def with_hints(case: Case, claim: Claim, units: Tally, verdict: Verdict) -> Verdict:
    """The verdict, with what the registry knows as the applicant's and no paper shows."""
    shown = {u.evidence.match.record.id for u in units.units if u.evidence.match}
    missing = [m for m in case.owned.get(_REGISTRY[claim.name], ()) if m.record.id not in shown]
    missing = [m for m in missing if _may_count(case, claim, m.record)]
    hints = tuple(_hint(m) for m in missing[:MOST])
    if not hints:
        return verdict
    unit = case.rules.counts[claim.name].unit
    text = f"{verdict.explanation}另有{len(missing)}{unit}{case.rules.say('NO_PAPER')}。"
    return replace(verdict, hints=hints, flags=(*verdict.flags, "NO_PAPER"), explanation=text)


_REGISTRY = {
    "invention_patents_valid": "patents",
    "software_copyrights": "software_copyrights",
    "standards_led": "standards",
    "standards_participated": "standards",
}


def _hint(match: Match) -> Evidence:
    record = match.record
    number = next((v for c in _NUMBERS if (v := record.get(c))), record.id)
    return Evidence("", None, number, False, "NO_PAPER", match)


_NUMBERS = ("application_no", "registration_no", "standard_no")


def _may_count(case: Case, claim: Claim, record: Record) -> bool:
    """What could not count with a paper either is no hint."""
    words, status = case.rules.words, record.get("status")
    if claim.name == "invention_patents_valid":
        kind = record.get("kind") or PatentNumber.kind(record.get("application_no"))
        return "发明" in kind and not any(w in status for w in (*words.lapsed, *words.pending))
    if claim.name.startswith("standards"):
        place = case.applicant.place_in(record.list("drafters"))
        led = 0 < place <= case.rules.policy.lead_rank
        return (
            bool(place)
            and led is (claim.name == "standards_led")
            and not any(w in status for w in words.withdrawn)
        )
    return case.applicant.among(record.list("owners")).own
