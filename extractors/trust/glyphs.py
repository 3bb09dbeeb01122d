"""Every character of a text layer as a small picture of what stands in its box.

Pictures of one character in one font look alike whatever their size: by that a character whose ink
is another's, or nobody's, is found without reading it. Coloured ink is paper here unless the text
itself is coloured: a seal across a line changes no picture.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

import cv2
import numpy as np
from numpy.typing import NDArray

from extractors.ocr.base import Picture
from extractors.readers.base import TextLayer

WIDE, HIGH = 16, 24
"""Size of the small pictures, in pixels."""

ROWS = 4096
"""Pictures that are cut at a time: OpenCV maps fewer than 32,768 rows."""

FAINT = 30
"""A box whose darkest and lightest pixels differ by less holds nothing that a person sees."""

COLOURED = 60
"""Difference of a colour's channels from which on text counts as coloured."""

LIGHT = 200
"""Text of at least this much light in every channel is white on something."""

Kind = tuple[str, str]
"""What should look alike: font and colour, and the character."""

Shape = NDArray[np.float32]
"""A small picture with mean 0 and length 1."""

Grey = NDArray[np.uint8]


@dataclass(frozen=True)
class Inks:
    """The ink of a page, a little blurred."""

    glimpse: Picture

    @cached_property
    def black(self) -> Grey:
        """Its black ink, its colours being paper."""
        return _blurred(without_colour(self.glimpse))

    @cached_property
    def full(self) -> Grey:
        """All its ink, colours being dark."""
        red, green, blue = cv2.split(self.glimpse)
        return _blurred(cv2.min(cv2.min(red, green), blue))


@dataclass(frozen=True)
class Glyphs:
    """All characters of a layer, in the order of its lines: place in the lines, kind, picture, contrast."""

    lines: NDArray[np.int32]
    places: NDArray[np.int32]
    kinds: tuple[Kind, ...]
    shapes: NDArray[np.float32]
    contrast: NDArray[np.float32]
    boxes: NDArray[np.float32]

    def members(self) -> Iterator[tuple[Kind, NDArray[np.intp]]]:
        """Each kind with the numbers of the characters that are of it."""
        found: dict[Kind, list[int]] = {}
        for number, kind in enumerate(self.kinds):
            found.setdefault(kind, []).append(number)
        for kind, numbers in found.items():
            yield kind, np.array(numbers)


def glyphs_of(layer: TextLayer, ink: Inks, scale: float) -> Glyphs:
    """The characters of a layer as they stand on a page's ink at `scale` pixels a point."""
    lines, places, kinds, boxes = [], [], [], []
    for n, (line, styles) in enumerate(zip(layer.lines, layer.styles, strict=True)):
        for i, (char, box, style) in enumerate(zip(line.text, line.boxes, styles, strict=True)):
            lines.append(n)
            places.append(i)
            kinds.append((style, char))
            boxes.append(box)
    frames = np.array(boxes, np.float32).reshape(-1, 4) * scale
    pictures = _pictures(ink, frames, [in_colour(style) for style, _ in kinds])
    contrast = pictures.max(axis=1, initial=0) - pictures.min(axis=1, initial=255)
    shapes = pictures - pictures.mean(axis=1, keepdims=True)
    shapes /= np.maximum(np.linalg.norm(shapes, axis=1, keepdims=True), 1e-3)
    return Glyphs(
        np.array(lines, np.int32), np.array(places, np.int32), tuple(kinds), shapes, contrast, frames
    )


def likeness(shapes: NDArray[np.float32], models: NDArray[np.float32]) -> NDArray[np.float32]:
    """How alike each shape and its model are at best, moved by up to a pixel: renderers round places."""
    padded = np.pad(models.reshape(-1, HIGH, WIDE), ((0, 0), (1, 1), (1, 1)), mode="edge")
    best = np.full(max(len(shapes), len(models)), -1.0, np.float32)
    for down in (-1.0, -0.5, 0.0, 0.5, 1.0):
        rows = _between(padded, down, axis=1)
        for across in (-0.5, 0.0, 0.5):
            moved = _between(rows, across, axis=2).reshape(len(models), -1)
            moved = moved - moved.mean(axis=1, keepdims=True)
            moved /= np.maximum(np.linalg.norm(moved, axis=1, keepdims=True), 1e-3)
            best = np.maximum(best, (shapes * moved).sum(axis=1))
    return best


def _between(padded: NDArray[np.float32], by: float, axis: int) -> NDArray[np.float32]:
    """Pictures without their padding, moved by whole or half pixels along an axis."""
    size = padded.shape[axis] - 2
    steps = {-1.0: (0, 0), -0.5: (0, 1), 0.0: (1, 1), 0.5: (1, 2), 1.0: (2, 2)}[by]
    first, second = (np.take(padded, range(at, at + size), axis=axis) for at in steps)
    between: NDArray[np.float32] = (first + second) * np.float32(0.5)
    return between


def in_colour(style: str) -> bool:
    """Whether a style is coloured, or so light that it shows only on a colour."""
    colour = int(style[-6:], 16)
    channels = (colour >> 16, colour >> 8 & 255, colour & 255)
    return max(channels) - min(channels) > COLOURED or min(channels) > LIGHT


def without_colour(picture: Picture) -> Grey:
    """A picture's black ink: of every pixel the lightest colour."""
    red, green, blue = cv2.split(picture)
    return np.asarray(cv2.max(cv2.max(red, green), blue), np.uint8)


def _blurred(grey: cv2.typing.MatLike) -> Grey:
    return np.asarray(cv2.GaussianBlur(grey, (3, 3), 0), np.uint8)


def _pictures(ink: Inks, frames: NDArray[np.float32], coloured: Sequence[bool]) -> NDArray[np.float32]:
    found = np.zeros((len(frames), WIDE * HIGH), np.float32)
    chosen = np.array(coloured, bool)
    for coloured_ones, which in ((False, ~chosen), (True, chosen)):
        if which.any():
            found[which] = _cut(ink.full if coloured_ones else ink.black, frames[which])
    return found


def _cut(ink: Grey, frames: NDArray[np.float32]) -> NDArray[np.float32]:
    """What stands in each box, one row of pixels a box; cut at the box's true place between pixels."""
    across, down = (np.arange(WIDE) + 0.5) / WIDE, (np.arange(HIGH) + 0.5) / HIGH
    xs = frames[:, 0:1] + (frames[:, 2:3] - frames[:, 0:1]) * across - 0.5
    ys = frames[:, 1:2] + (frames[:, 3:4] - frames[:, 1:2]) * down - 0.5
    size = (len(frames), HIGH, WIDE)
    map_x = np.broadcast_to(xs[:, None, :], size).reshape(len(frames), -1).astype(np.float32)
    map_y = np.broadcast_to(ys[:, :, None], size).reshape(len(frames), -1).astype(np.float32)
    cut = [
        cv2.remap(
            ink, map_x[i:j], map_y[i:j], interpolation=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE
        )
        for i in range(0, len(frames), ROWS)
        for j in (i + ROWS,)
    ]
    return np.concatenate(cut).astype(np.float32)
