"""What was read before comes whole from the cache, and only if the same code read it."""

from dataclasses import replace

import pymupdf
import pytest

from extractors.cache import ReadingCache
from extractors.codec import decode_reading, encode_reading
from extractors.digest import code_digest, reading_version
from extractors.exhibit import Exhibit, Fact, FileReading, LedgerEntry, Place, Row, Traits
from extractors.files import gather
from extractors.geometry import Box
from extractors.page import Problem
from extractors.recall import read_files
from extractors.settings import ReadingSettings, Step

PLACE = Place(2, Box(1.25, 2.0, 3.0, 4.123456), Box(0.0, 0.0, 1.0, 1.0), "人员!B5")
FACT = Fact("number", "2018102889827", "ZL 2018 1 0288982.7", (PLACE,), 0.9871, ("OCR_REPAIRED",), Traits(0.5, 0.75, 13))
READING = FileReading(
    "a.pdf",
    "f" * 64,
    "read",
    (LedgerEntry(1, "exhibit", 595.0, 842.0, 90, "d1", 270, ("d1", "d2")), LedgerEntry(2, "unrecognised", 595.0, 842.0, text="证明")),
    (Exhibit("d1", "a.pdf", "f" * 64, (1, 2), "tax", (FACT, replace(FACT, value=3), replace(FACT, value=3.0)), (Row((FACT,)),)),),
    (Problem("TEXT_LAYER_MISMATCH", "以页面所见为准", 1),),
    ("rapidocr",),
)


@pytest.fixture
def page(tmp_path):
    with pymupdf.open() as document:
        document.new_page().insert_text((72, 72), "证明", fontname="china-s")
        document.save(tmp_path / "one.pdf")
    return tmp_path / "one.pdf"


def test_a_reading_survives_its_bytes():
    again = decode_reading(encode_reading(READING))
    assert again == READING
    assert [type(f.value) for f in again.exhibits[0].facts] == [str, int, float]
    assert again.exhibits[0].facts[0].traits == FACT.traits
    assert again.exhibits[0].facts[0].places[0].frame == PLACE.frame


def test_a_second_run_is_recalled_under_the_name_of_today(page, tmp_path):
    settings = ReadingSettings(workers=1, cache=tmp_path / "reading.db")
    first = read_files(gather([page]), settings)
    moved = page.rename(tmp_path / "two.pdf")
    steps: list[Step] = []
    second = read_files(gather([moved]), settings, steps.append)
    assert second == tuple(replace(reading, file="two.pdf") for reading in first)
    assert steps == [Step(1, 1)]


def test_other_code_reads_anew(tmp_path):
    cache = ReadingCache(tmp_path / "reading.db")
    cache.keep_reading(".pdf", "old", READING)
    assert cache.reading(READING.sha256, ".pdf", "old") == READING
    assert cache.reading(READING.sha256, ".pdf", "new") is None
    assert cache.reading(READING.sha256, ".tif", "old") is None
    cache.close()


def test_versions_name_the_code_and_the_reader():
    assert code_digest("extractors") != code_digest("registries.values")
    assert reading_version("rapidocr") != reading_version("tesseract")
    assert reading_version("rapidocr") == reading_version("rapidocr")
