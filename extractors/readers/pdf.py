"""PDF through PyMuPDF: pages, their own text with a box for each character, and their picture.

MuPDF opens broken files without complaint and shows nothing; therefore a file must begin as a
PDF, have pages, and ask for no password, or it gets a named state.
"""

from pathlib import Path
from typing import Any

import numpy as np
import pymupdf

from extractors.errors import FileTrouble
from extractors.geometry import Box
from extractors.ocr.base import Picture
from extractors.page import Line
from extractors.readers.base import Sheet, TextLayer
from extractors.readers.limits import MAX_PAGES, MAX_PIXELS
from extractors.readers.text_layer import doubts, lines_of

USUAL_DPI = 200


def open_pdf(path: Path) -> "PdfSource":
    """Open a PDF; FileTrouble names what is wrong with it."""
    pymupdf.TOOLS.mupdf_display_errors(False)
    with path.open("rb") as file:
        if b"%PDF-" not in file.read(1024):
            raise FileTrouble("not_what_it_says", "扩展名为 .pdf，但内容不是 PDF：请重新导出后上传")
    try:
        document = pymupdf.open(path, filetype="pdf")
    except (pymupdf.FileDataError, pymupdf.EmptyFileError, RuntimeError) as error:
        raise FileTrouble("damaged", f"PDF 已损坏，无法打开：请重新扫描或导出（{_plain(error)}）") from error
    if document.needs_pass:
        raise FileTrouble("encrypted", "PDF 设有打开密码：请解除密码后重新上传")
    if not document.is_pdf:
        raise FileTrouble("not_what_it_says", "扩展名为 .pdf，但内容不是 PDF：请重新导出后上传")
    if document.page_count == 0:
        raise FileTrouble("no_pages", "PDF 中没有页面：文件可能被截断，请重新扫描或导出")
    if document.page_count > MAX_PAGES:
        raise FileTrouble("too_large", f"PDF 超过 {MAX_PAGES} 页：请按章节拆分后上传")
    return PdfSource(document)


class PdfSource:
    """An open PDF."""

    def __init__(self, document: Any) -> None:
        self._document = document

    @property
    def repaired(self) -> bool:
        """MuPDF rebuilt the file's table of contents: pages may be missing or empty."""
        return bool(self._document.is_repaired)

    def sheets(self) -> tuple[Sheet, ...]:
        """Every page with its displayed size."""
        return tuple(
            Sheet(p.number + 1, round(p.rect.width, 1), round(p.rect.height, 1), p.rotation)
            for p in self._document
        )

    def text_layer(self, number: int) -> TextLayer:
        """The page's own text, character by character."""
        page = self._document[number - 1]
        lines = tuple(_displayed(line, page) for line in lines_of(page)) if page.rotation else lines_of(page)
        return TextLayer(lines, doubts(page, lines), pictured=bool(page.get_images()))

    def picture(self, number: int) -> Picture:
        """The page rendered at 200 dpi, or its scan's own resolution, within the bound."""
        page = self._document[number - 1]
        scale = USUAL_DPI / 72
        scale = min(scale, (MAX_PIXELS / max(page.rect.width * page.rect.height, 1.0)) ** 0.5)
        pixmap = page.get_pixmap(matrix=pymupdf.Matrix(scale, scale), colorspace=pymupdf.csRGB, alpha=False)
        samples = np.frombuffer(pixmap.samples, np.uint8)
        rows = samples.reshape(pixmap.height, pixmap.stride)[:, : pixmap.width * 3]
        return np.ascontiguousarray(rows.reshape(pixmap.height, pixmap.width, 3))

    def close(self) -> None:
        """Let go of the file."""
        self._document.close()


def _displayed(line: Line, page: Any) -> Line:
    """Text comes in the page's unrotated frame: carry it to the page as displayed."""
    turn = page.rotation_matrix
    boxes = tuple(Box(*(pymupdf.Rect(*b) * turn)) for b in line.boxes)
    return Line(line.text, boxes, line.confidences, line.origin)


def _plain(error: Exception) -> str:
    return str(error).encode("utf-8", "backslashreplace").decode()[:120]
