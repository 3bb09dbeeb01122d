"""Searchable PDF: each page as it is displayed, and over it invisibly what was read.

The recipe: a PDF's own page stays as it is where its own text was believed; a scan gets the text that
was read; a page whose own text was something else, or not to be seen, becomes a picture first, so that
nobody finds what does not stand there. Other files become pictures with text.
"""

import math
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pymupdf

from extractors.errors import FileTrouble
from extractors.export.words import Word, in_order, words_of
from extractors.page import TEXT, Page
from extractors.readers.base import PageSource
from extractors.readers.catalog import open_source

FONT = "china-s"

QUALITY = 80
"""JPEG quality of pages that become pictures."""


def searchable_pdf(path: Path, pages: Sequence[Page], target: Path) -> None:
    """Write the searchable PDF of one file that was read."""
    original = pymupdf.open(path) if path.suffix.lower() == ".pdf" else None
    with closing(open_source(path)) as source, pymupdf.open() as document:
        for page in pages:
            if original is not None and _kept(original[page.number - 1], page):
                document.insert_pdf(original, from_page=page.number - 1, to_page=page.number - 1)
            else:
                _as_picture(document, source, page)
            sheet = document[-1]
            if not _own_text(page) or original is None:
                _write(sheet, page)
        document.save(target, garbage=3, deflate=True)
    if original is not None:
        original.close()


def _own_text(page: Page) -> bool:
    return bool(page.lines) and all(line.origin == TEXT for line in page.lines)


def _kept(sheet: Any, page: Page) -> bool:
    """Whether the page can stay: its own text was believed whole, or it has none."""
    if any(problem.code == "TEXT_LAYER_MISMATCH" for problem in page.problems):
        return False
    return _own_text(page) or not sheet.get_text().strip()


def _as_picture(document: Any, source: PageSource, page: Page) -> None:
    sheet = document.new_page(width=page.width, height=page.height)
    try:
        picture = source.picture(page.number)
    except (FileTrouble, RuntimeError, ValueError):
        return  # unreadable it was and unreadable it stays, but the page is there
    done, body = cv2.imencode(".jpg", np.ascontiguousarray(picture[:, :, ::-1]), (cv2.IMWRITE_JPEG_QUALITY, QUALITY))
    if done:
        sheet.insert_image(sheet.rect, stream=body.tobytes())


def _write(sheet: Any, page: Page) -> None:
    """The words, each stretched along its own box on the page as displayed."""
    for line in in_order(page):
        for word in words_of(line):
            _place(sheet, page, word)


def _place(sheet: Any, page: Page, word: Word) -> None:
    back = sheet.derotation_matrix
    left, right, _, below = (pymupdf.Point(*corner) * back for corner in page.corners(word.box))
    across, down = right - left, below - left
    length, size = abs(across), abs(down)
    usual = pymupdf.get_text_length(word.text, FONT, size)
    if size < 1 or length < 1 or usual <= 0:
        return
    start = left + down * 0.85
    turn = pymupdf.Matrix(-math.degrees(math.atan2(across.y, across.x)))
    stretched = pymupdf.Matrix(length / usual, 0, 0, 1, 0, 0) * turn
    sheet.insert_text(start, word.text, fontname=FONT, fontsize=size, render_mode=3, morph=(start, stretched))
