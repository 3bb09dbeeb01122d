"""Grades and days as certificates print them."""

from extractors.kinds.kind import Reading
from extractors.plain import plain

LEVELS = {c: n for numerals in ("一二三四五", "壹贰叁肆伍") for n, c in enumerate(numerals, 1)}


def grade_in(text: str) -> Reading | None:
    """The first grade from 1 to 5 that a text names, in Chinese numerals or digits."""
    found = next((LEVELS[c] for c in plain(text) if c in LEVELS), None)
    found = found or next((int(c) for c in plain(text) if c in "12345"), None)
    return Reading(found) if found else None


ANY_DAY = r"(?P<v>\d{4}年\d{1,2}月\d{1,2}日|[二〇○零一三四五六七八九]{4}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日|\d{4}[-./]\d{1,2}[-./]\d{1,2})"
