"""Says why a page cannot be read, or not enough of it, in the words a reviewer can act on.

The recipe: the commonest cause first, each with a measure of its own: too few pixels, too dark, too
pale, too blurred; where none of them explains it, what was looked at is told.
"""

from collections.abc import Sequence

import cv2
import numpy as np
from numpy.typing import NDArray

from extractors.ocr.base import InkLine, Picture
from extractors.restore.glance import glance

FEW_PIXELS = 420
"""Longest side of a picture in pixels below which a page's characters are mere dots."""

LOW = 9.0
"""Height of a line in pixels of the picture as it came, below which strokes run together."""

DARK = 80.0
PALE = 45.0
"""Levels: of the paper itself, and between paper and ink."""

SHARP = 0.35
"""Steepest edge as a share of the page's own contrast; out of focus it is never this steep."""

DOUBTFUL = 0.7
"""Mean confidence of a line that was rather guessed than read."""

MUCH = 0.4
"""Share of a page's characters in doubtful lines from which on the page itself is doubtful."""


def why_unread(picture: Picture) -> str:
    """Why nothing could be read on a page that has ink; `picture` as it came."""
    cause = _cause(picture, 0.0) or "有内容但未找到可识别的文字"
    return f"页面未能识别出文字（{cause}）：请以 200 dpi 以上重新扫描"


def why_doubtful(picture: Picture, lines: Sequence[InkLine], shrink: float = 1.0) -> str:
    """Why much of a page was guessed rather than read; empty where it was read.

    Args:
        picture: The page as it came.
        lines: What a reader saw, doubtful lines among it.
        shrink: Pixels of `picture` for a pixel of the picture that was read.
    """
    if len(lines) < 4:
        return ""
    lengths = np.array([len(line.text) for line in lines], float)
    means = np.array([float(np.mean(line.confidences)) for line in lines])
    share = float(lengths[means < DOUBTFUL].sum() / max(lengths.sum(), 1.0))
    if share < MUCH:
        return ""
    heights = [float(np.linalg.norm(q[3] - q[0])) for line in lines for q in line.quads[:1]]
    cause = _cause(picture, float(np.median(heights)) * shrink) or "文字不清"
    return f"页面约 {round(share * 100)}% 的文字难以辨认（{cause}）：请重新扫描并人工核对"


def _cause(picture: Picture, height: float) -> str:
    """What is wrong with a picture, as far as it can be measured."""
    longest = max(picture.shape[:2])
    if longest < FEW_PIXELS or 0 < height < LOW:
        return f"分辨率过低，仅 {picture.shape[1]}×{picture.shape[0]} 像素"
    grey = np.asarray(cv2.cvtColor(glance(picture)[0], cv2.COLOR_RGB2GRAY), np.uint8)
    paper, ink = float(np.percentile(grey, 80)), float(np.percentile(grey, 1))
    if paper < DARK:
        return "图像过暗"
    if paper - ink < PALE:
        return "字迹过淡或曝光过度"
    return "图像模糊" if _steepest(grey) < SHARP * (paper - ink) else ""


def _steepest(grey: NDArray[np.uint8]) -> float:
    """The usual height of the steepest edges, over two pixels."""
    soft = cv2.GaussianBlur(grey, (3, 3), 0)
    across = cv2.absdiff(soft[:, 2:], soft[:, :-2])
    return float(np.percentile(across, 99.7))
