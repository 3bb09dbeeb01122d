"""The head of a table whose columns a kind knows: one row or several, cells apart or run together.

The recipe: put together what stands below each other, cut what a reader joined, look every cell up among
the heads that the kind knows; enough known ones, and a column that counts the rows, make it a head.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from extractors.geometry import Box, around
from extractors.kinds.fields.parsing import text_of
from extractors.kinds.kind import Parse
from extractors.kinds.tables.columns import Head, Piece, misread, piece, pieces
from extractors.layout import Script

TOUCHING = 0.5
"""Heads that are further apart than this many character heights are two, if that makes them known."""


UNIT = re.compile(r"(?<=.)\([万千百亿元亩平方米人个项%/㎡]*[^()]?\)?$")
"""The unit behind a head: (亩), (万元/亩), (万元/ where the rest stands below."""

ENDING = re.compile(r"[^()\d]{0,3}\)")


@dataclass(frozen=True, slots=True)
class Heading:
    """A column that a kind knows: its field, what its head says, how its cells are read."""

    name: str
    pattern: str
    parse: Parse = text_of


@dataclass(frozen=True, slots=True)
class Known:
    """The columns that a kind knows, those of which one must be there, and how many make a head."""

    headings: tuple[Heading, ...]
    anchors: tuple[str, ...]
    least: int = 3


def heads(script: Script, number: int, known: Known) -> tuple[list[Head], int]:
    """The columns that a row names, and how many rows their heads take: as many as name the most."""
    best: tuple[list[Head], int] = ([], 0)
    for taken in (1, 2, 3):
        if number + taken > len(script.rows) or not _close(script, number, taken):
            break
        # A line of text above a header of one row is no part of it.
        if taken > 1 and _stacked(script, number + taken - 1, 1, known):
            break
        found = _stacked(script, number, taken, known)
        more = _count(found) - _count(best[0])
        if more > 0 or (best[1] and more == 0 and _closes(script, number + taken - 1)):
            best = found, taken
    return best


def _closes(script: Script, number: int) -> bool:
    """Whether a row is nothing but the ends of brackets that the row above opened: «亩)» below «(万元/»."""
    return all(ENDING.fullmatch(script.text[p.start : p.end]) for p in pieces(script, number))


def _count(columns: Sequence[Head]) -> int:
    return sum(bool(head.name) for head in columns)


def _stacked(script: Script, number: int, taken: int, known: Known) -> list[Head]:
    """The columns that some rows name together; none where too few of them are known."""
    found = [h for stack in _stacks(script, number, taken, known) for h in _named(script, stack, known)]
    found = _guessed(found, known)
    names = {head.name for head in found if head.name}
    enough = len(names) >= known.least and bool(names & set(known.anchors)) and 2 * len(names) >= len(found)
    return found if enough else []


def _close(script: Script, number: int, taken: int) -> bool:
    window = script.rows[number : number + taken]
    steps = zip(window, window[1:], strict=False)
    return all(a.page == b.page and b.box.y0 - a.box.y1 < a.height for a, b in steps)


def _stacks(script: Script, number: int, taken: int, known: Known) -> list[list[Piece]]:
    """The pieces of some rows, those below each other together, from left to right."""
    stacks: list[list[Piece]] = []
    below = [script.text[p.start : p.end] for row in range(number + 1, number + taken) for p in pieces(script, row)]
    for row in range(number, number + taken):
        tails = below if row == number else []
        above = [(stack, stack[-1]) for stack in stacks]  # boxes of two cells of one row may overlap a little
        for one in (part for whole in pieces(script, row) for part in _parts(script, whole, known, tails)):
            stack, last = max(above, key=lambda pair: _overlap(pair[1], one), default=([], one))
            if stack and _overlap(last, one) > 0:
                stack.append(one)
            else:
                stacks.append([one])
    return sorted(stacks, key=lambda s: s[0].box.x0)


def _parts(script: Script, whole: Piece, known: Known, tails: Sequence[str]) -> list[Piece]:
    """A piece that is no head, cut where heads of full columns nearly touch or a reader joined them.

    `tails` are the words below, with which a head that wraps is whole.
    """
    text = script.text[whole.start : whole.end]
    joined = [] if _heading(text, known) is not None else _split(text, known)
    if _heading(text, known) is not None or joined:
        return [piece(script, whole.start + a, whole.start + b) for a, b in joined] or [whole]
    cuts = [whole.start, *_gaps(script, whole), whole.end]
    parts = [piece(script, a, b) for a, b in pairwise(cuts)]
    if len(parts) > 1 and all(part.end - part.start >= 2 for part in parts):
        return parts
    spans = _split(text, known, tails)
    return [piece(script, whole.start + a, whole.start + b) for a, b in spans] or [whole]


def _gaps(script: Script, whole: Piece) -> list[int]:
    boxes = [glyph.box for glyph in script.glyphs(whole.start, whole.end)]
    far = [b.x0 - a.x1 > TOUCHING * a.height for a, b in pairwise(boxes)]
    return [whole.start + n for n, apart in enumerate(far, 1) if apart]


def _overlap(a: Piece, b: Piece) -> float:
    return min(a.box.x1, b.box.x1) - max(a.box.x0, b.box.x0)


def _named(script: Script, stack: Sequence[Piece], known: Known) -> list[Head]:
    """The column whose head some pieces make; several where a reader joined their cells."""
    text = "".join(script.text[p.start : p.end] for p in stack)
    heading = _heading(text, known)
    if heading is None and len(stack) == 1:
        parts = _split(text, known)
        if parts:
            return [_part(script, stack[0].start + a, stack[0].start + b, known) for a, b in parts]
    box = around(p.box for p in stack)
    return [_head(text, heading, box)]


def _heading(text: str, known: Known) -> Heading | None:
    """The column of that head; a unit in brackets behind it may be cut off or misread."""
    found = next((h for h in known.headings if re.fullmatch(h.pattern, text)), None)
    bare = UNIT.sub("", text)
    if found is None and len(bare) < len(text):
        return next((h for h in known.headings if re.fullmatch(h.pattern, bare)), None)
    return found


def _split(text: str, known: Known, tails: Sequence[str] = ()) -> list[tuple[int, int]]:
    """Where a run of heads without gaps is to be cut, if it is nothing but heads."""
    for end in range(len(text), 0, -1):
        if any(_heading(text[:end] + tail, known) is not None for tail in ("", *tails)):
            if end == len(text):
                return [(0, end)]
            rest = _split(text[end:], known, tails)
            if rest:
                return [(0, end), *((a + end, b + end) for a, b in rest)]
    return []


def _part(script: Script, start: int, end: int, known: Known) -> Head:
    text = script.text[start:end]
    return _head(text, _heading(text, known), piece(script, start, end).box)


def _head(text: str, heading: Heading | None, box: Box) -> Head:
    return Head(heading.name if heading else "", heading.parse if heading else text_of, box.x0, box.x1, text)


def _guessed(found: Sequence[Head], known: Known) -> list[Head]:
    """The columns of a head that is known, with those told of which one character was misread (入耶时间)."""
    taken = {head.name for head in found}
    if _count(found) < known.least:
        return list(found)
    missing = [heading for heading in known.headings if heading.name not in taken]
    return [head if head.name else _told(head, missing) for head in found]


def _told(head: Head, missing: Sequence[Heading]) -> Head:
    likely = [heading for heading in missing if misread(head.text, heading.pattern)]
    return replace(head, name=likely[0].name, parse=likely[0].parse) if len(likely) == 1 else head
