"""What was learnt about a file's fonts and seals spares work on its later pages, and hides nothing there."""

import math

import pymupdf
import pytest

from extractors.cache import ReadingCache
from extractors.files import gather
from extractors.learnt import Learnt
from extractors.looking import look
from extractors.ocr.rapidocr import RapidReader
from extractors.page import TEXT
from extractors.pool import ReadingPool
from extractors.readers.catalog import open_source
from extractors.reading import begin_reading, read_some

WORDS = ("发明专利证书", "专利号：ZL 2018 1 0299992.7", "专利权人：宁波甬江数智科技股份有限公司")
NAME = "宁波甬江数智科技股份有限公司"


class Counting(RapidReader):
    """A reader that counts the pixels it was given."""

    def __init__(self):
        super().__init__()
        self.width = 0

    def line(self, strip, alphabet=""):
        self.width += strip.shape[1]
        return super().line(strip, alphabet)


@pytest.fixture(scope="module")
def reader() -> Counting:
    return Counting()


def write(page, words=WORDS, font="china-s"):
    for n, text in enumerate(words):
        page.insert_text((80, 150 + 50 * n), text, fontname=font, fontsize=16)


def in_a_font(text: str, says: dict[str, str]) -> pymupdf.Document:
    """A page in an embedded font whose /ToUnicode says another character of some of its glyphs."""
    document = pymupdf.open()
    page = document.new_page(width=595, height=842)
    page.insert_font("F0", fontbuffer=pymupdf.Font("cjk").buffer)
    write(page, (*WORDS, text), "F0")
    document = pymupdf.open("pdf", document.tobytes())
    mapped = b"<0001> <005f> <0020>"
    for xref in range(1, document.xref_length()):
        stream = document.xref_stream(xref) if document.xref_is_stream(xref) else b""
        if b"begincmap" in stream and mapped in stream:
            chars = [says.get(chr(code), chr(code)) for code in range(0x20, 0x7F)]
            listed = " ".join(f"<{ord(c):04x}>" for c in chars).encode()
            document.update_stream(xref, stream.replace(mapped, b"<0001> <005f> [" + listed + b"]"))
    return document


def seal(name: str) -> pymupdf.Pixmap:
    """A round seal as a picture of its own."""
    document = pymupdf.open()
    page = document.new_page(width=160, height=160)
    red, font = (0.85, 0.1, 0.1), pymupdf.Font("china-s")
    page.draw_circle((80, 80), 74, color=red, width=4)
    for n, char in enumerate(name):
        angle = math.radians(-90 + (n - (len(name) - 1) / 2) * 260 / len(name))
        at = pymupdf.Point(80 + 54 * math.cos(angle), 80 + 54 * math.sin(angle))
        writer = pymupdf.TextWriter(page.rect)
        writer.append(at + (-9, 7), char, font=font, fontsize=18)
        writer.write_text(page, color=red, morph=(at, pymupdf.Matrix(-math.degrees(angle) - 90)))
    return page.get_pixmap(dpi=220)


def pages_of(path, reader, learnt):
    source = open_source(path)
    return [look(source, sheet, reader, learnt) for sheet in source.sheets()]


def test_what_was_proved_is_not_read_again_and_the_facts_are_those_of_a_page_alone(tmp_path, reader):
    document = pymupdf.open()
    for _ in range(3):
        write(document.new_page(width=595, height=842))
    document.save(tmp_path / "a.pdf")
    source, learnt, widths, read = open_source(tmp_path / "a.pdf"), Learnt(), [], []
    for sheet in source.sheets():
        before = reader.width
        read.append(look(source, sheet, reader, learnt))
        widths.append(reader.width - before)
    assert widths[0] > 0 == widths[1] == widths[2]
    for sheet, page in zip(source.sheets(), read, strict=True):
        assert page == look(source, sheet, reader)


