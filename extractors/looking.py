"""Reads one page: its own text where that can be trusted, else its pixels.

The recipe: text layer, trusted? take it. Else render within bounds; no ink, blank; turn upright;
lift the seals; read; straighten; carry every box into points.
"""

import numpy as np

from extractors.codes import find_codes
from extractors.geometry import Box
from extractors.ocr.base import InkLine, Picture, Reader
from extractors.ocr.rapidocr import turned
from extractors.page import Line, Page, PageState, Problem
from extractors.readers.base import PageSource, Sheet
from extractors.restore.seals import find_seals, without_seals
from extractors.restore.skew import lean, straightened
from extractors.trust import trusted

VERSION = 3
"""Part of every cache key: raise it when the same picture would be read differently."""

SURE = 0.35
"""Characters below this mean confidence over a whole line are marks, not text."""


def look(source: PageSource, sheet: Sheet, reader: Reader) -> Page:
    """One page, read or accounted for: never an exception for what stands on it."""
    layer = source.text_layer(sheet.number)
    if trusted(layer):
        codes = find_codes(source.picture(sheet.number), sheet) if layer.pictured else ()
        return Page(sheet.number, sheet.width, sheet.height, sheet.rotation, lines=layer.lines, codes=codes)
    picture = source.picture(sheet.number)
    if without_ink(picture):
        return _page(sheet, state=PageState.BLANK)
    return read_picture(picture, sheet, reader)


def read_picture(picture: Picture, sheet: Sheet, reader: Reader) -> Page:
    """A picture of a page, turned upright, freed of its seals and read."""
    clean = without_seals(picture, find_seals(picture))
    if clean is not picture and without_ink(clean):
        return _page(sheet, state=PageState.BLANK)  # the back of a paper, stamped across the pages
    turn = reader.turn(clean)
    upright = turned(clean, turn) if turn else clean
    ink = [line for line in reader.read(upright) if np.mean(line.confidences) >= SURE]
    skew = lean(ink)
    lines = _lines(ink, upright, sheet, turn, skew, reader.name)
    if not lines:
        problem = Problem("UNREADABLE_PAGE", "页面有内容但未能识别出文字：请以 200 dpi 以上重新扫描", sheet.number)
        return _page(sheet, state=PageState.UNREADABLE, problems=(problem,))
    codes = find_codes(picture, sheet, turn)
    size = (sheet.width, sheet.height, sheet.rotation)
    return Page(sheet.number, *size, turn=turn, skew=skew, lines=lines, codes=codes)


def without_ink(picture: Picture) -> bool:
    """Whether the page is empty: hardly any pixel differs from the paper's own shade."""
    grey = picture[::4, ::4].mean(axis=2)
    inner = grey[len(grey) // 30 : -len(grey) // 30, :]  # scanners leave a dark rim
    inner = inner[:, inner.shape[1] // 30 : -inner.shape[1] // 30]
    return bool((inner < np.median(inner) - 45).mean() < 0.0004)


def _lines(
    ink: list[InkLine], picture: Picture, sheet: Sheet, turn: int, skew: float, origin: str
) -> tuple[Line, ...]:
    height, width = picture.shape[:2]
    scale = (sheet.height if turn in (90, 270) else sheet.width) / width

    def boxes(line: InkLine) -> tuple[Box, ...]:
        return tuple(straightened(q, skew, width, height, scale) for q in line.quads)

    return tuple(Line(line.text, boxes(line), line.confidences, origin) for line in ink)


def _page(sheet: Sheet, state: PageState, problems: tuple[Problem, ...] = ()) -> Page:
    return Page(
        sheet.number, sheet.width, sheet.height, sheet.rotation, state=state, problems=problems
    )
