"""A paper that another company handed in is found again: by its number, scanned anew with a seal on it, as a crop."""

from dataclasses import replace
from pathlib import Path
from random import Random
from typing import Any

import cv2
import numpy as np
import pymupdf
import pytest

from api.example import scan
from extractors.exhibit import Exhibit
from extractors.files import gather
from extractors.marks.marking import Lines, Marks, lines_of, mark_pages
from extractors.recall import read_files
from extractors.settings import ReadingSettings
from tests.conftest import Verified
from verifier.report.report import Report
from verifier.signals.reuse import Appearance, innocent_reasons, once
from verifier.signals.seen import find_reuse, keep_seen, picture_of

OTHER = "杭州另一家科技有限公司"


def marked(report: Report, evidence: Path, cache: Path) -> tuple[Marks, Lines]:
    settings = ReadingSettings(workers=2, cache=cache)
    return mark_pages(report.files, gather([evidence]), settings), lines_of(report.files, cache)


@pytest.fixture(scope="module")
def register(verified_application: Verified, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The register after the first company applied."""
    path = tmp_path_factory.mktemp("seen") / "seen.db"
    report, cache = verified_application.report, verified_application.cache
    keep_seen(report, *marked(report, verified_application.evidence, cache), path)
    return path


def patent(report: Report) -> Exhibit:
    return next(e for e in report.exhibits if e.type == "invention_patent_certificate")


@pytest.fixture(scope="module")
def second(
    verified_application: Verified, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Report, Marks, Lines]:
    """Another company's application: the first one's certificate scanned anew, and half a page of its licence."""
    place = tmp_path_factory.mktemp("second")
    report = verified_application.report
    licence = next(e for e in report.exhibits if e.type == "business_licence")
    document = pymupdf.open()
    for exhibit, crop in ((patent(report), False), (licence, True)):
        source = pymupdf.open(verified_application.evidence / exhibit.file)
        picture = scan.scanned(source[exhibit.pages[0] - 1], "fair", Random(5), OTHER)
        if crop:
            pixels = cv2.imdecode(np.frombuffer(picture, np.uint8), cv2.IMREAD_COLOR)
            picture = scan.jpeg(np.ascontiguousarray(pixels[: int(pixels.shape[0] * 0.7)]))
        scan.place(document, picture, 842)
    (place / "evidence").mkdir()
    document.save(place / "evidence" / "材料.pdf")
    settings = ReadingSettings(workers=2, cache=place / "cache.db")
    readings = read_files(gather([place / "evidence"]), settings)
    exhibits = tuple(e for r in readings for e in r.exhibits)
    other = replace(report, company=OTHER, uscc="", files=readings, exhibits=exhibits)
    return (other, *marked(other, place / "evidence", place / "cache.db"))


def test_a_page_scanned_anew_and_a_crop_are_found(
    verified_application: Verified, register: Path, second: tuple[Report, Marks, Lines]
) -> None:
    other, marks, lines = second
    blind = replace(other, exhibits=())  # whatever the readers made of the numbers: by the pictures alone
    found = once(find_reuse(blind, marks, lines, register))
    by_page = {r.here.page: r for r in found}
    assert by_page[1].how == "image" and by_page[2].how == "part"
    exhibit = patent(verified_application.report)
    assert (by_page[1].there.document, by_page[1].there.company) == (
        exhibit.id,
        verified_application.report.company,
    )
    assert "请核对" in by_page[1].message and "造假" not in by_page[1].message
    picture = picture_of(register, by_page[1].there)
    assert picture and picture[8:12] == b"WEBP"


def test_the_same_number_is_found_without_any_picture(
    verified_application: Verified, register: Path, second: tuple[Report, Marks, Lines]
) -> None:
    report = replace(verified_application.report, company=OTHER, uscc="", files=())
    numbers = {r.here.number for r in find_reuse(report, {}, {}, register) if r.how == "number"}
    assert patent(verified_application.report).text("number") in numbers


def test_an_application_does_not_find_itself_and_takes_its_own_place(
    verified_application: Verified, register: Path
) -> None:
    report = verified_application.report
    told = marked(report, verified_application.evidence, verified_application.cache)
    assert find_reuse(report, *told, register) == ()
    before = register.stat().st_size
    keep_seen(report, *told, register)
    assert find_reuse(report, *told, register) == () and register.stat().st_size <= before * 1.5


def test_the_next_year_finds_its_own_papers_and_says_so(
    verified_application: Verified, register: Path
) -> None:
    report = verified_application.report
    later = replace(report, as_of=report.as_of.replace(year=2023))
    told = marked(report, verified_application.evidence, verified_application.cache)
    found = once(find_reuse(later, *told, register))
    assert {"file", "number"} & {r.how for r in found}
    assert innocent_reasons(found[0].here, found[0].there, {}) == ("SAME_COMPANY",)


def test_no_register_is_no_reuse(verified_application: Verified, tmp_path: Path) -> None:
    assert find_reuse(verified_application.report, {}, {}, tmp_path / "none.db") == ()


@pytest.mark.parametrize(
    "here, there, parents, reasons",
    [
        ({"holder": "甲有限公司;乙有限公司"}, {}, {}, ("CO_OWNERS",)),
        ({}, {}, {"乙有限公司": "甲有限公司"}, ("GROUP",)),
        ({}, {}, {"甲有限公司": "丙集团", "乙有限公司": "丙集团"}, ("GROUP",)),
        ({"type": "national_standard"}, {}, {}, ("SHARED_PAPER",)),
        ({}, {"company": "甲有限公司"}, {}, ("SAME_COMPANY",)),
        ({"holder": "甲有限公司"}, {}, {"甲有限公司": "丙集团"}, ()),
    ],
)
def test_innocent_reasons_come_from_papers_and_registries(
    here: dict[str, Any], there: dict[str, Any], parents: dict[str, str], reasons: tuple[str, ...]
) -> None:
    a = replace(Appearance("甲有限公司", "", "2022-04-15", "a.pdf", 1), **here)
    b = replace(Appearance("乙有限公司", "", "2022-04-15", "b.pdf", 1), **there)
    assert innocent_reasons(a, b, parents) == reasons
