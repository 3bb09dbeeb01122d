"""Facts of one paper that do not fit together: counters, years, kinds, the order of days.

A misfit is no verdict. Often one of the two was misread, so both are looked at again; where they
still do not fit, the flag stays on the fact and a reviewer or a rule makes something of it.
"""

from collections.abc import Iterator

from extractors.exhibit import Exhibit
from registries.values.identifiers import (
    HitechNumber,
    PatentNumber,
    PublicationNumber,
    SoftwareNumber,
    offset_hint,
)

OFFSET = "NUMBER_OFFSET"
YEAR = "YEAR_MISMATCH"
LATER = "NUMBER_YEAR_LATER"
"""A number of a later year than the filing: right for a divisional application, else a misreading."""

KIND = "KIND_MISMATCH"
ORDER = "DATE_ORDER"

KINDS = {
    "invention_patent_certificate": "发明",
    "utility_model_certificate": "实用新型",
    "design_patent_certificate": "外观设计",
}
"""The kind of patent that each type of certificate is about."""

ORDERED = (
    ("filing_date", "grant_date"),
    ("completed", "published"),
    ("completed", "grant_date"),
    ("publish_date", "implement_date"),
)
"""Days of which the first cannot lie after the second."""

Misfit = tuple[str, str]
"""The name of a fact, and the flag that it earns."""


def misfits(exhibit: Exhibit) -> dict[str, tuple[str, ...]]:
    """The flags that each fact of an exhibit earns by not fitting to another one."""
    found: dict[str, tuple[str, ...]] = {}
    for name, flag in (*_patent(exhibit), *_software(exhibit), *_hitech(exhibit), *_days(exhibit)):
        if exhibit.fact(name) is not None and flag not in found.get(name, ()):
            found[name] = (*found.get(name, ()), flag)
    return found


def _year(exhibit: Exhibit, name: str) -> int | None:
    text = exhibit.text(name)[:4]
    return int(text) if text.isdigit() else None


def _patent(exhibit: Exhibit) -> Iterator[Misfit]:
    kind = KINDS.get(exhibit.type)
    number, publication = exhibit.text("number"), exhibit.text("publication_no")
    if kind is not None and PatentNumber.kind(number) not in ("", kind):
        yield "number", KIND
    meaning = PublicationNumber.meaning(publication)
    if kind is not None and meaning is not None and (meaning.kind != kind or not meaning.granted):
        yield "publication_no", KIND
    given, filed = PatentNumber.year(number), _year(exhibit, "filing_date")
    if given is not None and filed is not None and given != filed:
        flag = LATER if given > filed else YEAR
        yield from (("number", flag), ("filing_date", flag))


def _software(exhibit: Exhibit) -> Iterator[Misfit]:
    number, certificate = exhibit.text("number"), exhibit.text("certificate_no")
    if offset_hint(certificate, number).consistent is False:
        yield from (("number", OFFSET), ("certificate_no", OFFSET))
    registered, signed = SoftwareNumber.year(number), _year(exhibit, "grant_date")
    if registered is not None and signed is not None and registered != signed:
        yield from (("number", YEAR), ("grant_date", YEAR))


def _hitech(exhibit: Exhibit) -> Iterator[Misfit]:
    recognised, issued = HitechNumber.year(exhibit.text("number")), _year(exhibit, "grant_date")
    if recognised is not None and issued is not None and recognised != issued:
        yield from (("number", YEAR), ("grant_date", YEAR))


def _days(exhibit: Exhibit) -> Iterator[Misfit]:
    for earlier, later in ORDERED:
        first, second = exhibit.text(earlier), exhibit.text(later)
        if first and second and first[: len(second)] > second:
            yield from ((earlier, ORDER), (later, ORDER))
