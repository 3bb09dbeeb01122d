"""The few shapes that most papers have: labelled lines, a ruled form, running text, a letter, a list.

Recipe: a paper is one shape with its own words; what is peculiar to a type stands with its layouts.
Every shape prints what it is given and nothing of its own.
"""

from collections.abc import Sequence
from datetime import date

import pymupdf

from api.example.numbers import chinese_day
from api.example.seals import seal
from api.example.sheet import RED, Colour, Sheet, Style

TEXT = Style(size=12)
SMALL = Style(size=10.5)
BLUE: Colour = (0.2, 0.3, 0.55)
GOLD: Colour = (0.74, 0.58, 0.22)
Pairs = Sequence[tuple[str, str]]


def signed(
    sheet: Sheet, issuer: str, day: date | None, y: float = 690, x: float = 330, across: float = 190
) -> None:
    """Who signs, under a seal, and on which day."""
    sheet.write(x, y, issuer, TEXT, "centre", across)
    if day is not None:
        sheet.write(x, y + 24, chinese_day(day), TEXT, "centre", across)
    sheet.picture(x + across / 2 - 52, y - 56, 104, seal(issuer))


def titled(sheet: Sheet, title: str, y: float, size: float = 22) -> float:
    """A title in the middle, over as many lines as it needs."""
    style = Style(size=size, bold=True)
    for line in sheet.broken(title, sheet.width - 140, style):
        sheet.centre(y, line, style)
        y += size * 1.45
    return y


def lines(
    document: pymupdf.Document,
    title: str,
    pairs: Pairs,
    issuer: str = "",
    day: date | None = None,
    *,
    above: str = "",
    below: Sequence[str] = (),
    frame: Colour | None = None,
    width: float = 96,
) -> Sheet:
    """A certificate of labelled lines whose values wrap."""
    sheet = Sheet(document)
    if frame is not None:
        sheet.box(26, frame, 4)
    if above:
        sheet.write(72, 78, above, SMALL, "right", 451)
    y = titled(sheet, title, 124) + 26
    for label, value in pairs:
        y = sheet.field(76, y, label, value, label_width=width, style=TEXT, width=440 - width) + 12
    for text in below:
        y = sheet.wrap(76, y + 8, 446, text, TEXT, 1.8, indent=24)
    if issuer:
        signed(sheet, issuer, day)
    return sheet


def form(
    document: pymupdf.Document,
    title: str,
    pairs: Pairs,
    issuer: str = "",
    day: date | None = None,
    *,
    above: str = "",
    below: Sequence[str] = (),
    widths: tuple[float, float] = (130, 330),
) -> Sheet:
    """A ruled form of two columns: what it is, and what is entered."""
    sheet = Sheet(document)
    if above:
        sheet.write(68, 76, above, SMALL, "right", 460)
    y = titled(sheet, title, 116) + 14
    y = sheet.table(68, y, widths, [list(pair) for pair in pairs], style=SMALL, pad=7)
    for text in below:
        y = sheet.wrap(72, y + 22, 450, text, TEXT, 1.8, indent=24)
    if issuer:
        signed(sheet, issuer, day)
    return sheet


def wide_form(
    document: pymupdf.Document,
    title: str,
    pairs: Pairs,
    issuer: str = "",
    day: date | None = None,
    *,
    above: str = "",
) -> Sheet:
    """A ruled form of four columns: two entries beside each other."""
    sheet = Sheet(document)
    if above:
        sheet.write(60, 76, above, SMALL)
    y = titled(sheet, title, 116) + 14
    rows = [[*a, *(b or ("", ""))] for a, b in zip(pairs[::2], [*pairs[1::2], None], strict=False)]
    sheet.table(60, y, (82, 160, 82, 150), rows, style=SMALL, pad=6)
    if issuer:
        signed(sheet, issuer, day)
    return sheet


def prose(
    document: pymupdf.Document,
    title: str,
    paragraphs: Sequence[str],
    issuer: str,
    day: date | None,
    *,
    number: str = "",
    to: str = "",
    colour: Colour = RED,
    upright: bool = False,
) -> Sheet:
    """A certificate in running text, mostly on its side."""
    sheet = Sheet(document) if upright else Sheet(document, 842, 595)
    sheet.box(24, colour, 5)
    y = titled(sheet, title, 120, 28) + 10
    if number:
        sheet.write(90, y, number, SMALL, "right", sheet.width - 180)
        y += 34
    if to:
        sheet.write(90, y, f"{to}：", Style(size=15, bold=True))
        y += 34
    for text in paragraphs:
        y = sheet.wrap(90, y, sheet.width - 180, text, Style(size=14), 2.0, indent=28)
    signed(sheet, issuer, day, sheet.height - 130, sheet.width - 300)
    return sheet


def letter(
    document: pymupdf.Document,
    title: str,
    paragraphs: Sequence[str],
    issuer: str = "",
    day: date | None = None,
    *,
    to: str = "",
) -> Sheet:
    """A letter or statement on plain paper."""
    sheet = Sheet(document)
    y = titled(sheet, title, 110, 19) + 20
    if to:
        sheet.write(72, y, f"{to}：", TEXT)
        y += 26
    for text in paragraphs:
        y = sheet.wrap(72, y, 450, text, TEXT, 1.9, indent=24)
    if issuer:
        signed(sheet, issuer, day)
    return sheet


def listing(
    document: pymupdf.Document,
    title: str,
    columns: Sequence[str],
    rows: Sequence[Sequence[str]],
    widths: Sequence[float],
    *,
    ruled: bool = True,
    above: str = "",
    below: str = "",
) -> Sheet:
    """A list with its own head."""
    sheet = Sheet(document)
    y = titled(sheet, title, 100, 18) + 8
    if above:
        y = sheet.wrap(64, y, 470, above, SMALL, 1.7) + 4
    y = sheet.table(60, y, widths, [list(columns), *map(list, rows)], style=SMALL, ruled=ruled, pad=5)
    if below:
        sheet.wrap(64, y + 24, 470, below, SMALL, 1.7)
    return sheet
