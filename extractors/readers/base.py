"""What every kind of file gives to the reading of its pages."""

from dataclasses import dataclass
from typing import Protocol

from extractors.geometry import Box
from extractors.ocr.base import Picture
from extractors.page import Line


@dataclass(frozen=True, slots=True)
class Letter:
    """A character that stands alone and tilted, as those round a seal do; `style` is its font and colour."""

    char: str
    box: Box
    style: str


@dataclass(frozen=True, slots=True)
class TextLayer:
    """A page's own text: lines in points as displayed, and what speaks against trusting it."""

    lines: tuple[Line, ...]
    doubts: tuple[str, ...] = ()
    pictured: bool = False
    """Whether pictures stand beside the text: a seal, a logo, perhaps a code."""
    styles: tuple[tuple[str, ...], ...] = ()
    """Of each character of each line the font and colour: who is drawn alike should look alike."""
    apart: tuple[Box, ...] = ()
    """Boxes of text that stands in no line: tilted, vertical, tiny."""
    pictures: tuple[Box, ...] = ()
    """Boxes of the page's pictures."""
    hidden: str = ""
    """Text that is written but never painted."""
    cells: tuple[tuple[Box, str], ...] = ()
    """What places are called where the file has no pages: paragraphs and cells with their boxes."""
    letters: tuple[Letter, ...] = ()
    """Single characters of the styles in which seals are lettered."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page before it is read: its size in points as displayed, and the file's own rotation."""

    number: int
    width: float
    height: float
    rotation: int = 0
    place: str = ""
    """Sheet or paragraphs, where the file has no pages in points."""
    typed: bool = False
    """Whether the page may well have a text of its own, and so be read in a fraction of the time."""


class PageSource(Protocol):
    """An open file whose pages can be looked at."""

    @property
    def repaired(self) -> bool:
        """The file was damaged and could be opened only by guessing at its structure."""

    def sheets(self) -> tuple[Sheet, ...]:
        """Every page of the file."""

    def text_layer(self, number: int) -> TextLayer:
        """The page's own text; no lines where it has none."""

    def glimpse(self, number: int) -> Picture | None:
        """The page as displayed, cheaply, to hold its text against; None where text is all there is."""

    def picture(self, number: int) -> Picture:
        """The page as displayed, rendered to a bounded number of pixels."""

    def close(self) -> None:
        """Let go of the file."""
