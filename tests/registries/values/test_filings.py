"""Police filings and high-tech certificates."""

import pytest

from registries.values.identifiers import HitechNumber, MlpsNumber


@pytest.mark.parametrize(
    "text", ["33020012345-21001", "33020012345—21001", "33020012345一21001", "3302 0012 345 - 21001"]
)
def test_a_filing_number_has_one_dash(text: str) -> None:
    assert MlpsNumber.normalize(text) == "33020012345-21001"
    assert MlpsNumber.is_valid(text)


def test_systems_of_one_unit_share_the_first_part() -> None:
    assert MlpsNumber.unit("33020012345-21001") == MlpsNumber.unit("33020012345-21002") == "33020012345"


@pytest.mark.parametrize(
    "text", ["99020012345-21001", "3302001234-21001", "33020012345-2100", "33020012345-21001-22-3305"]
)
def test_other_lengths_and_no_province_are_refused(text: str) -> None:
    assert not MlpsNumber.is_valid(text)


def test_high_tech_certificates_say_their_year() -> None:
    assert HitechNumber.normalize("GR 2021 3300 1044") == "GR202133001044"
    assert HitechNumber.year("GR202133100582") == 2021
    assert HitechNumber.is_valid("GR202133100582")
    assert not HitechNumber.is_valid("GR202199100582")
    assert not HitechNumber.is_valid("GR200133100582")
    assert HitechNumber.normalize("GR2021331005") is None
