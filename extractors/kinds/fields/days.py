"""Days, months and years as values; what could not be read of one is not made up."""

import re

from extractors.kinds.fields.numbers import REPAIRED, SAME_SHAPE
from extractors.kinds.kind import Reading
from extractors.plain import plain
from registries.values.dates import parse_date, precision

LETTERS = "ODQILZSBodqilzsb|"

DIGIT = rf"[\d{re.escape(LETTERS)}]"

DAY = re.compile(rf"(?<![0-9A-Za-z])[12]{DIGIT}{{3}}(?:年|[-./]){DIGIT}{{1,2}}(?:月|[-./]){DIGIT}{{1,2}}(?![0-9A-Za-z])")

LOST = re.compile(r"月[\d一二三四五六七八九十廿卅]{0,2}[^\d日号一二三四五六七八九十廿卅]{1,2}日")
"""A day of which a character could not be read: what is left of it is another day."""

MONTHLESS = re.compile(r"\d{4}年(?:\d{3}|\d{1,2}[^\d月底末])")
"""A month whose 月 was read as something else: 2022年06120日 is no twelfth of June, 2021年05六20日 no sixth of May."""


def _mended_day(text: str) -> tuple[str, tuple[str, ...]] | None:
    """The text with a letter among a date's digits put right, and the flag that says so; None if it is lost."""
    bare = re.sub(r"\s", "", plain(text))
    day = DAY.search(bare)
    letters = {c.upper() for c in day[0] if c in LETTERS} if day else set()
    if len(letters) > 1 or (not letters and (LOST.search(bare) or MONTHLESS.search(bare))):
        return None
    if not letters or day is None:
        return plain(text), ()
    return "".join(SAME_SHAPE[c.upper()][0] if c in LETTERS else c for c in day[0]), (REPAIRED,)


def dated(text: str) -> Reading | None:
    """A full date in any Chinese or ISO form, as ISO 8601; a day that cannot be read is not made up."""
    mended = _mended_day(text)
    if mended is None:
        return None
    found = parse_date(mended[0])
    return Reading(found.isoformat(), mended[1]) if found and precision(mended[0]) == "day" else None


def month_or_day(text: str) -> Reading | None:
    """A date to the month or the day: 2020-11 or 2020-11-05."""
    day = dated(text)
    if day is not None:
        return day
    bare = re.sub(r"\s", "", plain(text))
    found = parse_date(plain(text))
    # A day that was lost leaves its month; a month that was lost leaves nothing.
    if found is None or precision(plain(text)) == "year" or re.search(rf"年[^月]*[{re.escape(LETTERS)}][^月]*月", bare):
        return None
    return Reading(found.isoformat()[:7])


def year(text: str) -> Reading | None:
    """A four-digit year between 1950 and 2099."""
    match = re.search(r"(?:19[5-9]|20\d)\d", plain(text))
    return Reading(int(match[0])) if match else None
