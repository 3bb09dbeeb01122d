"""Boxes to be ticked, found by their ink: readers take an empty one for 口 and a ticked one for a blot.

A box is a blot of a character's size with a frame on all four sides. What lies inside of the frame
says whether it is ticked. A tick that runs over the frame makes the blot larger, not another one.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from extractors.geometry import Box

EMPTY = 0.06
"""The share of ink within a frame up to which a box is empty: dust, and the scanner's shadows."""

FRAME = 0.88
"""The share of each side along which a frame must be drawn."""

LOOSE = 0.55
"""The same where a tick has made the blot larger than the box."""


@dataclass(frozen=True, slots=True)
class Square:
    """A box to be ticked, in points of the reading frame."""

    box: Box
    ticked: bool


def squares(grey: NDArray[np.uint8], area: Box, height: float, scale: float) -> Iterator[Square]:
    """The boxes within a cell.

    Args:
        grey: the page's picture, upright.
        area: the cell's box in points, its rules left out.
        height: the height of the cell's characters, in points.
        scale: points for a pixel.
    """
    x0, y0, x1, y1 = (round(side / scale) for side in area)
    part = grey[max(0, y0) : y1, max(0, x0) : x1]
    if part.size == 0:
        return
    _, ink = cv2.threshold(part, 0, 1, cv2.THRESH_BINARY_INV | cv2.THRESH_OTSU)
    size = height / scale
    for x, y, width, tall in _blots(np.asarray(ink, np.uint8), size):
        frame = _frame(np.asarray(ink[y : y + tall, x : x + width], np.uint8), size)
        if frame is None:
            continue
        fx, fy, side_x, side_y, ticked = frame
        left, top = max(0, x0) + x + fx, max(0, y0) + y + fy
        yield Square(Box(left * scale, top * scale, (left + side_x) * scale, (top + side_y) * scale), ticked)


def _blots(ink: NDArray[np.uint8], size: float) -> Iterator[tuple[int, int, int, int]]:
    _, _, stats, _ = cv2.connectedComponentsWithStats(ink)
    for x, y, width, height, _ in stats[1:]:
        if 0.5 * size <= width <= 2.2 * size and 0.5 * size <= height <= 2.2 * size:
            yield int(x), int(y), int(width), int(height)


def _frame(blot: NDArray[np.uint8], size: float) -> tuple[int, int, int, int, bool] | None:
    """The frame within a blot: its corner and sides in pixels, and whether something is within it."""
    rows, columns = blot.mean(axis=1), blot.mean(axis=0)
    least = 0.5 * size
    tall, wide = _sides(rows, LOOSE), _sides(columns, LOOSE)
    if tall is None or wide is None:
        return None
    (top, bottom), (left, right) = tall, wide
    height, width = bottom - top, right - left
    if min(height, width) < least or max(height, width) > 1.3 * min(height, width):
        return None
    framed = blot[top : bottom + 1, left : right + 1]
    sides = _edges(framed)
    if min(sides) < FRAME:
        return None
    inset = max(2, round(0.2 * min(framed.shape)))
    inner = framed[inset:-inset, inset:-inset]
    return left, top, width + 1, height + 1, bool(inner.size and inner.mean() > EMPTY)


def _sides(profile: NDArray[np.float64], least: float) -> tuple[int, int] | None:
    """The first and the last line of pixels that are mostly ink."""
    full = np.flatnonzero(profile >= least)
    return (int(full[0]), int(full[-1])) if len(full) > 1 else None


def _edges(framed: NDArray[np.uint8]) -> Sequence[float]:
    """Along how much of each side the frame is drawn, a pixel or two aside allowed."""
    deep = max(2, round(0.14 * min(framed.shape)))
    return (
        float(framed[:deep].max(axis=0).mean()),
        float(framed[-deep:].max(axis=0).mean()),
        float(framed[:, :deep].max(axis=1).mean()),
        float(framed[:, -deep:].max(axis=1).mean()),
    )
