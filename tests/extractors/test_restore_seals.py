"""Seals: found in red and in blue, lifted off the text, and read, however they were put there."""

from random import Random

import cv2
import numpy as np
import pymupdf
import pytest

from api.example.damage import BLUE, stamped, stamped_square
from api.example.scan import pixels_of
from api.example.seals import faded, seal
from extractors.codec import decode, encode
from extractors.exhibits import find_exhibits
from extractors.layout import script_of
from extractors.looking import look, read_picture
from extractors.ocr.rapidocr import RapidReader
from extractors.page import Page
from extractors.readers.base import Sheet
from extractors.readers.catalog import open_source
from extractors.restore.restoring import Steps
from extractors.restore.seals import find_seals, without_seals

HOLDER = "宁波甬江数智科技股份有限公司"
A4 = Sheet(1, 595.0, 842.0)


@pytest.fixture(scope="module")
def reader() -> RapidReader:
    return RapidReader()


def drawn(*rows: str) -> pymupdf.Page:
    page = pymupdf.open().new_page(width=595, height=842)
    for n, text in enumerate(rows):
        page.insert_text((70, 150 + 40 * n), text, fontname="china-s", fontsize=16)
    return page


def stamp_at(page: pymupdf.Page, x: float, y: float, png: bytes, side: float = 113, turn: float = 0) -> None:
    if turn:
        image = cv2.imdecode(np.frombuffer(png, np.uint8), cv2.IMREAD_UNCHANGED)
        assert image is not None
        middle = image.shape[1] / 2
        matrix = cv2.getRotationMatrix2D((middle, middle), turn, 1.0)
        image = cv2.warpAffine(image, matrix, image.shape[1::-1])
        png = cv2.imencode(".png", image)[1].tobytes()
    page.insert_image(pymupdf.Rect(x, y, x + side, y + side), stream=png)


def picture_of(page: pymupdf.Page, dpi: int = 150) -> np.ndarray:
    return np.ascontiguousarray(pixels_of(page, dpi)[:, :, ::-1])


@pytest.mark.parametrize(("colour", "turn"), [("red", 0), ("red", 20), ("red", -100), ("blue", 0), ("blue", 180)])
def test_name_and_purpose_are_read_however_the_seal_was_turned(reader, colour, turn):
    page = drawn("证明", "兹证明该公司的软件已经登记。", "登记日期：2021年06月01日", "登记机关：宁波市科学技术局")
    ink = {"colour": BLUE} if colour == "blue" else {}
    stamp_at(page, 300, 500, seal(HOLDER, "财务专用章", **ink), turn=turn)
    read = read_picture(picture_of(page), A4, reader)
    (found,) = read.seals
    assert (found.text, found.colour) == (HOLDER, colour)
    assert found.purpose == "财务专用章"
    assert abs(found.box.x0 - 302) < 6 and abs(found.box.y1 - 610) < 6
    assert decode(encode(read)).seals[0].text == HOLDER


def test_seal_on_a_page_that_lies_on_its_side_is_boxed_where_it_is_displayed(reader):
    page = drawn("高新技术企业证书", "企业名称：宁波甬江数智科技股份有限公司", "证书编号：GR202033100123", "有效期：三年")
    stamp_at(page, 400, 600, seal("宁波市科学技术局"))
    picture = np.ascontiguousarray(np.rot90(picture_of(page)))  # counter-clockwise: to be turned by 90
    read = read_picture(picture, Sheet(1, 842.0, 595.0), reader)
    assert read.turn == 90
    assert read.seals[0].text == "宁波市科学技术局"
    box = read.displayed(read.seals[0].box)
    assert abs(box.x0 - 602) < 8 and abs(box.y0 - (595 - 513)) < 8


@pytest.mark.parametrize("stamp", [stamped, stamped_square])
def test_text_under_a_blue_stamp_is_read(reader, stamp):
    rows = [f"第{n}条　专利权人{HOLDER}拥有第{n}项有效发明专利" for n in range(1, 13)]
    pixels = pixels_of(drawn(*rows), 150)
    chance = Random(4)
    pixels = stamp(pixels, HOLDER, chance) if stamp is stamped else stamp(pixels, ("与原件核对一致", "复印无效"), chance)
    picture = np.ascontiguousarray(pixels[:, :, ::-1])
    found = find_seals(picture)
    assert [seal.colour for seal in found] == ["blue"]
    text = script_of([read_picture(picture, A4, reader)]).text.replace("\t", "")
    assert text.count(HOLDER) == 12
    lifted = without_seals(picture, found)
    part = lifted[found[0].y0 : found[0].y1, found[0].x0 : found[0].x1].astype(int)
    assert (part.max(axis=2) - part.min(axis=2)).max() < 60


