"""What a reader of pixels must do.

A reader gets one page as an RGB picture and gives lines with a box for each character, in
pixels of that picture. It says itself which quarter turn sets the picture upright. It works on
one thread: whoever calls it decides how many pages are read side by side.
"""

from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

Picture = NDArray[np.uint8]
"""Height × width × 3, RGB."""

Quad = NDArray[np.float32]
"""Four corners (x, y) in pixels: top left, top right, bottom right, bottom left of the text."""


@dataclass(frozen=True, slots=True)
class InkLine:
    """A line as a reader saw it: its text, a corner quad and a confidence for each character."""

    text: str
    quads: tuple[Quad, ...]
    confidences: tuple[float, ...]


class Reader(Protocol):
    """Reads the text of a picture."""

    @property
    def name(self) -> str:
        """The reader's name, as it stands in facts and reports."""

    @property
    def version(self) -> str:
        """Changes whenever the same picture may be read differently: part of every cache key."""

    def load(self) -> None:
        """Load now what would be loaded for the first page."""

    def turn(self, picture: Picture) -> int:
        """The clockwise quarter turn (0, 90, 180, 270) that sets the picture upright."""

    def read(self, picture: Picture) -> tuple[InkLine, ...]:
        """The lines of an upright picture, in no particular order."""

    def line(self, strip: Picture, alphabet: str = "") -> tuple[str, tuple[float, ...]]:
        """The text of a strip that holds one line, and a confidence for each character.

        `alphabet` are the only characters that can stand on it, as far as the reader can use that.
        """
