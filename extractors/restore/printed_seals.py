"""Seals on digital pages: their letters where the file has them, else the picture that was put there.

The recipe: a coloured picture of a seal's size and shape is read like a scanned seal where it holds a ring: by
itself where the page shows it as it is in the file, and then once in a reading; else as the page shows it. A page
without seals costs nothing.
"""

from collections.abc import Callable, Iterator, MutableMapping
from dataclasses import dataclass, replace
from hashlib import blake2b
from itertools import pairwise

import cv2
import numpy as np
from numpy.typing import NDArray

from extractors.geometry import Box
from extractors.ocr.base import Picture, Reader
from extractors.page import Seal
from extractors.readers.base import TextLayer
from extractors.restore.lettered_seals import ACROSS, lettered_seals
from extractors.restore.seal_text import Ink, SealText, read_seal
from extractors.restore.seals import INKS, Colour, Stamp, find_seals

MOST = 4
"""Pictures that are looked at on one page; a page with more shows products."""

FAINT = 40
"""Difference of a pixel's channels from which on it counts as coloured."""

SHOWN, TILES = 0.75, 8
"""A picture is cut into so many rows and columns of tiles; in all but one the page must be so like it. The same seal
on a page has 0.89 and more in its second worst tile, another name in the same ring 0.58 at most (measured on 161
pictures of 12 seals of our example)."""

SLACK = 4
"""Pixels by which the rim of a ring may lie beside where a reduced picture shows it."""

BLACK, EMPTY = 120, 18
"""Pixels darker than this are text under the seal or over it; tiles of less colour than this say nothing."""

SOME = 0.01
"""A picture of which a smaller share is coloured is no seal: codes, signatures."""

Known = MutableMapping[bytes, "Reading | None"]
"""What was read on a seal's picture by itself, by the digest of its pixels; None where it is no seal."""

Colours = NDArray[np.float32]
"""How coloured each pixel is, a little blurred."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What stands on a ring, and its colour."""

    text: SealText
    colour: Colour


@dataclass(frozen=True, slots=True)
class Shown:
    """A page as it is seen, `width` points wide; a box of it as closely as a scan; a picture of it by itself."""

    page: Picture | None
    width: float
    part: Callable[[Box], Picture]
    alone: Callable[[Box], Picture | None]

    def seen(self, box: Box) -> Picture:
        """A box of the page, cut out of what was rendered already."""
        if self.page is None:
            return self.part(box)
        scale = self.page.shape[1] / self.width
        x0, y0, x1, y1 = (max(0, round(v * scale)) for v in box)
        return np.ascontiguousarray(self.page[y0 : max(y1, y0 + 1), x0 : max(x1, x0 + 1)])


def printed_seals(layer: TextLayer, shown: Shown, reader: Reader, known: Known) -> tuple[Seal, ...]:
    """The seals of a digital page, boxes in points as displayed; `known` remembers what was read of others."""
    lettered = lettered_seals(layer)
    boxes = [
        box for box in layer.pictures if _is_sized(box) and not any(_meets(box, s.box) for s in lettered)
    ]
    found = ((box, _pictured(box, shown, reader, known)) for box in boxes[:MOST])
    return (*lettered, *(_seal(box, reading) for box, reading in found if reading is not None))


def _is_sized(box: Box) -> bool:
    long, short = max(box.width, box.height), min(box.width, box.height)
    return ACROSS[0] <= long <= ACROSS[1] and short >= 0.6 * long


def _meets(box: Box, other: Box) -> bool:
    across = min(box.x1, other.x1) - max(box.x0, other.x0)
    down = min(box.y1, other.y1) - max(box.y0, other.y0)
    return across > 0.5 * other.width and down > 0.5 * other.height


def _seal(box: Box, reading: Reading) -> Seal:
    text = reading.text
    return Seal(text.text, box, reading.colour, round(text.confidence, 3), text.purpose)


