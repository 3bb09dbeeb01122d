"""A PDF page's own text, and what speaks against trusting it.

A text layer says what some program wanted it to say, not what a person sees. Kept are only
characters that are drawn: visible ink, readable size, inside the page. Doubted is a layer over
a scan (somebody else's OCR), one of broken encodings, and one that is only a footer.
"""

from collections.abc import Sequence
from typing import Any

import pymupdf

from extractors.geometry import Box
from extractors.page import Line

SMALLEST = 3.0
"""Characters below this size, in points, are not meant to be read."""

SCAN_SHARE = 0.5
"""A page of which pictures cover more than this share is a scan."""

FEW = 8
"""Fewer characters than this are a page number or a footer, not a page's text."""

TILT = 0.02
"""Sine of the angle from which on a line counts as tilted."""

Colour = int


def lines_of(page: Any) -> tuple[Line, ...]:
    """The visible, horizontal lines of the page in its unrotated frame, one box a character."""
    flags = pymupdf.TEXT_PRESERVE_WHITESPACE | pymupdf.TEXT_MEDIABOX_CLIP
    lines = []
    for block in page.get_text("rawdict", flags=flags)["blocks"]:
        for line in block.get("lines", ()):
            chars = [c for span in line["spans"] if _seen(span) for c in span["chars"]]
            chars = [c for c in chars if c["c"].strip()]
            if chars and _level(line):
                lines.append(_line(chars))
    return tuple(lines)


def _level(line: dict[str, Any]) -> bool:
    """Whether a line runs from left to right: what tilts stands on a seal or is a watermark."""
    along, down = line["dir"]
    return bool(along > 0 and abs(down) < TILT)


def _mostly_tilted(page: Any) -> bool:
    """Whether more of the text tilts than runs level: a page drawn on its side is read by its pixels."""
    level = tilted = 0
    for block in page.get_text("dict")["blocks"]:
        for line in block.get("lines", ()):
            length = sum(len(span["text"]) for span in line["spans"])
            level, tilted = (level + length, tilted) if _level(line) else (level, tilted + length)
    return tilted > level


def _line(chars: Sequence[dict[str, Any]]) -> Line:
    text = "".join(c["c"] for c in chars)
    boxes = tuple(Box(*(round(v, 1) for v in c["bbox"])) for c in chars)
    return Line(text, boxes, (1.0,) * len(text), "text")


def _seen(span: dict[str, Any]) -> bool:
    """Whether a person sees this span: big enough, and not white or transparent."""
    if span["size"] < SMALLEST or span.get("alpha", 255) < 40:
        return False
    colour: Colour = span["color"]
    return min(colour >> 16 & 255, colour >> 8 & 255, colour & 255) < 235


def doubts(page: Any, lines: Sequence[Line]) -> tuple[str, ...]:
    """Why the layer is not to be trusted: SCAN, MOJIBAKE, FEW, HIDDEN, TILTED; nothing where it is."""
    text = "".join(line.text for line in lines)
    found = []
    if covered_by_pictures(page) > SCAN_SHARE:
        found.append("SCAN")
    if text and sum(map(_broken, text)) > 0.02 * len(text):
        found.append("MOJIBAKE")
    if len(text) < FEW:
        found.append("FEW")
    if _invisible(page):
        found.append("HIDDEN")
    if _mostly_tilted(page):
        found.append("TILTED")
    return tuple(found)


def covered_by_pictures(page: Any) -> float:
    """The share of the page that its pictures cover, at most 1 (overlaps counted once at most)."""
    area = abs(page.rect.width * page.rect.height) or 1.0
    shares = [
        abs((pymupdf.Rect(i["bbox"]) & page.rect).get_area()) / area for i in page.get_image_info()
    ]
    return min(1.0, sum(shares))


def _invisible(page: Any) -> bool:
    """Text that is written but never painted (render mode 3), as OCR layers and forgers do."""
    return any(trace["type"] == 3 for trace in page.get_texttrace())


def _broken(char: str) -> bool:
    code = ord(char)
    return code == 0xFFFD or 0xE000 <= code <= 0xF8FF or code < 0x20 or 0x80 <= code < 0xA0
