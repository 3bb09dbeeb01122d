"""Tables that companies put into a cell of the form: each row is one sentence, without the heads above it.

The year goes first, as sentences have it (2021年，首台（套）：“…”，省内), and the class before what it is the class of.
"""

import re
from collections.abc import Iterator

from extractors.forms.grid import Grid

_HEAD = re.compile(r"序\s*号|[一-龥（()）]{0,8}(?:名称|年度|年份|时间|日期|级别|等级|层级|类别|类型|种类|单位|部门|机构|编号|文号|备注|奖项|荣誉|平台|项目)")
_YEAR, _CLASS, _BESIDE = re.compile("年|时间|日期"), re.compile("类别|类型|种类"), re.compile("序|备注")


def named(head: str, cell: str) -> bool:
    """Whether a level is told by the whole name of what was given (省级工业互联网平台), not by a word (省级)."""
    return head.endswith(("级别", "等级", "层级")) and len(cell) > 4


def told_rows(table: Grid) -> Iterator[str]:
    """The rows of such a table, a line each; without heads every cell is told as it stands."""
    rows = [[c.text.strip() for c in sorted(table.cells, key=lambda c: c.column) if c.row == n] for n in sorted({c.row for c in table.cells})]
    heads = rows[0] if rows and all(_HEAD.fullmatch(cell) for cell in rows[0]) and len(rows[0]) > 1 else []
    if not heads:
        yield from ("，".join(cell for cell in row if cell) for row in rows)
        return
    for row in rows[1:]:
        told = [(head, cell) for head, cell in zip(heads, row, strict=False) if cell and not _BESIDE.match(head)]
        years = [f"{cell}年" if re.fullmatch(r"(?:19|20)\d\d", cell) else cell for head, cell in told if _YEAR.search(head)]
        classes = [f"{cell}：" for head, cell in told if _CLASS.search(head) and not any(cell in other for _, other in told if other != cell)]
        rest = [(head, cell) for head, cell in told if not _YEAR.search(head) and not _CLASS.search(head)]
        said = "".join(("认定为" if named(head, cell) else "，") + cell for head, cell in rest).removeprefix("，")
        yield "，".join((*years, "".join(classes) + said))
