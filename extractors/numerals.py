"""Numbers inside running text: where one stands, and what it is with 万 or 亿 behind it.

`NUMERAL` finds a number, `read_numeral` reads it; digits and numerals themselves are read by
`registries.values.money`, so that both sides of a comparison are cleaned by one function.
"""

import re
import unicodedata

from registries.values.money import parse_number

_STEPS = {"百": 100, "佰": 100, "千": 1000, "仟": 1000, "万": 10_000, "萬": 10_000, "亿": 10**8, "億": 10**8}
_HAN = "零〇一二三四五六七八九十百千万亿两廿卅壹贰叁肆伍陆柒捌玖拾佰仟萬億貳參陸"

NUMERAL = rf"(?:(?:\d{{1,3}}(?:[,，]\d{{3}})+|\d+)(?:\.\d+)?[百千万亿]{{0,2}}|[{_HAN}]+(?:点[{_HAN}]+)?)"
"""A regular expression of one number in Arabic, Chinese or capital numerals."""


def read_numeral(text: str) -> float | None:
    """The number that a text writes, 1.2亿 and 千 (one thousand, as in 千余家) included, else None."""
    bare = re.sub(r"\s", "", unicodedata.normalize("NFKC", text)).replace("俩", "两").replace("卅", "三十")
    digits = re.match(r"[\d.,，]*", bare)
    head = digits[0] if digits else ""
    steps = bare[len(head) :]
    if head or (steps and all(step in _STEPS for step in steps)):
        number = parse_number(head) if head else 1
        if number is None or any(step not in _STEPS for step in steps):
            return None
        product = 1
        for step in steps:
            product *= _STEPS[step]
        return float(number * product)
    number = parse_number(bare)
    return None if number is None else float(number)
