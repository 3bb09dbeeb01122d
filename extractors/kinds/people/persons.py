"""Persons as they are listed: names, perhaps masked, and the months that go with them.

Only what is printed of an identity number is kept, and that is masked on the papers that we ask for.
"""

import re

from extractors.exhibit import Row
from extractors.kinds.kind import Reading
from extractors.kinds.tables.grid import Grid, grid_rows
from extractors.layout import Script
from extractors.plain import plain

NAME = re.compile(r"[一-鿿]{1,4}(?:·[一-鿿]{1,8})*[*＊]{0,2}[一-鿿]?")


def person_alone(text: str) -> Reading | None:
    """A person's name, perhaps masked (章*远), and nothing beside it."""
    bare = re.sub(r"\s", "", plain(text))
    return Reading(bare) if NAME.fullmatch(bare) and 2 <= len(bare) <= 15 and bare not in NOBODY else None


NOBODY = ("姓名", "合计", "总计", "小计", "序号", "备注", "以下空白", "男", "女")


def month(text: str) -> Reading | None:
    """A month as 2021-12, whether it is written 202112, 2021-12 or 2021年12月."""
    cleaned = re.sub(r"\s", "", plain(text))
    match = re.search(r"(20\d\d)(?:年|[-./])?(0[1-9]|1[0-2]|[1-9](?=月))", cleaned)
    return Reading(f"{match[1]}-{int(match[2]):02d}") if match else None


def lists_persons(grid: Grid, script: Script) -> bool:
    """Whether a page without title goes on with a table: it repeats the heads, or lists persons."""
    if any(True for _ in grid_rows(script, grid)):
        return True
    named = 0
    for number in range(len(script.rows)):
        start, end = script.row_span(number)
        cells = script.text[start:end].split("\t")
        named += len(cells) >= 3 and cells[0].isdigit() and any(person_alone(cell) for cell in cells[1:3])
    return named >= 2


SOME = 3
"""A numbered row without a name is a person's where it has more cells than this."""


def of_somebody(row: Row) -> bool:
    """Whether a row is about a person: one whose name could not be read still counts."""
    return row.get("person") is not None or (row.get("sequence") is not None and len(row.facts) > SOME)
