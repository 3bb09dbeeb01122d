"""The pieces of a row, cut at its wide gaps, and how far apart rows and pieces stand."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from extractors.geometry import Box, around
from extractors.layout import Script
from extractors.rows import ems


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of one row's text."""

    start: int
    end: int
    box: Box


@lru_cache(maxsize=256)  # a row is asked for with each of those above it
def pieces(script: Script, number: int) -> tuple[Piece, ...]:
    """The pieces of a row, cut at its wide gaps."""
    start, end = script.row_span(number)
    spans = [(start + m.start(), start + m.end()) for m in re.finditer(r"[^\t]+", script.text[start:end])]
    return tuple(piece(script, a, b) for a, b in spans)


def piece(script: Script, start: int, end: int) -> Piece:
    """A stretch of the script with its box."""
    return Piece(start, end, around(g.box for g in script.glyphs(start, end)))


def em(script: Script, column: Sequence[Piece]) -> float:
    """The width of a Chinese character in a column, in points: detectors draw lines taller than they are, not wider."""
    widths = sorted(one.box.width / ems(script.text[one.start : one.end]) for one in column)
    return widths[len(widths) // 2]


LEADING = 1.7
"""Lines that stand further apart than so many characters are wide are no lines of one paragraph."""

APART = 4.0
"""A gap of more than this many characters below a row, wider than those above it, ends its table."""

WIDER = 1.5
"""So many times as wide as any gap above."""


SUBTOTAL = re.compile(r"[一-鿿]{0,8}?(?:小计|合计|总计|共计)[:;]?共?[\d,.%家个项户名人万元亩]*")
"""How many a city or department has, printed between its rows and those of the next."""


def is_subtotal(script: Script, number: int) -> bool:
    """Whether a row counts those above it and lists nobody."""
    return SUBTOTAL.fullmatch(script.text[slice(*script.row_span(number))].replace("\t", "")) is not None


def gap_above(script: Script, number: int) -> float:
    """The space between a row and the one above it, in points."""
    return script.rows[number].box.y0 - script.rows[number - 1].box.y1


def apart(script: Script, number: int, widest: float) -> bool:
    """Whether a row stands too far below the one above to be of its table; `widest` is the widest gap so far."""
    above = script.rows[number - 1]
    return gap_above(script, number) > max(APART * (above.em if widest else above.height), WIDER * widest)


def stuck(script: Script, column: Sequence[Piece]) -> list[list[Piece]]:
    """Pieces that stand as close below each other as the lines of a paragraph."""
    cells: list[list[Piece]] = []
    for one in column:
        if cells and one.box.middle - cells[-1][-1].box.middle < LEADING * em(script, (cells[-1][-1], one)):
            cells[-1].append(one)
        else:
            cells.append([one])
    return cells


def middle(cell: Sequence[Piece]) -> float:
    """The height at which a cell stands: the middle between its first and its last line."""
    return (cell[0].box.middle + cell[-1].box.middle) / 2


def shared_width(a: Box, b: Box) -> float:
    """How wide two boxes stand above each other, in points; below zero where they stand apart."""
    return min(a.x1, b.x1) - max(a.x0, b.x0)


UPPER = 8
"""The upper line of a head has no more characters than this."""


def between(script: Script, above: int, below: int) -> bool:
    """Whether a row holds but the upper lines of heads that stand between those of the row below it."""
    heads_below = pieces(script, below)
    upper = pieces(script, above)
    short = all(p.end - p.start <= UPPER for p in upper)
    return short and all(shared_width(p.box, head.box) <= 0 for p in upper for head in heads_below)
