"""Damage befalls pages the same way every time, and does what its name says."""

from random import Random

import numpy as np
import pytest

from api.example.damage import DAMAGES, photographed, shown_through, shrunk, together


@pytest.fixture(scope="module")
def page() -> np.ndarray:
    sheet = np.full((900, 640, 3), 250, np.uint8)
    sheet[100:140, 80:500] = 20
    sheet[300:320, 80:600] = 20
    return sheet


@pytest.mark.parametrize("name", sorted(DAMAGES))
def test_the_same_seed_damages_the_same(page, name):
    before = page.copy()
    first, second = (DAMAGES[name](page, Random(7)) for _ in range(2))
    assert (first == second).all()
    assert (page == before).all(), "the page itself is left alone"
    assert name == "clean" or first.shape != page.shape or (first != page).any()


def test_another_seed_takes_another_photograph(page):
    assert (photographed(page, Random(1)) != photographed(page, Random(2))).any()


def test_the_back_shines_through_mirrored_and_pale(page):
    blank = np.full_like(page, 250)
    ghost = shown_through(blank, page, 0.2)
    assert ghost[120, 640 - 300].max() < 230 and ghost[120, 640 - 300].min() > 170
    assert ghost[120, 40].min() > 240


def test_papers_on_one_sheet_keep_apart(page):
    sheet = together([page, page, page], 2, gap=0.05)
    rows, columns = np.nonzero(sheet[:, :, 0] < 100)
    assert sheet.shape[0] > 1800 and sheet.shape[1] > 1280
    assert rows.max() > 1000 and columns.max() > 700
    assert (sheet[:, 32 + 640 + 5] > 200).all()


def test_small_pictures_are_small(page):
    assert max(shrunk(page, 300).shape) == 300
