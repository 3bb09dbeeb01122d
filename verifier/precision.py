"""How exact a printed number is, and when two numbers agree at that precision."""

import re

from registries.values.text import without_spaces


def last_digit(text: str) -> float:
    """What one unit of the last printed digit is worth, in the form's unit (万元 for amounts)."""
    plain = without_spaces(text)
    hit = re.search(r"\d+(?:\.(\d+))?", plain.replace(",", "").replace("，", ""))
    digits = len(hit[1]) if hit and hit[1] else 0
    return float(10**-digits) * (10_000 if "亿" in plain else 1)


def agrees(text: str, claimed: float, known: float) -> bool:
    """Equal at the precision that the form prints: rounded to it, or cut off at it."""
    unit = last_digit(text)
    if abs(claimed - known) <= unit / 2 + 1e-9:
        return True
    return claimed * known > 0 and 0 <= abs(known) - abs(claimed) < unit


def exact(text: str, claimed: float, known: float) -> bool:
    """Equal as rounding prints it."""
    return abs(claimed - known) <= last_digit(text) / 2 + 1e-9


def kept(value: float) -> float:
    """A computed figure as a verdict keeps it: whether 6.996 % reaches 7 % is not for rounding to decide."""
    return round(value, 6)
