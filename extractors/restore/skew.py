"""Finds by how much the lines of a page lean, and straightens their characters' boxes.

The picture itself is not turned: readers cut each line along its own quad, so only the
geometry of the page has to be straightened.
"""

from collections.abc import Sequence
from math import cos, degrees, radians, sin

import numpy as np

from extractors.geometry import Box
from extractors.ocr.base import InkLine, Quad

MOST = 20.0
"""Degrees; beyond this a line is not skewed but turned or drawn askew on purpose."""


def lean(lines: Sequence[InkLine]) -> float:
    """The clockwise degrees by which the page leans: the median over its longer lines."""
    angles, weights = [], []
    for line in lines:
        if len(line.quads) < 6:
            continue
        across = line.quads[-1][1] - line.quads[0][0]
        angle = degrees(float(np.arctan2(across[1], across[0])))
        if abs(angle) <= MOST:
            angles.append(angle)
            weights.append(float(np.hypot(*across)))
    if not angles:
        return 0.0
    order = np.argsort(angles)
    half = np.cumsum(np.array(weights)[order]) >= sum(weights) / 2
    return round(angles[int(order[int(np.argmax(half))])], 2)


def without_askew(lines: Sequence[InkLine]) -> list[InkLine]:
    """The lines but for those that run slantwise: a watermark across the page is none of its text.

    Where most of a page runs slantwise it is the page that does, and nothing is left out.
    """
    kept = [line for line in lines if not _askew(line)]
    return kept if 2 * sum(len(k.text) for k in kept) > sum(len(line.text) for line in lines) else list(lines)


def _askew(line: InkLine) -> bool:
    """Neither along nor down the page, and long enough to tell."""
    if len(line.quads) < 2:
        return False
    across = line.quads[-1].mean(axis=0) - line.quads[0].mean(axis=0)
    angle = abs(degrees(float(np.arctan2(across[1], across[0])))) % 90
    return MOST < angle < 90 - MOST


def straightened(quad: Quad, skew: float, width: float, height: float, scale: float) -> Box:
    """The box of a quad after the page was turned back by `skew` about its middle, in points."""
    a = radians(-skew)
    dx, dy = quad[:, 0] - width / 2, quad[:, 1] - height / 2
    xs = width / 2 + dx * cos(a) - dy * sin(a)
    ys = height / 2 + dx * sin(a) + dy * cos(a)
    return Box(
        round(float(xs.min()) * scale, 1),
        round(float(ys.min()) * scale, 1),
        round(float(xs.max()) * scale, 1),
        round(float(ys.max()) * scale, 1),
    )
