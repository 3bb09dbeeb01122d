"""The layout of official letters, GB/T 9704-2012: page, line pitch, fonts, numbering, page numbers.

What the standard lays down (its clauses in brackets): A4, 天头 37 mm, 订口 28 mm, 版心 156 mm × 225 mm
(5.2.1); 22 lines of 28 characters (5.2.3); body 3号仿宋 (5.2.2); title 2号小标宋 (7.3.1); levels 一、黑体,
（一）楷体, 1.仿宋, （1）仿宋 (7.3.3); page numbers 4号半角宋体 between dashes, odd ones to the right, even ones
to the left (7.5). The standard fonts are rarely installed everywhere: the file names a substitute for each.
"""

from collections.abc import Sequence
from io import BytesIO
from typing import Any

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph
from lxml import etree

from verifier.exports.cells import printable

TITLE, BODY, HEADING, SUBHEADING = "方正小标宋简体", "仿宋_GB2312", "黑体", "楷体_GB2312"
SUBSTITUTES = {TITLE: "宋体", BODY: "仿宋", HEADING: "SimHei", SUBHEADING: "楷体"}
"""What a machine without the standard font takes instead (w:altName of the font table)."""

TWO, THREE, FOUR, FIVE = Pt(22), Pt(16), Pt(14), Pt(10.5)
"""2号, 3号, 4号 and 5号 in points."""

PITCH = Pt(28.95)
"""225 mm divided by 22 lines, as word processors round it."""

_NUMERALS = "零一二三四五六七八九十"


class Letter:
    """A letter that is written from top to bottom; its numbers count themselves."""

    def __init__(self, title: str, addressee: str) -> None:
        self._document = docx.Document()
        self._headings = self._subheadings = self._points = 0
        _lay_out(self._document)
        _name_substitutes(self._document)
        self._title(title)
        if addressee:
            self._line(addressee + "：", indent=0)

    def text(self, text: str) -> None:
        """A paragraph of the body, two characters in."""
        self._line(text)

    def heading(self, text: str) -> None:
        """一、 in 黑体."""
        self._headings, self._subheadings, self._points = self._headings + 1, 0, 0
        self._line(f"{numeral(self._headings)}、{text}", HEADING, keep=True)

    def subheading(self, text: str) -> None:
        """（一） in 楷体."""
        self._subheadings, self._points = self._subheadings + 1, 0
        self._line(f"（{numeral(self._subheadings)}）{text}", SUBHEADING, keep=True)

    def point(self, text: str) -> None:
        """1. in 仿宋."""
        self._points += 1
        self._line(f"{self._points}.{text}")

    def attachment(self, names: Sequence[str]) -> None:
        """附件说明: one line below the body, two characters in (7.3.4)."""
        self._line("")
        for number, name in enumerate(names, 1):
            lead = "附件：" if number == 1 else "　　　"
            self._line(f"{lead}{number}.{name}" if len(names) > 1 else f"{lead}{name}")

    def signature(self, office: str, day: str) -> None:
        """署名 and 成文日期, to the right (7.3.5); the date four characters in."""
        self._line("")
        for text, right in ((office, 2), (day, 4)):
            paragraph = self._line(text, indent=0)
            paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
            paragraph.paragraph_format.right_indent = THREE * right
            paragraph.paragraph_format.keep_together = True

    def annex(
        self, name: str, head: Sequence[str], rows: Sequence[Sequence[str]], widths: Sequence[float]
    ) -> None:
        """An annex on a page of its own: 附件, its title, a table whose head is repeated.

        Args:
            name: its title.
            head: what stands over the columns.
            rows: one text a column.
            widths: of the columns, in millimetres; together 156.
        """
        self._line("附件", HEADING, indent=0).paragraph_format.page_break_before = True
        self._title(name)
        table = self._document.add_table(rows=0, cols=len(head), style="Table Grid")
        table.autofit = False
        for column, width in zip(table.columns, widths, strict=True):
            column.width = Mm(width)
        for number, row in enumerate((head, *rows)):
            line = table.add_row()
            _keep_whole(line, repeated=number == 0)
            for cell, text, width in zip(line.cells, row, widths, strict=True):
                cell.width = Mm(width)
                paragraph = cell.paragraphs[0]
                paragraph.paragraph_format.line_spacing = Pt(15)
                _off_the_grid(paragraph)
                paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER if number == 0 else WD_ALIGN_PARAGRAPH.LEFT
                _write(paragraph, text, HEADING if number == 0 else BODY, FIVE)

    def as_bytes(self) -> bytes:
        """The letter as a .docx file; the same letter has the same bytes."""
        file = BytesIO()
        self._document.save(file)
        return file.getvalue()

    def _title(self, text: str) -> None:
        """Centred, broken where the sense allows: each line of `text` is one (7.3.1)."""
        for line in text.split("\n"):
            paragraph = self._line(line, TITLE, TWO, indent=0)
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
            paragraph.paragraph_format.line_spacing = Pt(32)
        self._line("", indent=0)

    def _line(
        self, text: str, font: str = BODY, size: Pt = THREE, *, indent: int = 2, keep: bool = False
    ) -> Paragraph:
        paragraph: Paragraph = self._document.add_paragraph()
        layout = paragraph.paragraph_format
        layout.line_spacing_rule, layout.line_spacing = WD_LINE_SPACING.EXACTLY, PITCH
        layout.first_line_indent = size * indent
        layout.keep_with_next = keep
        _write(paragraph, text, font, size)
        return paragraph


