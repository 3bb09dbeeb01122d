"""Layout: which cell of which table answers which label, found by text and never by position.

1. Every cell whose text is a label, a heading or a year is marked.
2. A label's value stands right of it, below it, or behind a colon in the same cell.
3. A field with a column a year is read where its row meets the column (or its column the row) of
   each year that the form's own header prints.
The first place that answers a label wins: 附件3 repeats some labels further down.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from rapidfuzz import fuzz, process

from extractors.forms.edition import Edition, Entry, plain_label
from extractors.forms.grid import Cell, Grid, Sheets
from extractors.numerals import read_numeral

_LIKE = 88
_YEAR = re.compile(r"(20\d\d)年?度?(?:末|底)?")


@dataclass(frozen=True, slots=True)
class Answer:
    """The raw text that answers one label, and the name of its cell."""

    text: str
    place: str
    sure: float = 1.0


def find_answers(sheets: Sheets, edition: Edition) -> dict[str, Answer]:
    """The raw answer of every key of the edition that has a label in the file."""
    answers: dict[str, Answer] = {}
    for grid in sheets.grids:
        for key, answer in _grid_answers(grid, edition):
            answers.setdefault(key, answer)
    for text in (*sheets.before, *sheets.after):
        for entry, value in _inline(text, edition):
            answers.setdefault(entry.key, Answer(value, "正文"))
    return answers


def find_label(text: str, edition: Edition) -> Entry | None:
    """The field that a text is the label of, allowing for a typing error in a long one."""
    names = _names(edition.id, edition)
    bare = plain_label(text)
    if bare in names or len(text) > 60 or len(bare) < 5:
        return names.get(bare)
    best = process.extractOne(bare, names.keys(), scorer=fuzz.ratio, score_cutoff=_LIKE)
    return names[best[0]] if best and len(best[0]) >= 5 else None


@cache
def _names(_id: str, edition: Edition) -> dict[str, Entry]:
    names: dict[str, Entry] = {}
    for entry in edition.entries:
        for label in (entry.label, *entry.synonyms):
            names.setdefault(plain_label(label), entry)
    return names


def _grid_answers(grid: Grid, edition: Edition) -> Iterator[tuple[str, Answer]]:
    years = [(cell, year) for cell in grid.cells if (year := _year_in(grid, cell, edition))]
    for cell in sorted(grid.cells, key=lambda c: (c.row, c.column)):
        entry = find_label(cell.text, edition)
        if entry is None:
            yield from _dated(cell, grid, edition)
            continue
        if entry.column:
            yield from _by_year(grid, cell, entry, years, edition)
        elif (value := _value(grid, cell, edition)) is not None:
            yield entry.key, Answer(value.text, grid.place(value), value.sure)


def _dated(cell: Cell, grid: Grid, edition: Edition) -> Iterator[tuple[str, Answer]]:
    """Labels that share their cell: with a year («2021年营业收入») or with the value behind a colon."""
    if (match := _YEAR.match(unicodedata.normalize("NFKC", cell.text))) and len(cell.text) < 40:
        entry = find_label(cell.text[match.end() :], edition)
        value = _value(grid, cell, edition)
        if entry is not None and entry.column and value is not None:
            key = f"{entry.key}.{match[1]}" if entry.column == "year" else entry.key
            yield key, Answer(value.text, grid.place(value), value.sure)
    for entry, text in _inline(cell.text, edition):
        if not entry.column:
            yield entry.key, Answer(text, grid.place(cell), cell.sure)


def _inline(text: str, edition: Edition) -> Iterator[tuple[Entry, str]]:
    """«企业名称：宁波…»: a label, a colon or line break, and its value in one text."""
    for match in re.finditer(r"(?m)^([^：:\n]{2,40})[：:][ \t　]*([^\n]*)", text):
        if (entry := find_label(match[1], edition)) is not None:
            yield entry, match[2].strip()
    first, _, rest = text.partition("\n")
    entry = find_label(first, edition) if rest.strip() else None
    if entry is not None and entry.type == "narrative":
        yield entry, rest.strip()


def _value(grid: Grid, cell: Cell, edition: Edition) -> Cell | None:
    """The cell that answers a label: its right neighbour, else the cell below."""
    right = grid.right_of(cell)
    if right is not None and not _printed(grid, right, edition):
        return right
    below = grid.below(cell)
    if below is None or _printed(grid, below, edition):
        return None
    left = grid.left_of(below)
    return None if left is not None and find_label(left.text, edition) is not None else below


def _printed(grid: Grid, cell: Cell, edition: Edition) -> bool:
    """Whether a cell holds a label, heading or year of the form, so that it is nobody's answer."""
    bare = plain_label(cell.text) if len(cell.text) <= 60 else ""
    heading = bool(bare) and bare in {plain_label(text) for text in edition.headings}
    return heading or bool(_year_in(grid, cell, edition)) or find_label(cell.text, edition) is not None


def _by_year(
    grid: Grid, cell: Cell, entry: Entry, years: list[tuple[Cell, int]], edition: Edition
) -> Iterator[tuple[str, Answer]]:
    found = {year: value for year, value in _meeting(grid, cell, years) if not _printed(grid, value, edition)}
    if not found:
        found = dict(_unheaded(grid, cell, entry, edition))
    if entry.column == "year":
        for year, value in sorted(found.items()):
            yield f"{entry.key}.{year}", Answer(value.text, grid.place(value), value.sure)
    elif found:
        value = found[max(found)]
        yield entry.key, Answer(value.text, grid.place(value), value.sure)


def _meeting(grid: Grid, cell: Cell, years: list[tuple[Cell, int]]) -> Iterator[tuple[int, Cell]]:
    """Where the label's row meets each year's column, or its column each year's row."""
    above = [y for y, _ in years if y.row < cell.row and y.column >= cell.column + cell.columns]
    header = max((y.row for y in above), default=None)
    for head, year in years:
        value = None
        if header is not None and head.row == header:
            value = grid.at(cell.row, head.column)
        elif header is None and head.row > cell.row and head.column < cell.column:
            value = grid.at(head.row, cell.column)
        if value is not None and value is not cell:
            yield year, value


def _unheaded(grid: Grid, cell: Cell, entry: Entry, edition: Edition) -> Iterator[tuple[int, Cell]]:
    """Without a header: as many cells on the right as the edition has years, else the latest's."""
    values = []
    right = grid.right_of(cell)
    while right is not None and not _printed(grid, right, edition):
        values.append(right)
        right = grid.right_of(right)
    if len(values) == len(edition.years):
        yield from zip(edition.years, values, strict=True)
    elif len(values) == 1 and entry.column == "latest":
        yield edition.years[-1], values[0]


def _year_in(grid: Grid, cell: Cell, edition: Edition) -> int | None:
    """The year that a cell heads; a bare number behind a label answers it: a capital may be 2000 万元."""
    year = _year(cell.text)
    left = grid.left_of(cell) if year and cell.text.strip().isdigit() else None
    entry = find_label(left.text, edition) if left is not None else None
    return None if entry is not None and not entry.column else year


def _year(text: str) -> int | None:
    """The year of a header cell: 2021年, 2021年度, 二〇二一年 …."""
    folded = re.sub(r"\s|\(.*?\)", "", unicodedata.normalize("NFKC", text[:30]))
    if match := _YEAR.fullmatch(folded):
        return int(match[1])
    if re.fullmatch(r"二[〇○零][〇○零一二三四五六七八九]{2}年度?", folded):
        return int(read_numeral(folded[:4]) or 0)
    return None
