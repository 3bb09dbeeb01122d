"""Tables of a kind's own: which columns it has, and the rows below them over as many pages as they go.

The recipe: a row of known heads names the columns; what stands below is placed under them; the cells of
the column that no row lacks (a serial number, a person, an amount) say where the rows are; wrapped cells
are put together. A table goes on over pages until something ends it.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from extractors.exhibit import Row
from extractors.geometry import around
from extractors.kinds.columns import Head, Piece, piece, pieces, placed
from extractors.kinds.facts import make_fact
from extractors.kinds.kind import Parse
from extractors.kinds.parsing import text_of
from extractors.kinds.tiling import Span, spread
from extractors.layout import Script

ENDS = (
    r"^(?:合\t?计|总\t?计|金额合计|注[:1]|备注[:]|说明|制表|填表|审核|单位\(|本(?:证明|表|名册)|打印|[授查验][一-鿿]{1,2}码|"
    r"以上|特此|\d{4}年\d{1,2}月\d{1,2}日$|[一二三四五六七]、)"
)
"""What ends a table: its total, a note, a signature."""

TOUCHING = 0.5
"""Heads that are further apart than this many character heights are two, if that makes them known."""

PAGE_NUMBER = re.compile(r"^(?:第?\d{1,3}页?(?:[/,(]?共?\d{1,3}页?\)?)?|[-—]\d{1,3}[-—])$")
"""A page's number parts a table and does not end it."""

APART = 4.0
"""A gap of more than this many character heights below a row ends its table."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A column that a kind knows: its field, what its head says, how its cells are read."""

    name: str
    pattern: str
    parse: Parse = text_of


@dataclass(frozen=True, slots=True)
class Grid:
    """A kind's table: its columns, those that every row has (the first that is there counts its rows)."""

    headings: tuple[Heading, ...]
    anchors: tuple[str, ...]
    least: int = 3
    ends: str = ENDS


def grid_rows(script: Script, grid: Grid) -> Iterator[Row]:
    """Every row of every such table on the pages."""
    columns: list[Head] = []
    number = 0
    while number < len(script.rows):
        found, taken = _heads(script, number, grid)
        if found:
            columns = found
            number += taken
            continue
        body = _body(script, number, grid) if columns else range(number, number + 1)
        if columns:
            yield from _rows(script, body, columns, grid)
        if columns and body.stop < len(script.rows) and _ends(script, body.stop, grid):
            columns = []
        number = max(body.stop, number + 1)


def _heads(script: Script, number: int, grid: Grid) -> tuple[list[Head], int]:
    """The columns that a row names, and how many rows their heads take: as many as name the most."""
    best: tuple[list[Head], int] = ([], 0)
    for taken in (1, 2, 3):
        if number + taken > len(script.rows) or not _close(script, number, taken):
            break
        # A line of text above a header of one row is no part of it.
        if taken > 1 and _stacked(script, number + taken - 1, 1, grid):
            break
        found = _stacked(script, number, taken, grid)
        if _known(found) > _known(best[0]):
            best = found, taken
    return best


def _known(columns: Sequence[Head]) -> int:
    return sum(bool(head.name) for head in columns)


def _stacked(script: Script, number: int, taken: int, grid: Grid) -> list[Head]:
    """The columns that some rows name together; none where too few of them are known."""
    found = [h for stack in _stacks(script, number, taken, grid) for h in _named(script, stack, grid)]
    names = {head.name for head in found if head.name}
    known = len(names) >= grid.least and bool(names & set(grid.anchors)) and 2 * len(names) >= len(found)
    return found if known else []


def _close(script: Script, number: int, taken: int) -> bool:
    window = script.rows[number : number + taken]
    steps = zip(window, window[1:], strict=False)
    return all(a.page == b.page and b.box.y0 - a.box.y1 < a.height for a, b in steps)


def _stacks(script: Script, number: int, taken: int, grid: Grid) -> list[list[Piece]]:
    """The pieces of some rows, those below each other together, from left to right."""
    stacks: list[list[Piece]] = []
    for row in range(number, number + taken):
        for one in (part for whole in pieces(script, row) for part in _parts(script, whole, grid)):
            under = next((s for s in stacks if _overlap(s[-1], one) > 0), None)
            if under is None:
                stacks.append([one])
            else:
                under.append(one)
    return sorted(stacks, key=lambda s: s[0].box.x0)


def _parts(script: Script, whole: Piece, grid: Grid) -> list[Piece]:
    """A piece that is no head, cut at its narrow gaps: heads of full columns nearly touch."""
    text = script.text[whole.start : whole.end]
    if _heading(text, grid) is not None or _split(text, grid):
        return [whole]
    cuts = [whole.start, *_gaps(script, whole), whole.end]
    parts = [piece(script, a, b) for a, b in pairwise(cuts)]
    return parts if all(part.end - part.start >= 2 for part in parts) else [whole]


