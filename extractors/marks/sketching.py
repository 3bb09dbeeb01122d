"""A page's sketch: a small grey picture without coloured ink and shade, and a perceptual hash of it.

The recipe: per pixel the lightest colour (red and blue ink vanish, black stays); divided by its
surroundings (shade goes); shrunk. The hash is that of the lowest frequencies of a cosine transform
(pHash, Zauner 2010), taken within the margins of the ink and with the page upright.
"""

from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

Picture = npt.NDArray[np.uint8]

VERSION = "3"
"""Part of every key under which sketches are kept."""

LONG_SIDE = 1100
"""Pixels; an A4 page then has 94 to the inch: just enough for characters to differ from each other."""

SIDE = 16
BITS = SIDE * SIDE
_SMALL = 64
_QUALITY = 60
_TURNS = {90: cv2.ROTATE_90_CLOCKWISE, 180: cv2.ROTATE_180, 270: cv2.ROTATE_90_COUNTERCLOCKWISE}


@dataclass(frozen=True, slots=True)
class Sketch:
    """A page's mark: `body` is a WebP picture, `bits` its perceptual hash as 32 bytes."""

    body: bytes
    bits: bytes


def sketch(picture: Picture, turn: int = 0) -> Sketch:
    """The mark of a page.

    Args:
        picture: the page as displayed, RGB.
        turn: the clockwise quarter turn by which it stands upright.
    """
    if turn:
        picture = np.asarray(cv2.rotate(picture, _TURNS[turn]), np.uint8)
    scale = LONG_SIDE / max(picture.shape[:2])
    if scale < 1:
        picture = np.asarray(
            cv2.resize(picture, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA), np.uint8
        )
    grey = even(np.asarray(picture.max(axis=2), np.uint8))
    body = cv2.imencode(".webp", grey, [cv2.IMWRITE_WEBP_QUALITY, _QUALITY])[1].tobytes()
    return Sketch(bytes(body), perceptual_hash(grey))


def opened(body: bytes) -> Picture:
    """The grey picture of a sketch."""
    return np.asarray(cv2.imdecode(np.frombuffer(body, np.uint8), cv2.IMREAD_GRAYSCALE), np.uint8)


def even(grey: Picture) -> Picture:
    """Paper white everywhere: the picture divided by what surrounds each pixel."""
    around = cv2.morphologyEx(grey, cv2.MORPH_CLOSE, np.ones((15, 15), np.uint8))
    around = cv2.blur(around, (31, 31))
    return np.asarray(cv2.divide(grey, around, scale=250), np.uint8)


def perceptual_hash(grey: Picture) -> bytes:
    """The signs of the lowest frequencies, within the margins of the ink."""
    inside = _trimmed(grey)
    small = cv2.resize(inside, (_SMALL, _SMALL), interpolation=cv2.INTER_AREA).astype(np.float32)
    low = cv2.dct(small)[:SIDE, :SIDE].flatten()
    return np.packbits(low > np.median(low[1:])).tobytes()


def _trimmed(grey: Picture) -> Picture:
    ink = (grey < 170).astype(np.float32)
    if ink.sum() < 50:
        return grey
    rows, columns = (_middle(ink.sum(axis=axis)) for axis in (1, 0))
    return grey[rows, columns]


def _middle(ink: npt.NDArray[np.float32]) -> slice:
    """From where the first hundredth of the ink lies to where the last does: specks do not count."""
    share = np.cumsum(ink) / ink.sum()
    first, last = int(np.searchsorted(share, 0.01)), int(np.searchsorted(share, 0.99))
    return slice(first, max(first + 8, last + 1))


def apart(a: bytes, b: bytes) -> int:
    """In how many of the 256 bits two hashes differ; unlike pages differ in about half."""
    return (int.from_bytes(a) ^ int.from_bytes(b)).bit_count()
