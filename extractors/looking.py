"""Reads one page: its own text where that can be trusted, else its pixels.

The recipe: text layer, borne out by the pixels? take it. Else render within bounds; no ink, blank; set right (laid
flat, seals and watermarks off); turn upright; read; straighten; read the seals; carry every box into
points. What cannot be read, or hardly, says why.
"""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from typing import Any

import cv2
import numpy as np

from extractors.codes import find_codes, printed_codes
from extractors.geometry import Box
from extractors.learnt import Learnt
from extractors.ocr.base import InkLine, Picture, Quad, Reader
from extractors.ocr.rapidocr import turned
from extractors.page import Code, Line, Page, PageState, Problem, Seal
from extractors.readers.base import PageSource, Sheet, TextLayer
from extractors.readers.part import alone_in, part_of
from extractors.restore.faint import is_marked, without_faint
from extractors.restore.legible import DOUBTFUL, why_doubtful, why_unread
from extractors.restore.printed_seals import Shown, printed_seals
from extractors.restore.restoring import ALL, Restored, Steps, restored
from extractors.restore.seal_text import read_seal
from extractors.restore.seals import Stamp
from extractors.restore.skew import lean, straightened, without_askew
from extractors.trust.weighing import differs_from, weigh

VERSION = 22
"""Part of every cache key: raise it when the same picture would be read differently."""

CLOSE_DPI = 200
"""Resolution at which small pictures on a digital page are looked at for seals and codes."""

SURE = 0.35
"""Characters below this mean confidence over a whole line are marks, not text."""

FEWEST = 3
"""Fewer characters than this, and doubtful ones, are the grain of a desk or a blot."""

ORNAMENT = 12
"""So many times one character and nothing else is no text."""

NO_WORSE = 0.003
"""A page that was washed may be read less surely by this: what was washed off had been read surely, too."""


def look(source: PageSource, sheet: Sheet, reader: Reader, learnt: Learnt | None = None) -> Page:
    """One page, read or accounted for: never an exception for what stands on it.

    `learnt` is what was learnt about the file on the pages before.
    """
    learnt = Learnt() if learnt is None else learnt
    layer = source.text_layer(sheet.number)
    glimpse = cache(lambda: source.glimpse(sheet.number))
    weighed = weigh(layer, glimpse, sheet.width, reader, learnt.glyphs)
    if weighed.lines:
        page = _by_its_text(source, sheet, reader, layer, weighed.lines, glimpse(), learnt)
    else:
        page = _by_pixels(source.picture(sheet.number), sheet, reader)
    differs = (*weighed.differs, *(() if weighed.lines or weighed.differs else differs_from(layer, page)))
    problems = tuple(
        Problem("TEXT_LAYER_MISMATCH", f"{what}：以页面所见为准", sheet.number) for what in differs
    )
    return replace(page, place=sheet.place, problems=(*page.problems, *problems))


def _by_its_text(
    source: PageSource,
    sheet: Sheet,
    reader: Reader,
    layer: TextLayer,
    lines: tuple[Line, ...],
    glimpse: Picture | None,
    learnt: Learnt,
) -> Page:
    """A page whose own text is believed; what else stands on it is looked at where it stands."""
    part = cache(lambda box: part_of(source, sheet.number, box, CLOSE_DPI / 72))
    codes: tuple[Code, ...] = ()
    seen = source.picture(sheet.number) if glimpse is None and layer.pictured else glimpse
    if layer.pictured and seen is not None:
        codes = printed_codes(seen, sheet, layer.pictures, part)
    shown = Shown(seen, sheet.width, part, lambda box: alone_in(source, sheet.number, box, CLOSE_DPI / 72))
    seals = printed_seals(layer, shown, reader, learnt.seals)
    return _page(sheet, lines=lines, codes=codes, seals=seals, cells=layer.cells)


def _by_pixels(picture: Picture, sheet: Sheet, reader: Reader) -> Page:
    if without_ink(picture):
        return _page(sheet, state=PageState.BLANK)
    return read_picture(picture, sheet, reader)


