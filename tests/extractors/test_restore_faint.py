"""Watermarks and the print of the back are none of a page's text; small print is."""

import numpy as np
import pymupdf
import pytest

from api.example.damage import shown_through, watermarked
from api.example.scan import pixels_of
from extractors.layout import script_of
from extractors.looking import read_picture
from extractors.ocr.rapidocr import RapidReader
from extractors.readers.base import Sheet
from extractors.restore.faint import is_marked
from extractors.restore.restoring import Steps

A4 = Sheet(1, 595.0, 842.0)
FRONT = ("发明专利证书", "专利号：ZL201810288982.7", "专利权人：宁波甬江数智科技股份有限公司", "授权公告日：2020年02月24日")
BACK = ("本证书自颁发之日起生效", "专利权自授权公告之日起生效", "专利证书记载专利权登记时的法律状况", "其他事项参见续页")


@pytest.fixture(scope="module")
def reader() -> RapidReader:
    return RapidReader()


def paper(rows: tuple[str, ...], size: float = 15, colour: tuple[float, float, float] = (0, 0, 0)) -> np.ndarray:
    page = pymupdf.open().new_page(width=595, height=842)
    for n, text in enumerate(rows * 4):
        page.insert_text((90, 90 + 44 * n), text, fontname="china-s", fontsize=size, color=colour)
    return pixels_of(page, 150)


def read(pixels: np.ndarray, reader: RapidReader, steps: Steps = Steps()) -> str:  # noqa: B008
    picture = np.ascontiguousarray(pixels[:, :, ::-1])
    return script_of([read_picture(picture, A4, reader, steps)]).text.replace("\t", "")


def test_words_across_the_page_are_washed_off(reader):
    text = read(watermarked(paper(FRONT), "仅供数字工厂申报使用"), reader)
    assert text.count("专利号:ZL201810288982.7\n") == 4
    assert text.count("专利权人:宁波甬江数智科技股份有限公司\n") == 4
    assert not set("仅供申报使") & set(text)


def test_print_of_the_back_becomes_no_lines(reader):
    front = paper(FRONT)
    through = shown_through(front, np.roll(paper(BACK), 30, axis=0), 0.3)
    assert read(through, reader) == read(front, reader)
    assert read(through, reader, Steps(faint=False)) != read(front, reader)


@pytest.mark.parametrize(("size", "colour"), [(7, (0, 0, 0)), (12, (0.45, 0.45, 0.45)), (30, (0.8, 0.6, 0.2))])
def test_small_grey_and_golden_print_is_the_pages_own(reader, size, colour):
    picture = np.ascontiguousarray(paper(FRONT, size, colour)[:, :, ::-1])
    assert not is_marked(picture, reader.read(picture))
