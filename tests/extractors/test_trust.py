"""Text layers that tell the truth, and text layers that lie: real PDFs, made here, real readers."""

import re
from pathlib import Path

import pymupdf
import pytest

from extractors.looking import look
from extractors.ocr.rapidocr import RapidReader
from extractors.page import TEXT, Page, PageState
from extractors.plain import plain
from extractors.readers.catalog import open_source

PAPER = (
    "发明专利证书",
    "发明名称：一种数字工厂用物料搬运装置",
    "专利号：ZL 2018 1 0288982.7",
    "专利申请日：2018年04月03日",
    "专利权人：宁波甬江数智科技股份有限公司",
    "授权公告号：CN 108752199 B",
)


def draw(path: Path, texts=PAPER, *, change=None) -> Path:
    document = pymupdf.open()
    page = document.new_page(width=595, height=842)
    for n, text in enumerate(texts):
        page.insert_text((80, 150 + 50 * n), text, fontname="china-s", fontsize=16)
    if change is not None:
        change(page)
    document.save(path)
    return path


@pytest.fixture(scope="module")
def reader() -> RapidReader:
    return RapidReader()


def read(path: Path, reader) -> Page:
    source = open_source(path)
    return look(source, source.sheets()[0], reader)


def text_of(page: Page) -> str:
    return re.sub(r"\s", "", "".join(line.text for line in page.lines))


def by_layer(page: Page) -> bool:
    return bool(page.lines) and all(line.origin == TEXT for line in page.lines)


def mismatch(page: Page) -> str:
    return " ".join(p.message for p in page.problems if p.code == "TEXT_LAYER_MISMATCH")


def picture_of(text: str, size: float = 16) -> pymupdf.Pixmap:
    document = pymupdf.open()
    page = document.new_page(width=size * 1.02 * len(text) + 20, height=size * 1.6)
    page.insert_text((2, size * 1.2), text, fontname="china-s", fontsize=size)
    return page.get_pixmap(dpi=200)


def test_an_honest_layer_speaks_for_its_page(tmp_path, reader):
    page = read(draw(tmp_path / "a.pdf"), reader)
    assert by_layer(page) and not page.problems
    assert "ZL201810288982.7" in text_of(page)


def remapped(path: Path, said: dict[str, str]) -> Path:
    """A file whose font says another character of some of its glyphs, by its /ToUnicode alone."""
    document = pymupdf.open(draw(path))
    page = document[0]
    page.insert_font("F0", fontbuffer=pymupdf.Font("cjk").buffer)
    page.insert_text((80, 500), "实缴税额：3871.05万元", fontname="F0", fontsize=16)
    document = pymupdf.open("pdf", document.tobytes())
    for xref in range(1, document.xref_length()):
        stream = document.xref_stream(xref) if document.xref_is_stream(xref) else b""
        if b"begincmap" in stream and b"<0001> <005f> <0020>" in stream:
            chars = [said.get(chr(code), chr(code)) for code in range(0x20, 0x7F)]
            listed = " ".join(f"<{ord(c):04x}>" for c in chars).encode()
            document.update_stream(
                xref, stream.replace(b"<0001> <005f> <0020>", b"<0001> <005f> [" + listed + b"]")
            )
    document.save(path.with_suffix(".1.pdf"))
    return path.with_suffix(".1.pdf")


@pytest.mark.parametrize(
    ("said", "lie"), [({"3": "8"}, "8871.05"), ({d: str((int(d) + 1) % 10) for d in "0123456789"}, "4982.16")]
)
def test_digits_remapped_in_the_font_are_found_wherever_they_stand(tmp_path, reader, said, lie):
    path = remapped(tmp_path / "a.pdf", said)
    assert lie in "".join(line.text for line in open_source(path).text_layer(1).lines)
    page = read(path, reader)
    assert "3871.05" in text_of(page) and lie not in text_of(page)
    assert mismatch(page)


