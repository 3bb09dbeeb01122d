"""Reads what stands on a seal: the name round its rim, and what the seal is for in its middle.

The recipe: keep only the seal's own ink; unroll the ring into a strip, outer edge up; the rim is the
solid line on top of it, the letters' band lies below; the widest gap in the band is where the name
begins and ends, wherever the seal was turned to. What stands in the middle is read in rows, turned
back by as much as the name leans. A framed stamp is read in rows.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from extractors.ocr.base import Picture, Reader
from extractors.restore.seals import CHANNEL, Stamp

RADIUS = 160
"""Pixels from the middle of an unrolled seal to its rim: the name is then as high as a reader wants it."""

ANGLES = 1080
"""Columns of the whole strip: three a degree."""

NATURAL = 0.75
"""Three columns a degree draw letters wider than they are: at their height, the way round is 800 pixels."""

LEAST = 40
"""A seal of fewer pixels across has no letters."""

SURE = 0.5
"""Below this mean confidence what was read from a seal is not told."""

ENDING = re.compile(r"(?:公司|集团|厂|大学|院|所|中心|会|银行|局|厅|部|办公室|政府|合作社)$")
"""How the names of those who hold seals end."""

TAIL = re.compile(r"((?:公司|集团|大学|委员会|银行|局|厅|政府|合作社)).{1,2}$")
"""What follows behind such an ending are bits of the words at the foot."""

CLEAR = 0.97
"""A name that ends like one and was read this surely is not looked for elsewhere on the ring."""

Ink = NDArray[np.uint8]
"""Darkness of the seal's own ink: 0 paper, 255 ink."""


@dataclass(frozen=True, slots=True)
class SealText:
    """The name on a seal, what the seal is for, and how sure the reader was of the name."""

    text: str = ""
    purpose: str = ""
    confidence: float = 0.0


NOTHING = SealText()


def read_seal(part: Picture, stamp: Stamp, reader: Reader) -> SealText:
    """What can be read on one seal; `part` is the seal's part of an upright page."""
    if min(part.shape[:2]) < LEAST:
        return NOTHING
    ink = _ink(part, CHANNEL[stamp.colour])
    return _read_ring(ink, reader) if stamp.ring else _read_framed(ink, reader)


def _ink(part: Picture, channel: int) -> Ink:
    """How much of the seal's colour stands at each pixel, whatever the light."""
    paper = np.percentile(part.reshape(-1, 3), 85, axis=0).astype(np.float32)
    # Red ink swallows green and blue, black ink swallows red, too; the paper may have a tint.
    swallowed = 1 - part.astype(np.float32) / np.maximum(paper, 30.0)
    rest = np.delete(swallowed, channel, axis=2).min(axis=2)
    depth = np.clip(rest - np.maximum(swallowed[:, :, channel], 0), 0, 1)
    full = float(np.percentile(depth, 96))
    return np.asarray(np.clip(depth / max(full, 0.08), 0, 1) * 255, np.uint8)


def _read_ring(ink: Ink, reader: Reader) -> SealText:
    side = 2 * RADIUS
    square = np.asarray(cv2.resize(ink, (side, side), interpolation=cv2.INTER_CUBIC), np.uint8)
    strip = unrolled(square)
    band = _band(strip)
    if band is None:
        return NOTHING
    top, bottom = band
    letters = strip[top:bottom]
    best = NOTHING
    middle, free = 180.0, 90.0
    for start, end in _names(letters):
        piece = np.take(letters, range(start, end), axis=1, mode="wrap")
        text, confidence = _line(piece, reader, NATURAL)
        text = TAIL.sub(r"\1", text)
        if _better(text, confidence, best):
            best = SealText(text, "", confidence)
            middle, free = (start + end) / 2 / ANGLES * 360, 180 - (end - start) / 2 / ANGLES * 360
        if best.confidence >= CLEAR and ENDING.search(best.text):
            break
    lean = (middle + 180) % 360 - 180
    upright = _turned(square, lean - 180 if lean > 0 else lean + 180)
    purpose = _rows(_core(upright, 1 - bottom / RADIUS, free), reader)
    return SealText(best.text, purpose, best.confidence)


