"""Where the rows of a list stand: at their serial numbers, else at the names of those whom they list."""

import re
from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from extractors.exhibit import Row
from extractors.kinds.tables.companies import SHORTEST, ends_whole, names_in, text_in
from extractors.kinds.tables.pieces import LEADING, Piece, em
from extractors.kinds.tables.tiling import Span, span_of
from extractors.layout import Script

SERIAL = re.compile(r"[(（]?\d{1,4}[)）]?[.、]?")

MOST_SKIPPED = 5
"""Serial numbers that skip more than this were misread."""


def anchors(script: Script, by_name: dict[str, list[Piece]], last: Row | None) -> list[Span]:
    """Where the rows stand: at their serial numbers, else at the names of those whom they list.

    Numbers that skip one (a reader missed it under a seal) are not trusted where more names stand
    beside them; numbers without a gap are, for two companies may share one.
    """
    serial = [p for p in by_name.get("sequence", []) if SERIAL.fullmatch(text_in(script, [p]))]
    named = [
        c for c in names_in(script, by_name.get("holder", []) or by_name.get("person", [])) if ends_whole(script, c)
    ]
    counted = [int(re.sub(r"\D", "", text_in(script, [p]))) for p in serial]
    before = last.get("sequence") if last is not None else None
    first = int(re.sub(r"\D", "", str(before.value)) or 0) + 1 if before is not None else 1
    if serial and (counted == list(range(first, first + len(counted))) or len(serial) >= len(named)):
        spans = [Span(p.box.middle, p.box.middle) for p in serial]
        return [*_unnumbered_above(script, named, serial), *_with_skipped(spans, counted, first), *_unnumbered(script, named, serial)]
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


def _unnumbered_above(script: Script, named: Sequence[Sequence[Piece]], serial: Sequence[Piece]) -> list[Span]:
    """The names above the first serial number, where another stands beside it: each part of a list may count anew."""
    first = serial[0]
    spans = [span_of([p.box.middle for p in cell]) for cell in named]
    beside = [cell for cell, span in zip(named, spans, strict=True) if abs(span.middle - first.box.middle) < 0.5 * first.box.height]
    if not beside:
        return []
    high = beside[0][0].box.middle - LEADING * em(script, beside[0])
    return [span for cell, span in zip(named, spans, strict=True) if len(text_in(script, cell)) >= SHORTEST and cell[-1].box.middle < high]


def _unnumbered(script: Script, named: Sequence[Sequence[Piece]], serial: Sequence[Piece]) -> list[Span]:
    """The names below the last serial number, where one stands beside it: rows whose own numbers a reader missed.

    Two names that share a number stand above and below it, or close to each other.
    """
    last, spans = serial[-1], [span_of([p.box.middle for p in cell]) for cell in named]
    beside = [cell for cell, span in zip(named, spans, strict=True) if abs(span.middle - last.box.middle) < 0.5 * last.box.height]
    if not beside:
        return []
    low = beside[-1][-1].box.middle + LEADING * em(script, beside[-1])
    long = [len(text_in(script, cell)) >= SHORTEST for cell in named]
    return [span for span, told in zip(spans, long, strict=True) if told and span.top > low]
