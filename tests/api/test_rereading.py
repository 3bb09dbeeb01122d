"""A box drawn on a page is read by itself, by the real reader in its own process."""

from collections.abc import Iterator

import pytest

from api.rereading import CropReader
from extractors.exhibit import Exhibit, Fact
from extractors.geometry import Box
from tests.conftest import Verified


@pytest.fixture(scope="module")
def crops() -> Iterator[CropReader]:
    reader = CropReader("rapidocr")
    yield reader
    reader.close()


def numbers(verified: Verified) -> list[tuple[Exhibit, Fact]]:
    """Numbers of papers, each with one place on its page."""
    exhibits = verified.report.exhibits
    found = [(e, e.fact("number")) for e in exhibits if e.type == "software_copyright_certificate"]
    return [(e, f) for e, f in found if f is not None and f.places]


def test_the_words_in_a_box_are_read_anew(verified_application: Verified, crops: CropReader) -> None:
    asked = numbers(verified_application)
    assert asked
    for exhibit, fact in asked:
        place = fact.places[0]
        path = verified_application.evidence / exhibit.file
        again = crops.read(path, place.page, place.box, 0)
        assert str(fact.value) in again.text.replace(" ", "")
        assert again.confidence > 0.8


def test_a_box_without_words_or_without_a_page_gives_nothing(
    verified_application: Verified, crops: CropReader
) -> None:
    exhibit, _ = numbers(verified_application)[0]
    path = verified_application.evidence / exhibit.file
    assert crops.read(path, exhibit.pages[0], Box(1, 1, 30, 8), 0).text == ""
    assert crops.read(path, 9999, Box(1, 1, 30, 8), 0).text == ""
    assert crops.read(path.with_name("none.pdf"), 1, Box(1, 1, 30, 8), 0).text == ""
