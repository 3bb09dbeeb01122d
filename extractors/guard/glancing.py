"""The second look, in a worker: the strip anew at higher resolution, by the first reader, then the second.

The recipe: cut the strip out of the file itself, not out of the picture that was read; set it
upright along its own corners; look at it through a red filter where a seal lies on it; ask the first
reader, and the second only where that settles nothing.
"""

from collections.abc import Sequence

import cv2
import numpy as np

from extractors.geometry import Box
from extractors.guard.doubting import CLEAR, Doubt
from extractors.guard.glance import Glance
from extractors.guard.grammar import Grammar, grammar_named
from extractors.ocr.base import Picture, Reader
from extractors.readers.base import PageSource
from extractors.readers.part import part_of
from extractors.restore.seals import without_red

DPI = 400
"""Most dots per inch of the second look."""

TALL = 64.0
"""Pixels of a strip's height beyond which no reader sees more."""


def glances(source: PageSource, doubt: Doubt, readers: Sequence[Reader]) -> tuple[Glance, ...]:
    """What the readers see on a second look, one after the other until the doubt is settled."""
    grammar = grammar_named(doubt.grammar)
    strip = _strip(source, doubt)
    seen: list[Glance] = []
    for reader in readers:
        text, confidences = reader.line(strip, grammar.alphabet)
        seen.append(Glance(reader.name, text, tuple(round(c, 3) for c in confidences)))
        if settles(grammar, doubt.read, seen[-1]):
            break
    return tuple(seen)


def settles(grammar: Grammar, read: str, glance: Glance) -> bool:
    """Whether a look needs no third: clear, possibly right, and what was read before or checked."""
    reading = grammar.read(glance.text)
    if reading is None or not grammar.right(reading):
        return False
    return glance.least >= CLEAR and (reading == read or (grammar.checked and not grammar.right(read)))


def _strip(source: PageSource, doubt: Doubt) -> Picture:
    corners = np.array(doubt.quad, np.float32)
    high = float(np.linalg.norm(corners[3] - corners[0]))
    scale = min(DPI / 72, TALL / max(high, 1.0))
    left, top = (max(0.0, float(v)) for v in corners.min(axis=0))
    right, bottom = (float(v) for v in corners.max(axis=0))
    picture = part_of(source, doubt.page, Box(left, top, right, bottom), scale)
    drawn = picture.shape[1] / max(right - left, 1.0)
    return without_red(_upright(picture, (corners - (left, top)) * drawn))


def _upright(picture: Picture, corners: np.ndarray[tuple[int, ...], np.dtype[np.float32]]) -> Picture:
    width = max(int(np.linalg.norm(corners[1] - corners[0])), 8)
    height = max(int(np.linalg.norm(corners[3] - corners[0])), 8)
    target = np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float32)
    warp = cv2.getPerspectiveTransform(corners.astype(np.float32), target)
    strip = cv2.warpPerspective(
        picture, warp, (width, height), borderMode=cv2.BORDER_REPLICATE, flags=cv2.INTER_CUBIC
    )
    return np.asarray(strip, np.uint8)
