"""Lifts red seals off the text beneath them.

A seal is red ink in a roundish blob of a seal's size (GB/T 9704 and 国发〔1999〕25号: 4 to 5 cm
across). Only there is colour taken away, by looking through a red filter: red titles and
letterheads elsewhere stay as they are.
"""

import cv2
import numpy as np
from numpy.typing import NDArray

from extractors.ocr.base import Picture

WORK_SIDE = 1000
"""Seals are looked for on a picture of this longest side, in pixels."""

SIZES = (0.06, 0.30)
"""Smallest and largest diameter of a seal as a share of the page's longest side: characters of a red
title stay below it."""

Circle = tuple[int, int, int, int]
"""x0, y0, x1, y1 in pixels."""


def red_ink(picture: Picture) -> NDArray[np.bool_]:
    """Where the ink is red: clearly more red than green and blue."""
    channels = picture.astype(np.int16)
    red, green, blue = channels[:, :, 0], channels[:, :, 1], channels[:, :, 2]
    rest: NDArray[np.int16] = np.maximum(green, blue)
    return (red - rest > 38) & (red > 90) & (np.abs(green - blue) < 70)


def find_seals(picture: Picture) -> list[Circle]:
    """The boxes of the seals on a page, in pixels of the picture."""
    height, width = picture.shape[:2]
    scale = min(1.0, WORK_SIDE / max(height, width))
    small = cv2.resize(picture, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    ink = red_ink(np.asarray(small, np.uint8)).astype(np.uint8)
    joined = cv2.morphologyEx(ink, cv2.MORPH_CLOSE, np.ones((9, 9), np.uint8))
    count, _, stats, _ = cv2.connectedComponentsWithStats(joined)
    seals = []
    for x, y, w, h, _ in stats[1:count]:
        if _is_seal(ink[y : y + h, x : x + w], max(small.shape[:2])):
            seals.append((int(x / scale), int(y / scale), int((x + w) / scale), int((y + h) / scale)))
    return seals


def _is_seal(ink: NDArray[np.uint8], side: int) -> bool:
    height, width = ink.shape
    if not SIZES[0] * side <= max(height, width) <= SIZES[1] * side:
        return False
    if not 0.6 <= width / height <= 1.7:
        return False
    ys, xs = np.nonzero(ink)
    away = np.hypot((xs - width / 2) / (width / 2), (ys - height / 2) / (height / 2))
    # A ring: little ink in the corners, much of it near the rim, and not one solid patch.
    corners, rim = float(np.mean(away > 1.12)), float(np.mean((away > 0.8) & (away <= 1.12)))
    return corners < 0.06 and rim > 0.25 and 0.04 < ink.mean() < 0.75


def without_seals(picture: Picture, seals: list[Circle]) -> Picture:
    """The picture seen through a red filter where the seals are; a new picture."""
    if not seals:
        return picture
    clean = picture.copy()
    for x0, y0, x1, y1 in seals:
        part = clean[y0:y1, x0:x1]
        near = cv2.dilate(red_ink(part).astype(np.uint8), np.ones((5, 5), np.uint8)).astype(bool)
        through = part[:, :, 0].astype(np.float32)
        paper = float(np.percentile(through, 90)) or 255.0
        # Stretched so that the seal's own red becomes paper while black strokes stay black.
        ink = float(np.median(through[near])) if near.any() else paper
        level = np.clip(through * (paper / max(min(ink, paper), 1.0)), 0, paper).astype(np.uint8)
        part[near] = level[near][:, None]
    return clean
