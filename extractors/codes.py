"""QR codes and bar codes on a page: what they say, never what they point at.

The recipe: the green of the picture, reduced and as it is (8 ms a page); a small picture once more
enlarged, where something like a code was seen and could not be decoded. Payloads are text to compare
with the printed number; a URL among them is never fetched.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

import cv2
import numpy as np
import zxingcpp
from numpy.typing import NDArray

from extractors.geometry import Box
from extractors.ocr.base import Picture
from extractors.page import Code, Page
from extractors.readers.base import Sheet

SIDE = 1400
"""Longest side of the reduced picture, in pixels: a module of a square code is then still two pixels wide."""

FORMATS: Any = [
    zxingcpp.BarcodeFormat.QRCode,
    zxingcpp.BarcodeFormat.DataMatrix,
    zxingcpp.BarcodeFormat.PDF417,
    zxingcpp.BarcodeFormat.Code128,
    zxingcpp.BarcodeFormat.Code39,
]
"""The formats that certificates bear; codes of goods are left out, they are seen in stripes and tables."""

SMALL, MOST = 200.0, 8
"""Longest side of a picture in points that may be nothing but a code, and how many such pictures are looked at."""

QUIET = 8.0
"""Points of paper that are looked at round a picture."""

DARK = 130
"""Pixels whose darkest colour is below this are ink."""

LONGEST = 1000
"""A longer payload is a document of its own, not a certificate's number."""


def find_codes(picture: Picture, sheet: Sheet, turn: int = 0) -> tuple[Code, ...]:
    """The codes of a page from top to bottom; boxes in points of the page as displayed.

    `turn` is the clockwise quarter turn that sets the picture upright: bars are looked for across it.
    """
    grey = np.ascontiguousarray(np.rot90(picture[:, :, 1], -turn // 90))
    page = Page(sheet.number, sheet.width, sheet.height, turn=turn)
    found: dict[tuple[str, str], Code] = {}
    for share in _shares(grey):
        scale = page.reading_size[0] / grey.shape[1] / share
        bars = _seen(grey, share)
        for bar in bars:
            if bar.valid and 0 < len(bar.text.strip()) <= LONGEST:
                found.setdefault((bar.text, str(bar.format)), _code(bar, page, scale))
        if share >= 1 and all(bar.valid for bar in bars):
            break
    return tuple(sorted(found.values(), key=lambda code: (code.box.y0, code.box.x0, code.text)))


def printed_codes(
    seen: Picture, sheet: Sheet, pictures: Sequence[Box], part: Callable[[Box], Picture]
) -> tuple[Code, ...]:
    """The codes of a digital page: closer in each small picture on it; on all of it where there are others.

    `part` gives a box of the page in points, rendered so closely that a code can be read.
    """
    small = [_with_margin(box, sheet) for box in pictures if max(box.width, box.height) <= SMALL]
    whole = len(small) < len(pictures) or len(small) > MOST
    found = {(code.text, code.format): code for code in (find_codes(seen, sheet) if whole else ())}
    for box in small[:MOST]:
        close = _cut(seen, box, sheet) if _is_coloured(_cut(seen, box, sheet)) else part(box)
        for code in find_codes(close, Sheet(sheet.number, box.width, box.height)):
            found.setdefault((code.text, code.format), replace(code, box=code.box.moved(box.x0, box.y0)))
    return tuple(sorted(found.values(), key=lambda code: (code.box.y0, code.box.x0, code.text)))


def _with_margin(box: Box, sheet: Sheet) -> Box:
    """A picture with the paper round it: a code is known by its quiet zone."""
    return Box(
        max(box.x0 - QUIET, 0.0),
        max(box.y0 - QUIET, 0.0),
        min(box.x1 + QUIET, sheet.width),
        min(box.y1 + QUIET, sheet.height),
    )


def _cut(seen: Picture, box: Box, sheet: Sheet) -> Picture:
    scale = seen.shape[1] / sheet.width
    x0, y0, x1, y1 = (round(v * scale) for v in box)
    return np.ascontiguousarray(seen[y0 : max(y1, y0 + 1), x0 : max(x1, x0 + 1)])


def _is_coloured(part: Picture) -> bool:
    """Whether the ink is mostly coloured, as a seal's is: not worth a closer look."""
    red, green, blue = cv2.split(part)
    most, least = cv2.max(cv2.max(red, green), blue), cv2.min(cv2.min(red, green), blue)
    inked = np.asarray(least) < DARK
    coloured = inked & (np.asarray(cv2.subtract(most, least)) > DARK // 2)
    return bool(coloured.sum() > 0.8 * inked.sum())


def _shares(grey: NDArray[np.uint8]) -> tuple[float, ...]:
    """Sizes to look at: reduced, where noise drowns; as it is, where bars are thin; then enlarged."""
    small = SIDE / max(grey.shape)
    return (small, 1.0) if small < 0.8 else (1.0, 2.0)


def _seen(grey: NDArray[np.uint8], share: float) -> list[Any]:
    """What looks like a code; one that could not be decoded is not valid."""
    sized: Any = grey
    if share != 1.0:
        sized = cv2.resize(grey, None, fx=share, fy=share, interpolation=cv2.INTER_LINEAR)
    found: list[Any] = zxingcpp.read_barcodes(
        sized, formats=FORMATS, try_rotate=False, try_downscale=False, try_invert=False, return_errors=True
    )
    return found


def _code(bar: Any, page: Page, scale: float) -> Code:
    return Code(bar.text, str(bar.format), page.displayed(_box(bar.position, scale)))


def _box(position: Any, scale: float) -> Box:
    corners = (position.top_left, position.top_right, position.bottom_right, position.bottom_left)
    xs, ys = [p.x * scale for p in corners], [p.y * scale for p in corners]
    return Box(round(min(xs), 1), round(min(ys), 1), round(max(xs), 1), round(max(ys), 1))
