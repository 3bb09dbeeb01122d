"""Cells in which there is ink and of which nothing was read: looked at again, else marked as unread.

A blank cell claims nothing, so a cell must not pass for blank because a reader overlooked what stands
in it. A strip around the ink is read alone; what even then says nothing is kept as unread.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

import cv2
import numpy as np

from extractors.forms.ruling import RuledCell
from extractors.ocr.base import Picture

INSET = 2.0
"""Points from a cell's side within which ink may be the rule's own."""

MARGIN = 3.0
"""Points of paper around what is read."""

LEAST, TALLEST = 4.0, 26.0
"""Points; ink lower than a character's height is dust, higher than a line's a stain or a seal."""


@dataclass(frozen=True, slots=True)
class Written:
    """A cell and what stands in it; `sure` is how sure the reader was of its least sure character.

    Not sure at all, and nothing read: there is ink, and nobody could read it.
    """

    cell: RuledCell
    text: str
    sure: float


def overlooked(
    written: Written,
    picture: Picture,
    scale: float,
    read_line: Callable[[Picture], tuple[str, tuple[float, ...]]],
) -> Written:
    """The cell with what a second look at its ink reads."""
    box = written.cell.box
    x0, y0, x1, y1 = (
        round(side / scale) for side in (box.x0 + INSET, box.y0 + INSET, box.x1 - INSET, box.y1 - INSET)
    )
    part = picture[max(0, y0) : y1, max(0, x0) : x1]
    if min(part.shape[:2], default=0) < 4:
        return written
    grey = cv2.cvtColor(part, cv2.COLOR_RGB2GRAY)
    ink = (grey < np.median(grey) - 60).astype(np.uint8)
    _, _, stats, _ = cv2.connectedComponentsWithStats(ink)
    signs = [s for s in stats[1:] if LEAST <= s[3] * scale <= TALLEST and s[4] * scale * scale > 1.0]
    if not signs:
        return written
    margin = round(MARGIN / scale)
    top, bottom = min(s[1] for s in signs), max(s[1] + s[3] for s in signs)
    left, right = min(s[0] for s in signs), max(s[0] + s[2] for s in signs)
    if (bottom - top) * scale > TALLEST:
        return replace(written, sure=0.0)
    strip = part[max(0, top - margin) : bottom + margin, max(0, left - margin) : right + margin]
    text, confidences = read_line(np.ascontiguousarray(strip))
    return replace(written, text=text.strip(), sure=min(confidences, default=0.0) if text.strip() else 0.0)
