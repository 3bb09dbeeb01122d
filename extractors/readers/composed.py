"""Files without pages of their own, or without a renderer: pages put together from what is in them.

Each page has its text with boxes and pictures in boxes. A page that is one picture is read like a
scan; the picture of a page is drawn only when somebody wants to see it.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pymupdf

from extractors.errors import FileTrouble
from extractors.geometry import Box
from extractors.ocr.base import Picture
from extractors.readers.base import Sheet, TextLayer
from extractors.readers.limits import MAX_PIXELS, MAX_SOURCE_PIXELS

USUAL_DPI = 200

FONT = "china-s"

POINTS_PER_PIXEL = 72 / 96
"""Pictures in documents that say no size are 96 dots to the inch."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A picture and the box in which it stands; `body` is opened when the page is drawn."""

    box: Box
    body: Callable[[], bytes]


@dataclass(frozen=True, slots=True)
class Stroke:
    """A drawn line through some points, in points."""

    points: tuple[tuple[float, float], ...]
    width: float = 0.5


@dataclass(frozen=True, slots=True)
class Composition:
    """One page: its size in points, its text, its pictures and lines, and what its place is called."""

    width: float
    height: float
    layer: TextLayer
    pictures: tuple[Placed, ...] = ()
    strokes: tuple[Stroke, ...] = ()
    place: str = ""


class ComposedSource:
    """An open file of composed pages."""

    def __init__(self, pages: Sequence[Composition], close: Callable[[], None] = lambda: None) -> None:
        """`close` lets go of the file behind the pages."""
        self._pages = tuple(pages)
        self._close = close

    @property
    def repaired(self) -> bool:
        """Such files are whole or cannot be opened."""
        return False

    def sheets(self) -> tuple[Sheet, ...]:
        """Every page."""
        return tuple(Sheet(n, p.width, p.height, 0, p.place) for n, p in enumerate(self._pages, 1))

    def text_layer(self, number: int) -> TextLayer:
        """The page's own text."""
        return self._pages[number - 1].layer

    def glimpse(self, number: int) -> None:
        """What is drawn here was drawn from the text: it cannot bear witness for it."""

    def picture(self, number: int) -> Picture:
        """The page drawn at 200 dpi, within the bound."""
        page = self._pages[number - 1]
        scale = min(USUAL_DPI / 72, (MAX_PIXELS / max(page.width * page.height, 1.0)) ** 0.5)
        return self.part(number, Box(0, 0, page.width, page.height), scale)

    def part(self, number: int, box: Box, scale: float) -> Picture:
        """A box of the page, at `scale` pixels a point."""
        page = self._pages[number - 1]
        with pymupdf.open() as document:
            sheet = document.new_page(width=page.width, height=page.height)
            for placed in page.pictures:
                _paint(sheet, placed)
            for stroke in page.strokes:
                sheet.draw_polyline([pymupdf.Point(*p) for p in stroke.points], width=stroke.width)
            _write(sheet, page.layer, box)
            zoom, clip = pymupdf.Matrix(scale, scale), pymupdf.Rect(*box)
            pixmap = sheet.get_pixmap(matrix=zoom, clip=clip, colorspace=pymupdf.csRGB, alpha=False)
            rows = np.frombuffer(pixmap.samples, np.uint8).reshape(pixmap.height, pixmap.stride)
            return rows[:, : pixmap.width * 3].reshape(pixmap.height, pixmap.width, 3).copy()

    def close(self) -> None:
        """Let go of the file."""
        self._close()


def _paint(sheet: Any, placed: Placed) -> None:
    try:
        pixmap = pymupdf.Pixmap(placed.body())
        if pixmap.width * pixmap.height > MAX_SOURCE_PIXELS:
            raise FileTrouble("too_large", "文档中的图片像素过大：请以 200–300 dpi 重新扫描后插入")
        sheet.insert_image(pymupdf.Rect(*placed.box), pixmap=pixmap, keep_proportion=False)
    except (RuntimeError, ValueError, KeyError) as error:
        raise FileTrouble("damaged", "文档中的图片无法打开：请另存为 JPG 或 PNG 后重新插入") from error


def _write(sheet: Any, layer: TextLayer, within: Box) -> None:
    for line in layer.lines:
        if line.box.y1 < within.y0 or line.box.y0 > within.y1:
            continue
        for char, box in zip(line.text, line.boxes, strict=True):
            size = max(box.height, 1.0)
            sheet.insert_text((box.x0, box.y0 + 0.85 * size), char, fontname=FONT, fontsize=size)


def picture_page(body: bytes, width: float, height: float, place: str) -> Composition:
    """A page that is one picture, read like a scan."""
    layer = TextLayer((), ("SCAN",), True)
    return Composition(width, height, layer, (Placed(Box(0, 0, width, height), lambda: body),), (), place)
