"""Tables of a kind's own: which columns it has, and the rows below them over as many pages as they go.

The recipe: a row of known heads names the columns; what stands below is placed under them; the cells of
the column that no row lacks (a serial number, a person, an amount) say where the rows are; wrapped cells
are put together. A table goes on over pages until something ends it.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from statistics import median

from extractors.exhibit import Row
from extractors.kinds.fields.facts import make_fact
from extractors.kinds.fields.texts import one_organisation, organisations, text_of, titled
from extractors.kinds.kind import Parse
from extractors.kinds.tables.companies import names_in
from extractors.kinds.tables.head import Head, side_by_side
from extractors.kinds.tables.headings import heads
from extractors.kinds.tables.known import Heading, Known
from extractors.kinds.tables.pieces import Piece, apart, gap_above, is_subtotal, middle, pieces
from extractors.kinds.tables.placing import placed
from extractors.kinds.tables.tiling import NEVER, Span, merged, spread, tilt
from extractors.layout import Script

ENDS = (
    r"^(?:合\t?计|总\t?计|金额合计|注[:1]|备注[:]|说明|制表|填表|审核|单位\(|(?:数据|资料)?来源[:;]|(?:企业|公司)\(盖|填报单位|第\t?\d{1,4}\t?页,|共\t?\d{1,4}\t?页|本(?:证明|表|名册)|打印|[授查验][一-鿿]{1,2}码|"
    r"以上|特此|\d{4}年\d{1,2}月\d{1,2}日$|[一二三四五六七]、)"
)
"""What ends a table: its total, a note, a signature."""

PAGE_NUMBER = re.compile(r"^(?:第?\d{1,3}页?(?:[/,(]?共?\d{1,3}页?\)?)?|[-—]\d{1,3}[-—])$")
"""A page's number parts a table and does not end it."""

FIGURE = re.compile(r"[-\d,.:/%()¥~年月日至万元亩A-Z类级档等]+")
MOSTLY = 0.7
"""A column of which so many cells are figures, days or grades is one of figures: they do not wrap."""

WORDS = (text_of, titled)
"""Parsers that take any words: a wrapped cell of theirs is as many pieces as it has lines."""

NAMES = (organisations, one_organisation)
"""Names of companies tell where they end, however many lines they take."""

COVERING = ("department", "region")
"""Columns whose cells are merged over several rows."""

LEVEL = 0.5
"""A figure is of a row from which it stands less than so far, of the way to the next row."""

MISSED = 0.7
"""A cell so many rows away from every row that is known is another row's, of which the telling cell was not read."""


@dataclass(frozen=True)
class Grid:
    """A kind's table: its columns, those that no row lacks (the fullest counts the rows), what ends it."""

    headings: tuple[Heading, ...]
    anchors: tuple[str, ...]
    least: int = 3
    ends: str = ENDS

    @cached_property
    def known(self) -> Known:
        """What its head may say."""
        return Known(self.headings, self.anchors, self.least)


def grid_rows(script: Script, grid: Grid) -> Iterator[Row]:
    """Every row of every such table on the pages."""
    columns: list[Head] = []
    number = 0
    while number < len(script.rows):
        found, taken = heads(script, number, grid.known)
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
    widest = 0.0
    while end < len(script.rows) and script.rows[end].page == script.rows[number].page:
        far = end > number and apart(script, end, widest)
        widest = max(widest, gap_above(script, end) if end > number else 0.0)
        if far or _ends(script, end, grid) or _numbers_page(script, end) or heads(script, end, grid.known)[0]:
            break
        end += 1
    return range(number, end)


def _rows(script: Script, body: range, columns: Sequence[Head], grid: Grid) -> Iterator[Row]:
    every = [p for number in body if not is_subtotal(script, number) for p in pieces(script, number)]
    if not every:
        return
    cells = iter(placed(script, every, columns)[0])
    for part in side_by_side(columns):
        yield from _part(script, part, [next(cells) for _ in part], grid)


def _part(script: Script, columns: Sequence[Head], cells: Sequence[list[Piece]], grid: Grid) -> Iterator[Row]:
    """The rows of a table, or of one half of it where two stand side by side."""
    by_name = {head.name: cell for head, cell in zip(columns, cells, strict=True) if head.name and cell}
    parses = {head.name: head.parse for head in columns}
    anchors = _anchors(script, by_name, parses, grid)
    if not anchors:
        return
    split = {name: _over(script, name, column, anchors) for name, column in by_name.items()}
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
    """Where the rows stand: at the cells of the fullest column that every row has, and where only another one has any."""
    found: list[list[float]] = []
    sure: list[list[float]] = []
    for name in grid.anchors:
        column = by_name.get(name, [])
        if name in parses and parses[name] in NAMES:
            found.append([middle(cell) for cell in names_in(script, column)])
        else:
            found.append([p.box.middle for p in column if parses[name](script.raw[p.start : p.end]) is not None])
        sure += [found[-1]] if name in parses and parses[name] not in WORDS and len(found[-1]) > 1 else []
    best = max(sure or found, key=len, default=[])
    pitch = median(b - a for a, b in pairwise(best)) if len(best) > 2 else NEVER
    missed = [at for column in found for at in column if all(abs(at - row) > MISSED * pitch for row in best)]
    return [Span(at, at) for at in sorted({*best, *missed})]


def _over(script: Script, name: str, column: Sequence[Piece], rows: Sequence[Span]) -> list[list[Piece]]:
    """The pieces of each row in one column; a figure at another height is of a row that nobody could read."""
    if sum(FIGURE.fullmatch(script.text[p.start : p.end]) is not None for p in column) > MOSTLY * len(column):
        slope = tilt([p.box.middle for p in column], rows) if len(column) <= len(rows) else 0.0  # wrapped days lean nowhere
        reach = [LEVEL * min((abs(other.middle - row.middle) for other in rows if other is not row), default=NEVER) for row in rows]
        return [[p for p in column if abs(p.box.middle - slope - row.middle) < far] for row, far in zip(rows, reach, strict=True)]
    cover = merged([p.box.middle for p in column], rows, False) if name in COVERING and len(column) < len(rows) else None
    if cover is not None:
        return [[column[at]] for at in cover]
    height = sorted(p.box.height for p in column)[len(column) // 2]
    return [[column[i] for i in places] for places in spread([p.box.middle for p in column], rows, height)]
