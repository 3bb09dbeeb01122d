"""Finds the value behind a label: beside it or below, wrapped or not."""

import re
from collections.abc import Iterator, Sequence

from extractors.geometry import Box, around
from extractors.kinds.fields.labels import Hit
from extractors.layout import GAP_MARK, Script


def cell(script: Script, hit: Hit, others: Sequence[Hit], *, wraps: bool) -> list[tuple[int, int]]:
    """The stretches of text that make the value behind a label, one for each row."""
    row = script.row_at(hit.start)
    start, end = hit.end, script.row_span(row)[1]
    following = [h.start for h in others if start <= h.start < end]
    end = min(following, default=end)
    if start >= end and not following:
        return below(script, hit, others)
    stretches = [_trimmed(script, start, _cell_end(script, start, end))]
    if not wraps:
        return [s for s in stretches if s[0] < s[1]]
    rest = _wrapped_before(script, hit, row, others, end) if following else _wrapped(script, hit, row, others)
    return [s for s in (*stretches, *rest) if s[0] < s[1]]


def below(script: Script, hit: Hit, others: Sequence[Hit]) -> list[tuple[int, int]]:
    """The cell under a label: where nothing stands beside it, or nothing that could be its value."""
    row = script.row_at(hit.start)
    if row + 1 >= len(script.rows) or script.rows[row + 1].page != script.rows[row].page:
        return []
    left = script.glyphs(hit.start, hit.end)[0].box
    for a, b in _pieces(script, row + 1):
        near = abs(script.glyphs(a, b)[0].box.x0 - left.x0) < 3 * left.height or _headed(script, row, a, hit)
        if near and not any(a <= h.start < b for h in others):
            return [_trimmed(script, a, b), *_column(script, row + 1, script.glyphs(a, b)[0].box)]
    return _on_next_line(script, hit, others)


def _headed(script: Script, row: int, start: int, hit: Hit) -> bool:
    """Whether a cell stands in the column of a table's head: as many cells in both rows, the first head counts."""
    head, one = _pieces(script, row), _pieces(script, row + 1)
    counted = len(head) == len(one) > 1 and script.text[slice(*head[0])] in ("序号", "编号")
    return counted and [a for a, _ in head].index(max(a for a, _ in head if a <= hit.start)) == [a for a, _ in one].index(start)


def _on_next_line(script: Script, hit: Hit, others: Sequence[Hit]) -> list[tuple[int, int]]:
    """The value of a label that ends its full line, with its colon: where the next line of the paragraph begins."""
    row, (start, end) = script.row_at(hit.start), script.row_span(script.row_at(hit.start) + 1)
    page = [r for r in script.rows if r.page == script.rows[row].page]
    full = script.rows[row].box.x1 > max(r.box.x1 for r in page) - 3 * script.rows[row].height
    flush = script.rows[row + 1].box.x0 < min(r.box.x0 for r in page) + 3 * script.rows[row].height
    colon = script.text[hit.start : hit.end].rstrip("\t\n")[-1:] in (":", ";")
    if not (full and flush and colon) or any(start <= h.start < end for h in others):
        return []
    a, b = _pieces(script, row + 1)[0]
    return [_trimmed(script, a, b)]


def carried_on(script: Script, hit: Hit, others: Sequence[Hit]) -> list[tuple[int, int]]:
    """The value of a label that its full line cuts off, with the beginning of the paragraph's next line."""
    row = script.row_at(hit.start)
    end = script.row_span(row)[1]
    if row + 1 >= len(script.rows) or any(hit.end <= h.start < end for h in others) or "\t" in script.text[hit.end : end].strip("\t"):
        return []
    here, below = script.rows[row], script.rows[row + 1]
    page = [r for r in script.rows if r.page == here.page]
    full = here.box.x1 > max(r.box.x1 for r in page) - 6 * here.height
    flush = below.page == here.page and below.box.x0 < min(here.box.x0, script.glyphs(hit.start, hit.end)[0].box.x0) + here.height
    close = below.box.y0 - here.box.y1 < 1.6 * here.height
    start, stop = script.row_span(row + 1)
    if not (full and flush and close) or any(start <= h.start < stop for h in others):
        return []
    return [_trimmed(script, hit.end, end), _trimmed(script, *_pieces(script, row + 1)[0])]


