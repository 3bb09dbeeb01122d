"""Amounts and counts as values; words and figures that disagree are flagged."""

import re

from extractors.kinds.fields.numbers import CHECK_FAIL
from extractors.kinds.kind import Reading
from extractors.plain import plain
from registries.values.money import parse_wan


def wan(text: str) -> Reading | None:
    """An amount in 万元; 元 where the text names no unit; flagged where words and figures disagree."""
    amount = parse_wan(plain(text))
    return Reading(float(amount)) if amount is not None else _twice_written(plain(text))


_WORDS = re.compile(r"[零〇一二三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟]{2,}[元圆](?:零?.角)?(?:零?.分)?[整正]?")

_FIGURES = re.compile(r"\d[\d,]*(?:\.\d+)?(?:[百千]?万|亿)?元?")


def _twice_written(text: str) -> Reading | None:
    """An amount in capital numerals and in figures, 伍仟万元整(¥50,000,000.00): the two must agree."""
    words, figures = _WORDS.search(text), _FIGURES.search(text)
    if words is None or figures is None:
        return None
    spelled, counted = parse_wan(words[0]), parse_wan(figures[0])
    if spelled is None or counted is None:
        return None
    return Reading(float(counted), () if spelled == counted else (CHECK_FAIL,))


def whole(text: str) -> Reading | None:
    """A whole number."""
    match = re.search(r"\d+", plain(text).replace(",", ""))
    return Reading(int(match[0])) if match else None


def decimal(text: str) -> Reading | None:
    """A number with or without decimals; a comma before its last two digits is a point that was misread."""
    printed = re.sub(r"(?<=\d),(?=\d\d?(?!\d))", ".", plain(text))
    match = re.search(r"\d+(?:\.\d+)?", printed.replace(",", ""))
    return Reading(float(match[0])) if match else None
