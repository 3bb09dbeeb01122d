"""Finds the lines of a page: PP-OCR's detector on no more pixels than the page needs.

The recipe: leave the empty margins out; make the rest small. Size counts for the page, not for its inked
part, so that print is as large as it was.
"""

from collections.abc import Callable
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from extractors.ocr.base import Picture, Quad

SIDE = 960
"""Longest side of the page as the detector sees it, in pixels; at 800 dates of scans go missing."""

MARGIN = 0.024
"""Paper left round the ink, as a share of the page's longest side."""

FAINT = 36
"""Levels below the paper from which on a pixel counts as ink here: rather too much than too little."""

GLANCE = 512
"""Longest side of the picture on which the margins are looked for."""

STEP = 32
"""The network's sizes are multiples of this."""

Session = Callable[[NDArray[np.float32]], NDArray[np.float32]]
QuadsOf = Callable[[NDArray[np.float32], tuple[int, int]], tuple[Any, Any]]


def detect(picture: Picture, session: Session, quads_of: QuadsOf) -> list[Quad]:
    """The quads of a page's lines; `quads_of` makes them of the network's map and a height and width."""
    longest = max(picture.shape[:2])
    x0, y0, x1, y1 = inked(picture)
    part, corner = picture[y0:y1, x0:x1], np.array([x0, y0], np.float32)
    scale = min(1.0, SIDE / longest)
    found, _ = quads_of(session(_tensor(part, scale)), part.shape[:2])
    return [np.asarray(quad, np.float32) + corner for quad in found]


def inked(picture: Picture) -> tuple[int, int, int, int]:
    """Left, top, right and bottom of what is on the page, in pixels, with some paper round it."""
    height, width = picture.shape[:2]
    scale = min(1.0, GLANCE / max(height, width))
    small = cv2.resize(picture, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    dark = small.min(axis=2)
    ink = dark < float(np.median(dark)) - FAINT
    rows, columns = np.flatnonzero(ink.any(axis=1)), np.flatnonzero(ink.any(axis=0))
    if not len(rows):
        return 0, 0, width, height
    margin = MARGIN * max(height, width)
    return (
        max(0, int(columns[0] / scale - margin)),
        max(0, int(rows[0] / scale - margin)),
        min(width, int((columns[-1] + 1) / scale + margin)),
        min(height, int((rows[-1] + 1) / scale + margin)),
    )


def _tensor(part: Picture, scale: float) -> NDArray[np.float32]:
    """The picture as the network wants it: blue first, between -1 and 1."""
    height, width = (max(STEP, round(side * scale / STEP) * STEP) for side in part.shape[:2])
    small = cv2.resize(part, (width, height))
    planes = np.ascontiguousarray(small[:, :, ::-1].transpose(2, 0, 1), np.float32)
    planes *= np.float32(1 / 127.5)
    planes -= np.float32(1.0)
    return planes[None]
