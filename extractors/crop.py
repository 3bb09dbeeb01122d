"""Reads a box of a page anew: the crop alone, as sharp as the file has it.

A page is read once at the resolution that serves whole pages; who draws a box asks about a few words.
"""

from collections.abc import Sequence
from contextlib import closing
from functools import lru_cache
from pathlib import Path

import numpy as np

from extractors.geometry import Box
from extractors.ocr.base import InkLine, Picture, Reader
from extractors.ocr.catalog import reader_named
from extractors.ocr.rapidocr import turned
from extractors.readers.base import Sheet
from extractors.readers.catalog import open_source
from extractors.readers.part import part_of
from extractors.restore.seals import without_red

DPI, MOST_PIXELS = 300, 1800
AIR = 2.0
"""Points round the box, so that no stroke is cut."""

MARGIN = 24
"""Pixels of paper round a crop: readers look for lines within something."""


@lru_cache(maxsize=1)
def _reader(name: str) -> Reader:
    return reader_named(name)


def load(name: str) -> None:
    """Load a reader's models by letting it look at nothing."""
    _reader(name).read(np.full((64, 256, 3), 255, np.uint8))


def read_crop(path: str, page: int, edges: Sequence[float], turn: int, reader: str) -> tuple[str, float]:
    """The text of a box, its lines from top to bottom, and the least sure line's confidence."""
    with closing(open_source(Path(path))) as source:
        sheet = next(s for s in source.sheets() if s.number == page)
        wide = _wider(Box(*edges), sheet)
        scale = min(DPI / 72, MOST_PIXELS / max(wide.width, wide.height, 1.0))
        crop = without_red(turned(part_of(source, page, wide, scale), turn))
    lines = _in_order(_reader(reader).read(_with_margin(crop)))
    found = [(line.text.strip(), _mean(line.confidences)) for line in lines if line.text.strip()]
    if len(found) <= 1:
        # A box round one line is a strip: read as one, it is not looked for within.
        text, confidences = _reader(reader).line(crop)
        found = [max([*found, (text.strip(), _mean(confidences))], key=lambda one: one[1])]
    return "".join(text for text, _ in found), min((sure for text, sure in found if text), default=0.0)


def _wider(box: Box, sheet: Sheet) -> Box:
    x0, y0 = max(0.0, box.x0 - AIR), max(0.0, box.y0 - AIR)
    return Box(x0, y0, min(sheet.width, box.x1 + AIR), min(sheet.height, box.y1 + AIR))


def _with_margin(crop: Picture) -> Picture:
    return np.pad(crop, ((MARGIN, MARGIN), (MARGIN, MARGIN), (0, 0)), mode="edge")


def _in_order(lines: Sequence[InkLine]) -> list[InkLine]:
    """Rows from top to bottom, each from left to right."""
    placed = sorted(((_top(line), _left(line), _high(line), line) for line in lines), key=lambda p: p[0])
    rows: list[list[tuple[float, float, float, InkLine]]] = []
    for one in placed:
        if rows and one[0] - rows[-1][0][0] < 0.5 * rows[-1][0][2]:
            rows[-1].append(one)
        else:
            rows.append([one])
    return [line for row in rows for *_, line in sorted(row, key=lambda p: p[1])]


def _top(line: InkLine) -> float:
    return min(float(quad[:, 1].min()) for quad in line.quads)


def _left(line: InkLine) -> float:
    return min(float(quad[:, 0].min()) for quad in line.quads)


def _high(line: InkLine) -> float:
    return max(float(quad[:, 1].max()) for quad in line.quads) - _top(line)


def _mean(confidences: Sequence[float]) -> float:
    return sum(confidences) / len(confidences) if confidences else 0.0
