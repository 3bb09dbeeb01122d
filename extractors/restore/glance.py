"""A page at a glance: the small picture from which the steps of restoring decide what is needed."""

import cv2
import numpy as np

from extractors.ocr.base import Picture

SIDE = 1000
"""Longest side of a glance, in pixels: A4 at 85 dpi, on which a seal measures 140 pixels."""


def glance(picture: Picture) -> tuple[Picture, float]:
    """The picture made small, and its scale; a small picture is its own glance."""
    scale = min(1.0, SIDE / max(picture.shape[:2]))
    if scale == 1.0:
        return picture, scale
    height, width = (round(side * scale) for side in picture.shape[:2])
    halved = picture
    while min(halved.shape[0] // max(height, 1), halved.shape[1] // max(width, 1)) >= 2:
        # Halving is many times faster than any other step down, and the rest is then less than a half.
        halved = np.asarray(cv2.resize(halved, None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA), np.uint8)
    return np.asarray(cv2.resize(halved, (width, height), interpolation=cv2.INTER_LINEAR), np.uint8), scale
