"""A page that cannot be read says why; one that can hardly be read keeps its lines and says so, too."""

import cv2
import numpy as np
import pymupdf
import pytest

from api.example.scan import pixels_of
from extractors.files import gather
from extractors.looking import read_picture
from extractors.ocr.rapidocr import RapidReader
from extractors.page import PageState
from extractors.readers.base import Sheet
from extractors.recall import read_files
from extractors.restore.legible import why_unread
from extractors.settings import ReadingSettings

A4 = Sheet(1, 595.0, 842.0)


@pytest.fixture(scope="module")
def reader() -> RapidReader:
    return RapidReader()


def paper() -> np.ndarray:
    page = pymupdf.open().new_page(width=595, height=842)
    for n in range(12):
        page.insert_text((60, 90 + 50 * n), f"第{n}项：宁波甬江数智科技股份有限公司的软件", fontname="china-s", fontsize=14)
    return np.ascontiguousarray(pixels_of(page, 100)[:, :, ::-1])


def lost(name: str) -> np.ndarray:
    picture = paper()
    if name == "too small":
        return cv2.resize(picture, (120, 170), interpolation=cv2.INTER_AREA)
    if name == "dark":
        return (picture // 18).astype(np.uint8)
    return cv2.GaussianBlur(picture, (0, 0), 9)


@pytest.mark.parametrize(("name", "words"), [("too small", "分辨率过低"), ("blurred", "模糊"), ("dark", "过暗")])
def test_the_reason_is_the_one_that_a_person_would_name(name, words):
    assert words in why_unread(lost(name))


@pytest.mark.parametrize("name", ["too small", "blurred"])
def test_page_that_nobody_can_read_is_never_silent(reader, name):
    page = read_picture(lost(name), A4, reader)
    assert [p.code for p in page.problems] == ["UNREADABLE_PAGE"]
    assert page.problems[0].page == 1


def test_page_that_is_read_says_nothing(reader):
    page = read_picture(paper(), A4, reader)
    assert page.state is PageState.READ and page.problems == ()


def test_half_legible_page_keeps_its_lines_and_has_a_problem(reader):
    picture = paper()
    lower = picture[200:]  # a bad copy of all but two rows
    coarse = cv2.resize(lower, None, fx=0.2, fy=0.2, interpolation=cv2.INTER_AREA)
    picture[200:] = cv2.resize(coarse, lower.shape[1::-1])
    page = read_picture(picture, A4, reader)
    assert page.lines
    assert [p.code for p in page.problems] == ["UNREADABLE_PAGE"]
    assert "%" in page.problems[0].message


def test_problem_reaches_the_files_account(tmp_path):
    cv2.imwrite(str(tmp_path / "a.png"), lost("too small"))
    (reading,) = read_files(gather([tmp_path]), ReadingSettings(workers=1))
    assert [p.code for p in reading.problems if p.page] == ["UNREADABLE_PAGE"]
