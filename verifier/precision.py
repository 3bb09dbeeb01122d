"""How exact a printed number is, and when two numbers agree at that precision."""

import re

from registries.values.text import without_spaces


def last_digit(text: str) -> float:
    """What one unit of the last printed digit is worth, in the form's unit (万元 for amounts)."""
    plain = without_spaces(text)
    hit = re.search(r"\d+(?:\.(\d+))?", plain.replace(",", "").replace("，", ""))
    digits = len(hit[1]) if hit and hit[1] else 0
    return float(10**-digits) * (10_000 if "亿" in plain else 1)


_MORE = re.compile(r"[\d一二三四五六七八九十百千万亿](?:余|多)")
_AT_LEAST = re.compile(r"以上|不少于|不低于|至少")


def _step(claimed: float) -> float:
    """One unit of the last place that is not nought: 3200余 is less than 3300, 10余 less than 20."""
    digits = f"{int(claimed)}"
    return float(10 ** (len(digits) - len(digits.rstrip("0"))))


def agrees(text: str, claimed: float, known: float) -> bool:
    """Equal at the precision that the form prints: rounded to it, or cut off at it; 余 and 以上 bind as they say."""
    unit = last_digit(text)
    if abs(claimed - known) <= unit / 2 + 1e-9:
        return True
    plain = without_spaces(text)
    if _MORE.search(plain):
        return claimed < known < claimed + _step(claimed)
    if _AT_LEAST.search(plain):
        return known >= claimed
    return claimed * known > 0 and 0 <= abs(known) - abs(claimed) < unit


def exact(text: str, claimed: float, known: float) -> bool:
    """Equal as rounding prints it."""
    return abs(claimed - known) <= last_digit(text) / 2 + 1e-9


def kept(value: float) -> float:
    """A computed figure as a verdict keeps it: whether 6.996 % reaches 7 % is not for rounding to decide."""
    return round(value, 6)
