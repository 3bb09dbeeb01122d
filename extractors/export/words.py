"""Lines in reading order, and lines in words: what hOCR and PDF place one by one."""

from collections.abc import Iterator
from dataclasses import dataclass

from extractors.geometry import Box, around
from extractors.page import Line, Page

GAP = 0.8
"""A space of more than this many character heights ends a word."""


@dataclass(frozen=True, slots=True)
class Word:
    """A stretch of a line: letters and digits, or Chinese characters, without a wide space."""

    text: str
    boxes: tuple[Box, ...]
    confidences: tuple[float, ...]

    @property
    def box(self) -> Box:
        """The box around it, in the reading frame."""
        return around(self.boxes)


def in_order(page: Page) -> tuple[Line, ...]:
    """The page's lines from top to bottom, those at one height from left to right."""
    lines = sorted((line for line in page.lines if line.text.strip()), key=lambda line: line.box.middle)
    ordered: list[list[Line]] = []
    for line in lines:
        level = ordered and abs(ordered[-1][0].box.middle - line.box.middle) < 0.5 * line.box.height
        ordered[-1].append(line) if level else ordered.append([line])
    return tuple(line for row in ordered for line in sorted(row, key=lambda one: one.box.x0))


def words_of(line: Line) -> Iterator[Word]:
    """The words of a line; Chinese is not divided but by spaces and by letters or digits."""
    start = 0
    for i in range(1, len(line.text) + 1):
        if i == len(line.text) or _parts(line, i):
            text = line.text[start:i].strip()
            if text:
                kept = [k for k in range(start, i) if line.text[k].strip()]
                yield Word(
                    "".join(line.text[k] for k in kept),
                    tuple(line.boxes[k] for k in kept),
                    tuple(line.confidences[k] for k in kept),
                )
            start = i


def _parts(line: Line, i: int) -> bool:
    before, here = line.text[i - 1], line.text[i]
    wide = line.boxes[i].x0 - line.boxes[i - 1].x1 > GAP * line.boxes[i].height
    return wide or here.isspace() or before.isspace() or (before.isascii() != here.isascii())
