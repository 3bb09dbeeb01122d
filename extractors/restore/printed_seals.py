"""Seals on digital pages: their letters where the file has them, else the picture that was put there.

The recipe: letters of one style that stand one by one and tilt lie on circles: fit a circle, go round
it from the widest gap on. A coloured picture of a seal's size and shape is read like a scanned seal
where it holds a ring: by itself where the page shows it as it is in the file, and then once a file;
else as the page shows it. A page without either costs nothing.
"""

from collections.abc import Callable, Iterator, MutableMapping, Sequence
from dataclasses import dataclass, replace
from hashlib import blake2b
from itertools import pairwise
from math import atan2, tau

import cv2
import numpy as np
from numpy.typing import NDArray

from extractors.geometry import Box
from extractors.ocr.base import Picture, Reader
from extractors.page import Line, Seal
from extractors.readers.base import Letter, TextLayer
from extractors.restore.seal_text import Ink, SealText, read_seal
from extractors.restore.seals import INKS, Colour, Stamp, find_seals

ACROSS = (40.0, 190.0)
"""Diameter of a seal in points: 14 to 67 mm."""

FEWEST = 4
"""Letters of the shortest name on a seal."""

ROUND = 0.08
"""How far letters may lie off their circle, as a share of its radius."""

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
    """The seals of a digital page, boxes in points as displayed; `known` remembers what was read of the file's."""
    lettered = tuple(_lettered(layer))
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


def _lettered(layer: TextLayer) -> Iterator[Seal]:
    letters = list(layer.letters)
    while letters:
        group = _chain(letters)
        letters = [letter for letter in letters if letter not in group]
        circle = _circle(group) if len(group) >= FEWEST else None
        if circle is not None:
            x, y, radius = circle
            box = Box(round(x - radius, 1), round(y - radius, 1), round(x + radius, 1), round(y + radius, 1))
            yield Seal(_round(group, x, y), box, _colour(group[0]), 1.0, _purpose(layer.lines, x, y, radius))


def _chain(letters: Sequence[Letter]) -> list[Letter]:
    """The letters that stand beside the first one, or beside one that does, in its style."""
    group, waiting = [letters[0]], [letters[0]]
    while waiting:
        one = waiting.pop()
        reach = 3 * max(one.box.width, one.box.height)
        for other in letters:
            (x0, y0), (x1, y1) = _middle(one), _middle(other)
            near = abs(x0 - x1) < reach and abs(y0 - y1) < reach
            if near and other.style == one.style and other not in group:
                group.append(other)
                waiting.append(other)
    return group


def _middle(letter: Letter) -> tuple[float, float]:
    return (letter.box.x0 + letter.box.x1) / 2, letter.box.middle


def _circle(letters: Sequence[Letter]) -> tuple[float, float, float] | None:
    """Middle and outer radius of the circle on which letters stand (least squares); None where they do not."""
    points = np.array([_middle(letter) for letter in letters])
    table = np.c_[2 * points, np.ones(len(points))]
    (x, y, rest), *_ = np.linalg.lstsq(table, (points**2).sum(axis=1), rcond=None)
    radius = float(np.sqrt(max(rest + x * x + y * y, 0.0)))
    off = np.abs(np.hypot(points[:, 0] - x, points[:, 1] - y) - radius)
    outer = radius * 1.25
    if not ACROSS[0] <= 2 * outer <= ACROSS[1] or float(off.max()) > ROUND * radius:
        return None
    return float(x), float(y), outer


def _round(letters: Sequence[Letter], x: float, y: float) -> str:
    """The letters clockwise, from the widest gap on."""

    def angle(letter: Letter) -> float:
        across, down = _middle(letter)
        return atan2(down - y, across - x)

    ordered = sorted(letters, key=angle)
    angles = [angle(letter) for letter in ordered]
    gaps = [(angles[i] - angles[i - 1]) % tau for i in range(len(angles))]
    first = max(range(len(gaps)), key=lambda i: gaps[i])
    return "".join(letter.char for letter in (*ordered[first:], *ordered[:first]))


def _purpose(lines: Sequence[Line], x: float, y: float, radius: float) -> str:
    """The level words inside a ring, in its lower half."""
    room = Box(x - 0.9 * radius, y, x + 0.9 * radius, y + 0.8 * radius)
    below = [line for line in lines if room.y0 < line.box.middle < room.y1]
    inside = [
        line for line in below if room.x0 < line.box.x0 and line.box.x1 < room.x1 and len(line.text) <= 12
    ]
    return "".join(line.text for line in sorted(inside, key=lambda line: line.box.middle))


def _colour(letter: Letter) -> str:
    shade = int(letter.style.rsplit(" ", 1)[-1], 16)
    return "blue" if shade & 255 > shade >> 16 & 255 else "red"
