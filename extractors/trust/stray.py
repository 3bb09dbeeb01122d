"""Ink that looks like lines of text where the layer has none: drawn outlines, pasted pictures."""

from collections.abc import Sequence

import cv2
import numpy as np

from extractors.geometry import Box
from extractors.readers.base import TextLayer
from extractors.trust.glyphs import Grey

DARK = 70
"""How much darker than the paper ink is."""

FAINT = 12
"""How much darker than the paper the faintest ink is."""

NEARLY = 0.002
"""Pixels a point that make no difference: less than a point over a page."""

RULE = 30
"""Longer straight strokes than this, in points, are rules of a table."""

HEIGHTS = (6, 40)
"""Least and greatest height of a line of text, in points."""

LEAST_WIDTH = 24
"""A shorter stretch of ink, in points, is a mark."""

DENSITY = (0.10, 0.70)
"""Share of its box that the ink of a line of text takes."""

LETTERHEAD = 0.08
"""A small picture within this share of the page's top or bottom is a letterhead, said again on each page."""


def is_bare(layer: TextLayer, ink: Grey, scale: float) -> bool:
    """Whether a page shows its text and nothing else: a heading on a sheet of its own."""
    return not _unaccounted(layer, ink, scale, FAINT).any()


def stray_lines(layer: TextLayer, ink: Grey, scale: float) -> tuple[Box, ...]:
    """Boxes of what may be lines that the layer does not have, the longest first, in points."""
    mask = _unaccounted(layer, ink, scale, DARK)
    for box in _letterheads(layer.pictures, len(mask)):
        _erase(mask, box)
    for across in ((RULE, 1), (1, RULE)):
        rules = cv2.morphologyEx(mask, cv2.MORPH_OPEN, np.ones(across[::-1], np.uint8))
        mask[cv2.dilate(rules, np.ones((3, 3), np.uint8)) > 0] = 0
    left, top, wide, high = cv2.boundingRect(mask)
    if not wide:
        return ()
    joined = cv2.morphologyEx(mask, cv2.MORPH_CLOSE, np.ones((3, 13), np.uint8))
    count, _, stats, _ = cv2.connectedComponentsWithStats(joined[top : top + high, left : left + wide])
    found = [
        Box(float(left + x), float(top + y), float(left + x + w), float(top + y + h))
        for x, y, w, h, _ in stats[1:count]
    ]
    return tuple(sorted((b for b in found if _like_text(b, mask)), key=lambda b: -b.width))


def _unaccounted(layer: TextLayer, ink: Grey, scale: float, darker: int) -> Grey:
    """Where ink stands beside all text, a pixel a point."""
    small = _reduced(ink, scale)
    mask = np.asarray(small < int(np.median(small)) - darker, np.uint8)
    for box in (*(line.box for line in layer.lines), *layer.apart):
        _erase(mask, box)
    return mask


def _reduced(ink: Grey, scale: float) -> Grey:
    """The ink, a pixel a point; whole pixels are put together where it can be so, which takes a tenth of the time."""
    height, width = (max(round(side / scale), 1) for side in ink.shape)
    whole = round(scale)
    if whole and abs(scale - whole) < NEARLY:
        height, width = (side // whole for side in ink.shape)
        ink = ink[: height * whole, : width * whole]
    return np.asarray(cv2.resize(ink, (width, height), interpolation=cv2.INTER_AREA), np.uint8)


def _letterheads(pictures: Sequence[Box], height: float) -> tuple[Box, ...]:
    edge = LETTERHEAD * height
    return tuple(b for b in pictures if b.height < edge and not edge < b.middle < height - edge)


def _erase(mask: Grey, box: Box) -> None:
    """Text may reach a little out of its box: italics, accents, a font's wrong measures."""
    margin = 1.5 + 0.15 * min(box.height, 40.0)
    x0, y0, x1, y1 = (
        max(0, int(box.x0 - margin)),
        max(0, int(box.y0 - margin)),
        int(box.x1 + margin) + 1,
        int(box.y1 + margin) + 1,
    )
    mask[y0:y1, x0:x1] = 0


def _like_text(box: Box, mask: Grey) -> bool:
    if box.width < LEAST_WIDTH or not HEIGHTS[0] <= box.height <= HEIGHTS[1] or box.width < 2.5 * box.height:
        return False
    part = mask[int(box.y0) : int(box.y1), int(box.x0) : int(box.x1)]
    return bool(DENSITY[0] <= part.mean() <= DENSITY[1])