def numeral(number: int) -> str:
    """A number from 1 to 99 in Chinese numerals, as headings count."""
    tens, ones = divmod(number, 10)
    if not tens:
        return _NUMERALS[ones]
    return ("" if tens == 1 else _NUMERALS[tens]) + "十" + (_NUMERALS[ones] if ones else "")


def _write(paragraph: Paragraph, text: str, font: str, size: Pt) -> None:
    run = paragraph.add_run(printable(text))
    run.font.size, run.font.name = size, "Times New Roman"
    run._element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), font)


def _lay_out(document: Any) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.left_margin = Mm(37), Mm(28)
    section.bottom_margin, section.right_margin = Mm(35), Mm(26)
    section.footer_distance = Mm(28)  # 7 mm under the last line
    grid = section._sectPr.find(qn("w:docGrid"))
    grid.set(qn("w:type"), "lines")
    grid.set(qn("w:linePitch"), str(round(PITCH.pt * 20)))
    style = document.styles["Normal"]
    style.paragraph_format.space_after = style.paragraph_format.space_before = Pt(0)
    style.font.size = THREE
    document.settings.odd_and_even_pages_header_footer = True
    for footer, alignment in (
        (section.footer, WD_ALIGN_PARAGRAPH.RIGHT),
        (section.even_page_footer, WD_ALIGN_PARAGRAPH.LEFT),
    ):
        paragraph = footer.paragraphs[0]
        paragraph.alignment = alignment
        paragraph.paragraph_format.left_indent = paragraph.paragraph_format.right_indent = FOUR
        _write(paragraph, "— ", "宋体", FOUR)
        _page_number(paragraph)
        _write(paragraph, " —", "宋体", FOUR)


def _page_number(paragraph: Paragraph) -> None:
    for kind, text in (("begin", ""), ("", "PAGE"), ("end", "")):
        run = paragraph.add_run()
        run.font.size, run.font.name = FOUR, "宋体"
        element = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            element.set(qn("w:fldCharType"), kind)
        else:
            element.text = text
        run._element.append(element)


def _keep_whole(row: Any, *, repeated: bool) -> None:
    """A row is not broken over pages; the head stands on every page."""
    properties = row._tr.get_or_add_trPr()
    properties.append(OxmlElement("w:cantSplit"))
    if repeated:
        properties.append(OxmlElement("w:tblHeader"))


def _off_the_grid(paragraph: Paragraph) -> None:
    """Small print in tables keeps its own line pitch."""
    snap = OxmlElement("w:snapToGrid")
    snap.set(qn("w:val"), "0")
    paragraph._element.get_or_add_pPr().append(snap)


def _name_substitutes(document: Any) -> None:
    """Say in the font table what stands in for a font that is not installed."""
    parts = document.part.package.iter_parts()
    part = next(p for p in parts if str(p.partname) == "/word/fontTable.xml")
    fonts = etree.fromstring(part.blob)
    for name, substitute in SUBSTITUTES.items():
        font = etree.SubElement(fonts, qn("w:font"), {qn("w:name"): name})
        etree.SubElement(font, qn("w:altName"), {qn("w:val"): substitute})
        etree.SubElement(font, qn("w:charset"), {qn("w:val"): "86"})
    part._blob = etree.tostring(fonts, xml_declaration=True, encoding="UTF-8", standalone=True)
