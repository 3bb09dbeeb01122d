"""Names of companies in a list: where one ends, and which lines make it."""

import re
from collections.abc import Sequence

from extractors.kinds.tables.pieces import Piece
from extractors.layout import Script

LEGAL = (
    "有限责任公司|股份有限公司|有限公司|公司|集团(?![)）有股])|厂|研究院|研究所|设计院|大学|学院|中学|学校|合作社|中心|医院|事务所|"
    r"(?:普通合伙|有限合伙)\)|院"
)
COMPANY = rf"[一-鿿A-Za-z0-9()（）·]{{3,50}}?(?:{LEGAL})"


SHORTEST = 6
"""A company's name has so many characters, or more: 任公司 is the end of one."""


REST = re.compile(r"(?:股?份?有限|有?限?责任|限公司|任?公司)")
"""With what no name begins: the second line of one."""


def names_in(script: Script, column: Sequence[Piece]) -> list[list[Piece]]:
    """A column of companies cut into names: a name goes on until its legal form is reached."""
    cells: list[list[Piece]] = []
    for one in column:
        whole = bool(cells) and ends_whole(script, cells[-1])
        near = bool(cells) and one.box.y0 - cells[-1][-1].box.y1 < 1.2 * one.box.height
        rest = REST.match(text_in(script, [one])) is not None or (bool(cells) and _closes(script, cells[-1], one))  # of …集团, …研究院
        if cells and near and (rest or not whole):
            cells[-1].append(one)
        else:
            cells.append([one])
    return cells


CLOSING = re.compile(r"[^()]{0,8}\)")


def _closes(script: Script, cell: Sequence[Piece], one: Piece) -> bool:
    """Whether a line closes the bracket that the cell above it left open: «伙)» below «某某厂(普通合»."""
    text = text_in(script, cell)
    return text.count("(") > text.count(")") and CLOSING.match(text_in(script, [one])) is not None


def ends_whole(script: Script, cell: Sequence[Piece]) -> bool:
    """Whether a cell's text ends as a company's name does, perhaps with a bracket behind it."""
    return bool(re.search(rf"(?:{LEGAL})(?:[)）]|[(（][^)）]*[)）]?)?[;；、,，]?$", text_in(script, cell)))


def text_in(script: Script, cell: Sequence[Piece]) -> str:
    """What stands in a cell, one line behind the other."""
    return "".join(script.text[p.start : p.end] for p in cell)
