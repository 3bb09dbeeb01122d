"""QR codes and bar codes on drawn papers: found, decoded, boxed where they stand, never followed."""

import cv2
import numpy as np
import pymupdf
import pytest
import zxingcpp

from extractors.codec import decode, encode
from extractors.codes import find_codes
from extractors.geometry import Box
from extractors.looking import look
from extractors.ocr.rapidocr import RapidReader
from extractors.page import Code, Page
from extractors.readers.base import Sheet
from extractors.readers.catalog import open_source

SAYS = "https://epub.example.invalid/cred/CN108752199B"


def drawn(text: str, format_=zxingcpp.BarcodeFormat.QRCode, scale: int = 4):
    barcode = zxingcpp.create_barcode(text, format_)
    return np.asarray(barcode.to_image(scale=scale, add_quiet_zones=True))


def paper(*placed, width=1653, height=2339):
    """An A4 page at 200 dpi; each placed thing is (x, y, grey pixels)."""
    page = np.full((height, width), 245, np.uint8)
    for x, y, pixels in placed:
        page[y : y + pixels.shape[0], x : x + pixels.shape[1]] = pixels
    return cv2.cvtColor(page, cv2.COLOR_GRAY2RGB)


SHEET = Sheet(1, 595.0, 842.0)


def test_a_square_code_says_its_text_and_lies_where_it_was_drawn():
    (code,) = find_codes(paper((1200, 300, drawn(SAYS))), SHEET)
    assert code.text == SAYS
    assert code.format == "QR Code"
    assert 432 <= code.box.x0 < 450 and 108 <= code.box.y0 < 126
    assert 35 < code.box.width < 65


def test_codes_come_from_top_to_bottom_and_a_page_without_any_has_none():
    bars = drawn("2021SR0970846", zxingcpp.BarcodeFormat.Code128, 2)
    found = find_codes(paper((200, 1800, drawn(SAYS)), (300, 400, bars)), SHEET)
    assert [code.text for code in found] == ["2021SR0970846", SAYS]
    assert find_codes(paper(), SHEET) == ()


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_on_a_turned_page_boxes_are_those_of_the_page_as_displayed(turn):
    upright = paper((1200, 300, drawn("2021SR0970846", zxingcpp.BarcodeFormat.Code128, 2)))
    displayed = np.ascontiguousarray(np.rot90(upright, turn // 90))  # a clockwise turn sets it upright
    sheet = SHEET if turn == 180 else Sheet(1, 842.0, 595.0)
    (code,) = find_codes(displayed, sheet, turn)
    middle = ((code.box.x0 + code.box.x1) / 2 / sheet.width, (code.box.y0 + code.box.y1) / 2 / sheet.height)
    wanted = {90: (0.145, 0.2), 180: (0.2, 0.855), 270: (0.855, 0.8)}[turn]
    assert middle == pytest.approx(wanted, abs=0.07)


def test_a_small_blurred_code_is_looked_at_again_larger():
    small = cv2.resize(paper((1200, 300, drawn(SAYS, scale=5))), None, fx=0.33, fy=0.33, interpolation=cv2.INTER_AREA)
    assert [code.text for code in find_codes(np.asarray(small, np.uint8), SHEET)] == [SAYS]


def test_codes_of_a_digital_page_are_seen_and_survive_the_cache(tmp_path):
    document = pymupdf.open()
    page = document.new_page(width=595, height=842)
    page.insert_text((90, 300), "专利号：ZL 2018 1 0288982.7，授权公告号如图", fontname="china-s", fontsize=12)
    png = cv2.imencode(".png", drawn(SAYS))[1].tobytes()
    page.insert_image(pymupdf.Rect(430, 90, 500, 160), stream=png)
    document.save(tmp_path / "a.pdf")
    source = open_source(tmp_path / "a.pdf")
    read = look(source, source.sheets()[0], RapidReader())
    assert [code.text for code in read.codes] == [SAYS]
    assert decode(encode(read)).codes == read.codes


def test_codec_keeps_every_part_of_a_code():
    page = Page(1, 10, 10, codes=(Code("a\nb", "Code 128", Box(1.0, 2.5, 3.0, 4.0)),))
    assert decode(encode(page)) == page


def test_a_small_picture_on_a_digital_page_is_looked_at_closer(tmp_path):
    says = SAYS + "/" + "8" * 60
    document = pymupdf.open()
    page = document.new_page()
    for n in range(6):
        page.insert_text((72, 200 + 20 * n), f"Certificate of registration, line {n} of six", fontsize=11)
    pixels = cv2.cvtColor(drawn(says, scale=8), cv2.COLOR_GRAY2RGB)
    page.insert_image(pymupdf.Rect(400, 80, 422, 102), stream=cv2.imencode(".png", pixels)[1].tobytes())
    document.save(tmp_path / "small.pdf")
    source = open_source(tmp_path / "small.pdf")
    (sheet,) = source.sheets()
    assert sheet.typed
    glimpse = source.glimpse(1)
    assert glimpse is not None
    assert find_codes(glimpse, sheet) == ()  # as the page is seen, too small
    read = look(source, sheet, RapidReader())
    source.close()
    (code,) = read.codes
    assert code.text == says
    assert 398 < code.box.x0 < code.box.x1 < 434 and 78 < code.box.y0 < code.box.y1 < 114
