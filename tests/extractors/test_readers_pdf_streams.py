"""A page whose drawing commands unpack beyond any page's is told, at once; the pages beside it are read."""

import zlib
from pathlib import Path

import pymupdf
import pytest

from extractors.errors import PageTrouble
from extractors.files import gather
from extractors.readers.limits import MAX_CONTENT_BYTES
from extractors.readers.pdf_streams import check_content
from extractors.reading import read_with_pages
from extractors.settings import ReadingSettings

RUN = bytes([257 - 128, 32])
"""RunLength's way of saying 128 blanks."""


def pages(*streams: tuple[bytes, str]) -> pymupdf.Document:
    """A document with a page for each packed stream and the filters that unpack it."""
    document = pymupdf.open()
    for packed, filters in streams:
        page = document.new_page()
        page.insert_text((72, 72), "x")
        (xref,) = page.get_contents()
        document.update_stream(xref, packed, compress=False)
        document.xref_set_key(xref, "Filter", filters)
    return pymupdf.open("pdf", document.tobytes())


BEYOND = zlib.compress(b" " * (MAX_CONTENT_BYTES + 1), 9)


@pytest.mark.parametrize(
    ("packed", "filters"),
    [
        (BEYOND, "/FlateDecode"),
        (zlib.compress(BEYOND, 9), "[/FlateDecode /FlateDecode]"),
        (zlib.compress(RUN * (MAX_CONTENT_BYTES // 128 + 1), 9), "[/FlateDecode/RunLengthDecode]"),
    ],
)
def test_what_unpacks_beyond_the_bound_is_refused(packed: bytes, filters: str) -> None:
    document = pages((packed, filters))
    with pytest.raises(PageTrouble, match="解压后过大"):
        check_content(document, document[0])


@pytest.mark.parametrize(
    ("packed", "filters"),
    [
        (zlib.compress(b"q " + b" " * 10_000_000 + b" Q"), "/FlateDecode"),
        (
            zlib.compress(bytes([2]) + b"q Q" + RUN * 9 + bytes([128]) + RUN * 99),
            "[/FlateDecode /RunLengthDecode]",
        ),
        (zlib.compress(b"q Q" * 1000)[:-9], "[/FlateDecode /FlateDecode]"),
        (b"q Q", "null"),
    ],
)
def test_what_is_large_or_broken_but_no_bomb_passes(packed: bytes, filters: str) -> None:
    document = pages((packed, filters))
    check_content(document, document[0])


def test_the_page_is_accounted_for_and_the_next_one_read(tmp_path: Path) -> None:
    document = pages((BEYOND, "/FlateDecode"))
    document.new_page().insert_text(
        (72, 72), "证书编号：2021SR0970846 软件著作权登记证书", fontname="china-s"
    )
    document.save(tmp_path / "a.pdf")
    ((reading, (_, second)),) = read_with_pages(gather([tmp_path]), ReadingSettings(workers=1))
    assert [(p.code, p.page) for p in reading.problems] == [("UNREADABLE_PAGE", 1)]
    assert "2021SR0970846" in "".join(line.text for line in second.lines)


def test_a_stream_that_is_not_there_is_not_large() -> None:
    document = pages((b"q Q", "null"))
    document.xref_set_key(document.page_xref(0), "Contents", "999 0 R")
    check_content(document, document[0])
