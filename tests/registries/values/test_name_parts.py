"""Company names and their parts."""

import pytest

from registries.values.names import NameParts, bare_place, normalize_name, split_name


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("宁波启衡诺工业软件有限责任公司", NameParts("宁波", "启衡诺", "工业软件", "有限责任公司")),
        ("浙江省宁波市甬江数智科技有限公司", NameParts("浙江宁波", "甬江", "数智科技", "有限公司")),
        ("甬江数智科技（宁波）有限公司", NameParts("", "甬江", "数智科技", "有限公司", "", "宁波")),
        (
            "杭州远方数字技术股份有限公司宁波分公司",
            NameParts("杭州", "远方", "数字技术", "股份有限公司", "宁波分公司"),
        ),
        # a brand that is also a district of Ningbo
        ("浙江海曙普物联网科技股份有限公司", NameParts("浙江", "海曙普", "物联网科技", "股份有限公司")),
        ("海曙（绍兴）云计算有限公司", NameParts("", "海曙", "云计算", "有限公司", "", "绍兴")),
        ("慈溪市示例轴承厂", NameParts("慈溪", "示例", "轴承", "厂")),
        ("张三", NameParts("", "张三")),
        ("", NameParts()),
    ],
)
def test_parts(name: str, parts: NameParts) -> None:
    assert split_name(name) == parts


def test_what_a_printer_adds_is_not_part_of_the_name() -> None:
    assert normalize_name(" 宁波　示例（集团）有限公司 （盖章）") == "宁波示例(集团)有限公司"
    assert normalize_name("寧波示例數字科技有限公司") == "宁波示例数字科技有限公司"


def test_two_spellings_of_the_limited_company_are_one_class_the_stock_company_is_another() -> None:
    assert split_name("甲乙有限公司").form_class == split_name("甲乙有限责任公司").form_class
    assert split_name("甲乙有限公司").form_class != split_name("甲乙股份有限公司").form_class


def test_places_lose_their_endings() -> None:
    assert bare_place("浙江省宁波市") == "浙江宁波"
    assert bare_place("广西壮族自治区") == "广西"
