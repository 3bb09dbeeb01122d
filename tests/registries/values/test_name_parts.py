"""Company names are split into place, brand, trade, form, branch and what stands in brackets."""

import pytest

from registries.values.name_parts import NameParts, map_name, split_name


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


def test_two_spellings_of_the_limited_company_are_one_class_the_stock_company_is_another() -> None:
    assert split_name("甲乙有限公司").form_class == split_name("甲乙有限责任公司").form_class
    assert split_name("甲乙有限公司").form_class != split_name("甲乙股份有限公司").form_class


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("宁波启衡诺工业软件有限公司", "ppbbbttttffff"),
        ("甬江数智科技（宁波）有限公司", "bbttttmppmffff"),
        ("杭州远方有限公司宁波分公司", "ppbbffffxxxxx"),
    ],
)
def test_every_character_belongs_to_a_part(name: str, letters: str) -> None:
    assert map_name(name) == letters
