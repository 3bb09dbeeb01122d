"""A page that is one scan is decoded straight, and looks as MuPDF draws it; any other page is drawn."""

import io
from collections.abc import Callable

import numpy as np
import pymupdf
import pytest
from PIL import Image

from extractors.readers.pdf_scans import decoded

WIDE, HIGH = 600, 800


def jpeg(mode: str = "RGB", size: tuple[int, int] = (WIDE, HIGH), **more: object) -> bytes:
    """A picture of which no two quarters look alike."""
    across, down = np.meshgrid(np.linspace(0, 255, size[0]), np.linspace(0, 255, size[1]))
    picture = np.stack([across, down, 255 - across], axis=2).astype(np.uint8)
    body = io.BytesIO()
    Image.fromarray(picture).convert(mode).save(body, "JPEG", quality=95, **more)
    return body.getvalue()


def page_of(body: bytes, **more: object) -> pymupdf.Document:
    document = pymupdf.open()
    page = document.new_page(width=300, height=400)
    page.insert_image(page.rect, stream=body, **more)
    return document


def anew(document: pymupdf.Document) -> pymupdf.Document:
    return pymupdf.open("pdf", document.tobytes())


def straight(document: pymupdf.Document, width: int = WIDE, height: int = HIGH) -> np.ndarray | None:
    opened = anew(document)
    return decoded(opened, opened[0], width, height)


@pytest.mark.parametrize("mode", ["RGB", "L"])
@pytest.mark.parametrize("share", [1, 0.5, 1.5])
def test_a_scan_looks_as_it_is_drawn(mode: str, share: float) -> None:
    document = page_of(jpeg(mode))
    picture = straight(document, round(WIDE * share), round(HIGH * share))
    drawn = anew(document)[0].get_pixmap(
        matrix=pymupdf.Matrix(2 * share, 2 * share), colorspace=pymupdf.csRGB
    )
    wanted = np.frombuffer(drawn.samples, np.uint8).reshape(drawn.height, drawn.width, 3)
    assert picture is not None and picture.shape == wanted.shape
    assert np.abs(picture.astype(int) - wanted).mean() < 2


def test_a_scan_of_about_the_size_that_is_asked_for_is_not_resampled() -> None:
    picture = straight(page_of(jpeg()), WIDE - 20, HIGH - 20)
    assert picture is not None and picture.shape == (HIGH, WIDE, 3)


def test_the_invisible_words_of_an_ocr_program_are_no_hindrance() -> None:
    document = page_of(jpeg())
    document[0].insert_text((50, 50), "x", render_mode=3)
    assert straight(document) is not None


def test_a_camera_that_lay_on_its_side_turns_nothing() -> None:
    turned = Image.Exif()
    turned[0x0112] = 6
    as_shot, plain = straight(page_of(jpeg(exif=turned))), straight(page_of(jpeg()))
    assert as_shot is not None and plain is not None and np.array_equal(as_shot, plain)


def words(document: pymupdf.Document) -> None:
    document[0].insert_text((50, 50), "x")


def note(document: pymupdf.Document) -> None:
    document[0].add_rect_annot((50, 50, 90, 90))


def twice(document: pymupdf.Document) -> None:
    document[0].insert_image((0, 0, 50, 50), stream=jpeg())


def quarter(document: pymupdf.Document) -> None:
    document[0].set_rotation(90)


def negative(document: pymupdf.Document) -> None:
    document.xref_set_key(document[0].get_images()[0][0], "Decode", "[1 0 1 0 1 0]")


def another_size(document: pymupdf.Document) -> None:
    document.xref_set_key(document[0].get_images()[0][0], "Height", str(HIGH // 2))


def margin(document: pymupdf.Document) -> None:
    document[0].set_mediabox((0, 0, 300, 420))


@pytest.mark.parametrize("change", [words, note, twice, quarter, negative, another_size, margin])
def test_whatever_else_is_on_the_page_is_drawn(change: Callable[[pymupdf.Document], None]) -> None:
    document = page_of(jpeg())
    change(document)
    assert straight(document) is None


@pytest.mark.parametrize(
    ("body", "more"),
    [
        (jpeg("CMYK"), {}),
        (jpeg(), {"rotate": 90, "keep_proportion": False}),
        (jpeg(), {"mask": jpeg("L")}),
    ],
)
def test_a_picture_that_is_not_the_plain_page_is_drawn(body: bytes, more: dict[str, object]) -> None:
    assert straight(page_of(body, **more)) is None
