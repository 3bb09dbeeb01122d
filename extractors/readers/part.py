"""A part of a page as a picture, as sharp as its file has it."""

from typing import Protocol, runtime_checkable

import numpy as np

from extractors.geometry import Box
from extractors.ocr.base import Picture
from extractors.readers.base import PageSource


@runtime_checkable
class Closer(Protocol):
    """A source that can show a part of a page at a higher resolution than the whole."""

    def part(self, number: int, box: Box, scale: float) -> Picture:
        """A box of the page as displayed, at `scale` pixels a point or the file's own resolution."""


@runtime_checkable
class Pictured(Protocol):
    """A source that can show one of a page's pictures without what stands under it and over it."""

    def alone(self, number: int, box: Box, scale: float) -> Picture | None:
        """The picture in a box of the page as displayed, on white paper; None where it cannot be told apart."""


def part_of(source: PageSource, number: int, box: Box, scale: float) -> Picture:
    """A box of a page in points as displayed, at `scale` pixels a point where the source can show it closer."""
    if isinstance(source, Closer):
        return source.part(number, box, scale)
    sheet = next(s for s in source.sheets() if s.number == number)
    picture = source.picture(number)
    drawn = picture.shape[1] / sheet.width
    x0, y0, x1, y1 = (round(v * drawn) for v in box)
    return np.ascontiguousarray(picture[y0 : max(y1, y0 + 1), x0 : max(x1, x0 + 1)])


def alone_in(source: PageSource, number: int, box: Box, scale: float) -> Picture | None:
    """The picture in a box of a page by itself; None where the source cannot show it so."""
    return source.alone(number, box, scale) if isinstance(source, Pictured) else None
