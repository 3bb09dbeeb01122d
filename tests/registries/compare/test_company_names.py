"""When are two company names one company? Never because they look alike."""

import pytest

from registries.compare.names import NEAR_FORM, NEAR_PLACE, NEAR_SHAPE, NO_PLACE, compare_names, likeness
from registries.match import CERTAIN
from registries.scoring import LEAST_NEAR


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("宁波启衡诺工业软件有限责任公司", "宁波启衡诺工业软件有限责任公司"),
        ("霁云(宁波)集成电路有限公司", "霁云（宁波）集成电路有限公司"),
        ("宁波市甬江数智科技有限公司", "宁波甬江数智科技有限公司"),
        ("浙江省 海曙诺数字科技有限公司（盖章）", "浙江海曙诺数字科技有限公司"),
        ("寧波甬江數智科技有限公司", "宁波甬江数智科技有限公司"),
    ],
)
def test_widths_brackets_and_endings_of_places_are_no_difference(asked: str, found: str) -> None:
    assert compare_names(asked, found).code == "SAME"


@pytest.mark.parametrize(
    ("asked", "found", "word"),
    [
        ("宁波启衡诺工业软体有限责任公司", "宁波启衡诺工业软件有限责任公司", "行业"),
        ("成都初心互动科技有限公司", "成都初晰互动科技有限公司", "字号"),
        ("杭州启衡诺工业软件有限公司", "宁波启衡诺工业软件有限公司", "行政区划"),
        ("宁波启衡诺智能科技有限公司", "宁波启衡诺工业软件有限公司", "行业"),
        ("宁波启衡诺工业软件股份有限公司", "宁波启衡诺工业软件有限公司", "组织形式"),
        ("甬江数智科技(宁波)有限公司", "宁波甬江数智科技有限公司", "位置"),
        ("甬江数智科技(杭州)有限公司", "甬江数智科技(宁波)有限公司", "括号"),
        ("浙江海曙数字科技有限公司", "浙江海曙诺数字科技有限公司", "字号"),
        ("浙江大学", "浙江工业大学", "行业"),
    ],
)
def test_another_part_is_another_company_and_the_reason_says_which(asked: str, found: str, word: str) -> None:
    reason = compare_names(asked, found)
    assert reason.code == "DIFFERENT"
    assert reason.weight == 0
    assert word in reason.text
    assert likeness(asked, found) > 0.4  # alike to the eye, which must not matter


def test_the_two_spellings_of_a_limited_company_are_near() -> None:
    reason = compare_names("宁波启衡诺工业软件有限公司", "宁波启衡诺工业软件有限责任公司")
    assert (reason.code, reason.weight) == ("NEAR", NEAR_FORM)


def test_one_look_alike_character_is_near_and_weighs_less_than_certain() -> None:
    reason = compare_names("宁波启衡诺工业软件有限公可", "宁波启衡诺工业软件有限公司")
    assert reason.code == "NEAR"
    assert reason.weight < CERTAIN


def test_two_look_alike_characters_are_too_many() -> None:
    assert compare_names("宁波未来天工科技有限公司", "宁波末来夫工科技有限公司").code == "DIFFERENT"


def test_a_misread_word_that_is_none_is_near_and_the_reason_names_it() -> None:
    for asked, word in (
        ("宁波启衡诺工业软仵有限公司", "“软仵”疑为“软件”"),
        ("宁波启衡诺工业软件有限公词", "“公词”疑为“公司”"),
        ("宁波启衡诺工业软件有限", "末尾缺字"),
    ):
        reason = compare_names(asked, "宁波启衡诺工业软件有限公司")
        assert (reason.code, reason.weight) == ("NEAR", NEAR_SHAPE)
        assert word in reason.text


def test_a_misread_place_is_told_and_not_tolerated() -> None:
    reason = compare_names("宁渡启衡诺工业软件有限公司", "宁波启衡诺工业软件有限公司")
    assert (reason.code, reason.weight) == ("DIFFERENT", 0.0)
    assert "“宁渡”疑为“宁波”" in reason.text
    assert "误读" not in compare_names("宁海启衡诺工业软件有限公司", "宁波启衡诺工业软件有限公司").text


def test_a_name_in_another_script_says_nothing_about_a_chinese_one() -> None:
    assert compare_names("Ningbo Qihengnuo Co., Ltd.", "宁波启衡诺工业软件有限公司").code == "MISSING"
    assert compare_names("NINGBO QIHENGNUO Company Limited", "Ningbo Qihengnuo Co.,Ltd").code == "SAME"
    assert compare_names("Ningbo Qihengnuo Co., Ltd.", "Ningbo Qihangnuo Co., Ltd.").code == "DIFFERENT"


def test_a_number_or_a_seal_before_a_name_is_no_part_of_it() -> None:
    for asked in (
        "1、宁波启衡诺工业软件有限公司",
        "(3)宁波启衡诺工业软件有限公司",
        "（盖章）宁波启衡诺工业软件有限公司",
    ):
        assert compare_names(asked, "宁波启衡诺工业软件有限公司").code == "SAME"
    assert compare_names("宁波360安全技术有限公司", "宁波安全技术有限公司").code == "DIFFERENT"


def test_a_misreading_that_yields_another_word_is_another_company() -> None:
    for asked in ("宁海启衡诺工业软件有限公司", "宁波启衡诺工业软体有限公司", "宁渡启恒诺工业软件有限公司"):
        assert compare_names(asked, "宁波启衡诺工业软件有限公司").code == "DIFFERENT"


def test_a_place_left_out_is_weaker_than_a_misread_character_and_another_place_is_another_company() -> None:
    left_out = compare_names("启衡诺工业软件有限公司", "宁波启衡诺工业软件有限公司")
    more = compare_names("浙江宁波启衡诺工业软件有限公司", "宁波启衡诺工业软件有限公司")
    assert (left_out.code, left_out.weight) == ("NEAR", NO_PLACE)
    assert (more.code, more.weight) == ("NEAR", NEAR_PLACE)
    assert NO_PLACE < NEAR_PLACE < LEAST_NEAR < NEAR_SHAPE
    assert compare_names("杭州启衡诺工业软件有限公司", "宁波启衡诺工业软件有限公司").code == "DIFFERENT"


def test_a_branch_is_not_the_company() -> None:
    reason = compare_names("杭州远方数字技术有限公司宁波分公司", "杭州远方数字技术有限公司")
    assert reason.code == "BRANCH"
    assert "法人" in reason.text


def test_nothing_to_compare_is_no_difference() -> None:
    assert compare_names("", "宁波启衡诺工业软件有限公司").code == "MISSING"
    assert compare_names("；。", "宁波启衡诺工业软件有限公司").code == "MISSING"
