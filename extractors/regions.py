"""Splits a page that holds several papers: two copies side by side or one above the other, four, cards.

The recipe: look for a gutter that no line crosses, first down the page, then across; a cut stands only
where both sides bear a title of their own and state something, or where the right leaf of an open
booklet goes on with the left one. What was cut is cut again. A page of one paper comes back as it is.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from extractors.geometry import Box, around
from extractors.kinds.catalog import KINDS
from extractors.kinds.fields.facts import labelled
from extractors.kinds.kind import Kind
from extractors.kinds.recognise import SLACK, core, recognise
from extractors.layout import Script, script_of
from extractors.page import Line, Page, PageState

ON_CARDS = frozenset(
    (
        "business_licence",
        "hitech_certificate",
        "invention_patent_certificate",
        "utility_model_certificate",
        "design_patent_certificate",
        "software_copyright_certificate",
        "works_registration_certificate",
        "science_award",
        "association_honour",
        "quality_award",
        "pinzibiao_certificate",
        "mlps_filing",
        "mgmt_system_certificate",
        "land_certificate",
        "degree_title_certificate",
        "open_source_certificate",
        "industry_brain_certificate",
        "tax_payment_certificate",
    )
)
"""Types that state one thing on one sheet, and are therefore copied several on a sheet (DOSSIER.md, C)."""

STATES = frozenset(("number", "holder", "title", "uscc", "award"))
"""A paper states one of these; a heading states none."""

WINDOW = (0.15, 0.85)
"""Where on the page a gutter may lie."""

GUTTER = {"down": 0.012, "across": 0.018}
"""Least width of a gutter as a share of the page."""

TRIES = {"down": 3, "across": 5}
"""Gutters that are tried, the widest first."""

LINES, CHARACTERS = 3, 24
"""A part of a page with fewer is no paper."""

DEPTH = 3
"""A page is cut so often at most: into eight."""


def regions(page: Page, depth: int = DEPTH) -> tuple[Page, ...]:
    """The papers on a page, each with its own lines and seals, in reading order; mostly the page itself."""
    if page.state is not PageState.READ or depth == 0 or len(page.lines) < 2 * LINES:
        return (page,)
    several = _several_titles(page)
    wide = page.reading_size[0] > page.reading_size[1]
    # Most pages bear one title, and only a wide one can be a spread: nothing more to look at.
    ways = ("down", "across") if several else ("down",) if wide else ()
    for one, other, way in _cuts(page, ways):
        if _both(one, other, several=several, spread=wide and way == "down"):
            return (*regions(one, depth - 1), *regions(other, depth - 1))
    return (page,)


@cache
def _titles() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(title) for kind in KINDS if kind.type in ON_CARDS for title in kind.titles)


def _several_titles(page: Page) -> bool:
    """Whether titles of cards stand more than once on a page, be it in other texts."""
    text = script_of([page]).text
    ways = {text.replace("\t", ""), text.replace("\t", "\n")}  # the same where there are no gaps
    return any(_count(way) > 1 for way in ways)


def _count(text: str) -> int:
    """How many titles stand in rows of their own; those that overlap are one."""
    count = 0
    present = [title for title in _titles() if core(title.pattern).search(text)]
    for row in text.split("\n") if present else ():
        reach, titles, length = 0, 0, 0
        for start, end in sorted(match.span() for title in present for match in title.finditer(row)):
            titles += start >= reach
            length += max(0, end - max(start, reach))
            reach = max(reach, end)
        count += titles if len(row) - length <= SLACK * titles else 0
    return count


def _cuts(page: Page, ways: Sequence[str]) -> Iterator[tuple[Page, Page, str]]:
    for way in ways:
        for at in _gutters(page, way):
            one, other = _part(page, way, at, first=True), _part(page, way, at, first=False)
            if _is_enough(one) and _is_enough(other):
                yield one, other, way


def _is_enough(part: Page) -> bool:
    return len(part.lines) >= LINES and sum(len(line.text) for line in part.lines) >= CHARACTERS


def _gutters(page: Page, way: str) -> list[float]:
    """Middles of the gutters, the widest first."""
    size = page.reading_size[0 if way == "down" else 1]
    spans = sorted(_span(line.box, way) for line in _body(page, way))
    reach, gaps = spans[0][1], []
    for start, end in spans[1:]:
        if start - reach > GUTTER[way] * size and WINDOW[0] * size < (start + reach) / 2 < WINDOW[1] * size:
            gaps.append((start - reach, (start + reach) / 2))
        reach = max(reach, end)
    return [middle for _, middle in sorted(gaps, reverse=True)[: TRIES[way]]]


def _body(page: Page, way: str) -> Sequence[Line]:
    """The lines that a gutter must not cross: a heading over both papers, a page number below may lie across."""
    if way == "across":
        return page.lines
    lines = sorted(page.lines, key=lambda line: line.box.middle)
    whole = around(line.box for line in lines)
    inner = (whole.y0 + 0.06 * whole.height, whole.y1 - 0.06 * whole.height)
    return [line for line in lines if inner[0] < line.box.middle < inner[1]] or lines


def _span(box: Box, way: str) -> tuple[float, float]:
    return (box.x0, box.x1) if way == "down" else (box.y0, box.y1)


def _part(page: Page, way: str, at: float, *, first: bool) -> Page:
    """What stands on one side of a gutter; a heading across it belongs to neither."""

    def here(box: Box) -> bool:
        start, end = _span(box, way)
        return end <= at if first else start >= at

    lines = tuple(line for line in page.lines if here(line.box))
    seals = tuple(seal for seal in page.seals if (sum(_span(seal.box, way)) / 2 < at) == first)
    return replace(page, lines=lines, seals=seals)


def _both(one: Page, other: Page, *, several: bool, spread: bool) -> bool:
    """Whether two parts are two papers, or on a spread the two leaves of one."""
    left, right = script_of([one]), script_of([other])
    known = recognise(left)
    if known is None or not known.by_title:
        return False
    second = recognise(right) if several else None
    if second is None or not second.by_title:
        return spread and _goes_on(known.kind, right)
    if not {known.kind.type, second.kind.type} <= ON_CARDS:
        return False
    here, there = _stated(left, known.kind), _stated(right, second.kind)
    return bool(here) and bool(there) and (known.kind is not second.kind or here != there)


def _goes_on(kind: Kind, script: Script) -> bool:
    """The right leaf of a booklet bears a phrase by which the kind's later pages are known."""
    text = script.text.replace("\t", "").replace("\n", "")
    return kind.pages > 1 and any(phrase in text for phrase in kind.follows)


def _stated(script: Script, kind: Kind) -> dict[str, object]:
    facts = {f.name: f for f in kind.read(script).facts} if kind.read is not None else {}
    facts |= {name: fact for name, fact in labelled(script, kind.fields).items() if name not in facts}
    return {name: fact.value for name, fact in facts.items() if name in STATES}
