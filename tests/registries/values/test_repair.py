"""Misread numbers: mended only where the check digit confirms it."""

import pytest

from registries.values.identifiers import PatentNumber, SoftwareNumber, Uscc
from registries.values.repair import look_alike, misread_digits, repair


def test_letters_among_the_digits_are_put_right() -> None:
    assert repair(PatentNumber, "ZL 2O19 I 0876543.2") == ("2019108765432",)


def test_letters_that_the_credit_alphabet_leaves_out_are_put_right() -> None:
    assert repair(Uscc, "9133O2O1MA2AGX576R") == ("91330201MA2AGX576R",)


def test_one_misread_digit_gives_all_candidates_that_pass() -> None:
    # 8 for 3 at one place: the printed number must be among the candidates
    assert "2019108765432" in repair(PatentNumber, "2019108765482")
    assert all(PatentNumber.is_valid(candidate) for candidate in repair(PatentNumber, "2019108765482"))


def test_two_misread_digits_are_no_longer_mended() -> None:
    assert "2019108765432" not in repair(PatentNumber, "2019108765488")


def test_a_right_number_is_left_alone() -> None:
    assert repair(PatentNumber, "ZL 2019 1 0876543.2") == ()


def test_without_a_check_digit_nothing_can_be_confirmed() -> None:
    assert repair(SoftwareNumber, "2O21SR0970846") == ()


@pytest.mark.parametrize("text", ["", "完全不是号码", "OIZSOIZSOIZSOIZSOI", "12345"])
def test_other_text_is_not_turned_into_a_number(text: str) -> None:
    assert repair(Uscc, text) == ()
    assert repair(PatentNumber, text) == ()


def test_a_letter_without_a_sure_reading_is_tried_as_its_look_alikes() -> None:
    # V is none of the alphabet; it was U or Y
    code = "91310115MA1K3CUM7M"
    assert Uscc.is_valid(code)
    assert code in repair(Uscc, code.replace("U", "V"))


def test_look_alikes_are_a_table_not_a_feeling() -> None:
    assert look_alike("未", "末")
    assert look_alike("0", "O")
    assert not look_alike("件", "体")
    assert not look_alike("晰", "心")


def test_digits_behind_letters() -> None:
    assert misread_digits("2O2l年I2月") == "2021年12月"


def test_a_credit_code_is_mended_to_one_that_an_office_may_give() -> None:
    assert Uscc.is_valid("Q1339700MA26QCQM68")  # its check character fits, but no office has the letter Q
    assert "Q1339700MA26QCQM68" not in repair(Uscc, "91339700MA26QCQM68")
