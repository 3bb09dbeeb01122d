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
from extractors.readers.base import Sheet, TextLayer
from extractors.readers.limits import MAX_PAGES, MAX_PIXELS
from extractors.readers.pdf_pictures import alone, pictures_of
from extractors.readers.pdf_scans import decoded
from extractors.readers.pdf_streams import check_content
from extractors.readers.text_layer import layer_of

USUAL_DPI = 200

GLIMPSE_DPI = 144

GLIMPSE_AA, USUAL_AA = 4, 8
"""Bits of anti-aliasing: with four a page is drawn in two thirds of the time, and weighed the same (96 pages of our examples)."""

SCAN_PIXELS = 1_000_000
"""A picture of so many pixels may be the scan of a page."""

TEXT_FLAGS = pymupdf.TEXT_PRESERVE_WHITESPACE | pymupdf.TEXT_MEDIABOX_CLIP | pymupdf.TEXT_IGNORE_ACTUALTEXT
"""/ActualText is what somebody says that the characters mean; their fonts say what they are."""


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
        self._latest: tuple[int, Any, Any] | None = None
        self._pictured: tuple[int, list[dict[str, Any]]] | None = None
        self._pictures = pictures_of(document)

    @property
    def repaired(self) -> bool:
        """MuPDF rebuilt the file's table of contents: pages may be missing or empty."""
        return bool(self._document.is_repaired)

    def sheets(self) -> tuple[Sheet, ...]:
        """Every page with its displayed size."""
        return tuple(
            Sheet(
                p.number + 1,
                round(p.rect.width, 1),
                round(p.rect.height, 1),
                p.rotation,
                typed=_typed(self._document, p.number),
            )
            for p in self._document
        )

    def text_layer(self, number: int) -> TextLayer:
        """The page's own text, character by character, as displayed."""
        page, drawn = self._drawn(number)
        text = pymupdf.TextPage(drawn.get_textpage(TEXT_FLAGS)).extractRAWDICT()
        pictures = tuple(_inside(page, image["bbox"]) for image in self._images(number))
        return layer_of(text["blocks"], pictures, page.rect.width, page.rect.height)

    def glimpse(self, number: int) -> Picture:
        """The page rendered at 144 dpi: characters are large enough to be known again."""
        pymupdf.TOOLS.set_aa_level(GLIMPSE_AA)
        try:
            return self._rendered(number, GLIMPSE_DPI, MAX_PIXELS // 2)
        finally:
            pymupdf.TOOLS.set_aa_level(USUAL_AA)

    def picture(self, number: int) -> Picture:
        """The page rendered at 200 dpi, or its scan's own resolution, within the bound."""
        return self._rendered(number, USUAL_DPI, MAX_PIXELS)

    def part(self, number: int, box: Box, scale: float) -> Picture:
        """A box of the page as displayed, at `scale` pixels a point."""
        _, drawn = self._drawn(number)
        zoom, clip = pymupdf.Matrix(scale, scale), pymupdf.Rect(*box)
        return _pixels(drawn.get_pixmap(zoom, pymupdf.csRGB, False, clip))

    def alone(self, number: int, box: Box, scale: float) -> Picture | None:
        """The picture in a box of the page by itself, on white paper, where it is plainly drawn."""
        page, images = self._drawn(number)[0], self._images(number)
        return alone(self._document, page, images, self._pictures, box, scale)

    def _rendered(self, number: int, dpi: int, pixels: int) -> Picture:
        page, drawn = self._drawn(number)
        wide, high = page.rect.width, page.rect.height
        scale = min(dpi / 72, (pixels / max(wide * high, 1.0)) ** 0.5)
        scan = decoded(self._document, page, round(wide * scale), round(high * scale))
        if scan is not None:
            return scan
        return _pixels(drawn.get_pixmap(pymupdf.Matrix(scale, scale), pymupdf.csRGB, False))

    def _images(self, number: int) -> list[dict[str, Any]]:
        """What PyMuPDF tells of a page's pictures, asked once a page."""
        if self._pictured is None or self._pictured[0] != number:
            self._pictured = (number, self._drawn(number)[0].get_image_info())
        return self._pictured[1]

    def _drawn(self, number: int) -> tuple[Any, Any]:
        """The page and its drawing, interpreted once: fonts of some files take long to load."""
        if self._latest is None or self._latest[0] != number:
            page = self._document[number - 1]
            check_content(self._document, page)
            self._latest = (number, page, page.get_displaylist())
        return self._latest[1:]

    def close(self) -> None:
        """Let go of the file."""
        self._latest = None
        self._document.close()


def _typed(document: Any, number: int) -> bool:
    """Whether a page has fonts and no scan: hidden behind a scan may lie somebody else's reading of it."""
    try:
        scanned = any(wide * high >= SCAN_PIXELS for _, _, wide, high, *_ in document.get_page_images(number))
        return not scanned and bool(document.get_page_fonts(number))
    except Exception:  # one page's broken resources, of whatever sort, must not cost the file
        return False


def _pixels(pixmap: Any) -> Picture:
    samples = np.frombuffer(pixmap.samples, np.uint8)
    rows = samples.reshape(pixmap.height, pixmap.stride)[:, : pixmap.width * 3]
    return np.ascontiguousarray(rows.reshape(pixmap.height, pixmap.width, 3))


def _inside(page: Any, box: Any) -> Box:
    """The part of a picture that lies on the page as displayed."""
    return Box(*(pymupdf.Rect(box) * page.rotation_matrix & page.rect))


def _plain(error: Exception) -> str:
    return str(error).encode("utf-8", "backslashreplace").decode()[:120]
