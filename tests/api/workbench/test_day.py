"""A reviewer's whole day by keyboard: upload, pre-check, verification, every claim, the letter."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

from docx import Document

from tests.api.workbench.conftest import Bench

Pages = Callable[..., Any]


def tab_to(page: Any, selector: str) -> None:
    """Go on with Tab until this has the focus."""
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("s => document.activeElement?.matches(s)", selector):
            return
    raise AssertionError(f"no Tab leads to {selector}")


def choose(page: Any, selector: str, files: list[Path]) -> None:
    tab_to(page, selector)
    with page.expect_file_chooser() as chooser:
        page.keyboard.press("Space")
    chooser.value.set_files([str(f) for f in files])
    part = selector.partition("=")[2].rstrip("]")
    page.locator(f"[data-list={part}] li").first.wait_for()


def test_from_upload_to_the_letter_by_keyboard_alone(page: Pages, bench: Bench) -> None:
    clerk = page("lead")
    # Kept on: Playwright switches the interception of choosers on as late as when one is expected, and on a busy
    # machine the key is then pressed before.
    clerk.on("filechooser", lambda _: None)
    clerk.goto("/upload")
    clerk.keyboard.type("某年度数字工厂申报")
    tab_to(clerk, "[name=city]")
    clerk.keyboard.type("杭州市")
    choose(clerk, "[name=form]", [bench.application.form])
    choose(clerk, "[name=evidence]", sorted(bench.application.evidence.iterdir()))
    assert clerk.locator("[data-list=evidence] li").count() == len(list(bench.application.evidence.iterdir()))
    tab_to(clerk, "button[value=precheck]")
    clerk.keyboard.press("Enter")
    clerk.locator("#arrived", has_text="查看自查结果").wait_for(timeout=60_000)
    clerk.keyboard.press("Enter")
    clerk.wait_for_url("**/precheck")
    assert "登记库" not in clerk.locator("main ul").first.inner_text()
    tab_to(clerk, "[data-submit]")
    clerk.keyboard.press("Enter")
    clerk.locator("#arrived", has_text="开始审核").wait_for(timeout=60_000)
    clerk.keyboard.press("Enter")
    clerk.locator("#claim-title").wait_for()
    claims = clerk.locator("#list li.open").count()
    assert claims > 10
    for left in range(claims, 0, -1):
        assert clerk.locator("#list li.open").count() == left
        before = clerk.locator("#claim").get_attribute("data-number")
        if clerk.locator("#claim.unsupported, #claim.needs_review").count():
            clerk.keyboard.press("q")
            clerk.locator("#ask[open]").wait_for()
            clerk.keyboard.press("Enter")
        else:
            clerk.keyboard.press("a")
        clerk.locator(f"#row-{before}:not(.open)").wait_for()
    done = clerk.locator("#progress").inner_text()
    assert f"{claims}\n/ {claims}" in done or f"{claims} / {claims}" in done.replace("\n", " ")
    with clerk.expect_download() as saved:
        clerk.keyboard.press("o")
    opinion = Document(BytesIO(Path(saved.value.path()).read_bytes()))
    said = "\n".join(p.text for p in opinion.paragraphs)
    assert f"审核人员已复核{claims}项" in said
    assert saved.value.suggested_filename.startswith("审核意见")


def test_words_on_a_page_are_found_and_lead_to_it(page: Pages, bench: Bench) -> None:
    """What the worker indexed in the test above, and not what a stranger's tenant has."""
    title = next(
        str(e.fact("title").value)  # type: ignore[union-attr]
        for e in bench.application.report.exhibits
        if e.type == "invention_patent_certificate" and e.fact("title")
    )
    clerk = page("rev1")
    clerk.goto("/search")
    clerk.keyboard.type(title[2:10])
    clerk.keyboard.press("Enter")
    clerk.locator(".hits mark").first.wait_for()
    assert title[2:10] in clerk.locator(".hits mark").first.inner_text().replace(" ", "")
    clerk.locator(".hits a").first.click()
    clerk.locator("li:target img").wait_for()
    key = bench.served.key("宁波市")
    import httpx

    answer = httpx.get(
        f"{bench.served.url}/search", params={"q": title[2:10]}, headers={"Authorization": f"Bearer {key}"}
    )
    assert answer.status_code == 200 and 'class="found"' not in answer.text
    assert "还没有可检索的材料文字" in answer.text
