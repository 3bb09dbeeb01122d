"""The amounts that an income statement states, line by line, under the columns that they stand nearest to."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations

from extractors.exhibit import Fact
from extractors.kinds.money.statement_columns import Column
from extractors.kinds.money.statements import Statement
from extractors.kinds.tables.amounts import Span, amount_fact, row_amounts, row_text
from extractors.layout import Script

ITEMS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "revenue_wan",
        (r"(?:[一二]?[、,.]?|其中:)营业收入(?:合计|总额|净额)?", r"[一二]?[、,.]?营业总收入", r"[一二][、,.]?(?:主营业务|产品销售)收入"),
    ),
    ("rd_wan", (r"(?:其中:|[减加]:)?研[发究](?:与开发|开发)?(?:费用?|支出)",)),
    ("operating_profit_wan", (r"[二三四]?[、,.]?营业利润",)),
    ("profit_wan", (r"[三四五]?[、,.]?利润总额",)),
    ("net_profit_wan", (r"[四五六]?[、,.]?净利润",)),
)
"""Fields and the statement lines that state them, the line that says it best first."""

LABEL_ENDS = re.compile(r"[“”\"'—-]*(?:以?[“”\"'—-]*号?填列|号填|亏损|损失|列)?\)?[“”\"'号填列)—-]*")
"""What may stand on the second row of a label: «“-”号填列)»."""


def amounts(script: Script, statement: Statement, prefix: str = "") -> list[Fact]:
    """The amounts of the asked lines, current and prior period."""
    facts: list[Fact | None] = []
    for name, lines in ITEMS:
        for prior, span in _stated(script, statement, lines).items():
            field = f"{prefix}prior_{name}" if prior else f"{prefix}{name}"
            fact = amount_fact(script, field, span, statement.unit)
            facts.append(_as_cost(fact) if fact is not None and name == "rd_wan" else fact)
    return [fact for fact in facts if fact is not None]


def _as_cost(fact: Fact) -> Fact:
    """Some firms print what is deducted in brackets: that is no income."""
    return replace(fact, value=abs(float(fact.value)))


def _stated(script: Script, statement: Statement, lines: Sequence[str]) -> dict[bool, Span]:
    """What the first of some lines that has amounts states, by period."""
    for pattern in lines:
        for number in range(statement.first, statement.last):
            match = re.match(pattern, row_text(script, number))
            rest = row_text(script, number)[match.end() :] if match else ""
            rest = re.sub(r"^(?:[A-Z][A-Za-z&'’\-]*[:.,]?|of|and|from|for|the)+(?=[\d(\-(—]|$)", "", rest)  # two languages
            if match and (not rest or re.match(r"[\d(\-:(—一二三四五六七八九十附注]", rest)):
                found = _line(script, number, statement)
                if found:
                    return found
    return {}


def _line(script: Script, number: int, statement: Statement) -> dict[bool, Span]:
    """The amounts of one line, which a wrapped label may push one row down."""
    found = _by_period(script, number, statement)
    below = number + 1
    if not found and below < statement.last:
        label = re.sub(r"[\d,.()-]+$", "", row_text(script, below))
        if LABEL_ENDS.fullmatch(label):
            found = _by_period(script, below, statement)
    return found


def _by_period(script: Script, number: int, statement: Statement) -> dict[bool, Span]:
    """The amounts of a row under the columns that they stand nearest to, all together and in their order."""
    spans = row_amounts(script, number)
    ends = [(glyphs[0].box.x0, glyphs[-1].box.x1) for glyphs in (script.glyphs(*span) for span in spans)]
    if len(spans) > len(statement.columns):
        columns = [min(statement.columns, key=lambda c: _away(c, *end)) for end in ends]
    else:
        columns = list(
            min(
                combinations(statement.columns, len(spans)),
                key=lambda chosen: sum(_away(c, *end) for c, end in zip(chosen, ends, strict=True)),
            )
        )
    found: dict[bool, Span] = {}
    for span, column in zip(spans, columns, strict=True):
        if column.prior is not None:
            found.setdefault(column.prior, span)
    return found


def _away(column: Column, left: float, right: float) -> float:
    """How far an amount stands from under a column's head; amounts are aligned right or centred."""
    return min(abs(column.right - right), abs(column.middle - (left + right) / 2))
