"""What an office's scanner and a telephone's camera make of a printed page; apart from the generator's own `scan`."""

from collections.abc import Callable
from random import Random

import cv2
import numpy as np
import pymupdf

from api.example.scan import Pixels, jpeg, pixels_of

DIGITAL, GOOD, POOR = "digital", "good", "poor"
LEVELS = (DIGITAL, GOOD, POOR)
PHOTOGRAPHED = 0.3
"""How many of the poor pages were photographed from hand, not scanned."""


def good(page: pymupdf.Page, chance: Random) -> bytes:
    """200 dpi, grey or colour, at most one degree off, JPEG 75."""
    pixels = _turned(pixels_of(page, 200), chance.uniform(-1, 1))
    if chance.random() < 0.5:
        pixels = np.asarray(cv2.cvtColor(cv2.cvtColor(pixels, cv2.COLOR_BGR2GRAY), cv2.COLOR_GRAY2BGR), np.uint8)
    return jpeg(_noisy(pixels, 3, chance), 75)


def poor(page: pymupdf.Page, chance: Random) -> bytes:
    """150 dpi, soft and noisy, up to 2.5 degrees off; now and then photographed under one lamp."""
    pixels = pixels_of(page, 150)
    if chance.random() < PHOTOGRAPHED:
        pixels = _lit(_from_hand(pixels, chance), chance)
    else:
        pixels = _turned(pixels, chance.uniform(-2.5, 2.5))
    pixels = np.asarray(cv2.GaussianBlur(pixels, (0, 0), chance.uniform(0.5, 0.8)), np.uint8)
    return jpeg(_noisy(pixels, 8, chance), 60)


CAMERAS: dict[str, Callable[[pymupdf.Page, Random], bytes]] = {GOOD: good, POOR: poor}


def _turned(pixels: Pixels, degrees: float) -> Pixels:
    height, width = pixels.shape[:2]
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), degrees, 1.0)
    return np.asarray(cv2.warpAffine(pixels, turn, (width, height), borderValue=(250, 250, 250)), np.uint8)


def _from_hand(pixels: Pixels, chance: Random) -> Pixels:
    """The sheet on a dark desk, its far side smaller than its near one."""
    height, width = pixels.shape[:2]
    margin = 0.04
    corners = np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float32)
    inward = np.array([[1, 1], [-1, 1], [-1, -1], [1, -1]], np.float32)
    shift = np.array([[chance.uniform(0.3, 1.5) for _ in range(2)] for _ in range(4)], np.float32)
    moved = (corners + inward * shift * margin * np.array([width, height], np.float32)).astype(np.float32)
    view = cv2.getPerspectiveTransform(corners, moved)
    return np.asarray(cv2.warpPerspective(pixels, view, (width, height), borderValue=(62, 70, 84)), np.uint8)


def _lit(pixels: Pixels, chance: Random) -> Pixels:
    height, width = pixels.shape[:2]
    x, y = chance.uniform(0, width), chance.uniform(0, height)
    far = np.hypot(*np.meshgrid(np.arange(width) - x, np.arange(height) - y)) / np.hypot(width, height)
    light = (1.02 - 0.42 * far)[..., None]
    return np.asarray(np.clip(pixels * light, 0, 255), np.uint8)


def _noisy(pixels: Pixels, strength: float, chance: Random) -> Pixels:
    noise = np.random.default_rng(chance.randrange(2**31)).normal(0, strength, (*pixels.shape[:2], 1))
    return np.asarray(np.clip(pixels + noise, 0, 255), np.uint8)