def _column(script: Script, row: int, above: Box) -> Iterator[tuple[int, int]]:
    """The rest of a cell that wraps in its column: rows that hold nothing at the row's own start."""
    first = script.rows[row].box.x0
    for number in range(row + 1, len(script.rows)):
        here = script.rows[number]
        if here.page != script.rows[row].page or here.box.y0 - above.y1 > 1.6 * above.height:
            return
        if here.box.x0 < first + 2 * above.height:
            return
        aligned = [p for p in _pieces(script, number) if abs(script.glyphs(*p)[0].box.x0 - above.x0) < 1.5 * above.height]
        if not aligned:
            return
        yield _trimmed(script, *aligned[0])
        above = script.glyphs(*aligned[0])[0].box


def _cell_end(script: Script, start: int, end: int) -> int:
    """A value ends at the first gap that is not inside a spaced-out number."""
    for match in re.finditer(GAP_MARK, script.text[start:end]):
        before, after = script.text[start : start + match.start()], script.text[start + match.end() : end]
        spaced_out = re.search(r"[\dA-Z;,、]$", before) and re.match(r"(?!\d{4}年)[\dA-Z.]", after)
        if before and not spaced_out and not re.search(r"[;,、(]$", before):
            return start + match.start()
    return end


def _wrapped(script: Script, hit: Hit, row: int, others: Sequence[Hit]) -> Iterator[tuple[int, int]]:
    """The rest of a cell at the end of its row: what stands below it, with nothing below the row's labels."""
    first = script.glyphs(hit.end, script.row_span(row)[1])
    if not first:
        return
    left, height = first[0].box.x0, first[0].box.height
    start, end = script.row_span(row)
    labels = [around(g.box for g in script.glyphs(h.start, h.end)) for h in others if start <= h.start < end]
    above = script.rows[row]
    for number in range(row + 1, len(script.rows)):
        below = script.rows[number]
        start, end = script.row_span(number)
        if below.page != above.page or below.box.y0 - above.box.y1 > 1.6 * height:
            return
        if any(start <= h.start < end for h in others):
            return
        # A row that begins under the value is the value's, gaps and all; else the piece that does.
        inside = [p for p in _pieces(script, number) if _starts_at(script, p, left, height)]
        if not inside or any(_under(script, p, labels, left - 1.4 * height) for p in _pieces(script, number)):
            return
        yield _trimmed(script, inside[0][0], _cell_end(script, inside[0][0], end))
        above = below


def _pieces(script: Script, number: int) -> list[tuple[int, int]]:
    """The stretches of a row between its gaps."""
    start, end = script.row_span(number)
    return [(start + m.start(), start + m.end()) for m in re.finditer(r"[^\t]+", script.text[start:end])]


def _starts_at(script: Script, piece: tuple[int, int], left: float, height: float) -> bool:
    return left - 1.4 * height <= script.glyphs(*piece)[0].box.x0 <= left + 3.5 * height


def _under(script: Script, piece: tuple[int, int], labels: Sequence[Box], left: float) -> bool:
    """Whether a piece that begins left of a value stands below one of the labels of the value's row."""
    box = around(g.box for g in script.glyphs(*piece))
    return box.x0 < left and any(box.x0 < label.x1 and label.x0 < box.x1 for label in labels)


def _wrapped_before(
    script: Script, hit: Hit, row: int, others: Sequence[Hit], end: int
) -> Iterator[tuple[int, int]]:
    """The rest of a cell that has another label beside it: what stands below it and left of that label."""
    first = script.glyphs(hit.end, end)
    beside = script.glyphs(end, end + 1)
    if not first or not beside:
        return
    left, right, height = first[0].box.x0, beside[0].box.x0, first[0].box.height
    above = script.rows[row]
    for number in range(row + 1, len(script.rows)):
        below = script.rows[number]
        start, stop = script.row_span(number)
        if below.page != above.page or below.box.y0 - above.box.y1 > 1.2 * height:
            return
        if any(start <= h.start < stop and script.glyphs(h.start, h.end)[0].box.x0 < right - height for h in others):
            return
        inside = [p for p in _pieces(script, number) if _within(script, p, left - 1.4 * height, right, height)]
        if not inside:
            return
        yield _trimmed(script, *inside[0])
        above = below


def _within(script: Script, piece: tuple[int, int], left: float, right: float, height: float) -> bool:
    glyphs = script.glyphs(*piece)
    return left <= glyphs[0].box.x0 <= left + 4.9 * height and glyphs[-1].box.x1 <= right + 0.2 * height


def _trimmed(script: Script, start: int, end: int) -> tuple[int, int]:
    while start < end and script.text[start] in "\t\n: ":
        start += 1
    while end > start and script.text[end - 1] in "\t\n ":
        end -= 1
    return start, end
