"""The detector looks at the inked part of a page only, and says where things stand on the whole page."""

import numpy as np
import pymupdf
import pytest

from extractors.ocr.base import Picture
from extractors.ocr.rapidocr import GRID, RapidReader, _with_ink


def paper(height: int = 960, width: int = 672, shade: int = 240) -> Picture:
    grain = np.random.default_rng(1).integers(-3, 4, (height, width, 3))
    return np.asarray(np.clip(shade + grain, 0, 255), np.uint8)


def whole(small: Picture) -> tuple[slice, slice]:
    return slice(0, small.shape[0]), slice(0, small.shape[1])


def test_empty_margins_are_left_out_and_a_rim_is_kept_on_the_grid() -> None:
    small = paper()
    small[400:420, 200:300] = 60
    rows, columns = _with_ink(small)
    assert all(edge % GRID == 0 for part in (rows, columns) for edge in (part.start, part.stop))
    assert rows.start <= 384 and rows.stop >= 436 and rows.stop - rows.start <= 128
    assert columns.start <= 184 and columns.stop >= 316 and columns.stop - columns.start <= 224


@pytest.mark.parametrize("ink", [200, 226])
def test_the_faintest_print_is_ink(ink: int) -> None:
    small = paper()
    small[900:912, 30:600:9] = ink
    assert _with_ink(small)[0].stop == 928


def test_a_page_without_ink_and_one_with_a_frame_are_seen_whole() -> None:
    small = paper()
    assert _with_ink(small) == whole(small)
    small[4:8], small[-8:-4], small[:, 4:8], small[:, -8:-4] = 60, 60, 60, 60
    assert _with_ink(small) == whole(small)


def test_lines_stand_where_they_stand_on_the_whole_page() -> None:
    page = pymupdf.open().new_page()
    page.insert_text((300, 600), "证书号第4512345号", fontname="china-s", fontsize=16)
    pixmap = page.get_pixmap(dpi=200)
    picture = np.frombuffer(pixmap.samples, np.uint8).reshape(pixmap.height, pixmap.width, 3)
    (line,) = RapidReader().read(picture)
    assert line.text == "证书号第4512345号"
    corners = np.concatenate(line.quads) * 72 / 200
    assert np.abs(corners.min(axis=0) - (300, 586)).max() < 6
    assert abs(corners[:, 1].max() - 603) < 6
