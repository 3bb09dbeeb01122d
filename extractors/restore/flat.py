"""Lays a photographed sheet flat: finds its four corners on the desk and draws it as a rectangle.

The recipe: a page whose rim looks like its middle is no photograph; else part sheet from desk by
brightness and by colour, take the largest patch, put a quad round it. Only a quad that fits its patch
and that perspective has bent is drawn flat: a rectangle on a page may be anything, and is left alone.
"""

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from extractors.geometry import Warp
from extractors.ocr.base import Picture, Quad

WORK_SIDE = 400
"""The sheet is looked for on a picture of this longest side, in pixels."""

LEAST_AREA = 0.25
"""A smaller share of the picture is no page that somebody meant to show."""

FITS = 0.955
"""How much of quad and patch together must be common to both."""

BENT = 1.2
"""Degrees between opposite sides from which on a sheet counts as seen askew."""

A4 = 2**0.5

Mask = NDArray[np.uint8]
Straight = tuple[NDArray[np.float64], NDArray[np.float64]]
"""A point and a direction."""


def flattened(picture: Picture, small: Picture, points: float) -> tuple[Picture, Warp] | None:
    """The sheet drawn flat and how, or None where there is nothing to flatten.

    Args:
        picture: The page as displayed.
        small: Its glance, on which the sheet is looked for.
        points: How many points a pixel of `picture` measures.
    """
    found = find_sheet(small)
    if found is None:
        return None
    quad = np.asarray(found * (picture.shape[1] / small.shape[1]), np.float32)
    width, height = _size(quad)
    target = np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float32)
    back = cv2.getPerspectiveTransform(target, quad)
    how = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
    flat = cv2.warpPerspective(picture, back, (width, height), flags=how, borderMode=cv2.BORDER_REPLICATE)
    scale = np.diag([points, points, 1.0])
    matrix = scale @ back @ np.linalg.inv(scale)
    numbers = tuple(float(f"{v:.8g}") for v in (matrix / matrix[2, 2]).ravel())
    return np.asarray(flat, np.uint8), Warp(round(width * points, 1), round(height * points, 1), numbers)


def find_sheet(picture: Picture) -> Quad | None:
    """The corners of a sheet seen askew, clockwise from its top left, in pixels; None where unsure."""
    scale = WORK_SIDE / max(picture.shape[:2])
    small = np.asarray(cv2.resize(picture, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA), np.uint8)
    if scale > 1 or not _on_a_desk(small):
        return None
    found = [(fit, quad) for mask in _patches(small) if (both := _quad_of(mask)) for fit, quad in [both]]
    if not found:
        return None
    fit, quad = max(found, key=lambda both: both[0])
    if fit < FITS or not _bent(quad):
        return None
    return np.asarray(quad / scale, np.float32)


