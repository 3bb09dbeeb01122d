"""Lists: numbered lines and tables with or without rules, whose rows name the listed companies.

The recipe: a header row names the columns; what stands below it, over pages, until something else
begins, is cut into columns; the serial numbers (else the companies) say where the rows are; wrapped
cells are put together and merged cells spread over their rows. Where nothing heads a list, numbered
lines and lines that are nothing but a company's name are its rows.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extractors.exhibit import Fact, Row
from extractors.kinds.fields.texts import organisations
from extractors.kinds.tables.anchors import anchors
from extractors.kinds.tables.belonging import COVERING, its_own, over_rows, subdivided
from extractors.kinds.tables.columns import heads
from extractors.kinds.tables.companies import COMPANY, LEGAL, SHORTEST, text_in
from extractors.kinds.tables.head import Head, side_by_side
from extractors.kinds.tables.holders import cell_fact
from extractors.kinds.tables.lines import lines
from extractors.kinds.tables.pieces import Piece, apart, gap_above, is_subtotal, pieces
from extractors.kinds.tables.placing import placed
from extractors.kinds.tables.sections import LOST_CELL, lost_at, section_at
from extractors.kinds.tables.shifting import shifted
from extractors.kinds.tables.tiling import Span
from extractors.layout import Script

END = re.compile(
    r"^(?:附件|注[:1]|备注[:]|说明[:]|抄送|主办|联系人|[^\t]{3,24}(?:厅|局|委员会|办公室|政府)$|\d{4}年\d{1,2}月\d{1,2}日)|[。]$|^[—–―\-]{1,2}\t?\d{1,3}\t?[—–―\-]{1,2}$|^第\t?\d{1,3}\t?页(?:[,/]?共\t?\d{1,3}\t?页)?$"
)
"""What a row of a list never says: a note under it, a signature, a sentence, the number of its page."""


def list_rows(script: Script) -> Iterator[Row]:
    """Every row of every list on the pages; a table goes on over pages until its columns change."""
    columns: list[Head] = []
    section: tuple[Fact, ...] = ()
    last: Row | None = None
    number = 0
    lost = False
    page = 0
    while number < len(script.rows):
        lost = lost_at(script, number, lost)
        told = None if _merged_cell(script, number, columns) else section_at(script, number)
        if told is not None:
            section = told
            number += 1
            continue
        found, taken = heads(script, number)
        if taken:
            columns, last, page = found, None, script.rows[number].page
            number += taken
            continue
        if _unknown_head(script, number):
            columns, last = [], None
            number += 1
            continue
        if _crosses(script, number, columns):
            number += 1
            continue
        body = _body(script, number, columns)
        if body and script.rows[number].page != page:
            columns, page = shifted(script, body, columns), script.rows[number].page
        rows = list(_table(script, body, columns, last)) if columns else []
        taken = len(body)
        if not rows:
            rows, taken = lines(script, number)
            rows = [] if any(_says_lost(script, n) for n in range(number, number + taken)) else rows
        for last in rows:
            if not lost:
                yield _of_section(last, section)
        number += max(1, taken)


def _of_section(row: Row, section: Sequence[Fact]) -> Row:
    return Row((*row.facts, *(fact for fact in section if row.get(fact.name) is None)))


def _body(script: Script, number: int, columns: Sequence[Head]) -> range:
    """The rows of a table on one page, from a row to where something else begins."""
    if not columns:
        return range(number, number)
    end, widest = number, 0.0
    while end < len(script.rows) and script.rows[end].page == script.rows[number].page:
        start, stop = script.row_span(end)
        gap = gap_above(script, end) if end > number else 0.0
        if end > number and lost_at(script, end, before=False):
            break
        if END.search(script.text[start:stop]) or (section_at(script, end) is not None and not _merged_cell(script, end, columns)) or heads(script, end)[1]:
            break
        if _unknown_head(script, end) or _crosses(script, end, columns):
            break
        if end > number and apart(script, end, widest):
            break
        widest = max(widest, gap)
        end += 1
    return range(number, end)


def _unknown_head(script: Script, number: int) -> bool:
    """Whether a row begins another table, whose columns are not known: nothing below it stands under those above."""
    return re.match(r"序号(?:\t|$)", script.text[slice(*script.row_span(number))]) is not None and heads(script, number)[1] == 0


def _merged_cell(script: Script, number: int, columns: Sequence[Head]) -> bool:
    """Whether a row is a cell of one column, merged over rows above and below it: no heading over what follows."""
    if len(columns) < 2 or columns[0].name not in COVERING or len(pieces(script, number)) != 1:
        return False
    box = pieces(script, number)[0].box
    return box.x0 < columns[0].right and columns[0].left < box.x1 < columns[1].left


def _crosses(script: Script, number: int, columns: Sequence[Head]) -> bool:
    """Whether a row is one line of words across several columns: a heading within or over a table, no cell of it."""
    row = pieces(script, number)
    under = [head for head in columns if row[0].box.x0 < head.right and head.left < row[0].box.x1]
    return len(row) == 1 and len(under) > 1 and re.search(COMPANY, text_in(script, row)) is None


def _says_lost(script: Script, number: int) -> bool:
    """Whether a cell of a row says that the honour was taken back or not given."""
    return any(LOST_CELL.fullmatch(text_in(script, [p])) for p in pieces(script, number))


def _table(script: Script, body: range, columns: Sequence[Head], last: Row | None) -> Iterator[Row]:
    """The rows of one page of a table."""
    every = [p for number in body if not is_subtotal(script, number) for p in pieces(script, number)]
    if not every:
        return
    cells = iter(placed(script, every, columns)[0])
    for part in side_by_side(columns):
        for row in _part(script, part, [next(cells) for _ in part], last):
            last = row
            yield row


def _part(script: Script, columns: Sequence[Head], cells: Sequence[list[Piece]], last: Row | None) -> Iterator[Row]:
    """The rows of a table, or of one half of it where two stand side by side."""
    by_name = {head.name: column for head, column in zip(columns, cells, strict=True) if head.name}
    by_name = _company_column(script, by_name)
    if any(_of_companies(script, by_name.get(name, [])) for name in ("sequence", "region")):
        return  # the cells stand under others' heads
    parses = {head.name: head.parse for head in columns} | {"holder": organisations}
    stand = anchors(script, by_name, last)
    if not stand:
        return
    grid = {
        name: over_rows(script, name, column, stand, last) for name, column in by_name.items() if column
    }
    gone = _lost_rows(script, cells, stand)
    groups = [{name: column[number] for name, column in grid.items()} for number in range(len(stand))]
    for number, group in enumerate(its_own(script, groups, stand)):
        if number in gone:
            continue
        for part in subdivided(script, group):
            facts = [
                cell_fact(script, name, cell, parses[name]) for name, cell in part.items() if cell is not None
            ]
            row = _leading(Row(tuple(f for f in facts if f is not None)), columns)
            if _names_somebody(row):
                last = row
                yield row


def _leading(row: Row, columns: Sequence[Head]) -> Row:
    """Whoever stands below 牵头企业 leads; the list says it once for all."""
    holder = row.get("holder")
    led = any(head.name == "holder" and "牵头" in head.text for head in columns)
    return Row((*row.facts, replace(holder, name="role", value="牵头单位"))) if led and holder is not None and row.get("role") is None else row


def _lost_rows(script: Script, cells: Sequence[list[Piece]], rows: Sequence[Span]) -> set[int]:
    """Rows of whom a cell says that the honour was taken back or not given: 撤销, 未通过."""
    told = [column for column in cells if any(LOST_CELL.fullmatch(text_in(script, [p])) for p in column)]
    over = [over_rows(script, "level", column, rows, None) for column in told]
    return {
        number
        for column in over
        for number, cell in enumerate(column)
        if isinstance(cell, list) and LOST_CELL.fullmatch(text_in(script, cell))
    }


def _names_somebody(row: Row) -> bool:
    """Whether a row is about somebody; a numbered name counts whose end could not be read (有限公可)."""
    holder, person, numbered = row.get("holder"), row.get("person"), row.get("sequence") is not None
    named = holder is not None and (
        re.search(COMPANY, str(holder.value)) is not None or (numbered and len(str(holder.value)) >= SHORTEST)
    )
    return named or bool(person and numbered)


def _company_column(script: Script, by_name: dict[str, list[Piece]]) -> dict[str, list[Piece]]:
    """«序号 名称» over companies: the names are the holders."""
    named = by_name.get("title", [])
    if "holder" in by_name or not named:
        return by_name
    return (
        {("holder" if k == "title" else k): v for k, v in by_name.items()}
        if _of_companies(script, named)
        else by_name
    )


def _of_companies(script: Script, cells: Sequence[Piece]) -> bool:
    """Whether at least half of a column's cells are companies."""
    companies = sum(bool(re.search(rf"(?:{LEGAL})$", text_in(script, [p]))) for p in cells)
    return bool(cells) and 2 * companies >= len(cells)
