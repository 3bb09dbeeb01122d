"""Amounts of money in 万元, and numbers."""

from decimal import Decimal

import pytest

from registries.values.money import currency, parse_number, parse_wan


@pytest.mark.parametrize(
    ("text", "wan"),
    [
        ("2,900.00万元", "2900"),
        ("3.2亿元", "32000"),
        ("23150千元", "2315"),
        ("12百万元", "1200"),
        ("3.5万", "3.5"),
        ("29000000元", "2900"),
        ("￥12,345.67", "1.234567"),
        ("(1,234.56)", "-0.123456"),
        ("（1,234.56）万元", "-1234.56"),
        ("-1234.5万元", "-1234.5"),
        ("人民币贰仟玖佰万元整", "2900"),
        ("贷仟玖佰万圓整", "2900"),
        ("壹亿贰仟万元整", "12000"),
        ("叁佰伍拾万元伍角整", "350.00005"),
        ("约2.3亿元", "23000"),
        ("3000余万元", "3000"),
        ("二千九百万元", "2900"),
    ],
)
def test_amounts(text: str, wan: str) -> None:
    assert parse_wan(text) == Decimal(wan)


def test_the_head_of_the_table_gives_the_unit() -> None:
    assert parse_wan("5500", "万元") == 5500
    assert parse_wan("23150", "千元") == 2315
    assert parse_wan("3.2亿元", "万元") == 32000  # what the cell says goes before


@pytest.mark.parametrize("text", ["100万美元", "US$ 3,000", "500万港元"])
def test_foreign_currency_is_no_amount_in_wan(text: str) -> None:
    assert parse_wan(text) is None
    assert currency(text)


@pytest.mark.parametrize("text", ["", "—", "无", "152 186", "abc", "12万元至15万元"])
def test_what_is_no_amount(text: str) -> None:
    assert parse_wan(text) is None


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("24.46%", "24.46"),
        ("1,234", "1234"),
        ("二十四点四六", "24.46"),
        ("十二", "12"),
        ("(3)", "-3"),
        ("两百", "200"),
        ("1 234 567", "1234567"),
    ],
)
def test_numbers(text: str, number: str) -> None:
    assert parse_number(text) == Decimal(number)


def test_a_circled_digit_is_a_footnote() -> None:
    assert parse_number("①") is None


def test_points_read_for_thousands_separators() -> None:
    assert parse_number("1.234.567.89") == Decimal("1234567.89")
