"""Whom a notice lists: every row is read, whoever it names."""

import re
from dataclasses import replace

from extractors.exhibit import Row
from extractors.kinds.tables.companies import COMPANY
from extractors.kinds.tables.table import list_rows
from extractors.layout import Script

LEVELS = (("国际", r"国际"), ("国内", r"国内"), ("省内", r"省内"))


def notice_rows(script: Script) -> list[Row]:
    """Every row of the notice's lists, the levels of first sets in one spelling."""
    return [_levelled(row) for row in list_rows(script)]


def _levelled(row: Row) -> Row:
    """First sets: the list's own word for the level becomes 国际, 国内 or 省内."""
    facts = []
    for fact in row.facts:
        if fact.name == "level":
            level = next((name for name, p in LEVELS if re.search(p, str(fact.value))), str(fact.value))
            fact = replace(fact, value=level)
        facts.append(fact)
    return Row(tuple(facts))


def lists_on(script: Script) -> bool:
    """A page of a list that prints no heads again: several rows, each with a company or a number of its own."""
    rows = list(list_rows(script))
    if len(rows) >= 2:
        return True
    numbers = [int(m[0]) for n in range(len(script.rows))
        if (m := re.match(r"\d{1,4}(?=\t|[.、]|[一-鿿])", _row(script, n)))]
    named = sum(bool(re.search(rf"{COMPANY}(?:\t|$)", _row(script, n))) for n in range(len(script.rows)))
    counted = len(numbers) >= 2 and all(b == a + 1 for a, b in zip(numbers, numbers[1:], strict=False))
    return named >= 1 and (counted or bool(numbers and numbers[0] > 1))


def _row(script: Script, number: int) -> str:
    return script.text[slice(*script.row_span(number))]
