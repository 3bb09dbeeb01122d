"""Income statements: where they begin and end, what their columns are, which amounts they state.

Lines and columns follow 《一般企业财务报表格式》 (财会〔2019〕6号): an item, perhaps a note number, the
current and the prior period. A group prints its consolidated statement and the parent's own one behind
the other, or as columns side by side.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations

from extractors.exhibit import Fact
from extractors.kinds.tables.amounts import Span, amount_fact, row_amounts, row_text, unit_in
from extractors.layout import Script

ITEMS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "revenue_wan",
        (r"(?:[一二]?[、,.]?|其中:)营业收入", r"[一二]?[、,.]?营业总收入", r"[一二][、,.]?(?:主营业务|产品销售)收入"),
    ),
    ("rd_wan", (r"(?:其中:|[减加]:)?研[发究](?:与开发|开发)?(?:费用?|支出)",)),
    ("operating_profit_wan", (r"[二三四]?[、,.]?营业利润",)),
    ("profit_wan", (r"[三四五]?[、,.]?利润总额",)),
    ("net_profit_wan", (r"[四五六]?[、,.]?净利润",)),
)
"""Fields and the statement lines that state them, the line that says it best first."""

CURRENT = re.compile(r"本期|本年|本报告期|当期|当年")
PRIOR = re.compile(r"上期|上年|去年|上一年|前期")
YEARLY = re.compile(r"(20\d\d)年?度?(?:1[-—–~至]{1,2}12月)?(?:金额|数|发生额|累计数?)?")
TITLE = re.compile(
    r"(?:\d*[、.])?(?:20\d\d年?度?(?:1[-—–~至]+12月)?)?(?P<whose>合并及母公司|合并及公司|合并|母公司|公司)?(?:利润(?:及利润分配)?|损益)表"
    r"(?:\(续\)|\(20\d\d年度?\))?(?:会.{0,3}?0?2-?\d?表)?(?:编制单位.*|20\d\d年.*|(?:金额|货币)?单位[:;].*)?"
)
OTHER = re.compile(
    r"(?:20\d\d年?度?)?(?:合并及?|母公司|公司)*"
    r"(?:现金流量表|资产负债表|所有者权益变动表|股东权益变动表|财务报表附注)(?:\(续\))?"
)
FIRST_LINE = re.compile(r"[一二]?[、,.]?(?:营业总?收入|主营业务收入)")
LABEL_ENDS = re.compile(r"[“”\"'—-]*(?:以?[“”\"'—-]*号?填列|号填|亏损|损失|列)?\)?[“”\"'号填列)—-]*")
"""What may stand on the second row of a label: «“-”号填列)»."""

LONGEST = 130
"""A consolidated statement takes no more rows than this, wrapped labels included."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a statement: of which period and whose, and its middle and right end in points.

    `prior` is None where it holds no amounts that are asked for: notes, line numbers, a month.
    """

    prior: bool | None
    consolidated: bool | None
    middle: float
    right: float


@dataclass(frozen=True, slots=True)
class Statement:
    """A 利润表: its title's row, its rows, its columns of one kind of account, its unit and year."""

    title: int
    first: int
    last: int
    columns: tuple[Column, ...]
    unit: Decimal
    year: int | None
    consolidated: bool | None


def statements(script: Script) -> list[Statement]:
    """Every income statement on some pages; one with columns for group and parent is two."""
    found: list[Statement] = []
    for number in range(len(script.rows)):
        if TITLE.fullmatch(row_text(script, number)):
            found += _at(script, number)
    return found


def _at(script: Script, title: int) -> Iterator[Statement]:
    text = row_text(script, title)
    unit, year = unit_in(text), _year(text)
    header: list[int] = []
    number = title + 1
    while number < min(title + 12, len(script.rows)):
        text = row_text(script, number)
        if FIRST_LINE.match(text):
            break
        unit, year = unit or unit_in(text), year or _year(text)
        header.append(number)
        number += 1
    columns = _columns(script, header)
    unit = unit or _unit_elsewhere(script)
    if not columns or unit is None or number >= len(script.rows) or number - title >= 12:
        return
    last = _end(script, number)
    whose = _whose(row_text(script, title))
    for group in dict.fromkeys(c.consolidated for c in columns if c.prior is not None):
        own = tuple(c if c.consolidated == group else _blind(c) for c in columns)
        yield Statement(title, number, last, own, unit, year, whose if group is None else group)


def _unit_elsewhere(script: Script) -> Decimal | None:
    """The unit of the report's other statements, where a statement does not repeat it and they agree."""
    units = {unit for n in range(len(script.rows)) if (unit := unit_in(row_text(script, n))) is not None}
    return units.pop() if len(units) == 1 else None


def _blind(column: Column) -> Column:
    return Column(None, None, column.middle, column.right)


def _year(text: str) -> int | None:
    match = re.search(r"(20\d\d)年(?:度|1[-—–~至]{1,2}12月|1月[至—-]+12月|12月)", text)
    return int(match[1]) if match else None


def _whose(title: str) -> bool | None:
    return True if "合并" in title else (False if "公司" in title.split("编制单位")[0] else None)


def _end(script: Script, first: int) -> int:
    """Where the next statement begins, or the rows are too many for one."""
    for number in range(first + 1, min(first + LONGEST, len(script.rows))):
        text = row_text(script, number)
        continues = "(续)" in text
        if (OTHER.fullmatch(text) or TITLE.fullmatch(text)) and not continues:
            return number
    return min(first + LONGEST, len(script.rows))


def _columns(script: Script, header: Sequence[int]) -> tuple[Column, ...]:
    """The columns under a header: the lowest row that names periods, or whose they are, names them."""
    levels = [cells for cells in (_cells(script, n) for n in header) if cells]
    leaves = next((cells for cells in reversed(levels) if sum(map(_names_amounts, (c[0] for c in cells))) >= 2), [])
    if not leaves:
        return ()
    above = levels[levels.index(leaves) - 1] if levels.index(leaves) else []
    upper = [cell for cell in above if _names_amounts(cell[0])]
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
    whose = re.fullmatch(r"(?:合并|母公司|公司|本公司)(?:数|报表|金额)?", text)
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
    return True if "合并" in text else (False if "公司" in text else None)


def amounts(script: Script, statement: Statement, prefix: str = "") -> list[Fact]:
    """The amounts of the asked lines, current and prior period."""
    facts: list[Fact | None] = []
    for name, lines in ITEMS:
        for prior, span in _stated(script, statement, lines).items():
            field = f"{prefix}prior_{name}" if prior else f"{prefix}{name}"
            facts.append(amount_fact(script, field, span, statement.unit))
    return [fact for fact in facts if fact is not None]


def _stated(script: Script, statement: Statement, lines: Sequence[str]) -> dict[bool, Span]:
    """What the first of some lines that has amounts states, by period."""
    for pattern in lines:
        for number in range(statement.first, statement.last):
            match = re.match(pattern, row_text(script, number))
            rest = row_text(script, number)[match.end() :] if match else ""
            if match and (not rest or re.match(r"[\d(\-:(—一]", rest)):
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
