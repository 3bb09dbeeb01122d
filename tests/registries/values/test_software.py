"""Numbers of software copyrights, and the distance between the two counters."""

import pytest

from registries.values.identifiers import SoftwareCertificateNumber, SoftwareNumber, offset_hint


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("登记号：2021SR0970846", "2021SR0970846"),
        ("2021 SR 0970846", "2021SR0970846"),
        ("20215R0970846", "2021SR0970846"),
        ("2021SK0970846", "2021SR0970846"),
        ("2021SR459718", "2021SR0459718"),  # an owner's list that dropped the zero
        ("2017SR0380197", "2017SR380197"),  # an office's list that padded it
        ("2018SR1012969", "2018SR1012969"),  # the year in which the million was passed
        ("2022SRE010935", "2022SRE010935"),
    ],
)
def test_one_number_however_it_is_written(text: str, number: str) -> None:
    assert SoftwareNumber.normalize(text) == number


@pytest.mark.parametrize("text", ["国作登字-2021-A-00042587", "2019R11L885247", "2026R0146647", "2021SR", ""])
def test_other_registrations_are_not_software(text: str) -> None:
    assert SoftwareNumber.normalize(text) is None


def test_the_certificate_number_keeps_seven_digits() -> None:
    assert SoftwareCertificateNumber.normalize("软著登字第 671096 号") == "软著登字第0671096号"
    assert SoftwareCertificateNumber.normalize("软著登宇第6846082号") == "软著登字第6846082号"
    assert SoftwareCertificateNumber.normalize("软著登字第2016SR172900号") is None


def test_numbers_that_fit_each_other() -> None:
    hint = offset_hint("软著登字第6846082号", "2021SR0123456")
    assert hint.consistent is True


def test_an_invented_pair_is_noticed_and_the_fitting_number_named() -> None:
    hint = offset_hint("软著登字第1234567号", "2021SR0123456")
    assert hint.consistent is False
    assert hint.expected == "软著登字第6846082号"
    assert "请核对" in hint.text


@pytest.mark.parametrize(
    ("certificate", "registration"),
    [
        ("软著登字第1234567号", "2018SR503328"),  # no offset is known for 2018
        ("软著登字第1234567号", "2022SRE010935"),  # another counter
        ("", "2021SR0123456"),
        ("软著登字第1234567号", "nonsense"),
    ],
)
def test_what_cannot_be_known_is_not_judged(certificate: str, registration: str) -> None:
    assert offset_hint(certificate, registration).consistent is None
