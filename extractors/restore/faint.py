"""Takes faint grey off a page: watermarks across the text, and the print of the back shining through.

The recipe: say how light the paper is everywhere, so that a shadow is no ink; say how dark this page's
own ink is. What is much fainter than that, grey, and not beside a real stroke, becomes paper. Looked
at small first: most pages have nothing faint and are left as they are.
"""

import cv2
import numpy as np
from numpy.typing import NDArray

from extractors.ocr.base import Picture

FAINTEST = 14
"""Levels below the paper from which on a pixel is ink at all."""

STRONG = 0.45
"""Ink of less than this share of the page's own darkness is faint."""

ENOUGH = 0.004
"""Share of a page that must be faint grey before anything is done."""

GREY = 26
"""Most that a pixel's channels may differ: gold and red titles are light and meant."""

Grey = NDArray[np.uint8]


def without_faint(picture: Picture, small: Picture) -> Picture:
    """The picture without what is faint on it; the picture itself where nothing is. `small` is its glance."""
    depth, strong = _ink(small)
    if strong is None or not _has_faint(small, depth, strong):
        return picture
    depth, _ = _ink(picture)
    keep = cv2.dilate((depth >= strong).astype(np.uint8), np.ones((3, 3), np.uint8)).astype(bool)
    faint = ~keep & (depth > FAINTEST // 2) & _is_grey(picture)
    clean = picture.copy()
    clean[faint] = _paper_colour(small)
    return clean


def paper_of(grey: Grey) -> Grey:
    """How light the paper is at every place, whatever is printed there."""
    height, width = grey.shape
    blocks = cv2.resize(grey, (max(width // 16, 1), max(height // 16, 1)), interpolation=cv2.INTER_AREA)
    light = cv2.blur(cv2.dilate(blocks, np.ones((5, 5), np.uint8)), (5, 5))
    return np.asarray(cv2.resize(light, (width, height), interpolation=cv2.INTER_LINEAR), np.uint8)


def _ink(picture: Picture) -> tuple[Grey, int | None]:
    """How many levels each pixel lies below its paper, and the depth from which on ink is the page's own."""
    grey = np.asarray(cv2.cvtColor(picture, cv2.COLOR_RGB2GRAY), np.uint8)
    depth = np.asarray(cv2.subtract(paper_of(grey), grey), np.uint8)
    inked = depth[depth > 40]
    if inked.size < 0.002 * depth.size:
        return depth, None
    return depth, int(STRONG * float(np.percentile(inked, 90)))


def _has_faint(small: Picture, depth: Grey, strong: int) -> bool:
    soft = cv2.blur(depth, (3, 3))
    beside = cv2.dilate((soft >= strong).astype(np.uint8), np.ones((5, 5), np.uint8)).astype(bool)
    faint = ~beside & (soft > FAINTEST) & _is_grey(small)
    return bool(faint.mean() > ENOUGH)


def _is_grey(picture: Picture) -> NDArray[np.bool_]:
    """Where the colour is hardly any, beyond the paper's own tint."""
    most = cv2.max(cv2.max(picture[:, :, 0], picture[:, :, 1]), picture[:, :, 2])
    least = cv2.min(cv2.min(picture[:, :, 0], picture[:, :, 1]), picture[:, :, 2])
    return np.asarray(cv2.subtract(most, least) < GREY, np.bool_)


def _paper_colour(small: Picture) -> NDArray[np.uint8]:
    return np.asarray(np.median(small.reshape(-1, 3)[::7], axis=0), np.uint8)
