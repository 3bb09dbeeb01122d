"""Pixels in, pages out: real engines on pages drawn here."""

import shutil
from pathlib import Path

import numpy as np
import pymupdf
import pytest

from extractors.errors import EngineMissing
from extractors.files import gather
from extractors.layout import script_of
from extractors.looking import look, without_ink
from extractors.ocr.catalog import reader_named
from extractors.ocr.rapidocr import RapidReader, turned
from extractors.page import PageState
from extractors.readers.catalog import open_source
from extractors.recall import read_files
from extractors.restore.seals import find_seals, without_seals
from extractors.settings import ReadingSettings, Step

TEXT = ("发明专利证书", "专利号：ZL201810288982.7", "专利权人：宁波甬江数智科技股份有限公司", "授权公告日：2020年02月24日")

RED = (0.85, 0.1, 0.1)


def draw(path: Path, *, turn: int = 0, seal: bool = False, as_scan: bool = True, skew: float = 0.0) -> Path:
    """A one-page PDF; as a scan it is a picture of itself, turned clockwise and skewed."""
    document = pymupdf.open()
    page = document.new_page(width=595, height=842)
    if seal:  # ink on ink darkens: the stroke beneath stays as black as it was
        for radius, width in ((60, 4), (20, 14)):
            page.draw_circle((330, 265), radius, color=RED, width=width)
    for n, text in enumerate(TEXT):
        page.insert_text((90, 150 + 60 * n), text, fontname="china-s", fontsize=20)
    if not as_scan:
        document.save(path)
        return path
    pixmap = page.get_pixmap(matrix=pymupdf.Matrix(2, 2).prerotate(turn + skew))
    scan = pymupdf.open()
    sheet = scan.new_page(width=pixmap.width / 2, height=pixmap.height / 2)
    sheet.insert_image(sheet.rect, pixmap=pixmap)
    scan.save(path)
    return path


@pytest.fixture(scope="module")
def reader() -> RapidReader:
    return RapidReader()


def read(path, reader):
    source = open_source(path)
    return look(source, source.sheets()[0], reader)


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_turned_scan_is_read_upright_and_its_boxes_stay_on_the_displayed_page(tmp_path, reader, turn):
    page = read(draw(tmp_path / "a.pdf", turn=turn), reader)
    script = script_of([page])
    assert page.turn == (360 - turn) % 360
    assert "ZL201810288982.7" in script.text
    assert "宁波甬江数智科技股份有限公司" in script.text
    start = script.text.index("ZL2018")
    (place,) = script.places(start, start + 16)
    wide = place.box.width > place.box.height
    assert wide == (turn in (0, 180))
    # The number stands in the upper part of the paper: left or right edge of a page lying on its side.
    middle = {0: place.box.y0 / page.height, 180: 1 - place.box.y1 / page.height}
    middle |= {90: 1 - place.box.x1 / page.width, 270: place.box.x0 / page.width}
    assert middle[turn] == pytest.approx(0.235, abs=0.05)


def test_skewed_scan_is_straightened_into_rows(tmp_path, reader):
    page = read(draw(tmp_path / "a.pdf", skew=2.5), reader)
    assert abs(abs(page.skew) - 2.5) < 0.5
    assert "专利号:ZL201810288982.7\n" in script_of([page]).text


def test_red_seal_does_not_swallow_the_text_beneath(tmp_path, reader):
    page = read(draw(tmp_path / "a.pdf", seal=True), reader)
    assert "专利权人:宁波甬江数智科技股份有限公司" in script_of([page]).text.replace("\t", "")


def test_seal_is_found_and_a_red_title_is_none():
    picture = np.full((1400, 1000, 3), 255, np.uint8)
    yy, xx = np.mgrid[0:1400, 0:1000]
    away = np.hypot(yy - 900, xx - 600)
    picture[(away < 110) & (away > 96)] = (215, 30, 30)
    picture[100:150, 200:800] = (215, 30, 30)
    seals = find_seals(picture)
    assert len(seals) == 1
    x0, y1 = seals[0].x0, seals[0].y1
    assert abs(x0 - 490) < 12 and abs(y1 - 1010) < 12
    clean = without_seals(picture, seals)
    assert without_ink(clean[700:])
    assert (clean[120, 500] == (215, 30, 30)).all()


def test_text_layer_of_a_digital_page_is_taken_without_reading_its_picture(tmp_path):
    class StripsOnly(RapidReader):
        def turn(self, picture):
            raise AssertionError("the text layer should do")

        read = turn

    page = read(draw(tmp_path / "a.pdf", as_scan=False), StripsOnly())
    assert page.lines[0].origin == "text"
    assert "专利号:ZL201810288982.7" in script_of([page]).text.replace("\t", "")


