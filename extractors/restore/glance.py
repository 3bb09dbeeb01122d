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
    small = cv2.resize(picture, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    return np.asarray(small, np.uint8), scale
