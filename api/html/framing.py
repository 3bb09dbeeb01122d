"""What part of a page a crop shows: the line of the evidence, about as wide as the text, with some air.

Everything is in points of the page turned upright, so that a sideways scan is shown as one reads it.
Lengths are told in units of an A4 page: e-certificates are drawn on sheets several times as large.
"""

from dataclasses import dataclass

from extractors.geometry import Box

A4_WIDTH = 595.0
TEXT_WIDTH = 560.0
AIR = 13.0
"""Above and below the evidence: half a line on either side."""

SIDE_AIR = 40.0


@dataclass(frozen=True, slots=True)
class Frame:
    """A part of one page of one file; `box` is what is cut out of the page after its clockwise `turn`."""

    sha256: str
    page: int
    box: Box
    unit: float
    turn: int = 0
    veils: tuple[Box, ...] = ()
    """What is covered before anything is cut, in points of the page after its turn."""

    @property
    def key(self) -> str:
        """The part as the cache names it."""
        covered = "".join(f"v{','.join(f'{v:.0f}' for v in veil)}" for veil in self.veils)
        return ",".join(f"{v:.1f}" for v in self.box) + f"r{self.turn}{covered}"


def upright(box: Box, width: float, height: float, turn: int) -> Box:
    """A box of the page as displayed (of that size) on the page after a clockwise turn."""
    if turn == 90:
        return Box(height - box.y1, box.x0, height - box.y0, box.x1)
    if turn == 180:
        return Box(width - box.x1, height - box.y1, width - box.x0, height - box.y0)
    if turn == 270:
        return Box(box.y0, width - box.x1, box.y1, width - box.x0)
    return box


def frame_around(
    sha256: str, page: int, box: Box, width: float, height: float, turn: int = 0
) -> Frame | None:
    """The frame that shows a box on an upright page of that size; None where there is nothing to show."""
    if box.width <= 0 or box.height <= 0 or width <= 0 or height <= 0:
        return None
    unit = min(width, height) / A4_WIDTH
    x0, x1 = _across(box, width, unit)
    air = max(AIR * unit, 0.35 * box.height if box.height < 60 * unit else 0.0)
    cut = Box(x0, max(0.0, box.y0 - air), x1, min(height, box.y1 + air))
    return Frame(sha256, page, cut, unit, turn) if cut.width > 0 and cut.height > 0 else None


def _across(box: Box, width: float, unit: float) -> tuple[float, float]:
    """As wide as a line of text, moved so that the box lies in it."""
    wanted = min(width, max(TEXT_WIDTH * unit, box.width + 2 * SIDE_AIR * unit))
    left = min(max(0.0, (box.x0 + box.x1 - wanted) / 2), width - wanted)
    return left, left + wanted
