"""Dates and years in the forms of Chinese papers."""

from datetime import date

import pytest

from registries.values.dates import parse_date, parse_years, precision


@pytest.mark.parametrize(
    "text",
    [
        "2021年12月31日",
        "2021 年 12 月 31 日",
        "2021-12-31",
        "2021.12.31",
        "2021/12/31",
        "20211231",
        "二〇二一年十二月三十一日",
        "二○二一年十二月三十一日",
        "二O二一年十二月三十一日",
        "贰零贰壹年拾贰月叁拾壹日",
        "２０２１－１２－３１",
        "2021-12-31 00:00:00",
        "2021-12-31T08:00:00",
        "发证日期：2021年12月31日",
        "December 31, 2021",
        "Valid Until: Dec. 31st,2021",
        "31 DEC 2021",
    ],
)
def test_one_day_in_many_forms(text: str) -> None:
    assert parse_date(text) == date(2021, 12, 31)
    assert precision(text) == "day"


@pytest.mark.parametrize(
    ("text", "day", "how"),
    [
        ("2021年底", date(2021, 12, 31), "year"),
        ("2021年初", date(2021, 1, 1), "year"),
        ("2021年度", date(2021, 1, 1), "year"),
        ("21年", date(2021, 1, 1), "year"),
        ("98年3月", date(1998, 3, 1), "month"),
        ("2021年12月", date(2021, 12, 1), "month"),
        ("2020年2月底", date(2020, 2, 29), "month"),
        ("2021", date(2021, 1, 1), "year"),
        ("二〇一〇年十月十日", date(2010, 10, 10), "day"),
        ("二零二一年廿三日", None, ""),
    ],
)
def test_less_than_a_day(text: str, day: date | None, how: str) -> None:
    assert parse_date(text) == day
    assert precision(text) == how


@pytest.mark.parametrize(
    "text", ["", "2021年2月30日", "2021-13-01", "截至目前", "第12期", "3302-12-12", "9999年1月1日", "December 2021 31", "February 30, 2021", "Decent 31, 2021"]
)
def test_what_is_no_day(text: str) -> None:
    assert parse_date(text) is None


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("2019年、2020年、2021年", (2019, 2020, 2021)),
        ("2019-2021年度", (2019, 2020, 2021)),
        ("2019年至2021年", (2019, 2020, 2021)),
        ("二〇二一年度", (2021,)),
        ("19年和20年", (2019, 2020)),
        ("2021年获2020年度奖", (2021, 2020)),
        ("无", ()),
    ],
)
def test_years(text: str, years: tuple[int, ...]) -> None:
    assert parse_years(text) == years


@pytest.mark.parametrize("text", ["2020年00月20日", "2020年6月00日", "2020-00-20"])
def test_a_month_or_day_of_zero_was_misread_and_is_no_date(text: str) -> None:
    assert parse_date(text) is None
