"""Lists: numbered lines and tables with or without rules, whose rows name the listed companies.

The recipe: a header row names the columns; what stands below it, over pages, until something else
begins, is cut into columns; the serial numbers (else the companies) say where the rows are; wrapped
cells are put together and merged cells spread over their rows. Where nothing heads a list, numbered
lines and lines that are nothing but a company's name are its rows.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median

from extractors.exhibit import Fact, Row
from extractors.kinds.columns import (
    LEADING,
    Head,
    Piece,
    apart,
    em,
    gap_above,
    heads,
    middle,
    pieces,
    placed,
    stuck,
)
from extractors.kinds.facts import make_fact
from extractors.kinds.kind import Parse, Reading
from extractors.kinds.parsing import organisations, text_of, titled
from extractors.kinds.tiling import Span, merged, span_of, spread
from extractors.layout import Script
from extractors.page import TEXT

LEGAL = (
    "有限责任公司|股份有限公司|有限公司|公司|集团|厂|研究院|研究所|设计院|大学|学院|合作社|中心|医院|事务所|"
    r"(?:普通合伙|有限合伙)\)|院"
)
COMPANY = rf"[一-鿿A-Za-z0-9()（）·]{{3,50}}?(?:{LEGAL})"

NUMBERED = re.compile(
    rf"(?:[(（]?\d{{1,3}}[)）]?[.、,．:]?|[一二三四五六七八九十]{{1,3}}、)\t*(?P<v>{COMPANY})"
    r"\t*(?:[(（](?P<t>[^\t\n]{2,60})[)）]|[-—–:](?P<u>[^\t\n]{2,60}?))?[;；。,，、]?(?:\t.*)?"
)
"""A numbered line: a company and perhaps its product, in brackets or behind a dash."""

SERIAL = re.compile(r"[(（]?\d{1,4}[)）]?[.、]?")

ITEM = re.compile(r"[(（]?\d{1,3}[)）]?[.、,．:)]|\d{1,3}\t|[一二三四五六七八九十]{1,3}、")

SECTION = re.compile(
    r"^(?:附件\d?[:.]?|[一二三四五六]、|[(（][一二三四五六][)）]|\d{1,2}[.、])?"
    r"(?P<v>国际|国内|省内|国家级|省级|市级|区县级|县级)?(?P<w>(?:重点)?首批次(?:新材料)?|首版次(?:软件)?|首台\(套\)(?:装备|产品)?|装备|产品|企业|名单|软件|平台)"
    r"[^\t。,;]{0,16}$"
)
"""A heading over a part of a list: what stands below it is of that level or kind."""

END = re.compile(
    r"^(?:附件|注[:1]|备注[:]|说明[:]|抄送|主办|联系人|.{3,24}(?:厅|局|委员会|办公室|政府)$|\d{4}年\d{1,2}月\d{1,2}日)|[。]$"
)
"""What a row of a list never says: a note under it, a signature, a sentence."""

MOST_SKIPPED = 5
"""Serial numbers that skip more than this were misread."""

SHORTEST = 6
"""A company's name has so many characters, or more."""

SOME = 4
"""Of so many rows or more, one that differs from all others is rather misread than meant so."""

COVERING = ("holder", "region", "level", "grade", "category")
"""Columns whose cells are merged over several rows; an empty cell of any other is a blank."""


def list_rows(script: Script) -> Iterator[Row]:
    """Every row of every list on the pages; a table goes on over pages until its columns change."""
    columns: list[Head] = []
    section: tuple[Fact, ...] = ()
    last: Row | None = None
    number = 0
    while number < len(script.rows):
        told = _section(script, number)
        if told is not None:
            section = told
            number += 1
            continue
        found, taken = heads(script, number)
        if taken:
            columns, last = found, None
            number += taken
            continue
        body = _body(script, number, columns)
        rows = list(_table(script, body, columns, last)) if columns else []
        taken = len(body)
        if not rows:
            rows, taken = _lines(script, number)
        for last in rows:
            yield _of_section(last, section)
        number += max(1, taken)


def _of_section(row: Row, section: Sequence[Fact]) -> Row:
    return Row((*row.facts, *(fact for fact in section if row.get(fact.name) is None)))


def _section(script: Script, number: int) -> tuple[Fact, ...] | None:
    """What a heading over a part of the list says of its rows: their level, their kind."""
    start, end = script.row_span(number)
    match = SECTION.match(script.text[start:end])
    if match is None or re.search(COMPANY + r"$", match[0]):
        return None
    found = [
        make_fact(script, name, text_of, [(start + match.start(group), start + match.end(group))])
        for name, group in (("level", "v"), ("category", "w"))
        if match[group] and not (name == "category" and "首" not in match[group])
    ]
    return tuple(fact for fact in found if fact is not None)


