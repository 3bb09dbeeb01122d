"""The columns of a list: what their heads say, in one row or several, in cells apart or run together."""

import re
from collections.abc import Sequence
from dataclasses import replace

from extractors.geometry import Box, around
from extractors.kinds.tables.head import FIELDS, Head, field_of, is_beside, parse_of, side_by_side
from extractors.kinds.tables.known import named
from extractors.kinds.tables.misread import misread
from extractors.kinds.tables.pieces import Piece, between, piece, pieces, shared_width
from extractors.kinds.tables.spanning import Spanning, spanning
from extractors.layout import Script


def heads(script: Script, number: int) -> tuple[list[Head], int]:
    """The columns that begin at a row, and how many rows their heads take; none where it heads no list."""
    best: tuple[list[Head], int] = ([], 0)
    for rows in (1, 2, 3):
        if number + rows > len(script.rows) or not _close(script, number, rows):
            break
        # What stands above a header that needs no other row is no part of it; nor is a wrapped cell's end.
        alone = rows > 1 and _is_head(_stacked(script, number + rows - 1, 1))
        if alone and not between(script, number, number + rows - 1):
            break
        found = _stacked(script, number, rows)
        more = named(found) - named(best[0])
        goes_on = best[1] and more == 0 and (_tails(script, number + rows - 1) or _spans(script, number, rows))
        if _is_head(found) and (more > 0 or goes_on):
            best = found, rows
    if best[1]:
        return best
    run_together = _run_together(script, number)
    return run_together, 1 if run_together else 0


TAIL = 4
"""The last line of a head that wraps has no more characters than this."""


def _tails(script: Script, number: int) -> bool:
    """Whether a row may be nothing but the ends of heads: 号 below 序."""
    return all(p.end - p.start <= TAIL for p in pieces(script, number))


def _spans(script: Script, number: int, rows: int) -> list[Spanning]:
    """The heads of some rows that stand over several columns of the last."""
    upper = [p for row in range(number, number + rows - 1) for p in pieces(script, row)]
    return spanning(upper, pieces(script, number + rows - 1))


def _close(script: Script, number: int, rows: int) -> bool:
    """Whether some rows stand as close to each other as the lines of one cell do, or closer."""
    window = script.rows[number : number + rows]
    steps = zip(window, window[1:], strict=False)
    return all(a.page == b.page and b.box.y0 - a.box.y1 < 0.8 * a.height for a, b in steps)


def _deepest_once(found: Sequence[Head]) -> list[Head]:
    """City and county are two columns for one field: the first says it."""
    places = [head for head in found if head.name == "region"]
    return [head if head not in places[1:] else replace(head, name="") for head in found]


def _is_head(every: Sequence[Head]) -> bool:
    found = side_by_side(every)[0]
    names = [head.name for head in found if head.name]
    known = sum(bool(head.name or is_beside(head.text)) for head in found)
    named = len(set(names)) == len(names) >= 2 and 3 * known >= 2 * len(found)
    return (
        named
        and bool({"holder", "person", "sequence"} & set(names))
        and bool({"holder", "person", "title"} & set(names))
    )


def _stacked(script: Script, number: int, rows: int) -> list[Head]:
    """Heads whose words may stand below each other; nothing where a cell is too long for a head."""
    stacks: list[list[Piece]] = []
    spans = _spans(script, number, rows) if rows > 1 else []
    over = {one: span.over for span in spans for one in span.under}
    for row in range(number, number + rows):
        for one in (p for p in pieces(script, row) if p not in over.values()):
            above = () if one in over else stacks
            under = next((s for s in above if shared_width(s[-1].box, one.box) > 0), None)
            if under is None:
                stacks.append([one])
            else:
                under.append(one)
    found: list[Head] = []
    for stack in sorted(stacks, key=lambda s: s[0].box.x0):
        text = "".join(script.text[p.start : p.end] for p in stack)
        if stack[0] in over:  # «名称» under 承担单位 is that unit's name, 参与单位 under it says itself who they are
            whole = script.text[over[stack[0]].start : over[stack[0]].end] + text
            text = whole if field_of(whole) else text
        if len(text) > 14 or re.search(r"[。,;]", text):
            return []
        found += _heads_in(script, text, stack)
    found = _with_holder(found)
    return found if len(side_by_side(found)) > 1 else _deepest_once(found)


def _with_holder(found: list[Head]) -> list[Head]:
    """The heads, with that of the companies told if one character of it was misread: nothing is listed without it."""
    if sum(bool(head.name) for head in found) < 2:
        return found
    unknown = [head for head in found if not head.name and misread(head.text, FIELDS["holder"])]
    if len(unknown) != 1 or any(head.name in ("holder", "person") for head in found):
        return found
    return [replace(head, name="holder", parse=parse_of("holder")) if head is unknown[0] else head for head in found]


def _heads_in(script: Script, text: str, stack: Sequence[Piece]) -> list[Head]:
    """The head that some words make; two where a reader joined their cells («序号产品名称»)."""
    if not field_of(text) and len(stack) == 1:
        for cut in range(1, len(text)):
            if field_of(text[:cut]) and field_of(text[cut:]):
                middle = stack[0].start + cut
                halves = (piece(script, stack[0].start, middle), piece(script, middle, stack[0].end))
                return [_head(script.text[p.start : p.end], p.box) for p in halves]
    return [_head(text, around(p.box for p in stack))]


def _head(text: str, box: Box) -> Head:
    name = field_of(text)
    return Head(name, parse_of(name), box.x0, box.x1, text)


def _run_together(script: Script, number: int) -> list[Head]:
    """A reader may join header cells («序号产品名称»): so look for words, not for cells."""
    start, end = script.row_span(number)
    text = script.text[start:end]
    found: list[tuple[str, int, int]] = []
    for name, pattern in FIELDS.items():
        for match in re.finditer(rf"(?:{pattern})", text.replace("\t", " ")):
            taken = any(a < match.end() and match.start() < b for _, a, b in found)
            if not taken and name not in [f[0] for f in found]:
                found.append((name, match.start(), match.end()))
                break
    covered = sum(b - a for _, a, b in found)
    if (
        len(found) < 2
        or "holder" not in [f[0] for f in found]
        or covered < 0.75 * len(text.replace("\t", ""))
    ):
        return []
    found.sort(key=lambda f: f[1])
    boxes = [around(g.box for g in script.glyphs(start + a, start + b)) for _, a, b in found]
    return [Head(f[0], parse_of(f[0]), box.x0, box.x1) for f, box in zip(found, boxes, strict=True)]
