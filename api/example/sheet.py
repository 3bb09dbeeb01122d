"""A sheet of paper to write on: labels spread to a width, wrapped lines, tables, seals, codes.

Recipe: one `Sheet` wraps one PDF page; x and y are points from the top left, y is the baseline; every
writing method returns where the next thing may begin. Seals and codes are pictures, as on real papers,
so that they never stand in the text layer.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import pymupdf

from api.example.fonts import Face, hei, song

Colour = tuple[float, float, float]
INK: Colour = (0.1, 0.1, 0.12)
RED: Colour = (0.83, 0.1, 0.12)
GREY: Colour = (0.45, 0.45, 0.48)
Align = Literal["left", "centre", "right"]


@dataclass(frozen=True, slots=True)
class Style:
    """How a piece of text looks."""

    size: float = 11
    face: Literal["song", "hei"] = "song"
    bold: bool = False
    colour: Colour = INK
    spacing: float = 0
    """Points added behind each character, as certificates space their titles."""


PLAIN = Style()
TITLE = Style(size=26, bold=True, spacing=6)


class Sheet:
    """One page and the means to write on it."""

    def __init__(self, document: pymupdf.Document, width: float = 595, height: float = 842) -> None:
        self.page = document.new_page(width=width, height=height)
        self.width, self.height = width, height

    def write(
        self, x: float, y: float, text: str, style: Style = PLAIN, align: Align = "left", across: float = 0
    ) -> float:
        """Write one line; centred or right-aligned text is set within `across` points from x."""
        face, width = _face(style), self.measure(text, style)
        x += {"left": 0.0, "centre": (across - width) / 2, "right": across - width}[align]
        writer = pymupdf.TextWriter(self.page.rect)
        for piece in list(text) if style.spacing else [text]:
            writer.append((x, y), piece, font=face.font, fontsize=style.size)
            x += face.width(piece, style.size) + style.spacing
        writer.write_text(self.page, color=style.colour, render_mode=2 if style.bold else 0)
        return x

    def measure(self, text: str, style: Style = PLAIN) -> float:
        """How wide a text is in a style."""
        return _face(style).width(text, style.size) + style.spacing * max(0, len(text) - 1)

    def centre(self, y: float, text: str, style: Style = PLAIN) -> None:
        """Write a line in the middle of the page."""
        self.write(0, y, text, style, "centre", self.width)

    def spread(self, x: float, y: float, label: str, width: float, style: Style = PLAIN) -> None:
        """Space the characters of a label so that it fills a width (专  利  号)."""
        gap = width - self.measure(label, style)
        step = gap / max(1, len(label) - 1)
        self.write(x, y, label, Style(style.size, style.face, style.bold, style.colour, max(0.0, step)))

    def wrap(
        self,
        x: float,
        y: float,
        width: float,
        text: str,
        style: Style = PLAIN,
        leading: float = 1.7,
        indent: float = 0,
    ) -> float:
        """Write a paragraph over as many lines as it needs; returns the next baseline."""
        for number, line in enumerate(self.broken(text, width, style, indent)):
            self.write(x + (indent if number == 0 else 0), y, line, style)
            y += style.size * leading
        return y

    def broken(self, text: str, width: float, style: Style = PLAIN, indent: float = 0) -> list[str]:
        """Break a text into lines; punctuation that closes never begins a line."""
        lines, line, room = [], "", width - indent
        for character in text:
            if (
                line
                and self.measure(line + character, style) > room
                and character not in "，。；：、）》”！；,;:."
            ):
                lines.append(line)
                line, room = "", width
            line += character
        return [*lines, line] if line else lines

    def field(
        self,
        x: float,
        y: float,
        label: str,
        value: str,
        *,
        label_width: float = 84,
        width: float = 330,
        style: Style = PLAIN,
        colon: str = "：",
    ) -> float:
        """Write a spread label, a colon and a value that may wrap; returns the next baseline."""
        self.spread(x, y, label, label_width, style)
        after = self.write(x + label_width + 1, y, colon, style)
        return self.wrap(after + 2, y, width, value, style, leading=1.45)

    def line(
        self, x0: float, y0: float, x1: float, y1: float, thick: float = 0.7, colour: Colour = INK
    ) -> None:
        """Draw a straight line."""
        self.page.draw_line((x0, y0), (x1, y1), color=colour, width=thick)

    def box(self, inset: float, colour: Colour, thick: float = 2, fill: Colour | None = None) -> None:
        """Draw a frame around the page."""
        room = pymupdf.Rect(inset, inset, self.width - inset, self.height - inset)
        self.page.draw_rect(room, color=colour, fill=fill, width=thick)

    def picture(self, x: float, y: float, size: float, png: bytes) -> None:
        """Put a square picture on the page."""
        self.page.insert_image(pymupdf.Rect(x, y, x + size, y + size), stream=png)

    def table(
        self,
        x: float,
        y: float,
        widths: Sequence[float],
        rows: Sequence[Sequence[str]],
        *,
        style: Style = PLAIN,
        ruled: bool = True,
        right: Sequence[int] = (),
        pad: float = 5,
    ) -> float:
        """Write rows of wrapped cells, ruled or not; returns the y below the table."""
        for row in rows:
            cells = [
                self.broken(text, width - 2 * pad, style) for text, width in zip(row, widths, strict=True)
            ]
            height = max(1, *(len(lines) for lines in cells)) * style.size * 1.35 + 2 * pad
            left = x
            for column, (lines, width) in enumerate(zip(cells, widths, strict=True)):
                if ruled:
                    self.page.draw_rect(pymupdf.Rect(left, y, left + width, y + height), color=INK, width=0.6)
                for number, line in enumerate(lines):
                    align: Align = "right" if column in right else "left"
                    base = y + pad + style.size * (0.95 + 1.35 * number)
                    self.write(left + pad, base, line, style, align, width - 2 * pad)
                left += width
            y += height
        return y


def _face(style: Style) -> Face:
    return song() if style.face == "song" else hei()
