"""Word files: paragraphs and tables as rows, the pictures between them as pages of their own.

A page ends where the author ended it, or where a picture stands that is large enough to be a paper.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from docx import Document
from docx.opc.exceptions import PackageNotFoundError
from lxml import etree

from extractors.errors import FileTrouble
from extractors.forms.docx import table_grid, visible_text
from extractors.readers.composed import POINTS_PER_PIXEL, ComposedSource, Composition, picture_page
from extractors.readers.limits import MAX_PICTURES
from extractors.readers.office import check_package, pixels_of
from extractors.readers.typeset import SIZE, Typesetter

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_VML = "{urn:schemas-microsoft-com:vml}"

EMU = 12700
"""English metric units in a point."""

PAPER = 140.0
"""A picture whose longer side is shown smaller than this, in points, is a logo or a sign."""


def open_docx(path: Path) -> ComposedSource:
    """Open a Word file; FileTrouble names what is wrong with it."""
    check_package(path, "word/document.xml", "Word（.docx）")
    try:
        part = Document(str(path)).part
    except (PackageNotFoundError, KeyError, ValueError, etree.XMLSyntaxError, OSError) as error:
        raise FileTrouble("damaged", "Word 文件已损坏，无法打开：请另存为新的 .docx 或 PDF 后上传") from error
    return ComposedSource(_Pages(part).pages)


class _Pages:
    """Goes through the body once and ends pages as it goes."""

    def __init__(self, part: Any) -> None:
        self._part = part
        self._sheet = Typesetter()
        self._first = 1
        self._paragraphs = self._tables = self._pictures = 0
        self.pages: list[Composition] = []
        for block in _blocks(part.element.body):
            self._table(block) if block.tag == f"{_W}tbl" else self._paragraph(block)
        self._end()

    def _paragraph(self, node: Any) -> None:
        self._paragraphs += 1
        if _breaks_before(node):
            self._end()
        text = visible_text(node)
        if text:
            self._sheet.paragraph(text, f"第{self._paragraphs}段", _size(node))
        self._show(node)
        if _breaks_after(node):
            self._end()

    def _table(self, node: Any) -> None:
        self._tables += 1
        grid = table_grid(node, f"表{self._tables}")
        self._sheet.table(grid, grid.place)
        self._show(node)

    def _show(self, node: Any) -> None:
        """The pictures of a block, a page each."""
        for blip, width, height in _pictures(node):
            related = self._part.related_parts.get(blip)
            if related is None or self._pictures >= MAX_PICTURES:
                continue
            body: bytes = related.blob
            if not width:
                pixels = pixels_of(body)
                width, height = pixels[0] * POINTS_PER_PIXEL, pixels[1] * POINTS_PER_PIXEL
            if max(width, height) < PAPER:
                continue
            self._pictures += 1
            self._end()
            self.pages.append(picture_page(body, width, height, f"图片{self._pictures}"))

    def _end(self) -> None:
        if not self._sheet.blank:
            width, height = self._sheet.size()
            place = f"第{self._first}–{self._paragraphs}段"
            self.pages.append(Composition(width, height, self._sheet.layer(), place=place))
        self._sheet, self._first = Typesetter(), self._paragraphs + 1


def _blocks(body: Any) -> Iterator[Any]:
    """Paragraphs and tables in order, those in content controls included."""
    for child in body:
        if child.tag in (f"{_W}p", f"{_W}tbl"):
            yield child
        elif child.tag in (f"{_W}sdt", f"{_W}sdtContent", f"{_W}ins", f"{_W}smartTag", f"{_W}customXml"):
            yield from _blocks(child)


def _breaks_before(paragraph: Any) -> bool:
    if paragraph.find(f"{_W}pPr/{_W}pageBreakBefore") is not None:
        return True
    for node in paragraph.iter(f"{_W}br", f"{_W}lastRenderedPageBreak", f"{_W}t"):
        if node.tag == f"{_W}t":
            return False
        if node.tag == f"{_W}lastRenderedPageBreak" or node.get(f"{_W}type") == "page":
            return True
    return False


def _breaks_after(paragraph: Any) -> bool:
    section = paragraph.find(f"{_W}pPr/{_W}sectPr")
    if section is not None:
        kind = section.find(f"{_W}type")
        return kind is None or kind.get(f"{_W}val") != "continuous"
    return any(b.get(f"{_W}type") == "page" for b in paragraph.iter(f"{_W}br")) and not _breaks_before(paragraph)


def _size(paragraph: Any) -> float:
    """The print of the paragraph's first run that says one, in points."""
    for size in paragraph.iter(f"{_W}sz"):
        value = size.get(f"{_W}val", "")
        if value.isdigit():
            return int(value) / 2
    return SIZE


def _pictures(node: Any) -> Iterator[tuple[str, float, float]]:
    """Relation and displayed size of each picture under a block; size 0 where it says none."""
    for found in node.iter(f"{_A}blip", f"{_VML}imagedata"):
        if any(parent.tag.endswith("}Fallback") for parent in found.iterancestors()):
            continue
        relation = found.get(f"{_R}embed") or found.get(f"{_R}id") or ""
        frame = next((p for p in found.iterancestors(f"{_WP}inline", f"{_WP}anchor")), None)
        extent = None if frame is None else frame.find(f"{_WP}extent")
        if extent is None:
            yield relation, 0.0, 0.0
        else:
            yield relation, int(extent.get("cx", "0")) / EMU, int(extent.get("cy", "0")) / EMU
