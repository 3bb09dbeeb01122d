"""The report as a page: built from hand-made reports over real PDFs, looked at as a reviewer's browser gets it."""

import re
from base64 import b64decode
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path

import pymupdf
import pytest
from PIL import Image

from api.html.crops import cut_crops
from api.html.differences import differences
from api.html.framing import Frame, frame_around, upright
from api.html.page import render_report
from api.html.spans import segments
from api.settings import Settings
from extractors.exhibit import Exhibit, Fact, FileReading, LedgerEntry, Place
from extractors.files import EvidenceFile
from extractors.geometry import Box
from extractors.page import Problem
from registries.match import Match, Reason
from registries.record import Record, Source
from verifier.report.report import Provenance, Report
from verifier.verdict import Evidence, Flag, Item, Outcome, Verdict

EVIL = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>"
WORDS = Box(100, 200, 300, 220)


@pytest.fixture
def paper(tmp_path: Path) -> EvidenceFile:
    """An A4 page, white but for one black bar where the words are, and a second page on its side."""
    document = pymupdf.open()
    for _ in range(2):
        page = document.new_page(width=595, height=842)
        page.draw_rect(pymupdf.Rect(*WORDS), color=(0, 0, 0), fill=(0, 0, 0))
    path = tmp_path / "证书.pdf"
    document.save(path)
    return EvidenceFile("证书.pdf", path)


def settings(tmp_path: Path, **more: object) -> Settings:
    return Settings(**{"cache": tmp_path / "reading.db", "workers": 1, **more})  # type: ignore[arg-type]


def report_on(paper: EvidenceFile, words: str = "一种方法", **more: object) -> Report:
    sha = paper.sha256()
    place = Place(1, WORDS)
    fact = Fact("title", words, words, (place,), 0.99)
    exhibit = Exhibit("d1", paper.name, sha, (1,), "invention_patent_certificate", (fact,))
    ledger = (LedgerEntry(1, "exhibit", 595, 842, exhibit="d1"), LedgerEntry(2, "unreadable", 595, 842))
    problem = Problem("UNREADABLE_PAGE", f"无法识读 {words}", 2)
    reading = FileReading(paper.name, sha, "read", ledger, (exhibit,), (problem,))
    record = Record("patents", "r1", {"title": words, "status": words}, Source(words, 3, "0" * 64, ""))
    match = Match(record, 0.97, (Reason("DIFFERENT", "title", "一种方法甲", words, 0.0, words),))
    evidence = Evidence("d1", place, words, False, "LAPSED", match, (words,))
    verdict = Verdict(
        "invention_patents_valid", words, words, 3, Flag.UNSUPPORTED, Outcome.PARTIALLY_SUPPORTED,
        ("LAPSED",), words, (evidence,),
    )  # fmt: skip
    made = Report(
        date(2022, 4, 15), words, words, Provenance("hezheng 0", "r", {}, ("rapidocr",)), (reading,), (exhibit,),
        (verdict,), {"companies": ("invention_patents_valid",)},
    )  # fmt: skip
    return replace(made, **more)  # type: ignore[arg-type]


def pictures(page: str) -> list[Image.Image]:
    bodies = re.findall(r'href="data:image/webp;base64,([^"]+)"', page)
    return [Image.open(BytesIO(b64decode(body))) for body in bodies]


def test_hostile_names_are_text_and_nothing_else(paper: EvidenceFile, tmp_path: Path) -> None:
    page = render_report(report_on(paper, EVIL), [paper], settings(tmp_path))
    assert page.count("alert(1)") > 8  # it is shown, everywhere
    assert "<script" not in page and "<img" not in page
    assert "default-src 'none'" in page