def unrolled(square: Ink) -> Ink:
    """The ring as a strip: clockwise from the foot of the seal, outer edge up."""
    side = square.shape[0]
    rolled = cv2.warpPolar(square, (RADIUS, ANGLES), (side / 2, side / 2), side / 2, cv2.INTER_LINEAR)
    strip = np.flipud(rolled.T)  # rows from the rim inwards, columns clockwise from the right
    return np.ascontiguousarray(np.roll(strip, -ANGLES // 4, axis=1))


def _band(strip: Ink) -> tuple[int, int] | None:
    """Top and bottom of the letters' band: below the rim's line or lines, above the star."""
    drawn = (strip > 70).mean(axis=1)
    outer = RADIUS * 3 // 10
    rims = np.nonzero(drawn[:outer] > 0.55)[0]
    rim = int(rims.max()) + 2 if len(rims) else 2
    # Below the rim's own blurred edge, where letters do not touch it.
    top = next((row for row in range(rim, rim + RADIUS // 10) if drawn[row] < 0.03), rim)
    begun = np.nonzero(drawn[top : top + outer] > 0.012)[0]
    if not len(begun):
        return None
    first = top + int(begun[0])
    deepest = min(first + int(0.42 * RADIUS), RADIUS)
    quiet = [row for row in range(first + RADIUS // 10, deepest) if (drawn[row : row + 3] < 0.012).all()]
    bottom = quiet[0] if quiet else deepest
    return max(top, first - 4), min(RADIUS, bottom + 3)


def _names(letters: Ink) -> list[tuple[int, int]]:
    """Stretches of columns that may hold the name: all but the widest gap; all but a number at the foot."""
    outer = letters[: max(len(letters) * 55 // 100, 4)]
    inked = (outer > 90).sum(axis=0) >= 2
    if not inked.any():
        return []
    gaps = _gaps(inked)
    if not gaps:
        return [(0, ANGLES)]
    widest = gaps[0]
    pad = ANGLES // 120
    whole = (widest[1] - pad, widest[0] + ANGLES + pad)
    found = [whole]
    for other in gaps[1:3]:
        if other[1] - other[0] < 0.4 * (widest[1] - widest[0]):
            continue
        one = (widest[1], other[0] + (ANGLES if other[0] < widest[1] else 0))
        two = (other[1], widest[0] + (ANGLES if widest[0] < other[1] else 0))
        longer = max((one, two), key=lambda span: span[1] - span[0])
        if longer[1] - longer[0] > ANGLES // 5:
            found.append((longer[0] - pad, longer[1] + pad))
    return found


def _gaps(inked: NDArray[np.bool_]) -> list[tuple[int, int]]:
    """Empty stretches round the ring, widest first; an end beyond the ring counts on."""
    first = int(np.argmax(inked))
    columns = np.roll(inked, -first)
    edges = np.flatnonzero(np.diff(np.concatenate([[True], columns, [True]]).astype(np.int8)))
    spans = [(int(a) + first, int(b) + first) for a, b in zip(edges[::2], edges[1::2], strict=True)]
    spans = [(a % ANGLES, a % ANGLES + b - a) for a, b in spans]
    return sorted(
        ((a, b) for a, b in spans if b - a > ANGLES // 60), key=lambda gap: gap[0] - gap[1]
    )


def _better(text: str, confidence: float, best: SealText) -> bool:
    """A longer name counts for something: a stretch that leaves letters out is read as surely."""
    if len(text) < 3 or confidence < SURE:
        return False
    return _weight(text, confidence) > _weight(best.text, best.confidence)


def _weight(text: str, confidence: float) -> float:
    return float(confidence * len(text) ** 0.25 * (1.25 if ENDING.search(text) else 1.0))


def _line(ink: Ink, reader: Reader, along: float = 1.0) -> tuple[str, float]:
    """One line of black on white, read; `along` is the share of its width that its letters need."""
    high = 48 / ink.shape[0]
    strip = cv2.resize(255 - ink, None, fx=high * along, fy=high, interpolation=cv2.INTER_AREA)
    strip = cv2.copyMakeBorder(strip, 4, 4, 12, 12, cv2.BORDER_CONSTANT, value=255)
    text, confidences = reader.line(np.repeat(strip[..., None], 3, axis=2))
    return text.strip(), float(np.mean(confidences)) if confidences else 0.0


def _turned(square: Ink, degrees: float) -> Ink:
    if abs(degrees) < 4:
        return square
    middle = square.shape[0] / 2
    turn = cv2.getRotationMatrix2D((middle, middle), degrees, 1.0)
    return np.asarray(cv2.warpAffine(square, turn, square.shape[::-1]), np.uint8)


def _core(square: Ink, inner: float, free: float) -> Ink:
    """The lower middle of a seal: its star is above, its name wiped away but for `free` degrees."""
    yy, xx = np.mgrid[-1 : 1 : square.shape[0] * 1j, -1 : 1 : square.shape[1] * 1j]
    away = np.hypot(xx, yy)
    # A long name comes down on both sides of the foot, closer than the foot is wide: that much is kept.
    beside = (away > inner) & (np.degrees(np.abs(np.arctan2(xx, yy))) > free) & (np.abs(xx) > 0.47)
    core = np.where(beside | (away > 0.88), 0, square).astype(np.uint8)
    return core[int(1.3 * RADIUS) : int(1.86 * RADIUS), int(0.2 * RADIUS) : int(1.8 * RADIUS)]


def _read_framed(ink: Ink, reader: Reader) -> SealText:
    deep, wide = max(3, ink.shape[0] // 12), max(3, ink.shape[1] // 24)
    text, confidence = _row_texts(ink[deep:-deep, wide:-wide], reader)
    return SealText("".join(text), "", confidence)


def _rows(ink: Ink, reader: Reader) -> str:
    return "".join(_row_texts(ink, reader)[0])


def _row_texts(ink: Ink, reader: Reader) -> tuple[Sequence[str], float]:
    """The rows of a patch, read from top to bottom; at most three."""
    drawn = (ink > 110).sum(axis=1) >= max(3, ink.shape[1] // 60)
    edges = np.flatnonzero(np.diff(np.concatenate([[False], drawn, [False]]).astype(np.int8)))
    texts, sure = [], []
    for start, end in list(zip(edges[::2], edges[1::2], strict=True))[:3]:
        row = ink[max(start - 3, 0) : end + 3]
        columns = np.nonzero((row > 110).any(axis=0))[0]
        if end - start < 10 or len(columns) < 2 * (end - start):
            continue
        text, confidence = _line(row[:, max(columns[0] - 4, 0) : columns[-1] + 5], reader)
        if confidence >= SURE and len(text) >= 2:
            texts.append(text)
            sure.append(confidence)
    return texts, float(np.mean(sure)) if sure else 0.0