def _gaps(script: Script, whole: Piece) -> list[int]:
    boxes = [glyph.box for glyph in script.glyphs(whole.start, whole.end)]
    far = [b.x0 - a.x1 > TOUCHING * a.height for a, b in pairwise(boxes)]
    return [whole.start + n for n, apart in enumerate(far, 1) if apart]


def _overlap(a: Piece, b: Piece) -> float:
    return min(a.box.x1, b.box.x1) - max(a.box.x0, b.box.x0)


def _named(script: Script, stack: Sequence[Piece], grid: Grid) -> list[Head]:
    """The column whose head some pieces make; several where a reader joined their cells."""
    text = "".join(script.text[p.start : p.end] for p in stack)
    heading = _heading(text, grid)
    if heading is None and len(stack) == 1:
        parts = _split(text, grid)
        if parts:
            return [_part(script, stack[0].start + a, stack[0].start + b, grid) for a, b in parts]
    box = around(p.box for p in stack)
    return [Head(heading.name if heading else "", heading.parse if heading else text_of, box.x0, box.x1)]


def _heading(text: str, grid: Grid) -> Heading | None:
    return next((h for h in grid.headings if re.fullmatch(h.pattern, text)), None)


def _split(text: str, grid: Grid) -> list[tuple[int, int]]:
    """Where a run of heads without gaps is to be cut, if it is nothing but heads."""
    for end in range(len(text), 0, -1):
        if _heading(text[:end], grid) is not None:
            if end == len(text):
                return [(0, end)]
            rest = _split(text[end:], grid)
            if rest:
                return [(0, end), *((a + end, b + end) for a, b in rest)]
    return []


def _part(script: Script, start: int, end: int, grid: Grid) -> Head:
    heading, box = _heading(script.text[start:end], grid), piece(script, start, end).box
    return Head(heading.name if heading else "", heading.parse if heading else text_of, box.x0, box.x1)


def _ends(script: Script, number: int, grid: Grid) -> bool:
    start, end = script.row_span(number)
    return re.search(grid.ends, script.text[start:end]) is not None


def _numbers_page(script: Script, number: int) -> bool:
    last = number + 1 == len(script.rows) or script.rows[number + 1].page != script.rows[number].page
    start, end = script.row_span(number)
    return last and PAGE_NUMBER.match(script.text[start:end]) is not None


def _body(script: Script, number: int, grid: Grid) -> range:
    """The rows of a table on one page, from a row to where something else begins."""
    end = number
    while end < len(script.rows) and script.rows[end].page == script.rows[number].page:
        before = script.rows[end - 1] if end > number else None
        far = before is not None and script.rows[end].box.y0 - before.box.y1 > APART * before.height
        if far or _ends(script, end, grid) or _numbers_page(script, end) or _heads(script, end, grid)[0]:
            break
        end += 1
    return range(number, end)


def _rows(script: Script, body: range, columns: Sequence[Head], grid: Grid) -> Iterator[Row]:
    every = [p for number in body for p in pieces(script, number)]
    if not every:
        return
    cells, _ = placed(script, every, columns)
    by_name = {head.name: cell for head, cell in zip(columns, cells, strict=True) if head.name and cell}
    parses = {head.name: head.parse for head in columns}
    anchors = _anchors(script, by_name, parses, grid)
    if not anchors:
        return
    split = {name: _over(column, anchors) for name, column in by_name.items()}
    for number in range(len(anchors)):
        facts = [
            make_fact(script, name, parses[name], [(p.start, p.end) for p in column[number]])
            for name, column in split.items()
            if column[number]
        ]
        yield Row(tuple(f for f in facts if f is not None))


def _anchors(
    script: Script, by_name: dict[str, list[Piece]], parses: dict[str, Parse], grid: Grid
) -> list[Span]:
    """Where the rows stand: at the cells of the fullest column of those that every row has."""
    found: list[list[Piece]] = []
    for name in grid.anchors:
        column = by_name.get(name, [])
        found.append([p for p in column if parses[name](script.raw[p.start : p.end]) is not None])
    best = max(found, key=len, default=[])
    return [Span(p.box.middle, p.box.middle) for p in best]


def _over(column: Sequence[Piece], rows: Sequence[Span]) -> list[list[Piece]]:
    height = sorted(p.box.height for p in column)[len(column) // 2]
    return [[column[i] for i in places] for places in spread([p.box.middle for p in column], rows, height)]