def test_a_second_font_that_lies_is_found_behind_pages_of_the_same_font_that_do_not(tmp_path, reader):
    """The same name, the same characters: one page's font says 8 where it draws 3."""
    document = pymupdf.open()
    for tax, says in (("8871.05", {}), ("3371.05", {"3": "8"}), ("8871.05", {})):
        document.insert_pdf(in_a_font(f"实缴税额：{tax}万元", says))
    document.save(tmp_path / "a.pdf")
    source = open_source(tmp_path / "a.pdf")
    said = ["".join(line.text for line in source.text_layer(n).lines) for n in (1, 2, 3)]
    assert said[0] == said[1] == said[2] and "8871.05" in said[0]
    read = pages_of(tmp_path / "a.pdf", reader, Learnt())
    assert [any(p.code == "TEXT_LAYER_MISMATCH" for p in page.problems) for page in read] == [False, True, False]
    assert "3371.05" in "".join(line.text for line in read[1].lines)


def test_a_seal_is_read_once_a_file_and_another_name_in_its_ring_is_not_taken_for_it(tmp_path, reader):
    document = pymupdf.open()
    names = (NAME, NAME, "宁波甬江数智科技股份有限集团")
    pictures = {name: seal(name) for name in names}
    for number, name in enumerate(names):
        page = document.new_page(width=595, height=842)
        write(page)
        page.insert_image(pymupdf.Rect(360, 540 + 7 * number, 480, 660 + 7 * number), pixmap=pictures[name])
        page.insert_text((380, 610 + number), "2022年04月15日", fontname="china-s", fontsize=14)
    document.save(tmp_path / "a.pdf")
    learnt = Learnt()
    read = pages_of(tmp_path / "a.pdf", reader, learnt)
    assert [page.seals[0].text for page in read] == list(names)
    assert len(learnt.seals) == 2


def test_a_seal_read_in_one_file_is_known_in_the_others_of_a_reading(tmp_path):
    picture = seal(NAME)
    for number in range(2):
        document = pymupdf.open()
        page = document.new_page(width=595, height=842)
        write(page)
        page.insert_image(pymupdf.Rect(360, 540, 480, 660), pixmap=picture)
        document.save(tmp_path / f"{number}.pdf")
    with ReadingPool(1) as pool:
        jobs = begin_reading(gather([tmp_path]), pool, ReadingCache(None), "1")
        for job in jobs:
            list(read_some([(job, job.sheets[0])], pool, ReadingCache(None), "1", "rapidocr"))
            assert job.pages[1].seals[0].text == NAME
        assert jobs[0].learnt.seals is jobs[1].learnt.seals and len(jobs[0].learnt.seals) == 1


def test_a_seal_that_is_painted_over_is_read_as_the_page_shows_it(tmp_path, reader):
    document = pymupdf.open()
    picture = seal(NAME)
    for number in range(2):
        page = document.new_page(width=595, height=842)
        write(page)
        page.insert_image(pymupdf.Rect(360, 540, 480, 660), pixmap=picture)
        if number:
            page.draw_rect(pymupdf.Rect(360, 540, 421, 600), color=(1, 1, 1), fill=(1, 1, 1))
    document.save(tmp_path / "a.pdf")
    whole, painted = pages_of(tmp_path / "a.pdf", reader, Learnt())
    assert whole.seals[0].text == NAME
    assert not painted.seals or painted.seals[0].text != NAME


def test_a_heading_alone_on_its_page_is_believed_and_a_drawing_beside_it_is_looked_at(tmp_path, reader):
    document = pymupdf.open()
    for drawn in (False, True):
        page = document.new_page(width=595, height=842)
        page.insert_text((150, 300), "一、基础", fontname="china-s", fontsize=28)
        if drawn:
            page.draw_rect(pymupdf.Rect(100, 400, 200, 500), color=(0, 0, 0), width=2)
    document.save(tmp_path / "a.pdf")
    alone, beside = pages_of(tmp_path / "a.pdf", reader, Learnt())
    assert [line.origin for line in alone.lines] == [TEXT]
    assert beside.lines and all(line.origin != TEXT for line in beside.lines)
