"""Forms on paper: pages as they were read, their rules and their boxes to be ticked make grids.

What a page says comes from the program's own reading, digital or scanned; the picture adds what a
reader of text does not see: where the cells are and which boxes are ticked. The recipe: tables are
found in the picture, characters put into the cells in which they stand, and a table that goes on
over pages is one grid, a row that the page's edge has cut is one row again.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from extractors.forms.marks import has_marks
from extractors.forms.overlooked import Written, overlooked
from extractors.forms.ruling import RuledTable, ruled_tables
from extractors.forms.ticked import Options, ticked, to_be_ticked
from extractors.forms.written import chars_of, rows_of, text_of_rows, within
from extractors.geometry import Box
from extractors.ocr.base import Picture
from extractors.page import Line, Page


@dataclass(frozen=True, slots=True)
class FormPage:
    """A page's tables with what is written in them, and the lines around them."""

    number: int
    tables: tuple[tuple[RuledTable, tuple[Written, ...]], ...]
    before: tuple[str, ...]
    after: tuple[str, ...]


ReadLine = Callable[[Picture], tuple[str, tuple[float, ...]]]


def form_page(picture: Picture, page: Page, read_line: ReadLine, options: Options) -> FormPage:
    """A page of a form.

    Args:
        picture: the page in the reading frame, upright and straight.
        page: the same page as it was read.
        read_line: reads a strip: a lone digit in a cell is what readers of whole pages overlook.
        options: those of each field that may print boxes.
    """
    scale = page.reading_size[0] / picture.shape[1]
    grey = np.asarray(cv2.cvtColor(picture, cv2.COLOR_RGB2GRAY), np.uint8)
    tables = ruled_tables(picture, scale, [box for line in page.lines for box in line.boxes])
    taken: set[int] = set()
    written = []
    for table in tables:
        cells = tuple(
            overlooked(w, picture, scale, read_line) if not w.text else w
            for w in _written(page, table, grey, scale, options)
        )
        written.append((table, cells))
        taken |= {i for i, line in enumerate(page.lines) if _inside(line, table)}
    free = [(line.box, line.text) for i, line in enumerate(page.lines) if i not in taken]
    top = min((t.box.y0 for t in tables), default=float("inf"))
    before, after = [f for f in free if f[0].middle < top], [f for f in free if f[0].middle >= top]
    return FormPage(page.number, tuple(written), _lines(before), _lines(after))


def _inside(line: Line, table: RuledTable) -> bool:
    box = table.box
    return box.y0 < line.box.middle < box.y1 and line.box.x1 > box.x0 and line.box.x0 < box.x1


def _lines(free: Sequence[tuple[Box, str]]) -> tuple[str, ...]:
    """Lines around the tables from top to bottom; those at one height are one."""
    rows: list[list[tuple[Box, str]]] = []
    for box, text in sorted(free, key=lambda f: f[0].middle):
        if rows and box.middle - rows[-1][-1][0].middle < 0.5 * box.height:
            rows[-1].append((box, text))
        else:
            rows.append([(box, text)])
    return tuple("".join(text for _, text in sorted(row, key=lambda f: f[0].x0)) for row in rows)


def _written(
    page: Page, table: RuledTable, grey: NDArray[np.uint8], scale: float, options: Options
) -> tuple[Written, ...]:
    found = []
    for cell in table.cells:
        chars = [c for line in page.lines for c in chars_of(line) if within(c.box, cell.box)]
        rows = rows_of(chars)
        text = text_of_rows(rows, cell.box)
        if to_be_ticked(text, options) and not (has_marks(text) and all(c.printed for c in chars)):
            text = ticked(rows, cell.box, grey, scale)
        found.append(Written(cell, text, min((c.sure for c in chars if c.char.isalnum()), default=1.0)))
    return tuple(found)
