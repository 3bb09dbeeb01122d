"""Patent numbers of both eras, in the spellings that certificates and lists use."""

import pytest

from registries.values.identifiers import PatentNumber, PublicationNumber
from registries.values.patents import patent_check

SPELLINGS = (
    "ZL 2019 1 0876543.2",
    "ZL2019108765432",
    "2019108765432",
    "CN201910876543.2",
    "zl２０１９１０８７６５４３．２",
    "ZL 2019 1 0876543·2",
    "专利号：ZL 2019 1 0876543,2".removeprefix("专利号："),
    "Z1 2019 1 0876543.2",
    "乙L 2019 1 0876543.2",
    "212019108765432",
)


@pytest.mark.parametrize("spelling", SPELLINGS)
def test_every_spelling_has_one_canonical_form(spelling: str) -> None:
    assert PatentNumber.normalize(spelling) == "2019108765432"


@pytest.mark.parametrize("spelling", SPELLINGS)
def test_every_spelling_is_found_in_a_line(spelling: str) -> None:
    assert list(PatentNumber.find(f"专 利 号：{spelling} 专利申请日")) == ["2019108765432"]


@pytest.mark.parametrize(
    ("body", "check"),
    # sums by hand: 153 mod 11 = 10 is X, 186 mod 11 = 10 is X, 143 mod 11 = 0
    [("202010251955", "X"), ("95115608", "X"), ("202010430096", "0"), ("201710601862", "3")],
)
def test_check_digits(body: str, check: str) -> None:
    assert patent_check(body) == check
    assert PatentNumber.is_valid(body + check)


@pytest.mark.parametrize("number", ["ZL202110689234.5", "ZL202020430096.0", "ZL201910816543.2"])
def test_a_wrong_check_digit_has_the_shape_but_is_not_valid(number: str) -> None:
    assert PatentNumber.normalize(number) is not None
    assert not PatentNumber.is_valid(number)


@pytest.mark.parametrize(
    ("number", "kind"),
    [
        ("2019108765432", "发明"),
        ("2018203456787", "实用新型"),
        ("2020301122337", "外观设计"),
        ("2019800543210", "发明"),
        ("ZL95115608.X", "发明"),
        ("no number", ""),
    ],
)
def test_the_number_itself_says_the_kind(number: str, kind: str) -> None:
    assert PatentNumber.kind(number) == kind


def test_the_old_and_the_new_number_say_their_year() -> None:
    assert PatentNumber.year("ZL95115608.X") == 1995
    assert PatentNumber.year("2019108765432") == 2019


def test_people_read_it_with_spaces_and_a_dot() -> None:
    assert PatentNumber.format("2019108765432") == "ZL 2019 1 0876543.2"
    assert PatentNumber.format("95115608X") == "ZL 95 1 15608.X"


@pytest.mark.parametrize(
    "text", ["2019-09-17", "13800000000", "201910876543", "4428001", "2021SR0970846", ""]
)
def test_dates_telephones_and_certificates_are_no_patent_numbers(text: str) -> None:
    assert PatentNumber.normalize(text) is None


@pytest.mark.parametrize(
    ("number", "kind", "granted"),
    [
        ("CN 108752199 B", "发明", True),
        ("CN108752199A", "发明", False),
        ("CN100123456C", "发明", True),
        ("CN209876543U", "实用新型", True),
        ("CN301234567S", "外观设计", True),
    ],
)
def test_the_kind_code_tells_a_grant_from_an_application(number: str, kind: str, granted: bool) -> None:
    meaning = PublicationNumber.meaning(number)
    assert meaning is not None
    assert (meaning.kind, meaning.granted) == (kind, granted)


def test_a_publication_number_without_kind_code_is_none() -> None:
    assert PublicationNumber.normalize("CN108752199") is None
    assert PublicationNumber.format("cn108752199b") == "CN 108752199 B"
