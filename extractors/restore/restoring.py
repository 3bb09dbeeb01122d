"""The face of the room: a page's picture in, the picture to read out, with all that was done to it.

The recipe: a glance decides what is needed; a photographed sheet is laid flat; a small picture made
larger; seals are found and lifted off. Watermarks and the back's print are taken away only after a
first reading (`faint`), because only that tells them from small print. Every step can be left out, so
that `bench/restoration.py` can say what it is worth.
"""

from dataclasses import dataclass, replace

import cv2
import numpy as np

from extractors.geometry import Warp
from extractors.ocr.base import Picture
from extractors.readers.base import Sheet
from extractors.restore.flat import flattened
from extractors.restore.glance import glance
from extractors.restore.seals import Stamp, find_seals, without_seals

SMALL = 480
"""A picture whose longest side is shorter, in pixels, is enlarged before it is read: its lines are then
found whole. Larger ones are read no better for it, and blots are read as letters."""

ENLARGED = 1.5
"""By how much: at twice the size more is made up than read."""


@dataclass(frozen=True, slots=True)
class Steps:
    """Which steps are taken; all of them, but when they are measured."""

    flatten: bool = True
    enlarge: bool = True
    seals: bool = True
    faint: bool = True


ALL = Steps()


@dataclass(frozen=True, slots=True)
class Restored:
    """A page set right: `clean` is read, `coloured` is the same with its seals still on it.

    `sheet` is the size of the flat page in points and `warp` how it was laid flat; both pictures still
    stand as the page is displayed, not yet turned upright.
    """

    clean: Picture
    coloured: Picture
    sheet: Sheet
    stamps: tuple[Stamp, ...] = ()
    warp: Warp | None = None
    shrink: float = 1.0
    """Pixels of the page as it came for a pixel of these pictures."""


def restored(picture: Picture, sheet: Sheet, steps: Steps = ALL) -> Restored:
    """The page set right for reading."""
    small, _ = glance(picture)
    warp = None
    if steps.flatten and (laid := flattened(picture, small, sheet.width / picture.shape[1])) is not None:
        picture, warp = laid
        small, _ = glance(picture)
        sheet = replace(sheet, width=warp.width, height=warp.height)
    before = picture.shape[0]
    if steps.enlarge:
        picture = enlarged(picture)
        small = picture if small.shape[0] > picture.shape[0] else small
    stamps = tuple(find_seals(picture, small)) if steps.seals else ()
    clean = without_seals(picture, stamps)
    return Restored(clean, picture, sheet, stamps, warp, before / picture.shape[0])


def enlarged(picture: Picture) -> Picture:
    """A small picture made larger; any other as it is."""
    if max(picture.shape[:2]) >= SMALL:
        return picture
    larger = cv2.resize(picture, None, fx=ENLARGED, fy=ENLARGED, interpolation=cv2.INTER_CUBIC)
    return np.asarray(larger, np.uint8)
