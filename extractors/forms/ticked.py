"""Boxes to be ticked in a cell of a form on paper, as they are seen."""

import re
from collections.abc import Sequence
from statistics import median

import numpy as np
from numpy.typing import NDArray

from extractors.forms.squares import Square, squares
from extractors.forms.written import Char, text_of_rows
from extractors.geometry import Box

SURE = 0.8
"""From this confidence on a character is taken for what the reader says, not for a box."""

_FRAMED = "国回因图园圆固围团"

_BOXLIKE = "口囗日回曰目田四凶区可囚☑☐□■▢◻√✓vV○O0DCUnN7NMZ[]【】()（）"
"""What readers make of a box to be ticked, empty or ticked."""

TICKED = ("ticks", "choice")
"""Types of fields whose options may have boxes."""

Options = Sequence[tuple[str, ...]]


def to_be_ticked(text: str, options: Options) -> bool:
    """Whether a cell prints options: several of one field's, so that its squares are boxes."""
    bare = re.sub(r"\s", "", text)
    return any(sum(re.sub(r"[（(].*", "", o) in bare for o in of_one) >= 2 for of_one in options)


def ticked(rows: Sequence[Sequence[Char]], cell: Box, grey: NDArray[np.uint8], scale: float) -> str:
    """The cell's text with its boxes as they are seen, whatever sign a reader made of them."""
    size = median(c.box.width for row in rows for c in row if c.char.strip())  # lines are read too high
    area = Box(cell.x0 + 2, cell.y0 + 1.5, cell.x1 - 2, cell.y1 - 1.5)
    seen = _boxes(list(squares(grey, area, size, scale)), rows, size)
    if not seen:
        return text_of_rows(rows, cell)
    rows_of_signs: list[list[Char]] = []
    for row in rows:
        middle = median(c.box.middle for c in row)
        own = [s for s in seen if abs(s.box.middle - middle) < 0.6 * size]
        kept = [c for c in row if not (c.char in _BOXLIKE and any(_over(c.box, s.box, size) for s in own))]
        marks = [Char("☑" if s.ticked else "□", s.box, 1.0) for s in own]
        rows_of_signs.append(sorted([*kept, *marks], key=lambda c: (c.box.x0 + c.box.x1) / 2))
    return text_of_rows(rows_of_signs, cell)


def _boxes(found: Sequence[Square], rows: Sequence[Sequence[Char]], size: float) -> list[Square]:
    """The squares that are boxes: of one size, and not a character with a frame, 国 above all."""
    usual = median(s.box.width for s in found) if found else 0.0
    even = [s for s in found if abs(s.box.width - usual) < 0.2 * usual]
    letters = [c for row in rows for c in row if c.char not in _BOXLIKE and c.sure > SURE]
    framed = [c for row in rows for c in row if c.char in _FRAMED and c.sure > SURE]
    kept = [s for s in even if not any(_apart(c.box, s.box) < 0.3 * size for c in letters)]
    for letter in framed:
        near = [
            s
            for s in kept
            if -1.2 * size < _middle(s.box) - _middle(letter.box) < 0.6 * size
            and abs(s.box.middle - letter.box.middle) < 0.6 * size
        ]
        if near:
            kept.remove(max(near, key=lambda s: s.box.x0))
    return kept


def _middle(box: Box) -> float:
    return (box.x0 + box.x1) / 2


def _apart(a: Box, b: Box) -> float:
    return max(abs(_middle(a) - _middle(b)), abs(a.middle - b.middle))


def _over(box: Box, square: Box, size: float) -> bool:
    middle, own = (box.x0 + box.x1) / 2, (square.x0 + square.x1) / 2
    return abs(middle - own) < 0.55 * size and abs(box.middle - square.middle) < 0.7 * size
