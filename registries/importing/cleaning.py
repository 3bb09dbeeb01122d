"""The cells of a column, cleaned: runs of space become one, and what a spreadsheet could not work out is blank.

Most columns need no cleaning at all; whether one does is asked of all its cells at once.
"""

from collections.abc import Sequence

from registries.importing.workbook import ERRORS, NO_VALUE

_NO_VALUES = frozenset({NO_VALUE, *ERRORS})
_BETWEEN = "¦"
"""Stands between the cells while they are looked at; one that holds it itself is cleaned like any other."""


def clean(cells: Sequence[str]) -> Sequence[str]:
    """Cells without spaces at their edges and with one at most between words.

    Args:
        cells: the cells of a column.
    """
    text = f"{_BETWEEN}{_BETWEEN.join(cells)}{_BETWEEN}"
    # Of all that str.split takes for a space, ASCII's own alone is printable.
    spaced = "  " in text or f" {_BETWEEN}" in text or f"{_BETWEEN} " in text
    return [" ".join(cell.split()) for cell in cells] if spaced or not text.isprintable() else cells


def without_values(cells: Sequence[str], place: int) -> tuple[Sequence[str], dict[int, str]]:
    """Empties cells that hold an error, or a formula without value.

    Args:
        cells: the cells of a column.
        place: which column of the file it is, from 0.

    Returns:
        The cells, and of each that was emptied what to tell about it.
    """
    if _NO_VALUES.isdisjoint(cells):
        return cells, {}
    told = {at: _telling(text, place) for at, text in enumerate(cells) if text in _NO_VALUES}
    return ["" if at in told else text for at, text in enumerate(cells)], told


def _telling(text: str, place: int) -> str:
    told = "是公式且没有保存计算结果" if text == NO_VALUE else f"是错误值 {text}"
    return f"第{place + 1}列{told}，按空白处理"
