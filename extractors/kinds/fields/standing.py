"""Facts that stand alone, without a label: a date above a seal, a document number, a row of a title."""

import re
from collections.abc import Iterator

from extractors.exhibit import Fact
from extractors.kinds.fields.days import dated, month_or_day
from extractors.kinds.fields.facts import make_fact
from extractors.kinds.fields.texts import text_of
from extractors.kinds.kind import Found, Parse
from extractors.layout import Script

DATE_ROW = re.compile(
    r"(?:\d{4}年\d{1,2}月(?:\d{1,2}日)?|\d{4}[-./]\d{1,2}[-./]\d{1,2}|[一二〇○0零]{2}[一二三四五六七八九〇○零]{2}年[一二三四五六七八九十]{1,3}月(?:[一二三四五六七八九十]{1,3}日)?)"
)


BROKEN_DATE = re.compile(r"[0-9A-Za-z]{3,4}年[0-9A-Za-z月日]{3,7}")
"""A date with a character that was missed or misread: 219年11月30日, 2022年06120日, 2021年08月64日."""


def last_date(script: Script, name: str) -> Fact | None:
    """The last date that has a cell for itself: the day on which the paper was signed.

    None where that cell could not be read: another date of the paper is not that day.
    """
    for span in _dates(script):
        return make_fact(script, name, month_or_day, [span])
    return None


def signed_day(script: Script) -> Found:
    """The day on which the paper was signed, where that is all that its labels do not say."""
    date = last_date(script, "date")
    return Found((date,) if date is not None else ())


def broken_date(script: Script) -> tuple[int, int] | None:
    """Where the day stands on which the paper was signed, if it could not be read."""
    span = next(_dates(script), None)
    text = script.text[slice(*span)] if span is not None else ""
    return None if dated(text) is not None or text.endswith("月") else span


def _dates(script: Script) -> Iterator[tuple[int, int]]:
    """The cells that hold nothing but a date, whole or broken, from the last to the first."""
    for number in range(len(script.rows) - 1, -1, -1):
        start, end = script.row_span(number)
        for match in reversed(list(re.finditer(r"[^\t]+", script.text[start:end]))):
            if DATE_ROW.fullmatch(match[0]) or BROKEN_DATE.fullmatch(match[0]):
                yield start + match.start(), start + match.end()


def signed_by(script: Script, pattern: str, before: str = "") -> Fact | None:
    """Who signed: the last cell that is nothing but a name of that form, or such a name behind a label.

    Args:
        script: the text.
        pattern: what the whole name looks like.
        before: labels that may stand before it in its cell.
    """
    labels = re.compile(rf"^(?:{before})[:;]") if before else None
    for match in reversed(list(re.finditer(r"[^\t\n]+", script.text))):
        name = labels.sub("", match[0]) if labels else match[0]
        if re.fullmatch(rf"(?:{pattern})(?:\(盖?章\))?", name):
            return make_fact(script, "issuer", text_of, [(match.end() - len(name), match.end())])
    return None


def matched(script: Script, name: str, parse: Parse, pattern: str) -> Fact | None:
    """The first stretch within a row that a pattern with a group `v` finds."""
    for match in re.finditer(pattern, script.text):
        fact = make_fact(script, name, parse, [match.span("v")])
        if fact is not None:
            return fact
    return None
