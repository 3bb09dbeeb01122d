"""When two names mean one honour."""

import pytest

from verifier.judging.boxes.honours import same_honour, stages
from verifier.rules import load_rules

SAME = [
    ("上云标杆", "浙江省上云标杆企业"),
    ("云上企业", "浙江省制造业“云上企业”名单"),
    ("浙江制造精品", "2020年度浙江制造精品"),
    ("省科技进步奖", "浙江省科学技术进步奖"),
    ("浙江省科学技术进步奖", "浙江省科学技术进步奖二等奖"),
    ("大数据应用示范企业", "浙江省第六批大数据应用示范企业"),
    ("省政府质量奖", "浙江省人民政府质量奖"),
    ("浙江省智能工厂", "浙江省智能工厂（数字化车间）"),
    ("浙江省重点企业研究院", "新认定的省级重点企业研究院"),
    ("省级企业技术中心", "(第26批)浙江省省级企业技术中心"),
    ("中国质量奖", "中国质量奖提名奖"),  # the stage is compared by itself
]
APART = [
    ("浙江制造", "浙江制造精品"),
    ("浙江制造精品", "“品字标浙江制造”"),
    ("国家科学技术进步奖", "浙江省科学技术进步奖"),
    ("浙江省科学技术进步奖", "浙江机械工业科学技术奖"),
    ("浙江省上云标杆企业", "宁波市上云标杆企业"),
    ("浙江省大数据应用示范企业", "江苏省大数据应用示范企业"),
    ("云上企业", "上云标杆企业"),
    ("省级工程研究中心", "杭州市工程研究中心"),
    ("奖", "浙江省科学技术进步奖"),
    ("", "浙江制造精品"),
]


@pytest.mark.parametrize(("a", "b"), SAME)
def test_one_honour_under_two_names(a: str, b: str) -> None:
    assert same_honour(a, b, load_rules().words) and same_honour(b, a, load_rules().words)


@pytest.mark.parametrize(("a", "b"), APART)
def test_two_honours(a: str, b: str) -> None:
    assert not same_honour(a, b, load_rules().words)


def test_stages_are_known_by_their_words() -> None:
    words = load_rules().words
    assert stages("中国质量奖提名奖", words) == {"提名"}
    assert stages("上云标杆培育库", words) == {"培育"}
    assert stages("上云标杆企业", words) == frozenset()


def test_the_name_of_a_family_covers_its_prizes_but_not_the_other_way() -> None:
    words = load_rules().words
    assert same_honour("浙江省科学技术奖", "浙江省技术发明奖", words)
    assert not same_honour("浙江省技术发明奖", "浙江省科学技术奖", words)
