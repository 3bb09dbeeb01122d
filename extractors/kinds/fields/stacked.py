"""Labels that wrap in their cell: «统一社会» over «信用代码», the value beside them at any height.

The recipe: a cell that is nothing but the beginning of a label, with the rest of that label right below
it, is that label; its value is the first column of text beside it, over as many lines as stand as close
to each other as the lines of one cell do.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extractors.geometry import Box, around
from extractors.kinds.tables.pieces import Piece, pieces
from extractors.layout import Script

SHORTEST = 4
"""Labels of fewer characters do not wrap."""

CLOSE = 0.9
"""Lines of one cell stand no further apart than so many character heights."""


@dataclass(frozen=True, slots=True)
class Stacked:
    """A wrapped label with its box and where its value stands, a stretch for each line."""

    label: str
    box: Box
    value: tuple[tuple[int, int], ...]


def stacked(script: Script, labels: Sequence[str]) -> Iterator[Stacked]:
    """Every label of those asked for that stands over two or three lines of its own cell."""
    wanted = sorted({label for label in labels if len(label) >= SHORTEST}, key=len, reverse=True)
    if not wanted:
        return
    beginnings = {label[:n] for label in wanted for n in range(2, len(label))} - set(wanted)
    rows = [pieces(script, n) for n in range(len(script.rows))]
    for number, row in enumerate(rows):
        for first in row:
            if _text(script, first) not in beginnings:
                continue
            found = _whole(script, number, first, rows, wanted)
            if found is not None:
                label, box = found
                value = _beside(script, number, box, rows)
                if value:
                    yield Stacked(label, box, tuple((p.start, p.end) for p in value))


def _text(script: Script, one: Piece) -> str:
    return script.text[one.start : one.end].rstrip(":;")


def _whole(
    script: Script, number: int, first: Piece, rows: Sequence[Sequence[Piece]], wanted: Sequence[str]
) -> tuple[str, Box] | None:
    text, box, last = _text(script, first), first.box, first.box
    for below in range(number + 1, min(number + 4, len(rows))):
        if script.rows[below].page != script.rows[number].page:
            return None
        under = next((p for p in rows[below] if _goes_on(last, p.box)), None)
        if under is None:
            continue  # a value at the height between two lines is a row of its own
        text, box, last = text + _text(script, under), around((box, under.box)), under.box
        if text in wanted:
            return text, box
        if not any(label.startswith(text) for label in wanted):
            return None
    return None


def _goes_on(above: Box, below: Box) -> bool:
    """Whether a piece is the next line of a cell: close below, flush or centred."""
    flush = abs(above.x0 - below.x0) < 0.5 * above.height
    centred = abs(above.x0 + above.x1 - below.x0 - below.x1) < above.height
    ends = abs(above.x1 - below.x1) < 0.5 * above.height
    return (flush or centred or ends) and -0.3 * above.height < below.y0 - above.y1 < CLOSE * above.height


def _beside(script: Script, number: int, label: Box, rows: Sequence[Sequence[Piece]]) -> list[Piece]:
    """The lines of the cell beside a label: those at its height, and those stuck to them."""
    page = script.rows[number].page
    near = [p for n in range(max(0, number - 4), min(number + 7, len(rows))) if script.rows[n].page == page for p in rows[n]]
    right = [p for p in near if p.box.x0 >= label.x1]
    level = [p for p in right if label.y0 - 1 <= p.box.middle <= label.y1 + 1]
    if not level:
        return []
    left = min(p.box.x0 for p in level)
    column = sorted((p for p in right if abs(p.box.x0 - left) < 3.5 * p.box.height), key=lambda p: p.box.middle)
    kept = [p for p in column if p in level]
    size = kept[0].box.height
    others = [p.box for p in near if abs(p.box.x0 - label.x0) < size and not label.y0 <= p.box.middle <= label.y1]
    for one in [p for p in column if p.box.middle > kept[-1].box.middle]:
        if one.box.y0 - kept[-1].box.y1 > CLOSE * one.box.height or _anothers(one, size, others):
            break
        kept.append(one)
    for one in [p for p in reversed(column) if p.box.middle < kept[0].box.middle]:
        if kept[0].box.y0 - one.box.y1 > CLOSE * one.box.height or _anothers(one, size, others):
            break
        kept.insert(0, one)
    return kept


LARGER = 1.3
"""A line so many times as high as the others of a cell is none of them: a title above."""


def _anothers(one: Piece, size: float, labels: Sequence[Box]) -> bool:
    """Whether a line stands beside another label, or is of another size."""
    return one.box.height > LARGER * size or any(box.y0 <= one.box.middle <= box.y1 for box in labels)


SPACED = 4
"""A label stands in no more pieces than this: 姓 名."""


def lower(script: Script, labels: Sequence[str]) -> Iterator[Stacked]:
    """Every label whose value stands half a line lower, or half a line higher and lower: English below it, a value of two lines."""
    wanted = set(labels)
    rows = [pieces(script, n) for n in range(len(script.rows))]
    for number, row in enumerate(rows):
        near = [rows[n] if 0 <= n < len(rows) and script.rows[n].page == script.rows[number].page else [] for n in (number - 1, number + 1)]
        for first in range(len(row)):
            for last in range(first, min(first + SPACED, len(row))):
                label = "".join(_text(script, one) for one in row[first : last + 1])
                if label in wanted:
                    box = around(one.box for one in row[first : last + 1])
                    above, below = (_touching(box, row[last + 1 :], beside) for beside in near)
                    if below is not None:
                        lines = (below,) if above is None else (above, below)
                        yield Stacked(label, box, tuple((one.start, one.end) for one in lines))


def _touching(label: Box, right: Sequence[Piece], beside: Sequence[Piece]) -> Piece | None:
    """The piece of a neighbouring row to the right of a label, before the next cell of its own row, that its height still touches."""
    end = min((one.box.x0 for one in right), default=float("inf"))
    near = [one for one in beside if label.x1 <= one.box.x0 < end and one.box.y0 < label.y1 and one.box.y1 > label.y0]
    return min(near, key=lambda one: one.box.x0, default=None)
