"""Printed text becomes values, and what was misread says so or is none."""

import pytest

from extractors.kinds.company.management import certified
from extractors.kinds.fields.days import dated, month_or_day
from extractors.kinds.fields.figures import wan
from extractors.kinds.fields.numbers import numbered
from registries.values.identifiers import (
    HitechNumber,
    MlpsNumber,
    PatentNumber,
    PublicationNumber,
    SoftwareNumber,
    StandardNumber,
    Uscc,
)

MENDED, FAILED = ("OCR_REPAIRED",), ("NUMBER_CHECK_FAIL",)


@pytest.mark.parametrize(
    ("identifier", "text", "value", "flags"),
    [
        (PatentNumber, "ZL 2018 1 0288982.7", "2018102889827", ()),
        (PatentNumber, "ZL 2O18 1 0288982.7", "2018102889827", MENDED),
        (PatentNumber, "ZL 2018 1 0288982.1", "2018102889821", FAILED),
        (Uscc, "9133O212MA2H12349D", "91330212MA2H12349D", MENDED),
        (SoftwareNumber, "2021SRO970846", "2021SR0970846", MENDED),
        (SoftwareNumber, "2O21SR0970846", "2021SR0970846", MENDED),
        (HitechNumber, "GR20213310O582", "GR202133100582", MENDED),
        (HitechNumber, "6R202133100582", "GR202133100582", MENDED),
        (MlpsNumber, "3302OO12345-21001", "33020012345-21001", MENDED),
        (StandardNumber, "GBIT 36624-2018", "GB/T 36624—2018", MENDED),
        (StandardNumber, "YD/T3865—2O21", "YD/T 3865—2021", MENDED),
        (PublicationNumber, "CN1O8415712B", "CN108415712B", MENDED),
    ],
)
def test_a_number_with_one_confusion_is_mended_and_says_so(identifier, text, value, flags):
    reading = numbered(identifier)(text)
    assert reading is not None
    assert (reading.value, reading.flags) == (value, flags)


@pytest.mark.parametrize("text", ["软著登字第", "未登记", "浙江省杭州市西湖区2号", "2021SRX9?0846"])
def test_what_is_no_number_is_not_made_one(text):
    assert numbered(SoftwareNumber)(text) is None


@pytest.mark.parametrize(
    ("text", "value", "flags"),
    [
        ("2021年06月30日", "2021-06-30", ()),
        ("2021年O6月30日", "2021-06-30", MENDED),
        ("2021年06月3O日", "2021-06-30", MENDED),
        ("2O21-06-30", "2021-06-30", MENDED),
        ("二〇二一年六月三十日", "2021-06-30", ()),
        ("二O二一年六月三十日", "2021-06-30", ()),
    ],
)
def test_a_letter_among_the_digits_of_a_date_is_put_right_and_says_so(text, value, flags):
    reading = dated(text)
    assert reading is not None
    assert (reading.value, reading.flags) == (value, flags)


@pytest.mark.parametrize("text", ["2021年06月3?日", "2021年06月□日", "2021年13月02日", "2O21年l2月30日", "2021年06月"])
def test_a_day_that_cannot_be_read_is_no_day(text):
    assert dated(text) is None


def test_a_month_stands_without_its_day():
    reading = month_or_day("2021年6月")
    assert reading is not None
    assert reading.value == "2021-06"
    assert month_or_day("2021年l月") is None


@pytest.mark.parametrize(
    ("text", "value", "flags"),
    [
        ("伍仟万元整", 5000.0, ()),
        ("5,000.00万元", 5000.0, ()),
        ("1.2亿元", 12000.0, ()),
        ("人民币伍仟万元整（¥50,000,000.00）", 5000.0, ()),
        ("伍佰万元整(¥50,000,000.00)", 5000.0, FAILED),
    ],
)
def test_amounts_in_words_and_figures_must_agree(text, value, flags):
    reading = wan(text)
    assert reading is not None
    assert (reading.value, reading.flags) == (value, flags)


def test_a_month_whose_sign_was_read_as_a_figure_makes_no_day():
    assert dated("2022年06120日") is None
    assert dated("2021年05六20日") is None
    assert dated("2021年5月6日").value == "2021-05-06"


@pytest.mark.parametrize(
    ("text", "value", "flags"),
    [
        ("00124Q30001R0M", "00124Q30001R0M", ()),
        ("5892400376R0S", "58924Q0376R0S", ("OCR_REPAIRED",)),
        ("5892470376R0S", "5892470376R0S", ("NUMBER_CHECK_FAIL",)),
        ("977FSMS2400087", "977FSMS2400087", ()),
    ],
)
def test_a_certificate_whose_scheme_was_read_as_a_digit_says_so(text, value, flags):
    found = certified(text)
    assert found is not None
    assert (found.value, found.flags) == (value, flags)