def test_crop_shows_the_words_and_the_mark_lies_on_them(paper: EvidenceFile, tmp_path: Path) -> None:
    page = render_report(report_on(paper), [paper], settings(tmp_path))
    (crop,) = pictures(page)
    shown = re.search(r'viewBox="0 0 ([\d.]+) ([\d.]+)"', page)
    mark = re.search(r'class="mark" x="([\d.]+)" y="([\d.]+)" width="([\d.]+)" height="([\d.]+)"', page)
    assert shown and mark
    scale = crop.width / float(shown[1])
    x, y, width, height = (float(v) * scale for v in mark.groups())
    grey = crop.convert("L")
    assert grey.getpixel((round(x + width / 2), round(y + height / 2))) < 60
    assert grey.getpixel((round(x / 2), round(y + height / 2))) > 200
    assert grey.getpixel((round(x + width / 2), 2)) > 200
    assert crop.width > 600  # about the whole line, sharp enough to read


def test_words_on_a_sideways_page_are_shown_upright(paper: EvidenceFile, tmp_path: Path) -> None:
    report = report_on(paper)
    ledger = (replace(report.files[0].ledger[0], turn=90), report.files[0].ledger[1])
    report = replace(report, files=(replace(report.files[0], ledger=ledger),))
    page = render_report(report, [paper], settings(tmp_path))
    (crop,) = pictures(page)
    mark = re.search(r'class="mark" x="([\d.]+)" y="([\d.]+)" width="([\d.]+)" height="([\d.]+)"', page)
    assert mark and float(mark[4]) > float(mark[3])  # the bar lay flat, so it stands now
    scale = crop.width / float(re.search(r'viewBox="0 0 ([\d.]+)', page)[1])  # type: ignore[index]
    x, y, width, height = (float(v) * scale for v in mark.groups())
    assert crop.convert("L").getpixel((round(x + width / 2), round(y + height / 2))) < 60


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_turning_keeps_a_box_on_its_page(turn: int) -> None:
    box = upright(Box(10, 20, 50, 30), 100, 200, turn)
    width, height = (200, 100) if turn in (90, 270) else (100, 200)
    assert 0 <= box.x0 < box.x1 <= width and 0 <= box.y0 < box.y1 <= height
    back = upright(box, width, height, (360 - turn) % 360)
    assert back == Box(10, 20, 50, 30)


def test_one_crop_for_words_shown_twice(paper: EvidenceFile, tmp_path: Path) -> None:
    report = report_on(paper)
    twice = replace(report.verdicts[0], key="software_copyrights")
    page = render_report(replace(report, verdicts=(*report.verdicts, twice)), [paper], settings(tmp_path))
    assert len(pictures(page)) == 1
    assert page.count('<use href="#p1"/>') == 2


def test_second_page_comes_from_the_cache_even_without_the_file(paper: EvidenceFile, tmp_path: Path) -> None:
    report = report_on(paper)
    first = render_report(report, [paper], settings(tmp_path))
    paper.path.unlink()
    assert render_report(report, [], settings(tmp_path)) == first


def test_page_without_pictures_still_says_where_the_evidence_stands(
    paper: EvidenceFile, tmp_path: Path
) -> None:
    report = report_on(paper)
    page = render_report(report, [paper], settings(tmp_path, crop_bytes=0))
    assert not pictures(page)
    assert "证书.pdf 第1页" in page and "无截图" in page
    paper.path.write_bytes(b"no longer a PDF")
    assert "无截图" in render_report(report, [paper], settings(tmp_path, cache=None))


def test_crops_of_an_untold_number_stay_within_their_bytes(paper: EvidenceFile, tmp_path: Path) -> None:
    frames = [
        f
        for y in range(0, 800, 20)
        if (f := frame_around(paper.sha256(), 1, Box(50, y, 90, y + 9), 595, 842))
    ]
    crops = cut_crops(frames, [paper], settings(tmp_path, crop_bytes=4000))
    assert 0 < len(crops) < len(frames)
    assert sum(map(len, crops.values())) <= 4000
    assert list(crops) == frames[: len(crops)]  # the first are the most important


