"""Credit codes and organisation codes against codes computed by hand from the two standards."""

import pytest

from registries.values.identifiers import OrgCode, Uscc
from registries.values.uscc import uscc_check

# the first is the example of GB 32100 itself, the second has a check character from a letter-rich body
VALID = ("91350100M000100Y43", "91330201MA2AGX576R", "91330205MA2CK8W304", "9144030071526726XG")


@pytest.mark.parametrize("code", VALID)
def test_codes_with_the_right_check_character_are_valid(code: str) -> None:
    assert Uscc.is_valid(code)
    assert OrgCode.is_valid(Uscc.org_code(code))


def test_a_letter_outside_the_alphabet_has_not_even_the_shape() -> None:
    assert Uscc.normalize("91350100M000100Y4Z") is None
    assert not Uscc.is_valid("91350100M000100Y4Z")


def test_a_sum_divisible_by_31_gives_the_check_character_0() -> None:
    # public code that forgets the last «mod 31» fails exactly here
    bodies = (f"9133020{n:010d}" for n in range(400))
    zero = next(body for body in bodies if uscc_check(body) == "0")
    assert Uscc.is_valid(zero + "0")


def test_spaces_widths_label_and_small_letters_do_not_matter() -> None:
    assert Uscc.normalize("统一社会信用代码：９１３３０２０１ ma2agx576r") == "91330201MA2AGX576R"


def test_an_organisation_code_is_printed_with_a_hyphen_and_kept_without() -> None:
    assert OrgCode.normalize("71526726－X") == "71526726X"
    assert OrgCode.format("71526726X") == "71526726-X"
    assert OrgCode.is_valid("71526726-X")
    assert not OrgCode.is_valid("71526726-1")


def test_codes_are_found_in_running_text() -> None:
    text = "宁波示例有限公司（统一社会信用代码 9133 0201 MA2A GX57 6R）"
    assert list(Uscc.find(text)) == ["91330201MA2AGX576R"]


@pytest.mark.parametrize(
    "text", ["", "9133", "统一社会信用代码：", "91330201MA2AGX576R1", "①" * 18, "\x00\n"]
)
def test_other_text_is_no_code(text: str) -> None:
    assert Uscc.normalize(text) is None
    assert Uscc.format(text) == text
