"""A misread field is put right, by typing or from a box on the page; all verdicts follow at once."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from rapidfuzz.fuzz import partial_ratio

from tests.api.workbench.conftest import Bench
from verifier.report.report import Report

Pages = Callable[..., Any]


def misread(report: Report) -> tuple[Report, str, str]:
    """The report as it would be had one software certificate's number been misread; the right number, the claim."""
    from verifier.corrections import Correction, correct

    paper = next(e for e in report.exhibits if e.type == "software_copyright_certificate")
    right = str(paper.fact("number").value)  # type: ignore[union-attr]
    wrong = Correction(paper.file, paper.pages[0], "number", "2019SR0000001", paper.id)
    read, _ = correct(report.files, [wrong])
    assert report.form is not None
    return replace(report, files=read), right, paper.id


def judged_wrongly(bench: Bench) -> tuple[Report, str, str]:
    from extractors.settings import ReadingSettings
    from registries.catalog import open_registries
    from verifier.pipeline import Toolbox, conclude

    told, right, paper = misread(bench.application.report)
    assert told.form is not None
    with open_registries(bench.application.registries) as registries:
        toolbox = Toolbox.usual(ReadingSettings(workers=1, cache=bench.application.cache), registries)
        return conclude(told.form, told.files, told.as_of, toolbox), right, paper


def test_a_corrected_number_turns_the_verdict_and_says_what_changed(page: Pages, bench: Bench) -> None:
    wrong, right, paper = judged_wrongly(bench)
    id_ = bench.verified(report=wrong)
    at_desk = page("rev1")
    at_desk.goto(f"/applications/{id_}")
    at_desk.locator("#list a", has_text="软件著作权").first.click()
    at_desk.locator("#claim.unsupported #claim-title", has_text="软件著作权").wait_for()
    at_desk.locator(f'[data-correct="{paper}"]').evaluate(
        "el => el.closest('li').querySelector('.show').click()"
    )
    at_desk.keyboard.press("c")
    at_desk.locator("#correct[open]").wait_for()
    at_desk.locator("#correct [data-field]").select_option("number")
    at_desk.locator("#correct [data-typed] input").fill(right)
    at_desk.keyboard.press("Enter")
    at_desk.locator("#toast", has_text="已更正").wait_for()
    assert "不支持 → ✓ 支持" in at_desk.locator("#toast").inner_text().replace("\n", " ")
    at_desk.locator("#claim.supported").wait_for()
    told = at_desk.request.get(f"/api/v1/applications/{id_}/report").json()
    assert [(c["field"], c["value"], c["by"]) for c in told["corrections"]] == [("number", right, "李评审")]
    runs = at_desk.request.get(f"/api/v1/applications/{id_}/runs").json()
    assert len(runs) == 2


def test_a_box_drawn_on_the_page_brings_the_words_in_it(page: Pages, bench: Bench) -> None:
    id_ = bench.verified()
    at_desk = page("rev1")
    at_desk.goto(f"/applications/{id_}")
    at_desk.locator("#list a", has_text="软件著作权").first.click()
    at_desk.locator("#claim-title", has_text="软件著作权").wait_for()
    at_desk.locator("#stage image").wait_for()
    words = at_desk.locator("#claim .show[aria-expanded=true] .quote").inner_text()
    at_desk.keyboard.press("c")
    at_desk.locator("#correct[open]").wait_for()
    at_desk.locator("#correct [data-draw]").click()
    at_desk.locator(".stage.drawing").wait_for()
    at_desk.keyboard.press("Enter")  # the box that is proposed is that of the evidence
    at_desk.locator("#correct[open]").wait_for()
    at_desk.locator("#drawn", has_text="框内重新识读").wait_for()
    read = at_desk.locator("#correct [data-typed] input").input_value()
    assert partial_ratio(read.replace(" ", ""), words.replace(" ", "")) > 85
    runs = at_desk.request.get(f"/api/v1/applications/{id_}/runs").json()
    assert len(runs) == 1, "what was read is only offered"


def test_a_correction_on_a_report_that_changed_meanwhile_is_refused(page: Pages, bench: Bench) -> None:
    id_ = bench.verified()
    at_desk = page("rev1")
    at_desk.goto(f"/applications/{id_}")
    token = at_desk.locator('meta[name="csrf"]').get_attribute("content")
    paper = bench.application.report.exhibits[0]
    told = {
        "seen": "rep_old",
        "claim": 1,
        "document": paper.id,
        "field": "title",
        "value": "新",
        "page": paper.pages[0],
    }
    answer = at_desk.request.post(
        f"/applications/{id_}/corrections", data=told, headers={"x-csrf-token": str(token)}
    )
    assert (answer.status, answer.json()["code"]) == (412, "CHANGED_MEANWHILE")