def test_hidden_and_white_words_of_a_text_layer_are_not_read(tmp_path, reader):
    document = pymupdf.open(draw(tmp_path / "a.pdf", as_scan=False))
    document[0].insert_text((90, 500), "有效发明专利99件", fontname="china-s", color=(1, 1, 1))
    document[0].insert_text((90, 540), "特等奖", fontname="china-s", fontsize=1)
    document.save(tmp_path / "b.pdf")
    text = script_of([read(tmp_path / "b.pdf", reader)]).text
    assert "99件" not in text and "特等奖" not in text
    assert "发明专利证书" in text


def test_layer_over_a_scan_is_not_believed(tmp_path, reader):
    document = pymupdf.open(draw(tmp_path / "a.pdf"))
    document[0].insert_text((90, 700), "国家科学技术进步奖特等奖证书", fontname="china-s", render_mode=3)
    document.save(tmp_path / "b.pdf")
    text = script_of([read(tmp_path / "b.pdf", reader)]).text
    assert "特等奖" not in text
    assert "发明专利证书" in text


def test_blank_page_is_blank_and_not_unreadable(tmp_path, reader):
    document = pymupdf.open()
    document.new_page()
    document.save(tmp_path / "a.pdf")
    assert read(tmp_path / "a.pdf", reader).state is PageState.BLANK


def test_huge_sheet_is_rendered_within_bounds(tmp_path):
    document = pymupdf.open()
    document.new_page(width=2480, height=3508)
    document.save(tmp_path / "a.pdf")
    picture = open_source(tmp_path / "a.pdf").picture(1)
    assert picture.shape[0] * picture.shape[1] <= 4_700_000


def test_turning_four_times_is_not_turning():
    picture = np.arange(24, dtype=np.uint8).reshape(2, 4, 3)
    assert (turned(turned(turned(turned(picture, 90), 90), 90), 90) == picture).all()


def test_tesseract_reads_the_same_page(tmp_path):
    if shutil.which("tesseract") is None:
        pytest.skip("tesseract is not installed")
    page = read(draw(tmp_path / "a.pdf"), reader_named("tesseract"))
    assert "ZL201810288982" in script_of([page]).text.replace("\t", "")
    assert all(line.origin == "tesseract" for line in page.lines)


def test_unknown_reader_is_told_with_the_ones_there_are():
    with pytest.raises(EngineMissing, match="rapidocr、tesseract"):
        reader_named("abbyy")


def test_second_run_reads_nothing_again_and_says_the_same(tmp_path):
    draw(tmp_path / "in.pdf")
    settings = ReadingSettings(workers=1, cache=tmp_path / "cache.db")
    steps: list[Step] = []
    first = read_files(gather([tmp_path / "in.pdf"]), settings)
    second = read_files(gather([tmp_path / "in.pdf"]), settings, steps.append)
    assert first == second
    assert steps == [Step(1, 1)]
    assert first[0].exhibits[0].type == "invention_patent_certificate"


def test_every_bad_file_has_a_named_state_and_the_rest_goes_on(tmp_path):
    draw(tmp_path / "good.pdf")
    (tmp_path / "empty.pdf").touch()
    (tmp_path / "text.pdf").write_text("hello")
    (tmp_path / "cut.pdf").write_bytes((tmp_path / "good.pdf").read_bytes()[:900])
    (tmp_path / "picture.jpg").write_bytes(b"not a picture")
    (tmp_path / "notes.xyz").write_text("?")
    locked = pymupdf.open(tmp_path / "good.pdf")
    locked.save(tmp_path / "locked.pdf", encryption=pymupdf.PDF_ENCRYPT_AES_256, user_pw="x", owner_pw="y")  # type: ignore[attr-defined]
    readings = {r.file: r for r in read_files(gather([tmp_path]), ReadingSettings(workers=1))}
    assert {name: r.state for name, r in readings.items()} == {
        "good.pdf": "read",
        "empty.pdf": "empty",
        "text.pdf": "not_what_it_says",
        "cut.pdf": readings["cut.pdf"].state,
        "picture.jpg": "not_what_it_says",
        "notes.xyz": "unsupported",
        "locked.pdf": "encrypted",
    }
    assert readings["cut.pdf"].state == "damaged"
    assert all(r.problems for name, r in readings.items() if name != "good.pdf")
    assert len(readings["good.pdf"].exhibits) == 1
