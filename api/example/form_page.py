"""The application form printed: the same rows as the Word file, drawn with rules, over as many pages as it takes.

Boxes to be ticked are drawn, not lettered, as printers of other programs leave them; `scan` makes of it what
an applicant hands in who printed, sealed and scanned his form.
"""

from collections.abc import Mapping
from pathlib import Path
from random import Random
from typing import Any

import pymupdf

from api.example import scan
from api.example.fonts import song
from api.example.form import COLUMNS, Part, layout

WIDTH, HEIGHT = 595.0, 842.0
LEFT, TOP, BOTTOM = 56.0, 64.0, 790.0
COLUMN = (WIDTH - 2 * LEFT) / COLUMNS
SIZE, LEADING, PADDING = 10.0, 15.0, 4.0
BOX = "\ufffc"
TICK = "\ufffb"


def print_form(path: Path, cells: Mapping[str, Any]) -> None:
    """Write the form, filled in, as a digital PDF."""
    document = pymupdf.open()
    page, y = _page(document), TOP + 30
    page.insert_text((WIDTH / 2 - 70, TOP + 14), "宁波市数字工厂申报表", fontsize=14, fontname="song")
    for row in layout():
        texts = [_wrapped(_text(part, cells), part.span * COLUMN - 2 * PADDING) for part in row]
        height = max(len(lines) for lines in texts) * LEADING + 2 * PADDING
        if y + height > BOTTOM:
            page, y = _page(document), TOP
        x = LEFT
        for part, lines in zip(row, texts, strict=True):
            page.draw_rect(pymupdf.Rect(x, y, x + part.span * COLUMN, y + height), width=0.6)
            for number, line in enumerate(lines):
                _write(page, x + PADDING, y + PADDING + number * LEADING + SIZE, line)
            x += part.span * COLUMN
        y += height
    document.save(path, garbage=3, deflate=True)


def scan_form(printed: Path, path: Path, level: str, chance: Random, holder: str = "") -> None:
    """Write what a scanner of that quality makes of a printed form; `holder` stamps it."""
    document = pymupdf.open()
    for page in pymupdf.open(printed).pages():
        scan.place(document, scan.scanned(page, level, chance, holder), HEIGHT)
    document.save(path)


def _page(document: pymupdf.Document) -> pymupdf.Page:
    page = document.new_page(width=WIDTH, height=HEIGHT)
    page.insert_font(fontname="song", fontbuffer=song().font.buffer)
    return page


def _text(part: Part, cells: Mapping[str, Any]) -> str:
    value = cells.get(part.key)
    if part.options:
        chosen = value or ()
        return " ".join(f"{TICK if o in chosen else BOX}{o}" for o in part.options) + (
            f" {BOX}{part.last}" if part.last else ""
        )
    return (part.text or part.hint or part.suffix) if value is None else f"{value}{part.suffix}"


def _wrapped(text: str, width: float) -> list[str]:
    lines = [""]
    for sign in text:
        if sign == "\n" or _across(lines[-1] + sign) > width:
            lines.append("")
        lines[-1] += "" if sign == "\n" else sign
    return lines


def _across(text: str) -> float:
    drawn = sum(sign in BOX + TICK for sign in text)
    return song().width("".join(s for s in text if s not in BOX + TICK), SIZE) + drawn * SIZE


def _write(page: pymupdf.Page, x: float, y: float, line: str) -> None:
    piece = ""
    for sign in (*line, ""):
        if sign and sign not in BOX + TICK:
            piece += sign
            continue
        if piece:
            page.insert_text((x, y), piece, fontsize=SIZE, fontname="song")
            x, piece = x + _across(piece), ""
        if sign:
            page.draw_rect(pymupdf.Rect(x + 1, y - 7.6, x + 8.6, y), width=0.6)
        if sign == TICK:
            page.draw_polyline([(x + 2.2, y - 4.2), (x + 4.2, y - 1.6), (x + 8, y - 8.4)], width=1.0)
        x += SIZE