def _on_a_desk(small: Picture) -> bool:
    """Whether much of the rim looks unlike the page's middle."""
    height, width = small.shape[:2]
    depth = max(2, min(height, width) // 60)
    soft = cv2.blur(small, (3, 3)).astype(np.int16)
    rim = np.concatenate(
        [part.reshape(-1, 3) for part in (soft[:depth], soft[-depth:], soft[:, :depth], soft[:, -depth:])]
    )
    middle = soft[height // 6 : -height // 6, width // 6 : -width // 6].reshape(-1, 3)
    paper = np.percentile(middle, 70, axis=0)
    return bool((np.abs(rim - paper).max(axis=1) > 35).mean() > 0.35)


def _patches(small: Picture) -> Iterator[Mask]:
    """Ways to part the sheet from what it lies on: brighter, less coloured, both."""
    hsv = cv2.cvtColor(cv2.GaussianBlur(small, (5, 5), 0), cv2.COLOR_RGB2HSV)
    colour, bright = hsv[:, :, 1], hsv[:, :, 2]
    grey = np.asarray(np.clip(bright.astype(np.int16) - colour // 2, 0, 255), np.uint8)
    for channel in (bright, 255 - colour, grey):
        _, mask = cv2.threshold(channel, 0, 255, cv2.THRESH_BINARY + cv2.THRESH_OTSU)
        # Closing swallows the print, opening cuts what the sheet touches.
        mask = cv2.morphologyEx(mask, cv2.MORPH_CLOSE, np.ones((11, 11), np.uint8))
        yield np.asarray(cv2.morphologyEx(mask, cv2.MORPH_OPEN, np.ones((7, 7), np.uint8)), np.uint8)


def _quad_of(mask: Mask) -> tuple[float, Quad] | None:
    """The quad round the largest patch, and how well it fits; None where there are several sheets."""
    contours, _ = cv2.findContours(mask, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)
    sheets = sorted(contours, key=cv2.contourArea, reverse=True)
    if not sheets or cv2.contourArea(sheets[0]) < LEAST_AREA * mask.size:
        return None
    if len(sheets) > 1 and cv2.contourArea(sheets[1]) > 0.15 * cv2.contourArea(sheets[0]):
        return None
    corners = _corners(cv2.convexHull(sheets[0]))
    if corners is None or not _inside(corners, mask.shape):
        return None
    quad = _refined(corners, sheets[0][:, 0].astype(np.float32))
    patch, drawn = np.zeros_like(mask), np.zeros_like(mask)
    cv2.drawContours(patch, sheets[:1], -1, 1, cv2.FILLED)
    cv2.fillConvexPoly(drawn, np.round(quad).astype(np.int32), 1)
    return float((patch & drawn).sum() / max((patch | drawn).sum(), 1)), quad


def _corners(hull: NDArray[Any]) -> Quad | None:
    """Four corners of a hull, clockwise from the top left."""
    around = cv2.arcLength(hull, True)
    for share in (0.02, 0.03, 0.04, 0.06):
        points = cv2.approxPolyDP(hull, share * around, True)[:, 0].astype(np.float32)
        if len(points) == 4:
            return _ordered(points)
    return None


def _ordered(points: Quad) -> Quad:
    middle = points.mean(axis=0)
    order = np.argsort(np.arctan2(points[:, 1] - middle[1], points[:, 0] - middle[0]))
    clockwise = points[order]
    first = int(np.argmin(clockwise.sum(axis=1)))
    return np.asarray(np.roll(clockwise, -first, axis=0), np.float32)


def _inside(quad: Quad, shape: tuple[int, ...]) -> bool:
    """At most one corner may be cut off by the picture's edge: else the sheet's shape is a guess."""
    height, width = shape
    near = (quad < 2).any(axis=1) | (quad[:, 0] > width - 3) | (quad[:, 1] > height - 3)
    return bool(near.sum() <= 1)


def _refined(quad: Quad, rim: NDArray[np.float32]) -> Quad:
    """Lines fitted to the rim along each side meet in sharper corners than the hull's own."""
    sides = []
    for start, end in pairwise([*quad, quad[0]]):
        along = (end - start) / max(float(np.linalg.norm(end - start)), 1.0)
        away = (rim - start) @ np.array([-along[1], along[0]])
        share = (rim - start) @ along / max(float(np.linalg.norm(end - start)), 1.0)
        near = rim[(np.abs(away) < 4) & (share > 0.08) & (share < 0.92)]
        if len(near) < 10:
            return quad
        vx, vy, x, y = cv2.fitLine(near, cv2.DIST_HUBER, 0, 0.01, 0.01).ravel()
        sides.append((np.array([x, y]), np.array([vx, vy])))
    meets = [_meet(sides[i - 1], sides[i]) for i in range(4)]
    refined = np.array(meets, np.float32)
    return refined if float(np.abs(refined - quad).max()) < 12 else quad


def _meet(one: Straight, other: Straight) -> NDArray[np.float64]:
    (p, u), (q, v) = one, other
    cross = u[0] * v[1] - u[1] * v[0]
    if abs(cross) < 1e-6:
        return q
    return np.asarray(p + u * ((q - p)[0] * v[1] - (q - p)[1] * v[0]) / cross)


def _bent(quad: Quad) -> bool:
    """Whether opposite sides run together, and yet the quad is a sheet's: no corner too sharp."""
    sides = [end - start for start, end in pairwise([*quad, quad[0]])]
    angles = [float(np.degrees(np.arctan2(s[1], s[0]))) for s in sides]
    apart = [abs(((angles[i] - angles[i + 2] + 180) % 360) - 180) for i in (0, 1)]
    apart = [abs(a - 180) for a in apart]
    corners = [abs(((angles[i] - angles[i - 1] + 180) % 360) - 180) for i in range(4)]
    return max(apart) > BENT and max(apart) < 35 and all(55 < c < 125 for c in corners)


def _size(quad: Quad) -> tuple[int, int]:
    """Width and height of the flat sheet in pixels; nearly A4 is A4."""
    top, right, bottom, left = (float(np.linalg.norm(b - a)) for a, b in pairwise([*quad, quad[0]]))
    width, height = max(top, bottom), max(left, right)
    if abs(height / width / A4 - 1) < 0.12:
        height = width * A4
    elif abs(width / height / A4 - 1) < 0.12:
        width = height * A4
    return round(width), round(height)