def _body(script: Script, number: int, columns: Sequence[Head]) -> range:
    """The rows of a table on one page, from a row to where something else begins."""
    if not columns:
        return range(number, number)
    end, widest = number, 0.0
    while end < len(script.rows) and script.rows[end].page == script.rows[number].page:
        start, stop = script.row_span(end)
        gap = gap_above(script, end) if end > number else 0.0
        if END.search(script.text[start:stop]) or _section(script, end) is not None or heads(script, end)[1]:
            break
        if end > number and apart(script, end, widest):
            break
        widest = max(widest, gap)
        end += 1
    return range(number, end)


def _table(script: Script, body: range, columns: Sequence[Head], last: Row | None) -> Iterator[Row]:
    """The rows of one page of a table."""
    every = [p for number in body for p in pieces(script, number)]
    if not every:
        return
    cells, _ = placed(script, every, columns)
    by_name = {head.name: column for head, column in zip(columns, cells, strict=True) if head.name}
    by_name = _company_column(script, by_name)
    parses = {head.name: head.parse for head in columns} | {"holder": organisations}
    anchors = _anchors(script, by_name, last)
    if not anchors:
        return
    grid = {
        name: _over_rows(script, name, column, anchors, last) for name, column in by_name.items() if column
    }
    groups = [{name: column[number] for name, column in grid.items()} for number in range(len(anchors))]
    for group in _its_own(script, groups, anchors):
        for part in _subdivided(script, group):
            facts = [
                _cell(script, name, cell, parses[name]) for name, cell in part.items() if cell is not None
            ]
            row = Row(tuple(f for f in facts if f is not None))
            if _names_somebody(row):
                last = row
                yield row


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
    companies = sum(bool(re.search(rf"(?:{LEGAL})$", _text(script, [p]))) for p in named)
    return (
        {("holder" if k == "title" else k): v for k, v in by_name.items()}
        if 2 * companies >= len(named)
        else by_name
    )


def _anchors(script: Script, by_name: dict[str, list[Piece]], last: Row | None) -> list[Span]:
    """Where the rows stand: at their serial numbers, else at the names of those whom they list.

    Numbers that skip one (a reader missed it under a seal) are not trusted where more names stand
    beside them; numbers without a gap are, for two companies may share one.
    """
    serial = [p for p in by_name.get("sequence", []) if SERIAL.fullmatch(_text(script, [p]))]
    named = [
        c for c in _names(script, by_name.get("holder", []) or by_name.get("person", [])) if _whole(script, c)
    ]
    counted = [int(re.sub(r"\D", "", _text(script, [p]))) for p in serial]
    before = last.get("sequence") if last is not None else None
    first = int(re.sub(r"\D", "", str(before.value)) or 0) + 1 if before is not None else 1
    if serial and (counted == list(range(first, first + len(counted))) or len(serial) >= len(named)):
        spans = [Span(p.box.middle, p.box.middle) for p in serial]
        return [*_with_skipped(spans, counted, first), *_unnumbered(script, named, serial)]
    return [span_of([p.box.middle for p in cell]) for cell in named]


def _with_skipped(spans: Sequence[Span], counted: Sequence[int], first: int) -> list[Span]:
    """The rows and, where their numbers skip some, those between: what was read of them is nobody else's."""
    found = list(spans[:1])
    if len(spans) > 1 and 0 < counted[0] - first <= MOST_SKIPPED:
        pitch = median(b.middle - a.middle for a, b in pairwise(spans))
        above = [spans[0].middle - pitch * n for n in range(counted[0] - first, 0, -1)]
        found = [*(Span(y, y, guessed=True) for y in above), *found]
    for (a, b), (one, two) in zip(pairwise(spans), pairwise(counted), strict=True):
        steps = two - one if 1 < two - one <= MOST_SKIPPED else 1
        at = [a.middle + (b.middle - a.middle) * n / steps for n in range(1, steps)]
        found += [*(Span(y, y, guessed=True) for y in at), b]
    return found


def _unnumbered(script: Script, named: Sequence[Sequence[Piece]], serial: Sequence[Piece]) -> list[Span]:
    """The names below the last serial number, where one stands beside it: rows whose own numbers a reader missed.

    Two names that share a number stand above and below it, or close to each other.
    """
    last, spans = serial[-1], [span_of([p.box.middle for p in cell]) for cell in named]
    beside = [cell for cell, span in zip(named, spans, strict=True) if abs(span.middle - last.box.middle) < 0.5 * last.box.height]
    if not beside:
        return []
    low = beside[-1][-1].box.middle + LEADING * em(script, beside[-1])
    return [span for span in spans if span.top > low]


def _names(script: Script, column: Sequence[Piece]) -> list[list[Piece]]:
    """A column of companies cut into names: a name goes on until its legal form is reached."""
    cells: list[list[Piece]] = []
    for one in column:
        whole = bool(cells) and _whole(script, cells[-1])
        near = bool(cells) and one.box.y0 - cells[-1][-1].box.y1 < 1.2 * one.box.height
        if cells and near and not whole:
            cells[-1].append(one)
        else:
            cells.append([one])
    return cells


