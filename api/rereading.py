"""Reads a box of a page anew: the crop alone, as sharp as the file has it, in a child process that stays warm.

A page is read once at the resolution that serves whole pages; a person who draws a box asks about a few
words. The first reading stays as it is: what comes out here is an offer, kept only when the person confirms it.
"""

import os
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from functools import lru_cache
from multiprocessing import get_context
from pathlib import Path
from threading import Lock

import numpy as np
from pebble import ProcessPool

from api.images import NICE, TROUBLE
from extractors.geometry import Box
from extractors.guard.glancing import Closer
from extractors.ocr.base import InkLine, Picture, Reader
from extractors.ocr.catalog import reader_named
from extractors.readers.base import PageSource
from extractors.readers.catalog import open_source
from extractors.restore.seals import red_ink
from extractors.worker import settle

SECONDS = 15
"""After so long a crop is given up; one takes a few tenths of a second."""

DPI, MOST_PIXELS = 300, 1800
AIR = 2.0
"""Points round the box, so that no stroke is cut."""

MARGIN = 24
"""Pixels of paper round a crop: readers look for lines within something."""

RED = 0.005


@dataclass(frozen=True, slots=True)
class Reread:
    """What was read in a box, and how surely, from 0 to 1."""

    text: str
    confidence: float


NOTHING = Reread("", 0.0)


class CropReader:
    """One child process with its reader; it is started when first wanted."""

    def __init__(self, reader: str) -> None:
        self._reader = reader
        self._pool: ProcessPool | None = None
        self._lock = Lock()

    def warm(self) -> None:
        """Start the child and load its models, so that the first box need not wait for them."""
        if self._pool is None:
            self._started().schedule(load, args=(self._reader,))

    def read(self, path: Path, page: int, box: Box, turn: int) -> Reread:
        """What stands in a box; `NOTHING` where nothing can be read.

        Args:
            path: the file.
            page: its number, from 1.
            box: in points of the page as displayed.
            turn: clockwise degrees that set the page upright.
        """
        arguments = (str(path), page, tuple(box), turn, self._reader)
        try:
            text, confidence = self._started().schedule(read_crop, args=arguments, timeout=SECONDS).result()
        except TROUBLE:
            return NOTHING
        return Reread(text, confidence)

    def close(self) -> None:
        """Stop the child process."""
        if self._pool is not None:
            self._pool.stop()
            self._pool.join()

    def _started(self) -> ProcessPool:
        with self._lock:
            if self._pool is None:
                context = get_context("forkserver")
                context.set_forkserver_preload(["api.images", "pymupdf"])
                self._pool = ProcessPool(1, initializer=step_back, context=context)
            return self._pool


# What runs in the child.


def step_back() -> None:
    """Before readers of whole pages, behind requests."""
    os.nice(NICE)
    settle()


@lru_cache(maxsize=1)
def _reader(name: str) -> Reader:
    return reader_named(name)


def load(name: str) -> None:
    """Load a reader's models by letting it look at nothing."""
    _reader(name).read(np.full((64, 256, 3), 255, np.uint8))


def read_crop(path: str, page: int, edges: Sequence[float], turn: int, reader: str) -> tuple[str, float]:
    """The text of a box, its lines from top to bottom, and the least sure line's confidence."""
    with closing(open_source(Path(path))) as source:
        crop = _without_red(np.ascontiguousarray(np.rot90(_cut(source, page, Box(*edges)), -turn // 90)))
    lines = _in_order(_reader(reader).read(_with_margin(crop)))
    found = [(line.text.strip(), _mean(line.confidences)) for line in lines if line.text.strip()]
    if len(found) <= 1:
        # A box round one line is a strip: read as one, it is not looked for within.
        text, confidences = _reader(reader).line(crop)
        found = [max([*found, (text.strip(), _mean(confidences))], key=lambda one: one[1])]
    return "".join(text for text, _ in found), min((sure for text, sure in found if text), default=0.0)


def _cut(source: PageSource, number: int, box: Box) -> Picture:
    sheet = next(s for s in source.sheets() if s.number == number)
    wide = Box(
        max(0.0, box.x0 - AIR),
        max(0.0, box.y0 - AIR),
        min(sheet.width, box.x1 + AIR),
        min(sheet.height, box.y1 + AIR),
    )
    scale = min(DPI / 72, MOST_PIXELS / max(wide.width, wide.height, 1.0))
    if isinstance(source, Closer):
        return source.part(number, wide, scale)
    picture = source.picture(number)
    drawn = picture.shape[1] / sheet.width
    x0, y0, x1, y1 = (round(edge * drawn) for edge in wide)
    return picture[y0 : max(y1, y0 + 1), x0 : max(x1, x0 + 1)]


def _without_red(crop: Picture) -> Picture:
    """Through a red filter the red of a seal is paper, while black strokes stay black."""
    if red_ink(crop).mean() < RED:
        return crop
    return np.ascontiguousarray(np.repeat(crop[:, :, :1], 3, axis=2))


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