def read_picture(picture: Picture, sheet: Sheet, reader: Reader, steps: Steps = ALL) -> Page:
    """A picture of a page, set right, turned upright and read."""
    right = restored(picture, sheet, steps)
    if right.stamps and without_ink(right.clean):
        return _page(sheet, state=PageState.BLANK)  # the back of a paper, stamped across the pages
    turn = reader.turn(right.clean)
    upright = turned(right.clean, turn) if turn else right.clean
    seen = reader.read(upright)
    if steps.faint and is_marked(upright, seen):
        washed = reader.read(without_faint(upright))
        seen = washed if _certainty(washed) > _certainty(seen) - NO_WORSE else seen
    ink = without_askew([line for line in seen if np.mean(line.confidences) >= SURE and not _ornament(line)])
    if sum(len(line.text) for line in ink) < FEWEST and _certainty(ink) < DOUBTFUL:
        problem = Problem("UNREADABLE_PAGE", why_unread(picture), sheet.number)
        return _page(sheet, state=PageState.UNREADABLE, problems=(problem,))
    frame = _Frame(right.sheet, upright, turn, lean(ink))
    doubt = why_doubtful(picture, seen, right.shrink)
    return Page(
        sheet.number,
        sheet.width,
        sheet.height,
        sheet.rotation,
        turn=turn,
        skew=frame.skew,
        lines=tuple(frame.line(line, reader.name) for line in ink),
        problems=(Problem("UNREADABLE_PAGE", doubt, sheet.number),) if doubt else (),
        codes=find_codes(picture, sheet, turn),
        seals=tuple(_seal(stamp, right, frame, reader) for stamp in right.stamps),
        warp=right.warp,
    )


def _ornament(line: InkLine) -> bool:
    """One character over and over: the border of a certificate, which a detector may take for a line."""
    return len(line.text) >= ORNAMENT and len(set(line.text)) == 1


def _certainty(lines: Sequence[InkLine]) -> float:
    """How sure a reader was of a page: washing is kept only where it helped."""
    confidences = [c for line in lines for c in line.confidences]
    return float(np.mean(confidences)) if confidences else 0.0


def without_ink(picture: Picture) -> bool:
    """Whether the page is empty: hardly any pixel differs from the paper's own shade."""
    small = cv2.resize(picture, None, fx=0.25, fy=0.25, interpolation=cv2.INTER_NEAREST)
    grey = cv2.transform(small, np.full((1, 3), 1 / 3, np.float32))
    inner = grey[len(grey) // 30 : -len(grey) // 30, :]  # scanners leave a dark rim
    inner = inner[:, inner.shape[1] // 30 : -inner.shape[1] // 30]
    return bool((inner < np.median(inner) - 45).mean() < 0.0004)


class _Frame:
    """Carries quads of the upright picture into the reading frame, in points."""

    def __init__(self, sheet: Sheet, upright: Picture, turn: int, skew: float) -> None:
        self.turn, self.skew = turn, skew
        self._height, self._width = upright.shape[:2]
        self._scale = (sheet.height if turn in (90, 270) else sheet.width) / self._width

    def line(self, line: InkLine, origin: str) -> Line:
        return Line(line.text, tuple(self.box(quad) for quad in line.quads), line.confidences, origin)

    def box(self, quad: Quad) -> Box:
        return straightened(quad, self.skew, self._width, self._height, self._scale)

    def stamp(self, stamp: Stamp) -> Box:
        """The box of a stamp, which was found before the page was turned."""
        xs = np.array([stamp.x0, stamp.x1, stamp.x1, stamp.x0])
        ys = np.array([stamp.y0, stamp.y0, stamp.y1, stamp.y1])
        points = {
            0: (xs, ys),
            90: (self._width - ys, xs),
            180: (self._width - xs, self._height - ys),
            270: (ys, self._height - xs),
        }[self.turn]
        return self.box(np.stack(points, axis=1).astype(np.float32))


def _seal(stamp: Stamp, right: Restored, frame: _Frame, reader: Reader) -> Seal:
    part = right.coloured[stamp.y0 : stamp.y1, stamp.x0 : stamp.x1]
    text = read_seal(turned(part, frame.turn) if frame.turn else part, stamp, reader)
    return Seal(text.text, frame.stamp(stamp), stamp.colour, round(text.confidence, 3), text.purpose)


def _page(sheet: Sheet, **known: Any) -> Page:
    return Page(sheet.number, sheet.width, sheet.height, sheet.rotation, **known)
