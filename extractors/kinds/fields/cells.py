"""Finds the value behind a label, however the label is spaced and the value wrapped."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from extractors.geometry import Box, around
from extractors.layout import GAP_MARK, ROW_MARK, Script

CHINESE = "一-鿿"

SPECKED = 4
"""Labels of so many characters are known with a mark before the last: 发证日-期."""

BREAKS = re.compile(r"[\t\n]+")


@dataclass(frozen=True, slots=True)
class Hit:
    """A label on the page: its start, and the start of what follows it."""

    label: str
    start: int
    end: int


@lru_cache(maxsize=2048)
def spaced(pattern: str) -> str:
    """A pattern of plain characters with gaps allowed between them; before a long one's last also a speck read as a mark."""
    if len(pattern) < SPECKED:
        return r"\t*".join(re.escape(char) for char in pattern)
    return r"\t*".join(re.escape(char) for char in pattern[:-1]) + r"\t*-?、?\t*" + re.escape(pattern[-1])


@lru_cache(maxsize=4096)
def _label(label: str) -> re.Pattern[str]:
    # With a colon a label may stand anywhere; without one (in a grid) only at the start of a cell.
    name = spaced(label)
    return re.compile(
        rf"(?P<a>{name})\t*[:;.]\t*|(?:(?<=\n)|(?<=\t)|^)(?P<b>{name})\t*(?=[^\t:;.]|\n)", re.MULTILINE
    )


@lru_cache(maxsize=4096)
def _gapped(label: str, known: frozenset[str]) -> re.Pattern[str] | None:
    """The label at the start of a cell with one of its spaced-out characters missed by the reader.

    The last one must stand: it tells 授权公告日 from 授权公告号. What is another label as it stands
    (测评单位 in 被测评单位) is that label.
    """
    short = [label[:i] + label[i + 1 :] for i in range(len(label) - 1)] if len(label) >= 4 else []
    variants = [spaced(variant) for variant in short if variant not in known]
    if not variants:
        return None
    return re.compile(rf"(?:(?<=\n)|(?<=\t)|^)(?P<a>{'|'.join(variants)})\t*[:;.]\t*", re.MULTILINE)


def hits(script: Script, fields: Sequence[Sequence[str]]) -> tuple[Hit, ...]:
    """Every label on the page, longest first where they overlap.

    Args:
        script: the text.
        fields: the labels of each field; a tail that only one field's labels end in («称:» of
            发明名称) is that label with its first characters missed by the reader.
    """
    found: list[Hit] = []
    for label, pattern in _patterns(tuple(tuple(labels) for labels in fields)):
        for match in pattern.finditer(script.text):
            start = match.start("b") if match.groupdict().get("b") is not None else match.start("a")
            if not any(h.start < match.end() and start < h.end for h in found):
                found.append(Hit(label, start, match.end()))
    return tuple(sorted(found, key=lambda h: h.start))


@lru_cache(maxsize=256)
def _patterns(fields: tuple[tuple[str, ...], ...]) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Whole labels first, longest first; then those that lack a character; then their telling tails."""
    # A set would keep labels of one length in another order on every run.
    whole = sorted(dict.fromkeys(label for labels in fields for label in labels), key=len, reverse=True)
    known = frozenset(whole)
    tails = [(label, telling) for label in whole if (telling := _telling_tails(label, fields))]
    at_start = rf"(?:(?<=[^{CHINESE}])|^)"  # readers see ☑ where a label is spaced out
    return (
        *((label, _label(label)) for label in whole),
        *((label, gapped) for label in whole if (gapped := _gapped(label, known)) is not None),
        *((label, re.compile(rf"{at_start}(?P<a>{'|'.join(t)})\t*[:;]\t*")) for label, t in tails),
    )


def _telling_tails(label: str, fields: tuple[tuple[str, ...], ...]) -> list[str]:
    """The ends of a label, longest first, in which only one field's labels end."""
    tails = [label[k:] for k in range(1, len(label))]
    return [
        spaced(tail)
        for tail in tails
        if sum(any(other.endswith(tail) for other in others) for others in fields) == 1
    ]


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
        near = abs(script.glyphs(a, b)[0].box.x0 - left.x0) < 3 * left.height
        if near and not any(a <= h.start < b for h in others):
            return [_trimmed(script, a, b), *_column(script, row + 1, script.glyphs(a, b)[0].box)]
    return []


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


class Flow:
    """A script's text with gaps and line breaks taken out, for patterns over running text.

    With `split`, an x in points, what begins to the right of it is read after all that begins to
    the left: a page of two columns.
    """

    def __init__(self, script: Script, split: float | None = None) -> None:
        at = [i for i, char in enumerate(script.text) if char not in (GAP_MARK, ROW_MARK)]
        if split is not None:
            at.sort(key=lambda i: (script.glyphs(i, i + 1)[0].box.x0 >= split, i))
        self._at = at
        self.text = "".join(script.text[i] for i in self._at)
        self._script = script

    def stretches(self, start: int, end: int) -> list[tuple[int, int]]:
        """A stretch of the flow as stretches of the script, one for each row or column cell."""
        found: list[tuple[int, int]] = []
        for i in self._at[start:end]:
            goes_on = found and i == found[-1][1] and self._script.row_at(i) == self._script.row_at(found[-1][0])
            if goes_on or (found and self._only_gaps(found[-1][1], i)):
                found[-1] = (found[-1][0], i + 1)
            else:
                found.append((i, i + 1))
        return found

    def _only_gaps(self, start: int, end: int) -> bool:
        return start < end and set(self._script.text[start:end]) == {GAP_MARK}
