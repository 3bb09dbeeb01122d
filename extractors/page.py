"""A page as it was read: lines with a box for each character.

Lines lie in the *reading frame*: the page turned upright and straightened. `Page.displayed`
carries a box back to the page as a viewer displays it, which is what reports speak of.
"""

from dataclasses import dataclass
from enum import StrEnum
from math import cos, radians, sin

from extractors.geometry import Box, Warp, around


class PageState(StrEnum):
    """What became of a page: read, blank (looked at, no ink), unreadable (with a problem), or failed.

    A page that failed stopped the program that read it; it is unreadable now and tried anew on the next run.
    """

    READ = "read"
    BLANK = "blank"
    UNREADABLE = "unreadable"
    FAILED = "failed"


TEXT = "text"
"""The origin of what a file's own text layer says; else a line's origin is its reader's name."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text in the reading frame.

    `boxes` and `confidences` have one entry for each character of `text`; `origin` names
    who read it: «text» for a file's own text layer, else the reader's name.
    """

    text: str
    boxes: tuple[Box, ...]
    confidences: tuple[float, ...]
    origin: str

    @property
    def box(self) -> Box:
        """The box around all characters."""
        return around(self.boxes)


@dataclass(frozen=True, slots=True)
class Seal:
    """A seal on the page, in the reading frame.

    `text` runs round the seal, or stands in its rows where it is no ring; `purpose` is what stands in
    its middle (财务专用章). Both are empty where nothing could be read. `colour` is «red» or «blue».
    """

    text: str
    box: Box
    colour: str
    confidence: float
    purpose: str = ""


@dataclass(frozen=True, slots=True)
class Problem:
    """Trouble with one page or one file, as data: a stable code and a Chinese sentence."""

    code: str
    message: str
    page: int = 0


@dataclass(frozen=True, slots=True)
class Code:
    """A QR code or bar code: what it says, its format, its box in points of the page as displayed."""

    text: str
    format: str
    box: Box


@dataclass(frozen=True, slots=True)
class Page:
    """One page of a file.

    `width` and `height` are in points as displayed; `rotation` is the file's own /Rotate;
    `turn` is the clockwise quarter turn (0, 90, 180, 270) and `skew` the further clockwise
    degrees by which the displayed page was turned to be read.
    """

    number: int
    width: float
    height: float
    rotation: int = 0
    turn: int = 0
    skew: float = 0.0
    state: PageState = PageState.READ
    lines: tuple[Line, ...] = ()
    problems: tuple[Problem, ...] = ()
    place: str = ""
    """Sheet and cell or paragraph, where the file has no pages in points."""

    codes: tuple[Code, ...] = ()
    """QR codes and bar codes, decoded and not followed."""

    seals: tuple[Seal, ...] = ()
    """What was stamped on the page, read or not."""

    warp: Warp | None = None
    """How a photographed page was laid flat before it was turned; None where it was flat."""

    cells: tuple[tuple[Box, str], ...] = ()
    """What its places are called, where the file has no pages in points: 第3段, 人员!B5."""

    def __hash__(self) -> int:
        """Of little of it: what is made of a page is kept by the page, and a page has thousands of boxes."""
        return hash((self.number, len(self.lines), self.lines[0].text if self.lines else ""))

    def where(self, box: Box) -> str:
        """The name of the place in which a box of the reading frame begins; empty on a page of paper."""
        inside = (n for b, n in self.cells if b.y0 <= box.middle < b.y1 and b.x0 - 1 <= box.x0 < b.x1)
        return next(inside, self.place if self.cells else "")

    @property
    def reading_size(self) -> tuple[float, float]:
        """Width and height of the reading frame, in points."""
        width, height = self._flat_size
        return (height, width) if self.turn in (90, 270) else (width, height)

    @property
    def _flat_size(self) -> tuple[float, float]:
        return (self.width, self.height) if self.warp is None else (self.warp.width, self.warp.height)

    def displayed(self, box: Box) -> Box:
        """Carry a box from the reading frame to the page as displayed, clipped to the page."""
        points = self.corners(box)
        xs, ys = [p[0] for p in points], [p[1] for p in points]
        return Box(
            max(0.0, min(xs)), max(0.0, min(ys)), min(self.width, max(xs)), min(self.height, max(ys))
        )

    def corners(self, box: Box) -> tuple[tuple[float, float], ...]:
        """A box's corners on the page as displayed: top left of the text first, then clockwise."""
        corners = ((box.x0, box.y0), (box.x1, box.y0), (box.x1, box.y1), (box.x0, box.y1))
        return tuple(self._point(x, y) for x, y in corners)

    def _point(self, x: float, y: float) -> tuple[float, float]:
        width, height = self.reading_size
        if self.skew:
            a, dx, dy = radians(self.skew), x - width / 2, y - height / 2
            x = width / 2 + dx * cos(a) - dy * sin(a)
            y = height / 2 + dx * sin(a) + dy * cos(a)
        x, y = self._turned_back(x, y)
        return (x, y) if self.warp is None else self.warp.point(x, y)

    def _turned_back(self, x: float, y: float) -> tuple[float, float]:
        width, height = self._flat_size
        if self.turn == 90:  # displayed page turned 90° clockwise gave the reading frame
            return y, height - x
        if self.turn == 180:
            return width - x, height - y
        if self.turn == 270:
            return width - y, x
        return x, y
