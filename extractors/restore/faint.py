"""Takes faint grey off a page: watermarks across the text, and the print of the back shining through.

The recipe: say how light the paper is everywhere, so that a shadow is no ink; say how dark this page's
own ink is. Letters that a reader saw where the ink is much fainter than that, or that run slantwise,
are none of the page's own: then what is faint, grey and not beside a real stroke becomes paper, and
the page is read anew. Other pages stay as they are: washing thins small print.
"""

from collections.abc import Sequence

import cv2
import numpy as np
from numpy.typing import NDArray

from extractors.ocr.base import InkLine, Picture
from extractors.restore.skew import without_askew

INK = 40
"""Levels below the paper from which on a pixel counts as the page's ink."""

STRONG = 0.45
"""Ink of less than this share of the page's own darkness is washed off."""

GHOSTLY = 0.4
"""A letter none of whose ink reaches this share is no letter of the page."""

LETTERS = 5
"""So many of them mark a page: a few lie under every seal that was lifted."""

FAINTEST = 7
"""Levels below the paper that no longer are paper."""

GREY = 26
"""Most that a pixel's channels may differ: gold and red titles are light and meant."""

Grey = NDArray[np.uint8]


def is_marked(picture: Picture, lines: Sequence[InkLine]) -> bool:
    """Whether a reader saw letters that are not the page's own: too faint for it, or slantwise."""
    depth, full = _ink(picture)
    if full == 0:
        return False
    upright = without_askew(lines)
    aslant = sum(len(line.text) for line in lines) - sum(len(line.text) for line in upright)
    return aslant + sum(_ghosts(line, depth, GHOSTLY * full) for line in upright) >= LETTERS


def _ghosts(line: InkLine, depth: Grey, strong: float) -> int:
    """Letters of a line without strong ink; commas and dots are faint on any page."""
    found = 0
    for char, quad in zip(line.text, line.quads, strict=True):
        if not char.isalnum() or char == "一":
            continue
        x0, y0 = (max(int(v), 0) for v in quad.min(axis=0))
        x1, y1 = (int(v) + 1 for v in quad.max(axis=0))
        part = depth[y0:y1, x0:x1]
        found += bool(part.size) and int(part.max()) < strong
    return found


def without_faint(picture: Picture) -> Picture:
    """The picture with paper where it was faintly grey; a new picture."""
    depth, full = _ink(picture)
    strong = (depth >= STRONG * full).astype(np.uint8)
    beside = cv2.dilate(strong, np.ones((3, 3), np.uint8)).astype(bool)
    clean = picture.copy()
    clean[~beside & (depth > FAINTEST) & _is_grey(picture)] = np.median(picture[::5, ::5].reshape(-1, 3), axis=0)
    return clean


def paper_of(grey: Grey) -> Grey:
    """How light the paper is at every place, whatever is printed there."""
    height, width = grey.shape
    blocks = cv2.resize(grey, (max(width // 16, 1), max(height // 16, 1)), interpolation=cv2.INTER_AREA)
    light = cv2.blur(cv2.dilate(blocks, np.ones((5, 5), np.uint8)), (5, 5))
    return np.asarray(cv2.resize(light, (width, height), interpolation=cv2.INTER_LINEAR), np.uint8)


def _ink(picture: Picture) -> tuple[Grey, float]:
    """How many levels each pixel lies below its paper, and the depth of the page's own ink; 0 for none."""
    grey = np.asarray(cv2.cvtColor(picture, cv2.COLOR_RGB2GRAY), np.uint8)
    depth = np.asarray(cv2.subtract(paper_of(grey), grey), np.uint8)
    counts = cv2.calcHist([depth], [0], None, [256], [0, 256]).ravel()[INK + 1 :]
    if counts.sum() < 0.001 * depth.size:
        return depth, 0.0
    return depth, float(INK + 1 + np.searchsorted(np.cumsum(counts), 0.9 * counts.sum()))


def _is_grey(picture: Picture) -> NDArray[np.bool_]:
    """Where the colour is hardly any, beyond the paper's own tint."""
    most = cv2.max(cv2.max(picture[:, :, 0], picture[:, :, 1]), picture[:, :, 2])
    least = cv2.min(cv2.min(picture[:, :, 0], picture[:, :, 1]), picture[:, :, 2])
    return np.asarray(cv2.subtract(most, least) < GREY, np.bool_)
