"""Pages built in a line: rows of cells, each at its x, become lines with a box for each character."""

from collections.abc import Callable, Sequence

import pytest

from extractors.geometry import Box
from extractors.layout import Script, script_of
from extractors.page import Line, Page

SIZE = 12.0
"""Character height and width of the built pages, in points."""

Cells = str | Sequence[tuple[float, str]]


def build_page(*rows: Cells, number: int = 1, leading: float = 20.0, tall: float = 1.0, origin: str = "text") -> Page:
    """A page of 595 × 842 points; a row is a text at x = 60, or cells of (x, text).

    `tall`: so many times as tall as its characters a detector draws a line.
    """
    lines = []
    for n, row in enumerate(rows):
        cells = [(60.0, row)] if isinstance(row, str) else row
        for x, text in cells:
            y, more = 60.0 + n * leading, (tall - 1) * SIZE / 2
            boxes = tuple(Box(x + i * SIZE, y - more, x + (i + 1) * SIZE, y + SIZE + more) for i in range(len(text)))
            lines.append(Line(text, boxes, (0.99,) * len(text), origin))
    return Page(number, 595.0, 842.0, lines=tuple(lines))


@pytest.fixture
def page() -> Callable[..., Page]:
    return build_page


@pytest.fixture
def script() -> Callable[..., Script]:
    return lambda *rows: script_of([build_page(*rows)])
