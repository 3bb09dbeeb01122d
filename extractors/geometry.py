"""Boxes on a page, in one unit and from one origin everywhere."""

from collections.abc import Iterable
from typing import NamedTuple


class Box(NamedTuple):
    """A rectangle in points (1/72 inch), origin at the top left of the page, x1 and y1 exclusive."""

    x0: float
    y0: float
    x1: float
    y1: float

    @property
    def width(self) -> float:
        """Extent from left to right, in points."""
        return self.x1 - self.x0

    @property
    def height(self) -> float:
        """Extent from top to bottom, in points."""
        return self.y1 - self.y0

    @property
    def middle(self) -> float:
        """The y in the middle of the box, in points."""
        return (self.y0 + self.y1) / 2

    def moved(self, across: float, down: float) -> "Box":
        """The box, so many points further right and down."""
        return Box(self.x0 + across, self.y0 + down, self.x1 + across, self.y1 + down)

    def rounded(self) -> list[float]:
        """The box as the report writes it: four numbers with one decimal."""
        return [round(v, 1) for v in self]


class Warp(NamedTuple):
    """How a photographed sheet was laid flat.

    `width` and `height` are the flat sheet's size in points; `matrix` holds the nine numbers, row by
    row, of the homography that carries a point of the flat sheet to the page as displayed.
    """

    width: float
    height: float
    matrix: tuple[float, ...]

    def point(self, x: float, y: float) -> tuple[float, float]:
        """Where a point of the flat sheet lies on the displayed page."""
        a, b, c, d, e, f, g, h, i = self.matrix
        depth = g * x + h * y + i
        return (a * x + b * y + c) / depth, (d * x + e * y + f) / depth


def around(boxes: Iterable[Box]) -> Box:
    """The smallest box that holds all of `boxes`; an empty box where there is none."""
    listed = list(boxes)
    if not listed:
        return Box(0.0, 0.0, 0.0, 0.0)
    x0, y0, x1, y1 = zip(*listed, strict=True)
    return Box(min(x0), min(y0), max(x1), max(y1))
