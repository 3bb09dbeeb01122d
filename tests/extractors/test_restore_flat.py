"""Photographs: the sheet is found on the desk, laid flat, and every box goes back to where it was seen."""

from random import Random

import cv2
import numpy as np
import pymupdf
import pytest

from api.example.damage import photographed
from api.example.scan import pixels_of
from extractors.codec import decode, encode
from extractors.layout import script_of
from extractors.looking import read_picture
from extractors.ocr.rapidocr import RapidReader
from extractors.page import PageState
from extractors.readers.base import Sheet
from extractors.restore.flat import find_sheet, flattened
from extractors.restore.glance import glance

TEXT = ("发明专利证书", "专利号：ZL201810288982.7", "专利权人：宁波甬江数智科技股份有限公司", "授权公告日：2020年02月24日")


def paper(size: float = 20) -> np.ndarray:
    page = pymupdf.open().new_page(width=595, height=842)
    for n, text in enumerate(TEXT):
        page.insert_text((90, 150 + 60 * n), text, fontname="china-s", fontsize=size)
    return pixels_of(page, 150)


def as_read(pixels: np.ndarray) -> np.ndarray:
    return np.ascontiguousarray(pixels[:, :, ::-1])


@pytest.mark.parametrize("seed", range(6))
def test_a_sheet_on_any_desk_is_found_by_its_corners(seed):
    width, height = (int(v * 1.24) for v in (1240, 1754))
    white = np.full((1754, 1240, 3), 250, np.uint8)
    shot = photographed(white, Random(seed))
    found = find_sheet(glance(as_read(shot))[0])
    assert found is not None
    corners = found * (shot.shape[1] / glance(as_read(shot))[0].shape[1])
    # The sheet is the one light patch of the shot: its own corners lie on its outline.
    middle = corners.mean(axis=0)
    inside, outside = (middle + (corners - middle) * share for share in (0.97, 1.04))
    grey = cv2.cvtColor(shot, cv2.COLOR_BGR2GRAY).astype(int)
    saturation = cv2.cvtColor(shot, cv2.COLOR_BGR2HSV)[:, :, 1].astype(int)
    for (x, y), (ox, oy) in zip(inside.astype(int), outside.astype(int), strict=True):
        ox, oy = min(max(ox, 0), width - 1), min(max(oy, 0), height - 1)
        assert grey[y, x] - saturation[y, x] > grey[oy, ox] - saturation[oy, ox] + 12


def test_a_photograph_is_read_and_the_number_lies_where_the_camera_saw_it():
    shot = as_read(photographed(paper(), Random(3), lean=0.09))
    sheet = Sheet(1, shot.shape[1] * 0.5, shot.shape[0] * 0.5)
    page = read_picture(shot, sheet, RapidReader())
    assert page.warp is not None
    script = script_of([page])
    assert "专利号:ZL201810288982.7\n" in script.text
    assert decode(encode(page)).warp == page.warp
    start = script.text.index("ZL2018")
    (place,) = script.places(start, start + 16)
    x0, y0, x1, y1 = (int(v / 0.5) for v in place.box)
    number = shot[y0:y1, x0:x1].min(axis=2)
    assert number.min() < 90, "the box holds the number's ink"
    strip = np.concatenate([shot[max(y0 - 45, 0) : y0 - 12, x0:x1], shot[y1 + 12 : y1 + 45, x0:x1]]).min(axis=2)
    assert strip.min() > number.min() + 25, "and what lies above and below it is empty paper"


def test_a_scan_is_left_as_it_is():
    scan = as_read(paper())
    assert flattened(scan, glance(scan)[0], 0.5) is None


def test_a_frame_on_a_page_is_no_sheet_on_a_desk():
    page = np.full((1754, 1240, 3), (180, 120, 60), np.uint8)
    page[150:1600, 120:1120] = 250
    assert find_sheet(glance(page)[0]) is None


def test_two_sheets_on_a_desk_are_not_made_one():
    desk = np.full((1200, 1800, 3), (90, 70, 60), np.uint8)
    for x in (100, 950):
        quad = np.array([[x, 120], [x + 720, 100], [x + 700, 1080], [x + 30, 1110]])
        cv2.fillConvexPoly(desk, quad, (245, 245, 245))
    assert find_sheet(glance(desk)[0]) is None


def test_a_photograph_of_nothing_is_unreadable_or_blank_and_says_so():
    shot = as_read(photographed(np.full((1754, 1240, 3), 250, np.uint8), Random(1)))
    page = read_picture(shot, Sheet(1, 744, 1052), RapidReader())
    assert page.state is not PageState.READ
    assert page.state is PageState.BLANK or page.problems
