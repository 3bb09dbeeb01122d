"""Which cell of a list belongs to which row: cells cover rows, companies have several products, readers miss some.

What was read beside a company that was not is nobody else's: a product is rather lost than given away.
"""

from collections.abc import Iterator, Sequence

from extractors.exhibit import Fact, Row
from extractors.kinds.tables.pieces import Piece, middle, stuck
from extractors.kinds.tables.tiling import Span, merged, spread
from extractors.layout import Script
from extractors.page import TEXT

SOME = 4
"""Of so many rows or more, one that differs from all others is rather misread than meant so."""

COVERING = ("holder", "region", "level", "grade", "category")
"""Columns whose cells are merged over several rows; an empty cell of any other is a blank."""

Cell = list[Piece] | Fact | None
"""A cell's pieces, a fact carried over from the page before, or a blank."""


def over_rows(
    script: Script, name: str, column: Sequence[Piece], rows: Sequence[Span], last: Row | None
) -> list[Cell]:
    """The cell of each row in one column."""
    height = sorted(p.box.height for p in column)[len(column) // 2]
    found = spread([p.box.middle for p in column], rows, height)
    spreaded: list[Cell] = [[column[i] for i in places] or None for places in found]
    if name not in COVERING or all(spreaded):
        return spreaded
    cells = stuck(script, column)
    carried = last.get(name) if last is not None else None
    cover = merged([middle(c) for c in cells], rows, carried is not None)
    if cover is not None:
        return [carried if at < 0 else cells[at] for at in cover]
    blank = sum(cell is None and not row.guessed for cell, row in zip(spreaded, rows, strict=True))
    if name not in ("holder", "region") or (_seen(script, column[0]) and blank == 1 and len(rows) >= SOME):
        return spreaded
    # What stands beside no first row stands in the middle of its rows: which ones they are is not known then.
    return _filled(spreaded, rows) if spreaded[0] is not None or last is not None else spreaded


def _filled(cells: list[Cell], rows: Sequence[Span]) -> list[Cell]:
    """A company or a place that is printed once, at the top of its rows, is that of the rows below."""
    below = [next((c for c in reversed(cells[: i + 1]) if c is not None), None) for i in range(len(cells))]
    return [cell if row.guessed else filled for cell, filled, row in zip(cells, below, rows, strict=True)]


def _seen(script: Script, one: Piece) -> bool:
    """Whether a piece was read off pixels: then a blank may be a cell that nobody could read."""
    return script.glyphs(one.start, one.end)[0].origin != TEXT


def its_own(
    script: Script, groups: Sequence[dict[str, Cell]], rows: Sequence[Span]
) -> Iterator[dict[str, Cell]]:
    """Each row's cells without a product that may be another company's.

    In a list where every company has one product, a second one at the height of a row of its own is
    left of a row of which nothing else could be read.
    """
    titles = [cell for group in groups if isinstance(cell := group.get("title"), list)]
    several = [cell for cell in titles if len(stuck(script, cell)) > 1]
    lonely = len(several) == 1 and len(titles) >= SOME and _seen(script, several[0][0])
    for group, row in zip(groups, rows, strict=True):
        title = group.get("title")
        if lonely and title is several[0] and isinstance(title, list):
            parts = stuck(script, title)
            near = 0.3 * (parts[1][0].box.middle - parts[0][-1].box.middle)
            level = (part for part in parts if abs(middle(part) - row.middle) < near)
            group = {**group, "title": next(level, title)}
        yield group


def subdivided(script: Script, group: dict[str, Cell]) -> Iterator[dict[str, Cell]]:
    """One row, or one for each product where a row lists several of one company."""
    title = group.get("title")
    parts = stuck(script, title) if isinstance(title, list) else []
    if len(parts) < 2:
        yield group
        return
    for number, part in enumerate(parts):
        yield {
            name: part if name == "title" else _share(script, cell, number, len(parts))
            for name, cell in group.items()
        }


def _share(script: Script, cell: Cell, number: int, parts: int) -> Cell:
    """A product's own part of a neighbouring cell, where that has as many parts; else all of it."""
    own = stuck(script, cell) if isinstance(cell, list) else []
    return own[number] if len(own) == parts else cell
