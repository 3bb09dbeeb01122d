"""Titles may be misread; they may not be another thing."""

import pytest

from registries.compare.titles import bare_title, compare_titles

TITLE = "一种面向离散制造的分布式日志异常检测方法"


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("工业互联网 数据质量 第2部分：技术要求", "工业互联网　数据质量　第2部分:技术要求"),
        ("《恒悦数据中台软件》V1.9", "恒悦数据中台软件"),
        ("恒悦数据中台软件[简称：数据中台]V1.0", "恒悦数据中台软件"),
    ],
)
def test_marks_version_and_short_name_are_no_difference(asked: str, found: str) -> None:
    assert compare_titles(asked, found).code == "SAME"


@pytest.mark.parametrize(
    "asked", [TITLE.replace("日", "曰"), TITLE.replace("制", "刹"), TITLE[:5] + TITLE[6:]]
)
def test_a_misread_or_lost_character_is_near(asked: str) -> None:
    assert compare_titles(asked, TITLE).code == "NEAR"


@pytest.mark.parametrize(
    "asked",
    [
        TITLE.replace("方法", "装置"),
        "工业互联网 数据质量 第5部分",
        "一种完全不同的锅炉结构",
        TITLE.replace("分布式日志", "集中式指标"),
    ],
)
def test_another_thing_is_different(asked: str) -> None:
    assert compare_titles(asked, TITLE).code == "DIFFERENT"


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("工业互联网 数据质量 第5部分：技术要求", "工业互联网 数据质量 第6部分：技术要求"),
        ("工业互联网 数据质量 第一部分：技术要求", "工业互联网 数据质量 第二部分：技术要求"),
        ("大型立式加工中心", "大型卧式加工中心"),
        ("示例单轴激光焊接设备及其控制软件", "示例双轴激光焊接设备及其控制软件"),
    ],
)
def test_one_character_that_makes_another_thing(asked: str, found: str) -> None:
    assert compare_titles(asked, found).code == "DIFFERENT"


def test_a_lost_line_is_partial() -> None:
    assert compare_titles(TITLE, TITLE + "、装置及存储介质").code == "PARTIAL"


def test_who_asks_for_more_than_is_registered_is_answered_with_what_is_nearer_first() -> None:
    asked, beginning, right = "清洗系统及方沽", "清洗系统", "清洗系统及方法"
    shorter, nearer = (compare_titles(asked, found) for found in (beginning, right))
    assert shorter.code == "PARTIAL"
    assert shorter.weight < nearer.weight


def test_bare_title() -> None:
    assert bare_title("《示例软件》 V2.1") == "示例软件"