def _pictured(box: Box, shown: Shown, reader: Reader, known: Known) -> Reading | None:
    seen = shown.seen(box)
    if (_colour_of(seen) > FAINT).mean() < SOME:
        return None
    own = shown.alone(box)
    if own is None or not _shows(seen, own):
        return _read(shown.part(box), reader)
    key = blake2b(own.tobytes(), digest_size=16).digest() + repr(own.shape).encode()
    if key not in known:
        known[key] = _read(own, reader)
    return known[key]


def _colour_of(picture: Picture) -> Ink:
    """How coloured each pixel is: paper, black and grey are not."""
    red, green, blue = cv2.split(picture)
    most, least = cv2.max(cv2.max(red, green), blue), cv2.min(cv2.min(red, green), blue)
    return np.asarray(cv2.subtract(most, least), np.uint8)


def _shows(seen: Picture, own: Picture) -> bool:
    """Whether a part of a page shows a picture: wherever one has colour the other has it, too."""
    height, width = seen.shape[:2]
    there, here = _soft(seen), _soft(cv2.resize(own, (width, height), interpolation=cv2.INTER_AREA))
    moves = [np.array([[1, 0, x], [0, 1, y]], np.float32) for y in (-1, 0, 1) for x in (-1, 0, 1)]
    moved = [cv2.warpAffine(there, move, (width, height)) for move in moves]  # renderers round places
    there = np.asarray(max(moved, key=lambda one: float(np.vdot(one, here))), np.float32)
    written = cv2.dilate(np.asarray(seen.max(axis=2) < BLACK, np.uint8), np.ones((3, 3))) > 0
    there[written], here[written] = 0, 0
    likeness = sorted(_tiled(there, here))
    return len(likeness) > TILES and likeness[1] >= SHOWN


def _soft(picture: cv2.typing.MatLike) -> Colours:
    return np.asarray(cv2.GaussianBlur(_colour_of(np.asarray(picture, np.uint8)), (3, 3), 0), np.float32)


def _tiled(there: Colours, here: Colours) -> Iterator[float]:
    """How alike two pictures are in each tile that is not empty in both."""
    height, width = here.shape
    rows, columns = (np.linspace(0, side, TILES + 1).astype(int) for side in (height, width))
    for y0, y1 in pairwise(rows):
        for x0, x1 in pairwise(columns):
            one, other = there[y0:y1, x0:x1], here[y0:y1, x0:x1]
            lengths = float(np.linalg.norm(one)), float(np.linalg.norm(other))
            if max(lengths) >= EMPTY * one.size**0.5:
                yield float(np.vdot(one, other)) / max(lengths[0] * lengths[1], 1e-6)


def _read(part: Picture, reader: Reader) -> Reading | None:
    side = max(part.shape[:2])
    # On a sheet of its own: seals are looked for by their share of a page.
    frame = ((side, 2 * side), (side, side), (0, 0))
    framed = np.pad(part, frame, constant_values=255)
    rings = [stamp for stamp in find_seals(framed) if stamp.ring]
    if len(rings) != 1:
        return None
    ring = _to_its_rim(framed, rings[0])
    text = read_seal(framed[ring.y0 : ring.y1, ring.x0 : ring.x1], ring, reader)
    return Reading(text, ring.colour)


def _to_its_rim(picture: Picture, ring: Stamp) -> Stamp:
    """A ring found on a reduced picture, to the pixel: what is unrolled must be round about its middle."""
    x0, y0 = max(ring.x0 - SLACK, 0), max(ring.y0 - SLACK, 0)
    ink = INKS[ring.colour](picture[y0 : ring.y1 + SLACK, x0 : ring.x1 + SLACK])
    columns, rows = np.flatnonzero(ink.any(axis=0)), np.flatnonzero(ink.any(axis=1))
    if not len(columns):
        return ring
    left, right, top, bottom = (int(v) for v in (columns[0], columns[-1] + 1, rows[0], rows[-1] + 1))
    return replace(ring, x0=x0 + left, y0=y0 + top, x1=x0 + right, y1=y0 + bottom)