def test_framed_stamp_is_read_in_rows(reader):
    pixels = stamped_square(pixels_of(drawn("营业执照"), 150), ("与原件核对一致", "复印无效"), Random(2))
    page = read_picture(np.ascontiguousarray(pixels[:, :, ::-1]), A4, reader)
    assert [seal.text for seal in page.seals] == ["与原件核对一致复印无效"]


def test_red_title_blue_heading_and_a_red_letter_are_no_seals():
    page = pymupdf.open().new_page(width=595, height=842)
    page.insert_text((70, 200), "荣誉证书", fontname="china-s", fontsize=80, color=(0.85, 0.1, 0.1))
    page.insert_text((70, 400), "国家标准", fontname="china-s", fontsize=60, color=(0.1, 0.2, 0.8))
    page.draw_rect(pymupdf.Rect(60, 500, 500, 540), color=(0.1, 0.2, 0.8), fill=(0.1, 0.2, 0.8))
    for shown in (picture_of(page), picture_of(page, 72)):
        assert find_seals(shown) == []


def test_pale_seal_is_not_made_up(reader):
    page = drawn("证明", "兹证明该公司的软件已经登记。")
    stamp_at(page, 300, 500, faded(seal("宁波市科学技术局"), 0.12))
    read = read_picture(picture_of(page), A4, reader)
    assert all(seal.text in ("", "宁波市科学技术局") for seal in read.seals)


def test_exhibit_says_who_sealed_it_and_where(reader):
    page = drawn("高新技术企业证书", f"企业名称：{HOLDER}", "证书编号：GR202033100123", "有效期：三年")
    stamp_at(page, 100, 600, seal("宁波市科学技术局"))
    stamp_at(page, 320, 600, seal("宁波市财政局"))
    (exhibit,), _ = find_exhibits("a.pdf", "0" * 64, [read_picture(picture_of(page), A4, reader)])
    fact = exhibit.fact("sealed_by")
    assert fact is not None
    assert fact.value == "宁波市科学技术局;宁波市财政局"
    assert [round(place.box.x0 / 10) for place in fact.places] == [10, 32]


def test_letters_round_a_seal_of_a_digital_page_are_its_name(tmp_path):
    page = drawn("软件产品登记证明", "兹证明下列软件已经登记，登记号为二〇二一第八号。")
    middle, name = pymupdf.Point(400, 600), "宁波市科学技术局"
    for n, char in enumerate(name):
        angle = (n - (len(name) - 1) / 2) * 30
        at = middle + pymupdf.Point(0, -45) * pymupdf.Matrix(angle)
        writer = pymupdf.TextWriter(page.rect, color=(0.8, 0.1, 0.1))
        writer.append(at - (7, -5), char, font=pymupdf.Font("china-s"), fontsize=14)
        writer.write_text(page, morph=(at, pymupdf.Matrix(-angle)))
    page.parent.save(tmp_path / "a.pdf")
    source = open_source(tmp_path / "a.pdf")
    read = look(source, source.sheets()[0], RapidReader())
    assert read.lines[0].origin == "text"
    (found,) = read.seals
    assert (found.text, found.colour) == (name, "red")
    assert found.box.x0 < 360 and found.box.x1 > 440 and found.box.y0 < 560


def test_picture_of_a_seal_on_a_digital_page_is_read(tmp_path, reader):
    page = drawn("软件产品登记证明", f"兹证明{HOLDER}的软件已经登记。")
    stamp_at(page, 380, 520, seal("宁波市科学技术局"))
    page.parent.save(tmp_path / "a.pdf")
    source = open_source(tmp_path / "a.pdf")
    read = look(source, source.sheets()[0], reader)
    assert read.lines[0].origin == "text"
    assert [seal.text for seal in read.seals] == ["宁波市科学技术局"]


def test_the_same_seal_is_read_the_same_every_time(reader):
    page = drawn("证明", "兹证明该公司的软件已经登记。")
    stamp_at(page, 300, 500, seal(HOLDER, "合同专用章"), turn=33)
    picture = picture_of(page)
    assert read_picture(picture, A4, reader) == read_picture(picture.copy(), A4, RapidReader())


def test_without_the_step_no_seal_is_told(reader):
    page = drawn("证明", "兹证明该公司的软件已经登记。")
    stamp_at(page, 300, 500, seal(HOLDER))
    read: Page = read_picture(picture_of(page), A4, reader, Steps(seals=False))
    assert read.seals == ()