def test_a_font_without_a_mapping_is_not_guessed_at(tmp_path, reader):
    document = pymupdf.open(draw(tmp_path / "a.pdf", ()))
    page = document[0]
    page.insert_font("F0", fontbuffer=pymupdf.Font("cjk").buffer)
    for n, text in enumerate(PAPER):
        page.insert_text((80, 150 + 50 * n), text, fontname="F0", fontsize=16)
    document = pymupdf.open("pdf", document.tobytes())
    for xref in range(1, document.xref_length()):
        document.xref_set_key(xref, "ToUnicode", "null") if document.xref_get_key(xref, "ToUnicode")[0] == "xref" else None
        if document.xref_get_key(xref, "CIDSystemInfo")[0] == "dict":
            document.xref_set_key(xref, "BaseFont", "/ABCDEF+Hidden")
    document.save(tmp_path / "b.pdf")
    seen = read(tmp_path / "b.pdf", reader)
    assert "宁波甬江数智科技股份有限公司" in text_of(seen) and not by_layer(seen)


def test_words_that_are_never_painted_are_not_read_and_said_so(tmp_path, reader):
    def hide(page):
        page.insert_text((80, 500), "国家科学技术进步奖特等奖", fontname="china-s", render_mode=3)

    page = read(draw(tmp_path / "a.pdf", change=hide), reader)
    assert "特等奖" not in text_of(page) and "发明专利证书" in text_of(page)
    assert "国家科学技术进步奖" in mismatch(page)


def test_white_words_are_not_read_and_said_so(tmp_path, reader):
    def whiten(page):
        page.insert_text((80, 500), "有效发明专利99件", fontname="china-s", color=(1, 1, 1))

    page = read(draw(tmp_path / "a.pdf", change=whiten), reader)
    assert "99件" not in text_of(page)
    assert "有效发明专利99件" in mismatch(page)


def test_white_words_on_a_dark_ground_are_seen_and_read(tmp_path, reader):
    def head(page):
        page.draw_rect(pymupdf.Rect(70, 480, 400, 510), color=(0.1, 0.2, 0.5), fill=(0.1, 0.2, 0.5))
        page.insert_text((80, 502), "企业名称与获奖项目", fontname="china-s", fontsize=16, color=(1, 1, 1))

    page = read(draw(tmp_path / "a.pdf", change=head), reader)
    assert "企业名称与获奖项目" in text_of(page) and not page.problems


@pytest.mark.parametrize("cover", ["rectangle", "picture"])
def test_a_covered_number_gives_way_to_what_covers_it(tmp_path, reader, cover):
    def paint(page):
        box = pymupdf.Rect(130, 232, 400, 256)
        page.draw_rect(box, color=(1, 1, 1), fill=(1, 1, 1))
        if cover == "picture":
            page.insert_image(box, pixmap=picture_of("ZL 2019 1 0377777.5"))

    page = read(draw(tmp_path / "a.pdf", change=paint), reader)
    assert "0288982" not in text_of(page)
    assert mismatch(page)
    if cover == "picture":
        # Spaced-out digits may be read in full width; facts and comparisons fold it.
        assert "ZL201910377777.5" in plain(text_of(page))


def test_one_digit_pasted_over_another_is_found(tmp_path, reader):
    def paste(page):
        box = [
            pymupdf.Rect(c["bbox"])
            for b in page.get_text("rawdict")["blocks"]
            for line in b["lines"]
            for s in line["spans"]
            for i, c in enumerate(s["chars"])
            if "".join(x["c"] for x in s["chars"]).startswith("专利号") and c["c"] == "9"
        ][0]
        inner = pymupdf.Rect(box.x0, box.y0 + 2, box.x1, box.y1 - 4)
        page.draw_rect(inner, color=(1, 1, 1), fill=(1, 1, 1))
        glyph = pymupdf.open()
        sheet = glyph.new_page(width=box.width, height=box.height)
        sheet.insert_text((0, box.height * 0.82), "3", fontname="china-s", fontsize=16)
        page.insert_image(inner, pixmap=sheet.get_pixmap(dpi=300, clip=pymupdf.Rect(0, 2, box.width, box.height - 4)))

    page = read(draw(tmp_path / "a.pdf", change=paste), reader)
    assert mismatch(page)
    assert not by_layer(page)


