"""The second look with real engines on drawn scans: the strip comes upright whatever the page did."""

import shutil

import pymupdf
import pytest

from extractors.files import gather
from extractors.guard.doubting import Doubt
from extractors.guard.glancing import glances
from extractors.guard.grammar import grammar_named
from extractors.layout import script_of
from extractors.looking import look
from extractors.ocr.rapidocr import RapidReader
from extractors.ocr.tesseract import TesseractReader
from extractors.readers.catalog import open_source
from extractors.readers.part import Closer
from extractors.recall import read_files
from extractors.settings import ReadingSettings

ROWS = (
    "发明专利证书",
    "发明名称：一种数控机床的数据采集方法",
    "专利号：ZL 2018 1 0288982.7",
    "专利申请日：2018年04月03日",
    "专利权人：宁波甬江数智科技股份有限公司",
    "授权公告日：2020年02月21日",
)


def scan(path, rows=ROWS, *, turn=0.0, seal=False):
    """A page of rows as a picture of itself at 144 dpi, turned clockwise; a red seal may lie on the number."""
    document = pymupdf.open()
    page = document.new_page(width=595, height=842)
    for n, text in enumerate(rows):
        page.insert_text((90, 150 + 50 * n), text, fontname="china-s", fontsize=16)
    if seal:
        page.draw_circle((230, 250), 55, color=(0.85, 0.1, 0.1), width=4)
    pixmap = page.get_pixmap(matrix=pymupdf.Matrix(2, 2).prerotate(turn))
    if path.suffix == ".png":
        pixmap.set_dpi(144, 144)
        pixmap.save(path)
        return path
    paper = pymupdf.open()
    sheet = paper.new_page(width=pixmap.width / 2, height=pixmap.height / 2)
    sheet.insert_image(sheet.rect, pixmap=pixmap)
    paper.save(path)
    return path


@pytest.fixture(scope="module")
def reader():
    return RapidReader()


def doubt_about(page, text, grammar="patent_number"):
    """The doubt about a stretch of a page that was read."""
    script = script_of([page])
    start = script.text.index(text)
    frame = script.places(start, start + len(text))[0].frame
    assert frame is not None
    margin = type(frame)(frame.x0 - 8, frame.y0 - 3, frame.x1 + 8, frame.y1 + 3)
    return Doubt("d1", "number", 1, frame, page.corners(margin), grammar)


@pytest.mark.parametrize(("name", "turn"), [("a.pdf", 0), ("a.pdf", 90), ("a.pdf", 182), ("a.png", 0), ("a.png", 270)])
def test_the_strip_of_a_turned_or_skewed_page_is_read_upright(tmp_path, reader, name, turn):
    source = open_source(scan(tmp_path / name, turn=turn))
    page = look(source, source.sheets()[0], reader)
    (glance,) = glances(source, doubt_about(page, "ZL201810288982.7"), [reader])
    assert grammar_named("patent_number").read(glance.text) == "2018102889827"
    assert isinstance(source, Closer)


def test_a_seal_over_the_number_is_looked_through(tmp_path, reader):
    plain, sealed = (open_source(scan(tmp_path / f"{n}.pdf", seal=n == 1)) for n in (0, 1))
    asked = doubt_about(look(plain, plain.sheets()[0], reader), "ZL201810288982.7")
    (glance,) = glances(sealed, asked, [reader])
    assert grammar_named("patent_number").read(glance.text) == "2018102889827"


@pytest.mark.tesseract
@pytest.mark.skipif(shutil.which("tesseract") is None, reason="tesseract is not installed")
def test_the_second_reader_sees_only_what_a_number_is_written_with(tmp_path, reader):
    source = open_source(scan(tmp_path / "a.pdf"))
    page = look(source, source.sheets()[0], reader)
    (glance,) = glances(source, doubt_about(page, "ZL201810288982.7"), [TesseractReader()])
    assert glance.reader == "tesseract"
    assert grammar_named("patent_number").read(glance.text) == "2018102889827"
    assert len(glance.confidences) == len(glance.text)


def test_a_wrong_number_stays_as_printed_and_flagged_and_is_looked_at_once(tmp_path):
    rows = [row.replace("0288982.7", "0288982.3") for row in ROWS]
    files = gather([scan(tmp_path / "a.pdf", rows)])
    settings = ReadingSettings(workers=1, cache=tmp_path / "cache.db")
    first = read_files(files, settings)
    fact = first[0].exhibits[0].fact("number")
    assert (fact.value, fact.flags) == ("2018102889823", ("NUMBER_CHECK_FAIL",))
    assert "0288982.3" in fact.quote
    assert read_files(files, settings) == first
