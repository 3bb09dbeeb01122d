"""Which parts of a page must not be seen: the boxes of private characters, and every code that could tell them.

Pages come as they were read; a page that is not at hand cannot be veiled, so nothing of it is shown.
"""

from collections.abc import Collection, Iterator

from extractors.geometry import Box, around
from extractors.page import Line, Page
from verifier.redaction.finding import private_spans

AIR = 1.5
"""Points around the ink."""


def private_boxes(page: Page, names: Collection[str]) -> tuple[Box, ...]:
    """What must be covered on a page, in points as displayed.

    Args:
        page: the page as it was read.
        names: of persons that the report knows.
    """
    inked = [page.displayed(_wider(box)) for line in page.lines for box in _of_line(line, names)]
    return (*inked, *(code.box for code in page.codes))


def _of_line(line: Line, names: Collection[str]) -> Iterator[Box]:
    """Spaces that a reader saw inside a number or a name do not hide it."""
    places = [n for n, c in enumerate(line.text) if not c.isspace()]
    dense = "".join(line.text[n] for n in places)
    spans = {*private_spans(line.text, names)}
    spans |= {(places[a], places[b - 1] + 1) for a, b in private_spans(dense, names)}
    yield from (around(line.boxes[start:end]) for start, end in sorted(spans))


def _wider(box: Box) -> Box:
    return Box(box.x0 - AIR, box.y0 - AIR, box.x1 + AIR, box.y1 + AIR)
