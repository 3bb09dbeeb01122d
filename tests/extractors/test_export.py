"""What was read, for other tools: hOCR that parses, PDF in which words are found where they stand."""

from pathlib import Path

import pymupdf
import pytest
from lxml import etree

from extractors.export.hocr import hocr
from extractors.export.searchable import searchable_pdf
from extractors.export.words import words_of
from extractors.files import gather
from extractors.geometry import Box
from extractors.page import Line
from extractors.reading import read_with_pages
from extractors.settings import ReadingSettings

NS = {"h": "http://www.w3.org/1999/xhtml"}

TEXT = ("发明专利证书", "专利号：ZL201810288982.7", "专利权人：宁波甬江数智科技股份有限公司")


def drawn(turn: int = 0, lines=TEXT) -> pymupdf.Document:
    document = pymupdf.open()
    page = document.new_page(width=595, height=842)
    for n, text in enumerate(lines):
        page.insert_text((90, 150 + 80 * n), text, fontname="china-s", fontsize=20)
    if not turn:
        return document
    pixmap = page.get_pixmap(matrix=pymupdf.Matrix(2, 2).prerotate(turn))
    scan = pymupdf.open()
    sheet = scan.new_page(width=pixmap.width / 2, height=pixmap.height / 2)
    sheet.insert_image(sheet.rect, pixmap=pixmap)
    return scan


def read(path: Path):
    ((reading, pages),) = read_with_pages(gather([path]), ReadingSettings(workers=1))
    return reading, pages


def ink_box(page: pymupdf.Page, box: pymupdf.Rect) -> float:
    """The share of dark pixels in a box of a page."""
    pixmap = page.get_pixmap(clip=box, colorspace=pymupdf.csGRAY, dpi=100)
    dark = sum(value < 128 for value in pixmap.samples)
    return dark / max(1, len(pixmap.samples))


def test_hocr_has_every_line_with_boxes_and_confidences(tmp_path):
    drawn(360).save(tmp_path / "a.pdf")
    _, pages = read(tmp_path / "a.pdf")
    root = etree.fromstring(hocr('a"b.pdf', pages, "hezheng"))
    (page,) = root.xpath("//h:div[@class='ocr_page']", namespaces=NS)
    assert "bbox 0 0 1653 2339" in page.get("title") and '"a\'b.pdf"' in page.get("title")
    lines = page.xpath("h:span[@class='ocr_line']", namespaces=NS)
    assert ["".join(line.itertext()).replace(" ", "") for line in lines] == [t.replace("：", "：") for t in TEXT]
    words = lines[1].xpath("h:span[@class='ocrx_word']", namespaces=NS)
    assert "".join(words[-1].itertext()) == "ZL201810288982.7"
    x0, y0, x1, y1 = (int(v) for v in words[-1].get("title").split(";")[0].split()[1:])
    assert 0 < x0 < x1 < 1653 and abs((y0 + y1) / 2 - 223 * 200 / 72) < 40
    assert 50 <= int(words[-1].get("title").split("x_wconf ")[1]) <= 100
    assert len(words[-1].xpath("h:span[@class='ocrx_cinfo']", namespaces=NS)) == 16


@pytest.mark.parametrize("turn", [360, 90, 180, 270])
def test_words_of_a_scan_are_found_where_their_ink_is(tmp_path, turn):
    drawn(turn).save(tmp_path / "a.pdf")
    _, pages = read(tmp_path / "a.pdf")
    searchable_pdf(tmp_path / "a.pdf", pages, tmp_path / "out.pdf")
    page = pymupdf.open(tmp_path / "out.pdf")[0]
    (found,) = page.search_for("ZL201810288982.7")
    assert page.rect.contains(found)
    assert (found.width > found.height) == (turn in (360, 180))
    assert ink_box(page, found) > 0.05
    original = pymupdf.open(tmp_path / "a.pdf")[0]
    assert original.get_pixmap(dpi=50).samples == page.get_pixmap(dpi=50).samples  # nothing to be seen was added


@pytest.mark.parametrize("rotation", [90, 180, 270])
def test_words_of_a_scan_that_the_file_turns_are_found_too(tmp_path, rotation):
    document = drawn(360 - rotation)
    document[0].set_rotation(rotation)
    document.save(tmp_path / "a.pdf")
    _, pages = read(tmp_path / "a.pdf")
    searchable_pdf(tmp_path / "a.pdf", pages, tmp_path / "out.pdf")
    page = pymupdf.open(tmp_path / "out.pdf")[0]
    (found,) = page.search_for("ZL201810288982.7")
    shown = found * page.rotation_matrix
    assert shown.width > shown.height
    assert abs((shown.y0 + shown.y1) / 2 - 223) < 10 and abs(shown.x0 - 170) < 15


def test_a_digital_page_stays_as_it_is(tmp_path):
    drawn().save(tmp_path / "a.pdf")
    _, pages = read(tmp_path / "a.pdf")
    searchable_pdf(tmp_path / "a.pdf", pages, tmp_path / "out.pdf")
    before, after = (pymupdf.open(tmp_path / name)[0] for name in ("a.pdf", "out.pdf"))
    assert before.get_text() == after.get_text() and not after.get_images()


def test_nobody_finds_what_a_lying_layer_said(tmp_path):
    document = drawn(360)
    document[0].insert_text((90, 230), "国家科学技术进步奖特等奖获奖证书", fontname="china-s", render_mode=3)
    document.save(tmp_path / "a.pdf")
    _, pages = read(tmp_path / "a.pdf")
    searchable_pdf(tmp_path / "a.pdf", pages, tmp_path / "out.pdf")
    page = pymupdf.open(tmp_path / "out.pdf")[0]
    assert not page.search_for("特等奖") and page.search_for("发明专利证书")


def test_a_picture_becomes_a_page_with_its_words(tmp_path):
    drawn()[0].get_pixmap(dpi=150).save(tmp_path / "a.png")
    _, pages = read(tmp_path / "a.png")
    searchable_pdf(tmp_path / "a.png", pages, tmp_path / "out.pdf")
    page = pymupdf.open(tmp_path / "out.pdf")[0]
    (found,) = page.search_for("专利权人")
    assert ink_box(page, found) > 0.05


def test_lines_are_parted_into_words_at_spaces_and_scripts():
    boxes = tuple(Box(10.0 * i + (30 if i > 4 else 0), 0, 10.0 * i + 9 + (30 if i > 4 else 0), 10) for i in range(8))
    line = Line("专利ZL 第一名", boxes, (0.9,) * 8, "text")
    assert [word.text for word in words_of(line)] == ["专利", "ZL", "第一名"]