def _whole(script: Script, cell: Sequence[Piece]) -> bool:
    return bool(re.search(rf"(?:{LEGAL})(?:[)）]|[(（][^)）]*[)）]?)?[;；、,，]?$", _text(script, cell)))


Cell = list[Piece] | Fact | None
"""A cell's pieces, a fact carried over from the page before, or a blank."""


def _over_rows(
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
    return _filled(spreaded, rows)


def _filled(cells: list[Cell], rows: Sequence[Span]) -> list[Cell]:
    """A company or a place that is printed once, at the top of its rows, is that of the rows below."""
    below = [next((c for c in reversed(cells[: i + 1]) if c is not None), None) for i in range(len(cells))]
    return [cell if row.guessed else filled for cell, filled, row in zip(cells, below, rows, strict=True)]


def _seen(script: Script, one: Piece) -> bool:
    """Whether a piece was read off pixels: then a blank may be a cell that nobody could read."""
    return script.glyphs(one.start, one.end)[0].origin != TEXT


def _its_own(
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


def _subdivided(script: Script, group: dict[str, Cell]) -> Iterator[dict[str, Cell]]:
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


def _cell(script: Script, name: str, cell: Cell, parse: Parse) -> Fact | None:
    if isinstance(cell, Fact) or cell is None:
        return cell
    if name != "holder":
        return make_fact(script, name, parse, [(p.start, p.end) for p in cell])
    # Behind a whole name may stand another company's, or what a seal left.
    names = [c for c in _names(script, cell) if _whole(script, c)] or [list(cell)]
    facts = [make_fact(script, name, _company, [(p.start, p.end) for p in c]) for c in names]
    return _together([fact for fact in facts if fact is not None])


def _company(text: str) -> Reading | None:
    """A company's name without the bracket that a seal left open behind it."""
    return organisations(re.sub(r"[(（][^)）]*$", "", text.strip()))


def _together(facts: Sequence[Fact]) -> Fact | None:
    """Several companies of one row as one fact, a semicolon between them."""
    if len(facts) < 2:
        return facts[0] if facts else None
    value, quote = (";".join(words) for words in zip(*((str(f.value), f.quote) for f in facts), strict=True))
    places = tuple(place for fact in facts for place in fact.places)
    return replace(
        facts[0], value=value, quote=quote, places=places, confidence=min(f.confidence for f in facts)
    )


def _text(script: Script, cell: Sequence[Piece]) -> str:
    return "".join(script.text[p.start : p.end] for p in cell)


def _lines(script: Script, number: int) -> tuple[list[Row], int]:
    """What a row of no table lists, and how many rows it takes: numbered lines, or nothing but names."""
    beside = [
        row for p in pieces(script, number) if (row := _numbered(script, [(p.start, p.end)])) is not None
    ]
    if beside:
        return beside, 1
    if _begins(script, number):
        for taken in (1, 2, 3):
            spans = [script.row_span(n) for n in range(number, min(number + taken, len(script.rows)))]
            if len(spans) < taken or any(_begins(script, number + n) for n in range(1, taken)):
                break
            row = _numbered(script, spans)
            if row is not None:
                return [row], taken
    return _bare(script, number), 1


def _begins(script: Script, number: int) -> bool:
    start, end = script.row_span(number)
    return ITEM.match(script.text[start:end]) is not None


def _numbered(script: Script, spans: Sequence[tuple[int, int]]) -> Row | None:
    """A numbered line, which may go on below: the company, and the product that stands with it."""
    at = [i for a, b in spans for i in range(a, b)]
    match = NUMBERED.fullmatch("".join(script.text[i] for i in at))
    if match is None:
        return None
    parts = (("holder", organisations, "v"), ("title", titled, "t"), ("title", titled, "u"))
    facts = [
        make_fact(script, name, parse, _stretches(at[slice(*match.span(group))]))
        for name, parse, group in parts
        if match[group]
    ]
    return Row(tuple(fact for fact in facts if fact is not None))


def _stretches(at: Sequence[int]) -> list[tuple[int, int]]:
    """Characters of several rows as one stretch for each."""
    found: list[tuple[int, int]] = []
    for i in at:
        if found and found[-1][1] == i:
            found[-1] = (found[-1][0], i + 1)
        else:
            found.append((i, i + 1))
    return found


def _bare(script: Script, number: int) -> list[Row]:
    """Names without numbers: lines of nothing else, of which at least two follow each other."""
    if not _only_names(script, number) or not (
        _only_names(script, number - 1) or _only_names(script, number + 1)
    ):
        return []
    facts = [make_fact(script, "holder", organisations, [(p.start, p.end)]) for p in pieces(script, number)]
    return [Row((fact,)) for fact in facts if fact is not None]


def _only_names(script: Script, number: int) -> bool:
    if not 0 <= number < len(script.rows):
        return False
    row = pieces(script, number)
    return all(re.fullmatch(rf"{COMPANY}[;；,，、]?", _text(script, [p])) for p in row)
