"""Numbers of standards in every spelling, and the family that the prefix tells."""

import pytest

from registries.values.identifiers import StandardNumber


@pytest.mark.parametrize(
    ("text", "number", "family"),
    [
        ("GB/T 36624—2018", "GB/T 36624—2018", "国家"),
        ("GB／T36624-2018", "GB/T 36624—2018", "国家"),
        ("GBT 36624 一 2018", "GB/T 36624—2018", "国家"),
        ("《GB/T 36624–2018》", "GB/T 36624—2018", "国家"),
        ("GB 50016--2014", "GB 50016—2014", "国家"),
        ("GB/T8566—95", "GB/T 8566—95", "国家"),
        ("YD/T 3865．2－2021", "YD/T 3865.2—2021", "行业"),
        ("JB/T 12345.3-2015", "JB/T 12345.3—2015", "行业"),
        ("DB33/T 1331—2023", "DB33/T 1331—2023", "地方"),
        ("DB3302/T 1055-2018", "DB3302/T 1055—2018", "地方"),
        ("T/ZJBA 13832—2020", "T/ZJBA 13832—2020", "团体"),
        ("T/ISC-0011-2021", "T/ISC 0011—2021", "团体"),
        ("Q/ABC 001-2020", "Q/ABC 001—2020", "企业"),
        ("ISO/IEC 27001：2022", "ISO/IEC 27001:2022", "国际"),
        ("IEC 62443-3-3:2013", "IEC 62443-3-3:2013", "国际"),
        ("ITU-T Y.4101-2017", "ITU-T Y.4101:2017", "国际"),
    ],
)
def test_spelling_and_family(text: str, number: str, family: str) -> None:
    assert StandardNumber.normalize(text) == number
    assert StandardNumber.family(text) == family
    assert list(StandardNumber.find(f"标准编号：{text}。")) == [number]


@pytest.mark.parametrize(
    "text", ["20212345-T-469", "2021SR0970846", "GB/T 36624", "浙经信装备〔2021〕226号", ""]
)
def test_plan_numbers_and_other_papers_are_no_standards(text: str) -> None:
    assert StandardNumber.normalize(text) is None
    assert not list(StandardNumber.find(text))
    assert StandardNumber.family(text) == ""


def test_the_national_number_is_found_before_an_adopted_international_one() -> None:
    assert next(StandardNumber.find("GB/T 19001—2016/ISO 9001:2015")) == "GB/T 19001—2016"


def test_industry_and_edition() -> None:
    assert StandardNumber.industry("YD/T 3865.2—2021") == "通信"
    assert StandardNumber.industry("GB/T 36624—2018") == ""
    assert StandardNumber.undated("GB/T 36624—2018") == "GB/T 36624"