def test_actual_text_is_not_what_stands_on_the_page(tmp_path, reader):
    path = draw(tmp_path / "a.pdf")
    document = pymupdf.open(path)
    xref = document[0].get_contents()[2]
    body = document.xref_stream(xref)
    lie = b"/Span <</ActualText <FEFF" + "专利号：ZL 2010 1 0000000.0".encode("utf-16-be").hex().encode() + b">>> BDC\n"
    document.update_stream(xref, lie + body + b"\nEMC")
    document.save(tmp_path / "b.pdf")
    text = text_of(read(tmp_path / "b.pdf", reader))
    assert "ZL201810288982.7" in text and "0000000" not in text


def test_lines_that_only_the_picture_has_are_not_lost(tmp_path, reader):
    def add(page):
        page.insert_image(pymupdf.Rect(80, 500, 420, 526), pixmap=picture_of("专利权人：杭州西溪云图软件有限公司"))

    page = read(draw(tmp_path / "a.pdf", PAPER[:3], change=add), reader)
    assert "杭州西溪云图软件有限公司" in text_of(page)
    assert "专利权人" in mismatch(page)


def test_a_download_footer_does_not_speak_for_the_drawing_above_it(tmp_path, reader):
    def trace(page):  # glyphs as outlines: ink without text
        source = pymupdf.open(draw(tmp_path / "source.pdf"))
        svg = pymupdf.open("svg", source[0].get_svg_image(text_as_path=True).encode())
        page.show_pdf_page(page.rect, pymupdf.open("pdf", svg.convert_to_pdf()))

    page = read(draw(tmp_path / "a.pdf", ("下载自标准文库 www.example.com 免费下载",), change=trace), reader)
    assert "宁波甬江数智科技股份有限公司" in text_of(page)
    assert mismatch(page)


def test_a_layer_about_something_else_over_a_scan_is_told(tmp_path, reader):
    pixmap = pymupdf.open(draw(tmp_path / "a.pdf"))[0].get_pixmap(dpi=150)
    document = pymupdf.open()
    page = document.new_page(width=595, height=842)
    page.insert_image(page.rect, pixmap=pixmap)
    page.insert_text((80, 150), "浙江省科学技术进步奖一等奖 获奖单位与主要完成人名单", fontname="china-s", render_mode=3)
    document.save(tmp_path / "b.pdf")
    read_page = read(tmp_path / "b.pdf", reader)
    assert "ZL201810288982.7" in text_of(read_page) and "一等奖" not in text_of(read_page)
    assert "不是同一内容" in mismatch(read_page)


def test_a_scan_with_its_own_ocr_layer_is_read_without_complaint(tmp_path, reader):
    pixmap = pymupdf.open(draw(tmp_path / "a.pdf"))[0].get_pixmap(dpi=150)
    document = pymupdf.open()
    page = document.new_page(width=595, height=842)
    page.insert_image(page.rect, pixmap=pixmap)
    for n, text in enumerate(PAPER):
        page.insert_text((80, 150 + 50 * n), text, fontname="china-s", fontsize=16, render_mode=3)
    document.save(tmp_path / "b.pdf")
    assert not read(tmp_path / "b.pdf", reader).problems


def test_a_page_of_hidden_words_only_is_blank(tmp_path, reader):
    def hide(page):
        for n in range(6):
            page.insert_text((80, 100 + 40 * n), "有效发明专利证书共九十九件", fontname="china-s", color=(1, 1, 1))

    page = read(draw(tmp_path / "a.pdf", (), change=hide), reader)
    assert page.state is PageState.BLANK
    assert mismatch(page)


def test_black_stamp_free_seal_over_text_is_no_lie(tmp_path, reader):
    def stamp(page):
        for radius, width in ((60, 4), (20, 14)):
            page.draw_circle((330, 345), radius, color=(0.85, 0.1, 0.1), width=width, overlay=False)

    page = read(draw(tmp_path / "a.pdf", change=stamp), reader)
    assert by_layer(page) and not page.problems


def test_a_turned_page_has_its_text_where_it_is_displayed(tmp_path, reader):
    path = draw(tmp_path / "a.pdf")
    document = pymupdf.open(path)
    document[0].set_rotation(90)
    document.save(tmp_path / "b.pdf")
    page = read(tmp_path / "b.pdf", reader)
    assert "ZL201810288982.7" in text_of(page)
    assert page.rotation == 90 and page.width > page.height
