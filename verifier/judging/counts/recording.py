"""Which record a numbered paper means: by its number, or by title and owner where the number was misread.

A misread number is mended only where a second number on the paper (publication or certificate
number) names the same record; otherwise a person confirms it.
"""

from dataclasses import dataclass
from types import MappingProxyType

from extractors.exhibit import Exhibit
from registries.match import Match
from registries.record import Record
from registries.values.identifier import Identifier
from registries.values.identifiers import PatentNumber, SoftwareNumber, StandardNumber
from verifier.applicant import names_in, same_name
from verifier.asking import NUMBERS
from verifier.counting import Weight
from verifier.judging.case import Case
from verifier.likeness import alike, apart, same

_NUMBER: MappingProxyType[str, type[Identifier]] = MappingProxyType(
    {"patents": PatentNumber, "software_copyrights": SoftwareNumber, "standards": StandardNumber}
)
_TITLE = MappingProxyType({"patents": "title", "software_copyrights": "name", "standards": "title"})
_OWNER = MappingProxyType({"patents": "owners", "software_copyrights": "owners", "standards": "drafters"})
_PAPER_OWNER = MappingProxyType(
    {"patents": "holder", "software_copyrights": "holder", "standards": "drafters"}
)
_SECOND = MappingProxyType(
    {"patents": ("publication_no", "certificate_no"), "software_copyrights": ("certificate_no",)}
)
ENOUGH_DRAFTERS = 3


@dataclass(frozen=True, slots=True)
class Found:
    """The record that a paper means, or why there is none."""

    match: Match | None = None
    repaired: bool = False
    weight: Weight = Weight.REJECTED
    reason: str = ""


def find_record(case: Case, paper: Exhibit, registry: str) -> Found:
    """The record behind a numbered paper.

    Args:
        case: the case.
        paper: an exhibit that states a number.
        registry: the kind of registry that answers for it.
    """
    matches = case.matches(paper, (registry,))
    exact = next((m for m in matches if _same_number(paper.text("number"), m.record, registry)), None)
    if exact is None:
        return _by_title(case, paper, registry, matches)
    if _repaired(paper) and not _all_agree(case, paper, exact.record, registry):
        return Found(None, True, Weight.OPEN, "NUMBER_REPAIRED_UNCONFIRMED")
    return Found(exact, _repaired(paper))


def _same_number(number: str, record: Record, registry: str) -> bool:
    cls, known = _NUMBER[registry], record.get(NUMBERS[registry])
    left = cls.normalize(number)
    return left is not None and left == cls.normalize(known) or same(number, known)


def _repaired(paper: Exhibit) -> bool:
    fact = paper.fact("number")
    return fact is not None and "OCR_REPAIRED" in fact.flags


def _all_agree(case: Case, paper: Exhibit, record: Record, registry: str) -> bool:
    title_agrees = alike(paper.text("title"), record.get(_TITLE[registry])) >= case.rules.policy.same_title
    owners = record.list(_OWNER[registry])
    holders = names_in(paper.text(_PAPER_OWNER[registry]))
    floor = case.rules.policy.same_title
    return title_agrees and any(alike(a, b) >= floor for a in owners for b in holders)


def _by_title(case: Case, paper: Exhibit, registry: str, matches: tuple[Match, ...]) -> Found:
    """No record has the number: it is misread, or it is not registered."""
    if _sure_number(case, paper, registry):
        return Found(None, False, Weight.REJECTED, "NUMBER_NOT_IN_REGISTRY")
    for match in matches:
        if _all_agree(case, paper, match.record, registry) and _may_be_misread(case, paper, match, registry):
            second = _second_agrees(paper, match.record, registry)
            return (
                Found(match, True)
                if second
                else Found(None, True, Weight.OPEN, "NUMBER_REPAIRED_UNCONFIRMED")
            )
    if not paper.text("number"):
        return Found(None, False, Weight.OPEN, "NUMBER_UNREAD")
    if not paper.text("title"):
        return Found(None, False, Weight.OPEN, "UNREADABLE_FIELD")
    return Found(None, False, Weight.REJECTED, "NUMBER_NOT_IN_REGISTRY")


def _sure_number(case: Case, paper: Exhibit, registry: str) -> bool:
    """The number was surely printed so: it comes from a text layer, or its check digit is right."""
    fact = paper.fact("number")
    if fact is None or _repaired(paper):
        return False
    cls = _NUMBER[registry]
    if cls.CHECKED and cls.is_valid(str(fact.value)):
        return True
    return fact.confidence >= case.rules.policy.sure_reading


def _may_be_misread(case: Case, paper: Exhibit, match: Match, registry: str) -> bool:
    number, known = paper.text("number"), match.record.get(NUMBERS[registry])
    return not number or apart(number, known) <= case.rules.policy.misread_characters


def _second_agrees(paper: Exhibit, record: Record, registry: str) -> bool:
    if registry == "standards":
        return _same_drafters(names_in(paper.text("drafters")), record.list("drafters"))
    return any(same(paper.text(name), record.get(name)) for name in _SECOND[registry])


def _same_drafters(printed: tuple[str, ...], known: tuple[str, ...]) -> bool:
    """The same companies in the same order identify a standard as well as a second number would."""
    pairs = tuple(zip(printed, known, strict=False))
    return len(printed) == len(known) >= ENOUGH_DRAFTERS and all(same_name(a, b) for a, b in pairs)
