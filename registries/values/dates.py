"""Dates and years in every form that Chinese papers use.

2021年12月31日 · 2021-12-31 · 2021.12.31 · 2021/12/31 · 20211231 · 二〇二一年十二月三十一日 · 2021年底 · 21年 · November 19, 2021

A date without a day is its first one; 底 and 末 are the last. `parse_years` gives every year that is named.
"""

import calendar
import re
from datetime import date
from functools import lru_cache

from registries.values.text import DASHES, without_spaces

_ZEROS = "〇○零OoＯ◯"
_DIGITS = {**{z: "0" for z in _ZEROS}, **{c: str(i) for i, c in enumerate("一二三四五六七八九", 1)}}
_CAPITALS = str.maketrans("壹贰叁肆伍陆柒捌玖拾貳參陸两元", "一二三四五六七八九十二三六二一")
_CHINESE = f"[{_ZEROS}一二三四五六七八九十廿卅]"
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_TENS = re.compile(r"([一二三四五六七八九])?十([一二三四五六七八九])?")
_SEPARATOR = rf"[{DASHES}./,、·]"
_FULL = (
    re.compile(
        rf"(\d{{4}}|\d{{2}}|{_CHINESE}{{4}}|{_CHINESE}{{2}})年(?:(\d{{1,2}}|{_CHINESE}{{1,3}})月?)?"
        rf"(?:(\d{{1,2}}|{_CHINESE}{{1,3}})[日号]?)?(底|末|初|度|中)?"
    ),
    re.compile(rf"(?<!\d)(\d{{4}}){_SEPARATOR}(\d{{1,2}})(?:{_SEPARATOR}(\d{{1,2}}))?(?!\d)"),
    re.compile(r"(?<!\d)((?:19|20)\d\d)([01]\d)([0-3]\d)(?!\d)"),
)
_YEAR = re.compile(rf"(?<!\d)((?:19|20)\d\d)(?!\d)|({_CHINESE}{{4}})(?=年)|(?<!\d)(\d\d)(?=年)")
_RANGE = re.compile(
    rf"(?<!\d)((?:19|20)\d\d)年?度?(?:{_SEPARATOR}|~|～|至|到){{1,2}}((?:19|20)\d\d)(?!\d|年?\d{{1,2}}月)"
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = "(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
_ENGLISH = (
    (re.compile(rf"(?<![a-z]){_MONTH}\.?(\d{{1,2}})(?:st|nd|rd|th)?,((?:19|20)\d\d)(?!\d)", re.IGNORECASE), (3, 1, 2)),
    (re.compile(rf"(?<!\d)(\d{{1,2}})(?:st|nd|rd|th)?{_MONTH}[.,]?((?:19|20)\d\d)(?!\d)", re.IGNORECASE), (3, 2, 1)),
)
"""Days as English certificates print them (November 19, 2021; 19 Nov 2021), and where year, month and day stand in them."""
_OLDEST = 1949
_LONGEST_RANGE = 30


def _number(text: str) -> int | None:
    """A year, month or day in digits or Chinese numerals: 二〇二一, 十二, 廿三, 三十一."""
    if text.isdecimal():
        return int(text)
    if not any(ten in text for ten in "十廿卅"):
        return int("".join(_DIGITS[c] for c in text)) if all(c in _DIGITS for c in text) else None
    spelled = _TENS.fullmatch(text.replace("廿", "二十").replace("卅", "三十"))
    if spelled is None:
        return None
    return int(_DIGITS.get(spelled[1] or "一", "1")) * 10 + int(_DIGITS.get(spelled[2] or "", "0"))


def _whole_year(number: int) -> int:
    """21年 is 2021, 98年 is 1998."""
    if number >= 100:
        return number
    return number + (1900 if number > 70 else 2000)


def _day(year: str, month: str | None, day: str | None, tail: str | None) -> date | None:
    numbers = [_number(part) if part else None for part in (year, month, day)]
    if numbers[0] is None or (month and numbers[1] is None) or (day and numbers[2] is None):
        return None
    if 0 in numbers[1:]:
        return None  # 00月 is a month that was misread, not the first one
    full_year = _whole_year(numbers[0])
    last = tail in ("底", "末")
    full_month = numbers[1] or (12 if last else 1)
    if not (_OLDEST <= full_year <= 2100 and 1 <= full_month <= 12):
        return None
    full_day = numbers[2] or (calendar.monthrange(full_year, full_month)[1] if last else 1)
    try:
        return date(full_year, full_month, full_day)
    except ValueError:
        return None


def _numeric(text: str) -> str:
    """The text with English months as numbers; 11/19/2021 may be either way round and is left alone."""
    for pattern, places in _ENGLISH:
        hit = pattern.search(text)
        if hit is not None:
            year, month, day = (hit[place] for place in places)
            return f"{text[: hit.start()]}{year}-{_MONTHS.index(month[:3].lower()) + 1:02}-{int(day):02}{text[hit.end() :]}"
    return text


def _prepared(text: str) -> str:
    return re.sub(r"(?:T|日)?\d{1,2}:\d{2}(?::\d{2})?.*$", "", _numeric(without_spaces(text)).translate(_CAPITALS))


@lru_cache(maxsize=8192)
def parse_date(text: str) -> date | None:
    """Reads the first date of a text.

    Args:
        text: a date in any Chinese or ISO form; a year alone or a month alone is its first day.

    Returns:
        The day, or None where there is no date or none that exists (2021年2月30日).
    """
    if _ISO.fullmatch(text):
        return _day(text[:4], text[5:7], text[8:], None)
    cleaned = _prepared(text)
    for pattern in _FULL:
        hit = pattern.search(cleaned)
        if hit is not None:
            groups = (*hit.groups(), None, None, None)[:4]
            return _day(str(groups[0]), groups[1], groups[2], groups[3])
    alone = re.fullmatch(r"(19|20)\d\d", cleaned)
    return date(int(cleaned), 1, 1) if alone else None


def precision(text: str) -> str:
    """How exact a date is: day, month, year, or empty where there is none."""
    cleaned = _prepared(text)
    if parse_date(text) is None:
        return ""
    for pattern in _FULL:
        hit = pattern.search(cleaned)
        if hit is not None:
            return "day" if hit[3] else "month" if hit[2] else "year"
    return "year"


def parse_years(text: str) -> tuple[int, ...]:
    """Reads every year that a text names, in order and once; 2019-2021年 names three.

    Args:
        text: for instance `2019年、2020年` or `2019—2021年度`.

    Returns:
        The years in the order of their first mention.
    """
    cleaned = without_spaces(text).translate(_CAPITALS)
    years: list[int] = []
    for hit in _YEAR.finditer(cleaned):
        number = _number(hit[1] or hit[2] or hit[3])
        year = _whole_year(number) if number is not None else 0
        if _OLDEST <= year <= 2100:
            years.append(year)
    for hit in _RANGE.finditer(cleaned):
        first, last = int(hit[1]), int(hit[2])
        if first < last <= first + _LONGEST_RANGE and last in years:
            at = years.index(last)
            years[at:at] = range(first + 1, last)
    return tuple(dict.fromkeys(years))
