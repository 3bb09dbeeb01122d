"""`hezheng export` from a stored report: files with readable names, the page as on its first day, PDF both ways."""

import json
import shutil
from pathlib import Path

import pymupdf
import pytest
from typer.testing import CliRunner

from api.cli import app
from api.html.page import render_report
from api.html.printing import PLAIN, print_report
from api.settings import Settings
from api.stored import read_report
from extractors.files import gather
from tests.conftest import Verified
from verifier.report.writing import as_json


@pytest.fixture
def stored(verified_application: Verified, tmp_path: Path) -> Path:
    path = tmp_path / "report.json"
    path.write_text(json.dumps(as_json(verified_application.report), ensure_ascii=False), "utf-8")
    return path


def test_a_stored_report_is_written_in_every_way(stored: Path, tmp_path: Path) -> None:
    ran = CliRunner().invoke(app, ["export", str(stored), "--out", str(tmp_path / "out")])
    assert ran.exit_code == 0, ran.output
    names = [path.name for path in sorted((tmp_path / "out").iterdir())]
    assert [name.rpartition("-")[2] for name in names] == [
        "审核意见.docx",
        "核验工作簿.xlsx",
        "补正通知.docx",
    ]


def test_the_page_of_a_stored_report_is_the_page_of_the_fresh_one(
    verified_application: Verified, stored: Path
) -> None:
    files, settings = (
        gather([verified_application.evidence]),
        Settings(cache=verified_application.cache, workers=2),
    )
    fresh = render_report(verified_application.report, files, settings)
    assert render_report(read_report(stored), (), settings) == fresh  # crops come from the cache
    assert fresh.count("data:image/webp;base64,") > 5


def text_of(body: bytes) -> str:
    with pymupdf.open(stream=body) as document:
        return "".join(page.get_text() for page in document)


def test_without_a_browser_mupdf_sets_the_same_facts(verified_application: Verified, stored: Path) -> None:
    settings = Settings(cache=verified_application.cache, workers=2)
    files = gather([verified_application.evidence])
    printed = print_report(read_report(stored), files, settings, browser="")
    text = "".join(text_of(printed.body).split())
    assert printed.note == PLAIN
    assert verified_application.report.company in text and "截至核验日已失效" in text and "种类不符" in text
    with pymupdf.open(stream=printed.body) as document:
        assert sum(len(page.get_images()) for page in document) > 3


@pytest.mark.skipif(
    shutil.which("chromium") is None, reason="Chromium is not installed: apt-get install chromium"
)
def test_chromium_prints_the_page(verified_application: Verified, stored: Path) -> None:
    settings = Settings(cache=verified_application.cache, workers=2)
    printed = print_report(read_report(stored), gather([verified_application.evidence]), settings)
    assert printed.note == "" and printed.body.startswith(b"%PDF")
    assert "概览" in text_of(printed.body)


@pytest.mark.skipif(
    shutil.which("chromium") is None, reason="Chromium is not installed: apt-get install chromium"
)
def test_links_to_the_sections_wrap_and_hide_nothing_that_they_lead_to(
    verified_application: Verified, tmp_path: Path
) -> None:
    from playwright.sync_api import sync_playwright

    page = tmp_path / "report.html"
    page.write_text(render_report(verified_application.report, (), Settings(cache=verified_application.cache)), "utf-8")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        tab = browser.new_page(reduced_motion="reduce")
        tab.goto(page.as_uri())
        tab.add_style_tag(content="html{scroll-behavior:auto!important}")
        for width in (1280, 900, 600):
            tab.set_viewport_size({"width": width, "height": 800})
            links = tab.locator("nav")
            assert links.evaluate("nav => nav.scrollWidth <= nav.clientWidth"), width
            assert tab.evaluate("document.documentElement.scrollWidth <= innerWidth"), width
            links.get_by_text("指标对照").click()
            top = tab.locator("#indicators").evaluate("e => e.getBoundingClientRect().top")
            below = links.evaluate("nav => nav.getBoundingClientRect().bottom")
            assert below <= top < 200, width
        tab.emulate_media(media="print")
        assert not tab.locator("nav").is_visible()
        browser.close()


def test_what_is_no_report_ends_with_one_line(tmp_path: Path) -> None:
    from verifier.errors import NotAReport

    other = tmp_path / "other.json"
    other.write_text("[1]", "utf-8")
    with pytest.raises(NotAReport, match="不是核验报告"):
        read_report(other)
    other.write_text("{", "utf-8")
    with pytest.raises(NotAReport, match="不是 JSON"):
        read_report(other)
