"""Statements printed in two halves beside each other: their rows one below the other, as other statements have them.

The recipe: a head that says 项目 twice begins such a statement; what stands to the right of where the second
half's labels begin goes below the first half. A label that wraps in its narrow cell is put before its figures.
"""

import re
from collections.abc import Iterator, Sequence
from statistics import median

from extractors.kinds.tables.amounts import row_text
from extractors.kinds.tables.pieces import Piece, pieces
from extractors.layout import Script
from extractors.rows import Glyph, Row

HALVES = re.compile(r"(?:^|\t)项\t?目(?=\t|$)")
LABEL = re.compile(r"[^\d]*[一-鿿]{2}")

STUCK = 0.9
"""The lines of a wrapped label stand so many character heights from its figures, or less."""


def in_halves(script: Script, number: int) -> bool:
    """Whether a row is the head of a statement in two halves."""
    return len(HALVES.findall(script.text[slice(*script.row_span(number))])) == 2


def unfolded(script: Script, ends: re.Pattern[str]) -> Script:
    """The script with the right half of every statement below its left half; itself where there is none."""
    rows: list[Row] = []
    number = 0
    while number < len(script.rows):
        rows.append(script.rows[number])
        if in_halves(script, number):
            below = range(number + 1, _end(script, number, ends))
            begin = _begin(script, number, below)
            for left in (True, False):
                rows += _joined([part for n in below if (part := _part(script.rows[n], begin, left)).glyphs])
            number = below.stop
        else:
            number += 1
    return Script(rows, list(script.pages.values())) if len(rows) != len(script.rows) else script


def _end(script: Script, head: int, ends: re.Pattern[str]) -> int:
    page = script.rows[head].page
    below = (n for n in range(head + 1, len(script.rows)) if script.rows[n].page != page or ends.fullmatch(row_text(script, n)))
    return next(below, len(script.rows))


def _begin(script: Script, head: int, below: Sequence[int]) -> float:
    """Where the right half begins, in points: at its first label, behind the left half's last column."""
    cells = pieces(script, head)
    second = [one for one in cells if _says_item(script, one)][-1]
    before = max((one.box.x1 for one in cells if one.box.x1 <= second.box.x0), default=second.box.x0)
    labels = [p.box.x0 for n in below for p in pieces(script, n) if p.box.x0 > before - p.box.height and LABEL.match(script.text[p.start : p.end])]
    return min([*labels, second.box.x0]) - 1.0


def _says_item(script: Script, one: Piece) -> bool:
    return script.text[one.start] == "项"


def _part(row: Row, begin: float, left: bool) -> Row:
    kept = [i for i, glyph in enumerate(row.glyphs) if (glyph.box.x0 < begin) == left]
    return Row(row.page, tuple(row.glyphs[i] for i in kept), frozenset(kept.index(i) for i in row.begins if i in kept))


def _joined(rows: Sequence[Row]) -> Iterator[Row]:
    """The rows of one half; figures without a label take the lines above and below them as theirs."""
    of: dict[int, int] = {}  # whose label a line is
    for n, row in enumerate(rows):
        if not _labelled(row):
            of |= {m: n for m in (n - 1, n + 1) if 0 <= m < len(rows) and m not in of and _wraps(rows[m], row)}
    for n, row in enumerate(rows):
        if n not in of:
            label = tuple(glyph for m in (n - 1, n + 1) if of.get(m) == n for glyph in rows[m].glyphs)
            yield Row(row.page, (*label, *row.glyphs), frozenset({len(label)} | {i + len(label) for i in row.begins})) if label else row


def _labelled(row: Row) -> bool:
    return LABEL.match(row.text) is not None


def _wraps(line: Row, figures: Row) -> bool:
    """Whether a row is a line of the label of those figures: nothing but words, to their left, close to them."""
    words = not any(char.isdigit() for char in line.text)
    away = max(line.box.y0 - figures.box.y1, figures.box.y0 - line.box.y1)
    return words and line.box.x0 < figures.box.x0 and away < STUCK * median(_heights(line.glyphs))


def _heights(glyphs: Sequence[Glyph]) -> list[float]:
    return [glyph.box.height for glyph in glyphs]
