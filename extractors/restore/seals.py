"""Finds seals, and lifts them off the text beneath them.

A seal is red or blue ink in a patch of a seal's size: a ring or an oval (GB/T 9704 and 国发〔1999〕25号:
4 to 5 cm across), or a framed rectangle, as counters and accounts use it. Only there is colour taken
away, by looking through a filter of that colour: red titles and letterheads elsewhere stay as they are.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import cv2
import numpy as np
from numpy.typing import NDArray

from extractors.ocr.base import Picture
from extractors.restore.glance import glance

SIZES = (0.04, 0.30)
"""Smallest and largest diameter of a seal as a share of the page's longest side (two papers on a sheet halve
it); characters of a red title are not closed all round."""

SECTORS = 36
CLOSED = 0.8
"""The outermost ink is the rim's in this share of the sectors, though text lies over it or ink is missing."""

LEAST = 24
"""A patch of fewer pixels is a blot or a letter, however small the picture."""

Colour = Literal["red", "blue"]
Ink = NDArray[np.bool_]
CHANNEL = {"red": 0, "blue": 2}


@dataclass(frozen=True, slots=True)
class Stamp:
    """Where a seal lies, in pixels of the picture, its colour, and whether it is a ring or framed."""

    x0: int
    y0: int
    x1: int
    y1: int
    colour: Colour = "red"
    ring: bool = True


SOME_RED = 0.005
"""A strip of which a smaller share is red has no seal on it."""


def red_ink(picture: Picture) -> Ink:
    """Where the ink is red: clearly more red than green and blue."""
    red, green, blue = cv2.split(picture)
    rest = cv2.max(green, blue)
    return np.asarray((cv2.subtract(red, rest) > 38) & (red > 90) & (cv2.absdiff(green, blue) < 70), np.bool_)


def blue_ink(picture: Picture) -> Ink:
    """Where the ink is blue or violet: clearly more blue than red, and not green."""
    red, green, blue = cv2.split(picture)
    clear = (cv2.subtract(blue, red) > 38) & (cv2.subtract(blue, green) > 20)
    return np.asarray(clear & (blue > 80), np.bool_)


INKS = {"red": red_ink, "blue": blue_ink}


def find_seals(picture: Picture, small: Picture | None = None) -> list[Stamp]:
    """The seals on a page; `small` is its glance, where somebody made it already."""
    small = glance(picture)[0] if small is None else small
    scale = small.shape[0] / picture.shape[0]
    found = [*_stamps(small, "red", scale), *_stamps(small, "blue", scale)]
    return [stamp for stamp in found if not any(_within(stamp, other) for other in found)]


def _stamps(small: Picture, colour: Colour, scale: float) -> list[Stamp]:
    ink = INKS[colour](small).astype(np.uint8)
    if not ink.any():
        return []
    joined = cv2.morphologyEx(ink, cv2.MORPH_CLOSE, np.ones((9, 9), np.uint8))
    count, _, stats, _ = cv2.connectedComponentsWithStats(joined)
    stamps = []
    for x, y, w, h, _ in stats[1:count]:
        patch, side = ink[y : y + h, x : x + w], max(small.shape[:2])
        if max(w, h) < LEAST or not SIZES[0] * side <= max(w, h) <= SIZES[1] * side:
            continue
        ring = _is_ring(patch)
        if ring or _is_framed(patch):
            x0, y0, x1, y1 = (int(v / scale) for v in (x, y, x + w, y + h))
            stamps.append(Stamp(x0, y0, x1, y1, colour, ring))
    return stamps


def _within(stamp: Stamp, other: Stamp) -> bool:
    inside = stamp.x0 >= other.x0 and stamp.y0 >= other.y0 and stamp.x1 <= other.x1 and stamp.y1 <= other.y1
    return inside and stamp != other and stamp.colour == other.colour


def _is_ring(ink: NDArray[np.uint8]) -> bool:
    height, width = ink.shape
    if not 0.6 <= width / height <= 1.7:
        return False
    ys, xs = np.nonzero(ink)
    away = np.hypot((xs - width / 2) / (width / 2), (ys - height / 2) / (height / 2))
    # Little ink in the corners, much of it near the rim, and not one solid patch.
    corners, rim = float(np.mean(away > 1.12)), float(np.mean((away > 0.8) & (away <= 1.12)))
    if corners >= 0.06 or rim <= 0.25 or not 0.04 < float(ink.mean()) < 0.75:
        return False
    # A big letter or a logo is not closed all round, or reaches into its corners.
    angles = np.arctan2(ys - height / 2, xs - width / 2)
    sectors = ((angles + np.pi) / (2 * np.pi) * SECTORS).astype(int) % SECTORS
    outermost = np.zeros(SECTORS)
    np.maximum.at(outermost, sectors, away)
    return float(np.mean((outermost > 0.9) & (outermost < 1.13))) >= CLOSED


def _is_framed(ink: NDArray[np.uint8]) -> bool:
    """A rectangle's frame with something in it: all four edges are drawn along their length."""
    height, width = ink.shape
    if not 1.1 <= width / height <= 4.5 or not 0.08 < ink.mean() < 0.6:
        return False
    deep, wide = max(3, height // 8), max(3, width // 16)
    across = (ink[:deep].any(axis=0), ink[-deep:].any(axis=0))
    down = (ink[:, :wide].any(axis=1), ink[:, -wide:].any(axis=1))
    middle = ink[deep:-deep, wide:-wide]
    return all(float(edge.mean()) > 0.75 for edge in (*across, *down)) and 0.05 < float(middle.mean()) < 0.5


def without_red(strip: Picture) -> Picture:
    """A strip through a red filter: the red of a seal is paper there, while black strokes stay black."""
    if red_ink(strip).mean() < SOME_RED:
        return strip
    return np.ascontiguousarray(np.repeat(strip[:, :, :1], 3, axis=2))


def without_seals(picture: Picture, seals: Sequence[Stamp]) -> Picture:
    """The picture seen through a filter of each seal's colour where the seals are; a new picture."""
    if not seals:
        return picture
    clean = picture.copy()
    for seal in seals:
        part = clean[seal.y0 : seal.y1, seal.x0 : seal.x1]
        ink = INKS[seal.colour](part)
        near = cv2.dilate(ink.astype(np.uint8), np.ones((5, 5), np.uint8)).astype(bool)
        through = part[:, :, CHANNEL[seal.colour]].astype(np.float32)
        paper = float(np.percentile(through, 90)) or 255.0
        # Stretched so that the seal's own colour becomes paper while black strokes stay black.
        shade = float(np.median(through[near])) if near.any() else paper
        level = np.clip(through * (paper / max(min(shade, paper), 1.0)), 0, paper).astype(np.uint8)
        part[near] = level[near][:, None]
    return clean
