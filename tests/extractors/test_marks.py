"""A sheet is known again; another of its kind is not taken for it."""

from random import Random

import numpy as np
import pytest

from api.example.layouts import LAYOUTS
from bench.reuse import cropped, rescanned, sketched
from extractors.marks.matching import alike
from extractors.marks.sketching import apart, sketch

PATENT = next(layout for layout in LAYOUTS if layout.type == "invention_patent_certificate")


@pytest.fixture(scope="module")
def first():  # type: ignore[no-untyped-def]
    return sketched(rescanned(PATENT, 0, 1, "good", Random(1)))


def test_a_page_scanned_anew_is_the_same_sheet(first) -> None:  # type: ignore[no-untyped-def]
    _, again = sketched(rescanned(PATENT, 0, 1, "fair", Random(2)))
    found = alike(first[1], again)
    assert found.same and found.whole
    assert alike(first[1], again) == found  # chance has no part in it


def test_a_crop_is_a_part_of_its_page(first) -> None:  # type: ignore[no-untyped-def]
    picture = rescanned(PATENT, 0, 1, "good", Random(3))
    _, part = sketched(np.ascontiguousarray(picture[: int(picture.shape[0] * 0.6)]))
    found = alike(first[1], part)
    assert found.same and not found.whole


def test_another_paper_of_the_same_kind_is_another(first) -> None:  # type: ignore[no-untyped-def]
    bits, other = sketched(rescanned(PATENT, 1, 1, "good", Random(4)))
    assert not alike(first[1], other).same
    assert apart(bits, bits) == 0


def test_a_blank_page_is_like_nothing(first) -> None:  # type: ignore[no-untyped-def]
    _, blank = sketched(np.full((1400, 1000, 3), 250, np.uint8))
    assert not alike(first[1], blank).same and not alike(blank, blank).same


def test_coloured_ink_and_shade_do_not_count() -> None:
    picture = rescanned(PATENT, 0, 1, "good", Random(6))
    stamped = picture.copy()
    stamped[300:420, 200:420] = (230, 40, 40)
    stamped = np.asarray(stamped * np.linspace(1, 0.75, picture.shape[1])[None, :, None], np.uint8)
    assert apart(sketch(picture).bits, sketch(stamped).bits) < 72


def test_crops_are_of_some_size() -> None:
    page = np.zeros((1000, 700, 3), np.uint8)
    assert all(cropped(page, Random(n)).shape[0] >= 490 for n in range(20))
