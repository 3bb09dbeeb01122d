"""Which lines of a column belong to which row of a table, told by their heights alone.

Cells wrap and cells are merged; scans carry no rules that could be trusted. What is left is where
the lines stand: a cell's lines lie around the middle of its row, or begin at its top, and a merged
cell stands in the middle of the rows that it covers. Both are the same question: cut one sequence
into stretches that fit another one best.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

EMPTY = 0.35
"""What a row without a line costs, in line heights: a little, so that lines rather spread than crowd."""


SEVERAL = 4
"""So many lines say how much their column has sunk."""

SLIGHT = 0.15
"""What is less than so much of the way to the next row is no slope."""

NEVER = float("inf")


@dataclass(frozen=True, slots=True)
class Span:
    """Something that takes up height: its first line's middle and its own middle.

    `guessed`: nothing was read that says so, but numbers skip.
    """

    top: float
    middle: float
    guessed: bool = False


def span_of(middles: Sequence[float]) -> Span:
    """The span of some lines, from their middles."""
    return Span(middles[0], (middles[0] + middles[-1]) / 2)


def spread(lines: Sequence[float], rows: Sequence[Span], height: float) -> list[list[int]]:
    """For each row the lines that are its own, by their places in `lines`; the better fit of the two.

    Args:
        lines: middles of a column's lines from top to bottom.
        rows: where the rows stand.
        height: height of a line, the unit of what a bad fit costs.
    """
    slope = tilt(lines, rows)
    level = [line - slope for line in lines]
    cuts = [_cut(of, rows, height, by_top=by_top) for of in ((lines, level) if slope else (lines,)) for by_top in (False, True)]
    return min(cuts, key=lambda found: found[0])[1]


def tilt(lines: Sequence[float], rows: Sequence[Span]) -> float:
    """How much lower than its row a column's usual line stands, in points: a page that leans lets a column sink."""
    if len(lines) < SEVERAL or len(rows) < SEVERAL:
        return 0.0
    nearest = (min((line - row.middle for row in rows), key=abs) for line in lines)
    slope = median(nearest)
    pitch = (rows[-1].middle - rows[0].middle) / (len(rows) - 1)
    return slope if SLIGHT * pitch < abs(slope) else 0.0


def _cut(
    lines: Sequence[float], rows: Sequence[Span], height: float, *, by_top: bool
) -> tuple[float, list[list[int]]]:
    """The cheapest way to cut the lines into one stretch a row, stretches may be empty."""
    if len(lines) == len(rows):  # any other way leaves a row empty
        each = sum(_misfit([line], row, height, by_top) for line, row in zip(lines, rows, strict=True))
        if each < EMPTY:
            return each, [[number] for number in range(len(rows))]
    best: list[tuple[float, list[int]]] = [(0.0, [])]
    best += [(NEVER, []) for _ in lines]
    for row in rows:
        new: list[tuple[float, list[int]]] = []
        for end in range(len(lines) + 1):
            choices = [
                (best[start][0] + _misfit(lines[start:end], row, height, by_top), [*best[start][1], end])
                for start in range(max(0, end - 8), end + 1)
                if best[start][0] < NEVER
            ]
            new.append(min(choices, default=(NEVER, [])))
        best = new
    cost, ends = best[len(lines)]
    starts = [0, *ends[:-1]] if ends else []
    return cost, [list(range(a, b)) for a, b in zip(starts, ends, strict=True)] or [[] for _ in rows]


def _misfit(lines: Sequence[float], row: Span, height: float, by_top: bool) -> float:
    if not lines:
        return EMPTY
    away = abs(lines[0] - row.top) if by_top else abs((lines[0] + lines[-1]) / 2 - row.middle)
    return away / height


def merged(cells: Sequence[float], rows: Sequence[Span], carried: bool) -> list[int] | None:
    """For each row the cell that covers it, -1 for one carried over from the page before.

    None where the cells do not stand in the middle of stretches that cover all rows: then gaps
    between them are blanks, not merged cells.
    """
    if not cells or len(rows) < 2:
        return None
    pitch = (rows[-1].middle - rows[0].middle) / (len(rows) - 1) or 1.0
    middles = [row.middle for row in rows]
    found = _tiled(cells, middles, carried)
    return found[1] if found is not None and found[0] <= 0.3 * pitch else None


def _tiled(cells: Sequence[float], rows: Sequence[float], carried: bool) -> tuple[float, list[int]] | None:
    """The tiling whose worst cell is nearest to the middle of its rows, and how far off it is."""
    first = range(len(rows)) if carried else (0,)
    best: dict[int, tuple[float, list[int]]] = {start: (0.0, [-1] * start) for start in first}
    for number, cell in enumerate(cells):
        new: dict[int, tuple[float, list[int]]] = {}
        for start, (worst, cover) in best.items():
            for end in range(start + 1, len(rows) + 1):
                off = max(worst, abs(cell - (rows[start] + rows[end - 1]) / 2))
                if end not in new or off < new[end][0]:
                    new[end] = (off, [*cover, *[number] * (end - start)])
        best = new
    return best.get(len(rows))
