"""The columns of an income statement: of which period they are, and whose."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extractors.layout import Script

CURRENT = re.compile(r"本期|本年|本报告期|当期|当年")

PRIOR = re.compile(r"上期|上年|去年|上一年|前期")

GROUP = re.compile(r"合[并井开升弁]|[^及]并$")
"""Whose a column is: 合并, as it is printed and as it is misread."""

YEARLY = re.compile(r"(20\d\d)年?度?(?:1[-—–~至]{1,2}12月)?(?:金额|数|发生额|累计数?)?")


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a statement: of which period and whose, and its middle and right end in points.

    `prior` is None where it holds no amounts that are asked for: notes, line numbers, a month.
    """

    prior: bool | None
    consolidated: bool | None
    middle: float
    right: float


def columns_under(script: Script, header: Sequence[int]) -> tuple[Column, ...]:
    """The columns under a header: the lowest row that names periods, or whose they are, names them."""
    levels = [cells for cells in (_cells(script, n) for n in header) if cells]
    leaves = next((cells for cells in reversed(levels) if sum(map(_names_amounts, (c[0] for c in cells))) >= 2), [])
    if not leaves:
        return ()
    above = levels[max(0, levels.index(leaves) - 2) : levels.index(leaves)]
    upper = next((named for cells in reversed(above) if (named := [c for c in cells if _names_amounts(c[0])])), [])
    amounts = [cell for cell in leaves if _names_amounts(cell[0])]
    newest = max((int(m[1]) for text, _, _ in (*leaves, *upper) if (m := YEARLY.fullmatch(text))), default=0)
    columns = []
    for text, middle, right in leaves:
        full = text
        if (text, middle, right) in amounts and upper:
            full += "|" + upper[amounts.index((text, middle, right)) * len(upper) // len(amounts)][0]
        columns.append(Column(_prior(full, newest), _group(full), middle, right))
    return tuple(columns) if any(c.prior is False for c in columns) else ()


def _cells(script: Script, number: int) -> list[tuple[str, float, float]]:
    """The cells of a header row: what they say, their middle and their right end."""
    start, end = script.row_span(number)
    found = []
    for match in re.finditer(r"[^\t]+", script.text[start:end]):
        glyphs = script.glyphs(start + match.start(), start + match.end())
        left, right = glyphs[0].box.x0, glyphs[-1].box.x1
        found.append((match[0], (left + right) / 2, right))
    return found


def _names_amounts(text: str) -> bool:
    whose = re.fullmatch(rf"(?:{GROUP.pattern}|母公司|公司|本公司)(?:数|报表|金额)?", text)
    named = CURRENT.search(text) or PRIOR.search(text)
    return bool(whose or (named and len(text) <= 12) or YEARLY.fullmatch(text))


def _prior(text: str, newest: int) -> bool | None:
    if "本月" in text or "%" in text or "增减" in text:
        return None
    if PRIOR.search(text):
        return True
    if CURRENT.search(text):
        return False
    years = [int(m[1]) for part in text.split("|") if (m := YEARLY.fullmatch(part))]
    return years[0] != newest if years else None


def _group(text: str) -> bool | None:
    return True if GROUP.search(text) else (False if "公司" in text else None)
