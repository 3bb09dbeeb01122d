"""Amounts in the rows of a statement or form: a label, perhaps a line number, then figures in columns.

The recipe: cut a row into pieces at its gaps, narrow ones too, for figures stand close; tell amounts
from line and note numbers by how they are written; carry them into 万元 by the unit that the page prints.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise
from statistics import median

from extractors.exhibit import Fact
from extractors.kinds.fields.facts import fact_of
from extractors.kinds.kind import Reading
from extractors.layout import Script
from extractors.page import TEXT

UNITS = {
    "元": Decimal(1),
    "千元": Decimal(1000),
    "万元": Decimal(10_000),
    "百万元": Decimal(1_000_000),
    "亿元": Decimal(100_000_000),
}

NARROW = 0.6
"""In a row of figures a gap of so many character heights already parts two cells."""

TOUCHING = 1.6
"""Figures of two cells that touch stand so many times as far from each other as those of one amount."""

_STRICT = re.compile(r"[-(]?\d{1,3}(?:,\d{3})+\.\d{2}\)?|[-(]?\d+\.\d{2}\)?(?![\d,.])")
_GROUPED = re.compile(r"[-(]?\d{1,3}(?:[,.]\d{3})+[,.]\d{2}\)?")
"""One amount of which commas may have been read as points: 165,696.414.36 is not 165,696.41 and 4.36."""

_LOOSE = re.compile(r"[-(]?\d[\d,.]*\d\)?|[-(]?\d\)?")
_BEHIND_LABEL = re.compile(r"(?<=[一-鿿)])[-(]?\d[\d,.]*\.\d\d$")

Span = tuple[int, int]


def row_text(script: Script, number: int) -> str:
    """A row's text without its gaps."""
    start, end = script.row_span(number)
    return script.text[start:end].replace("\t", "")


def row_pieces(script: Script, number: int) -> Iterator[tuple[int, str]]:
    """The pieces of a row, cut at narrow gaps, each with the index at which it begins."""
    start, end = script.row_span(number)
    at = start
    for i in range(start + 1, end + 1):
        if i == end or _parted(script, i):
            piece = script.text[at:i].strip("\t")
            if piece:
                yield i - len(script.text[at:i].lstrip("\t")), piece
            at = i


def _parted(script: Script, i: int) -> bool:
    before, here = script.glyphs(i - 1, i), script.glyphs(i, i + 1)
    if not before or not here:
        return True
    return here[0].box.x0 - before[0].box.x1 > NARROW * here[0].box.height


def row_amounts(script: Script, number: int) -> list[Span]:
    """Where the amounts of a row stand; a note number or a line number is no amount."""
    return [span for at, piece in row_pieces(script, number) for span in _amounts_in(script, at, piece)]


def _amounts_in(script: Script, at: int, piece: str) -> list[Span]:
    strict = [(at + m.start(), at + m.end()) for m in _STRICT.finditer(piece)]
    whole = sum(b - a for a, b in strict) == len(piece)
    several = _printed(script, at) or not _GROUPED.fullmatch(piece) or all(_apart(script, a) for a, _ in strict[1:])
    if strict and whole and several:
        return strict  # two columns that stand so close that they were read as one
    loose = _LOOSE.fullmatch(piece)
    amount = loose or _BEHIND_LABEL.search(piece)
    if amount is None or (len(piece) <= 3 and "." not in piece and piece != "0"):
        return []
    return [(at + amount.start(), at + amount.end())]


def _printed(script: Script, at: int) -> bool:
    """Whether a figure is a text layer's, in which no comma is misread."""
    return any(glyph.origin == TEXT for glyph in script.glyphs(at, at + 1))


MOST_DIGITS = 15
"""An amount of more digits is several that were read as one."""


def number_in(printed: str) -> Decimal | None:
    """An amount with thousands separators; the last separator with two digits behind it is the point."""
    negative = printed.startswith(("-", "("))
    digits = re.sub(r"[^\d.,]", "", printed)
    match = re.fullmatch(r"([\d.,]*?)[.,](\d{1,2})", digits)
    whole, cents = (match[1], match[2]) if match else (digits, "0")
    whole = re.sub(r"[.,]", "", whole)
    if not whole or len(whole) > MOST_DIGITS:
        return None
    value = Decimal(f"{whole}.{cents}")
    return -value if negative else value


def _apart(script: Script, at: int) -> bool:
    """Whether a figure stands further from the one before it than figures of one amount do."""
    start, end = max(0, at - 6), at + 6
    boxes = [glyph.box for i in range(start, end) for glyph in script.glyphs(i, i + 1)]
    steps = [b.x0 - a.x0 for a, b in pairwise(boxes)]
    before, here = script.glyphs(at - 1, at), script.glyphs(at, at + 1)
    if not before or not here or not steps:
        return True
    return here[0].box.x0 - before[0].box.x0 > TOUCHING * median(steps)


def with_commas(printed: str) -> str:
    """A figure as it was printed: a reader takes the comma of its thousands for a point, and its point for a colon."""
    printed = re.sub(r"(?<=\d)[:,](?=\d\d(?!\d))", ".", printed)
    match = _GROUPED.match(printed)
    if match is None:
        return printed
    digits = match[0].rstrip(")")
    return re.sub(r"\.", ",", digits[:-3]) + "." + digits[-2:] + printed[len(digits) :]


def unit_in(text: str) -> Decimal | None:
    """The unit that a statement's head names: «单位：人民币元», «金额单位：千元»."""
    match = re.search(
        r"(?:金额|计量|货币)?单位(?:(?:Monetary|Currency)?[Uu]nit)?(?:[:;]|均?为|是)?(?:人民币)?(百万元|千元|万元|亿元|元)|\((?:人民币)?(千元|万元|元)\)", text
    )
    return UNITS[match[1] or match[2]] if match else None


def unit_near(script: Script, first: int, last: int, usual: str = "元") -> Decimal:
    """The unit that some rows name, else the one that such papers use."""
    found = (unit_in(row_text(script, n)) for n in range(max(0, first), min(last, len(script.rows))))
    return next((unit for unit in found if unit is not None), UNITS[usual])


def amount_fact(script: Script, name: str, span: Span, unit: Decimal) -> Fact | None:
    """The fact that an amount states, in 万元."""
    number = number_in(script.text[slice(*span)])
    if number is None:
        return None
    wan = (number * unit / UNITS["万元"]).quantize(Decimal("0.000001"))
    return fact_of(script, name, Reading(float(wan)), script.raw[slice(*span)], [span])
