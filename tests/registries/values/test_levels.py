"""Levels and grades."""

import pytest

from registries.values.levels import (
    award_grade,
    credit_grade,
    credit_rank,
    first_set_level,
    level_of,
    security_level,
)


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("工业和信息化部", "国家"),
        ("国家知识产权局", "国家"),
        ("中国质量奖", "国家"),
        ("国家级", "国家"),
        ("浙江省经济和信息化厅", "省"),
        ("浙江省科学技术进步奖", "省"),
        ("省部级", "省"),
        ("省政府质量奖", "省"),
        ("宁波市经济和信息化局", "市"),  # a plan city stays municipal
        ("国家税务总局宁波市税务局", "市"),
        ("市级", "市"),
        ("宁波市海曙区人民政府", "区县"),
        ("象山县科学技术局", "区县"),
        ("余姚市人民政府", "区县"),
        ("浙江省机械工业联合会", "协会"),  # looks provincial and is not
        ("中国软件行业协会", "协会"),
        ("上云标杆企业", ""),
        ("", ""),
    ],
)
def test_issuer_tells_the_level(text: str, level: str) -> None:
    assert level_of(text) == level


def test_first_sets() -> None:
    assert [
        first_set_level(text) for text in ("国际首台套", "国内首台（套）", "省级", "浙江省首台套", "")
    ] == [
        "国际",
        "国内",
        "省内",
        "省内",
        "",
    ]


def test_grades_of_prizes() -> None:
    assert [award_grade(text) for text in ("二等奖", "贰等奖", "省科技进步三等奖", "一", "特等", "")] == [
        "二等奖",
        "二等奖",
        "三等奖",
        "一等奖",
        "特等奖",
        "",
    ]


def test_grades_of_credit_are_ordered() -> None:
    assert credit_grade("B级") == "良好"
    assert credit_grade("中等") == "中等"
    assert credit_rank("优秀") == 0
    assert credit_rank("较差") == 3
    assert credit_rank("差") == 4
    assert credit_rank("AAA") is None  # a commercial rating is none


def test_levels_of_protection() -> None:
    assert [security_level(text) for text in ("第三级", "二级", "3", "S3A3G3", "无")] == [3, 2, 3, 3, None]
