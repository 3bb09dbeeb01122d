"""Round red seals, square codes and bar codes as pictures.

Recipe: draw on a page of its own, take the pixels with a transparent ground, keep them: an office's
seal is the same on all its papers.
"""

import math
from functools import cache

import cv2
import numpy as np
import pymupdf
import zxingcpp

from api.example.fonts import Face, hei, song
from api.example.sheet import RED, Colour

SIZE = 240.0
"""Side of the page on which a seal is drawn, in points."""


@cache
def seal(ring: str, foot: str = "", number: str = "", colour: Colour = RED) -> bytes:
    """A round seal: the holder on the arc, a star, and what the seal is for below it."""
    document = pymupdf.open()
    page = document.new_page(width=SIZE, height=SIZE)
    middle = pymupdf.Point(SIZE / 2, SIZE / 2)
    page.draw_circle(middle, SIZE / 2 - 6, color=colour, width=6)
    page.draw_polyline(_star(middle, 34), color=colour, fill=colour, closePath=True)
    _arc(page, ring, middle, SIZE / 2 - 38, song(), colour)
    if foot:
        writer = pymupdf.TextWriter(page.rect, color=colour)
        writer.append(
            (middle.x - hei().width(foot, 20) / 2, middle.y + 66), foot, font=hei().font, fontsize=20
        )
        writer.write_text(page)
    if number:
        _arc(page, number, middle, SIZE / 2 - 14, hei(), colour, size=10, below=True)
    return bytes(page.get_pixmap(dpi=144, alpha=True).tobytes("png"))


@cache
def square_code(text: str) -> bytes:
    """A QR code that really says the text."""
    modules = cv2.QRCodeEncoder.create().encode(text)
    big = cv2.resize(modules, None, fx=6, fy=6, interpolation=cv2.INTER_NEAREST)
    return cv2.imencode(".png", big)[1].tobytes()


def bars(page: pymupdf.Page, x: float, y: float, width: float, height: float, text: str) -> None:
    """Draw a bar code (Code 128) that really says the text, stretched to the given size."""
    page.insert_image(pymupdf.Rect(x, y, x + width, y + height), stream=_bars(text), keep_proportion=False)


@cache
def _bars(text: str) -> bytes:
    barcode = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.Code128)
    pixels = np.asarray(barcode.to_image(scale=4, add_quiet_zones=True), np.uint8)
    return cv2.imencode(".png", pixels)[1].tobytes()


def _star(middle: pymupdf.Point, radius: float) -> list[tuple[float, float]]:
    points = []
    for corner in range(10):
        reach = radius if corner % 2 == 0 else radius * 0.382
        angle = math.pi * corner / 5
        points.append((middle.x + reach * math.sin(angle), middle.y - reach * math.cos(angle)))
    return points


def _arc(
    page: pymupdf.Page,
    text: str,
    middle: pymupdf.Point,
    radius: float,
    face: Face,
    colour: Colour,
    size: float = 0,
    below: bool = False,
) -> None:
    """Write along the circle, from lower left over the top, or along its foot."""
    size = size or min(30.0, 250 / max(8, len(text)) * 1.6)
    whole = math.radians(60 if below else min(280, 26 * len(text)))
    for place, character in enumerate(text):
        along = whole * ((place + 0.5) / len(text) - 0.5)
        angle = math.pi - along if below else along
        point = pymupdf.Point(middle.x + radius * math.sin(angle), middle.y - radius * math.cos(angle))
        turn = -along if below else along
        at = pymupdf.Point(point.x - face.width(character, size) / 2, point.y + size * 0.35)
        writer = pymupdf.TextWriter(page.rect, color=colour)
        writer.append(at, character, font=face.font, fontsize=size)
        writer.write_text(page, morph=(point, pymupdf.Matrix(math.degrees(-turn))))


def faded(png: bytes, strength: float) -> bytes:
    """The same seal with less ink."""
    pixels = np.asarray(cv2.imdecode(np.frombuffer(png, np.uint8), cv2.IMREAD_UNCHANGED), np.uint8)
    ink = (pixels[..., 3:] * strength).astype(np.uint8)
    return cv2.imencode(".png", np.concatenate([pixels[..., :3], ink], axis=2))[1].tobytes()
