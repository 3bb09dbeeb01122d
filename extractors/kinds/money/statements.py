"""Income statements: where they begin and end, whose they are, in which unit and for which year.

Lines and columns follow 《一般企业财务报表格式》 (财会〔2019〕6号): an item, perhaps a note number, the
current and the prior period. A group prints its consolidated statement and the parent's own one behind
the other, or as columns side by side.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from extractors.kinds.money.halves import in_halves
from extractors.kinds.money.statement_columns import Column, columns_under
from extractors.kinds.tables.amounts import row_text, unit_in
from extractors.layout import Script

TITLE = re.compile(
    r"(?:\d*[、.])?(?:20\d\d年?度?(?:1[-—–~至]+12月)?)?(?P<whose>合并及母公司|合并及公司|合并|母公司|公司)?(?:利润(?:及利润分配)?|损益)表"
    r"(?:\(续\)|\(20\d\d年度?\))?(?:会.{0,3}?0?2-?\d?表)?(?:编制单位.*|20\d\d年.*|(?:金额|货币)?单位[:;].*)?"
)

OTHER = re.compile(
    r"(?:20\d\d年?度?)?(?:合并及?|母公司|公司)*"
    r"(?:现金流量表|资产负债表|所有者权益变动表|股东权益变动表|财务报表附注)(?:\(续\))?"
)

FIRST_LINE = re.compile(r"[一二]?[、,.]?(?:营业总?收入|主营业务收入)")

LONGEST = 130
"""A consolidated statement takes no more rows than this, wrapped labels included."""


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
    columns = columns_under(script, header)
    unit = unit or _unit_elsewhere(script)
    if not columns or unit is None or number >= len(script.rows) or number - title >= 12:
        return
    last = _end(script, number)
    whose = _whose(row_text(script, title))
    halves = 1 + any(in_halves(script, n) for n in header)
    for group in dict.fromkeys(c.consolidated for c in columns if c.prior is not None):
        if sum(c.consolidated == group and c.prior is False for c in columns) > halves:
            continue  # a head over them could not be read: nobody can tell whose these amounts are
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
