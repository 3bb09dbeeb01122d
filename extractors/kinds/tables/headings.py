"""The head of a table whose columns a kind knows: one row or several, cells apart or run together.

The recipe: put together what stands below each other, cut what a reader joined, look every cell up among
the heads that the kind knows; enough known ones, and a column that counts the rows, make it a head.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from extractors.geometry import Box, around
from extractors.kinds.fields.texts import text_of
from extractors.kinds.tables.head import Head, side_by_side
from extractors.kinds.tables.known import Heading, Known, heading_of, joined_heads, named, with_misread
from extractors.kinds.tables.pieces import Piece, between, piece, pieces, shared_width
from extractors.layout import Script

TOUCHING = 0.5
"""Heads that are further apart than this many character heights are two, if that makes them known."""

MOST_LINES = 5
"""A head in a narrow column takes so many lines, a character or two on each: 评, 价, 等, 级."""

FIGURE = re.compile(r"(?!(?:19|20)\d\d(?!\d))\d[\d,.]*%?")

ENDING = re.compile(r"[^()\d]{0,3}\)")


def heads(script: Script, number: int, known: Known) -> tuple[list[Head], int]:
    """The columns that a row names, and how many rows their heads take: as many as name the most."""
    best: tuple[list[Head], int] = ([], 0)
    for taken in range(1, MOST_LINES + 1):
        if number + taken > len(script.rows) or not _close(script, number, taken) or _figures(script, number + taken - 1):
            break
        # A line of text above a header of one row is no part of it.
        if taken > 1 and _stacked(script, number + taken - 1, 1, known) and not between(script, number, number + taken - 1):
            break
        found = _stacked(script, number, taken, known)
        more = named(found) - named(best[0])
        if more > 0 or (best[1] and more == 0 and _closes(script, number + taken - 1)):
            best = found, taken
    return best


def _figures(script: Script, number: int) -> bool:
    """Whether a figure stands in a row, other than a year: it is no line of a head then."""
    return any(FIGURE.fullmatch(script.text, p.start, p.end) for p in pieces(script, number))


def _closes(script: Script, number: int) -> bool:
    """Whether a row is nothing but the ends of brackets that the row above opened: «亩)» below «(万元/»."""
    return all(ENDING.fullmatch(script.text[p.start : p.end]) for p in pieces(script, number))


def _stacked(script: Script, number: int, taken: int, known: Known) -> list[Head]:
    """The columns that some rows name together; none where too few of them are known."""
    found = [h for stack in _stacks(script, number, taken, known) for h in _named(script, stack, known)]
    found = with_misread(found, known)
    half = side_by_side(found)[0]
    names = {head.name for head in half if head.name}
    enough = len(names) >= known.least and bool(names & set(known.anchors)) and 2 * len(names) >= len(half)
    return found if enough else []


def _close(script: Script, number: int, taken: int) -> bool:
    window = script.rows[number : number + taken]
    steps = zip(window, window[1:], strict=False)
    return all(a.page == b.page and b.box.y0 - a.box.y1 < a.height for a, b in steps)


def _stacks(script: Script, number: int, taken: int, known: Known) -> list[list[Piece]]:
    """The pieces of some rows, those below each other together, from left to right."""
    stacks: list[list[Piece]] = []
    below = [p for row in range(number + 1, number + taken) for p in pieces(script, row)]
    for row in range(number, number + taken):
        under = below if row == number else []
        above = [(stack, stack[-1]) for stack in stacks]  # boxes of two cells of one row may overlap a little
        for one in (part for whole in pieces(script, row) for part in _parts(script, whole, known, under)):
            stack, last = max(above, key=lambda pair: shared_width(pair[1].box, one.box), default=([], one))
            if stack and shared_width(last.box, one.box) > 0:
                stack.append(one)
            else:
                stacks.append([one])
    return sorted(stacks, key=lambda s: s[0].box.x0)


def _parts(script: Script, whole: Piece, known: Known, below: Sequence[Piece]) -> list[Piece]:
    """A piece that is no head, cut where heads of full columns nearly touch or a reader joined them.

    `below` is what may stand below it: with that a head that wraps is whole.
    """
    text = script.text[whole.start : whole.end]
    joined = () if heading_of(text, known) is not None else joined_heads(text, known)
    if heading_of(text, known) is not None or joined:
        return [piece(script, whole.start + a, whole.start + b) for a, b in joined] or [whole]
    cuts = [whole.start, *_gaps(script, whole), whole.end]
    parts = [piece(script, a, b) for a, b in pairwise(cuts)]
    if len(parts) > 1 and all(part.end - part.start >= 2 for part in parts):
        return parts
    tails = (script.text[p.start : p.end] for p in below if shared_width(whole.box, p.box) > 0)
    spans = joined_heads(text, known, tuple(tails))
    return [piece(script, whole.start + a, whole.start + b) for a, b in spans] or [whole]


def _gaps(script: Script, whole: Piece) -> list[int]:
    boxes = [glyph.box for glyph in script.glyphs(whole.start, whole.end)]
    far = [b.x0 - a.x1 > TOUCHING * a.height for a, b in pairwise(boxes)]
    return [whole.start + n for n, apart in enumerate(far, 1) if apart]


def _named(script: Script, stack: Sequence[Piece], known: Known) -> list[Head]:
    """The column whose head some pieces make; several where a reader joined their cells."""
    text = "".join(script.text[p.start : p.end] for p in stack)
    heading = heading_of(text, known)
    if heading is None and len(stack) == 1:
        parts = joined_heads(text, known)
        if parts:
            return [_part(script, stack[0].start + a, stack[0].start + b, known) for a, b in parts]
    box = around(p.box for p in stack)
    return [_head(text, heading, box)]


def _part(script: Script, start: int, end: int, known: Known) -> Head:
    text = script.text[start:end]
    return _head(text, heading_of(text, known), piece(script, start, end).box)


def _head(text: str, heading: Heading | None, box: Box) -> Head:
    return Head(heading.name if heading else "", heading.parse if heading else text_of, box.x0, box.x1, text)