def test_problems_come_before_everything_else(paper: EvidenceFile, tmp_path: Path) -> None:
    page = render_report(report_on(paper), [paper], settings(tmp_path))
    assert page.index("须先处理的问题") < page.index("概览</h2>")
    assert "未载入企业登记信息库" in page and "第2页" in page
    assert "无法识读" in page


def test_blank_claims_are_named_and_not_shown(paper: EvidenceFile, tmp_path: Path) -> None:
    blank = Verdict("phone", "电话", None, None, Flag.NOT_CLAIMED, Outcome.NOT_CLAIMED)
    report = report_on(paper)
    page = render_report(replace(report, verdicts=(*report.verdicts, blank)), [paper], settings(tmp_path))
    assert "未申报：电话" in page
    assert page.count('<article class="claim') == 1


def test_e_certificates_of_huge_points_are_framed_like_paper() -> None:
    small = frame_around("f", 1, Box(100, 200, 300, 220), 595, 842)
    large = frame_around("f", 1, Box(400, 800, 1200, 880), 2380, 3368)
    assert small and large
    assert large.box.width / small.box.width == pytest.approx(4, rel=0.01)
    assert large.unit == pytest.approx(4)


def test_a_box_without_area_has_no_frame() -> None:
    assert frame_around("f", 1, Box(0, 0, 0, 0), 595, 842) is None
    assert frame_around("f", 1, Box(10, 10, 20, 20), 0, 0) is None


def test_frame_holds_its_box_at_every_edge() -> None:
    for box in (Box(0, 0, 30, 10), Box(560, 830, 595, 842), Box(5, 300, 590, 320), Box(280, 0, 300, 842)):
        frame = frame_around("f", 1, box, 595, 842)
        assert frame is not None and isinstance(frame, Frame)
        cut = frame.box
        assert cut.x0 <= box.x0 and cut.y0 <= box.y0 and cut.x1 >= box.x1 and cut.y1 >= box.y1
        assert cut.x0 >= 0 and cut.y0 >= 0 and cut.x1 <= 595 and cut.y1 <= 842


def item(flag: Flag, start: int, end: int) -> Item:
    return Item("award", "奖", flag, Outcome.SUPPORTED, span=(start, end))


def test_narrative_is_cut_where_items_begin_and_end() -> None:
    text = "2020年获奖甲；2021年获奖乙。"
    parts = segments(text, (item(Flag.SUPPORTED, 0, 8), item(Flag.UNSUPPORTED, 9, 17)))
    assert "".join(part.text for part in parts) == text
    assert [(part.flag, part.items) for part in parts if part.flag] == [
        ("supported", (1,)),
        ("unsupported", (2,)),
    ]


def test_where_items_overlap_the_worst_flag_is_shown() -> None:
    parts = segments("甲乙丙丁", (item(Flag.SUPPORTED, 0, 4), item(Flag.UNSUPPORTED, 1, 2)))
    assert [(part.text, part.flag) for part in parts] == [
        ("甲", "supported"),
        ("乙", "unsupported"),
        ("丙丁", "supported"),
    ]


def test_items_with_impossible_places_mark_nothing() -> None:
    parts = segments(
        "甲乙", (item(Flag.SUPPORTED, 0, 0), item(Flag.UNSUPPORTED, 5, 9), item(Flag.SUPPORTED, -3, 1))
    )
    assert "".join(part.text for part in parts) == "甲乙"
    assert [part.flag for part in parts] == ["supported", ""]


def test_the_one_wrong_digit_is_marked() -> None:
    left, right = differences("91330400U9TP62PB47", "91330400U9TP62PB4H")
    assert [run.text for run in left if run.differs] == ["7"]
    assert [run.text for run in right if run.differs] == ["H"]
    assert "".join(run.text for run in left) == "91330400U9TP62PB47"


def test_texts_that_share_nothing_are_not_marked_all_over() -> None:
    left, right = differences("甲公司", "完全不同的另一家企业")
    assert not any(run.differs for run in (*left, *right))
