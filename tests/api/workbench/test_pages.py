"""Every page: nothing that hinders people, nothing that runs, in light and dark, wide and at 200 %."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from tests.api.workbench.conftest import Bench
from verifier.report.report import Report

Pages = Callable[..., Any]

PATHS = (
    "/inbox",
    "/queue",
    "/search?q=专利",
    "/dashboard",
    "/upload",
    "/applications/{id}",
    "/applications/{id}/sheets",
    "/applications/{id}/papers",
    "/applications/{id}/history",
    "/applications/{id}/compare",
    "/applications/app_nowhere",
)

SCRIPT = "<script>window.ran=1</script><img src=x onerror=window.ran=1>"
HOSTILE = (
    SCRIPT,
    "' onmouseover='window.ran=1",
    "\u202e发.docx",
    "=cmd|' /C calc'!A0",
    "{{ 7*7 }}${7*7}",
    "很长的名字" * 60,
)


def hindrances(page: Any, *rules: str) -> list[str]:
    """What axe finds that is serious or critical, by all rules or by some."""
    from axe_playwright_python.sync_playwright import Axe

    options = {"runOnly": {"type": "rule", "values": list(rules)}} if rules else None
    found = Axe().run(page, options=options).response["violations"]
    return [
        f"{v['id']} {v['nodes'][0]['target']} {v['nodes'][0].get('failureSummary')}"
        for v in found
        if v["impact"] in ("serious", "critical")
    ]


def test_no_page_hinders_anybody(page: Pages, reviewed: str) -> None:
    at_desk = page("lead")
    for path in PATHS:
        at_desk.goto(path.format(id=reviewed))
        assert not hindrances(at_desk), path


def test_pages_can_be_read_in_the_dark(page: Pages, reviewed: str) -> None:
    at_desk = page("lead", color_scheme="dark")
    for path in ("/inbox", "/dashboard", "/applications/{id}", "/applications/{id}/sheets"):
        at_desk.goto(path.format(id=reviewed))
        assert not hindrances(at_desk, "color-contrast", "link-in-text-block"), path


def test_no_page_scrolls_sideways_at_200_per_cent(page: Pages, reviewed: str) -> None:
    """640 pixels is what a screen of 1280 has left."""
    at_desk = page("lead", viewport={"width": 640, "height": 800})
    for path in PATHS:
        at_desk.goto(path.format(id=reviewed))
        wide = at_desk.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert wide <= 0, f"{path} scrolls sideways by {wide}"


def test_no_dialog_hinders_anybody(page: Pages, reviewed: str) -> None:
    at_desk = page("lead")
    at_desk.goto(f"/applications/{reviewed}")
    at_desk.locator("#list a", has_text="软件著作权").first.click()
    at_desk.locator("#claim-title", has_text="软件著作权").wait_for()
    for key, id_ in (("x", "overrule"), ("q", "ask"), ("m", "note"), ("?", "keys"), ("c", "correct")):
        at_desk.keyboard.press(key)
        at_desk.locator(f"#{id_}[open]").wait_for()
        assert not hindrances(at_desk), id_
        at_desk.keyboard.press("Escape")
        at_desk.locator(f"#{id_}[open]").wait_for(state="detached" if id_ == "correct" else "hidden")
        assert at_desk.evaluate("document.querySelectorAll('dialog[open]').length") == 0


def test_the_sign_in_page_hinders_nobody_and_leads_only_inside(bench: Bench) -> None:
    context = bench.browser.new_context(base_url=bench.served.url, locale="zh-CN")
    page = context.new_page()
    page.goto("/login?next=https://elsewhere.example/")
    assert not hindrances(page)
    assert page.locator("[name=next]").get_attribute("value") == "/inbox"
    page.get_by_label("登录名").fill("rev2")
    page.get_by_label("密码").fill("不是这个密码")
    page.keyboard.press("Enter")
    assert "不正确" in page.locator("[role=alert]").inner_text()
    assert page.get_by_label("登录名").input_value() == "rev2"
    context.close()


def hostile(report: Report) -> Report:
    """The report as it would be of papers and a form that say such things."""
    bad = iter(HOSTILE * 200)

    def spoiled(evidence: Any) -> Any:
        return replace(evidence, quote=next(bad), reason=evidence.reason)

    exhibits = tuple(
        replace(e, facts=tuple(replace(f, value=next(bad), quote=next(bad)) for f in e.facts))
        for e in report.exhibits
    )
    verdicts = tuple(
        replace(
            v,
            claimed=next(bad) if isinstance(v.claimed, str) else v.claimed,
            verified=next(bad) if isinstance(v.verified, str) else v.verified,
            explanation=next(bad),
            question=next(bad),
            evidence=tuple(spoiled(e) for e in v.evidence),
            items=tuple(
                replace(i, name=next(bad), evidence=tuple(spoiled(e) for e in i.evidence)) for i in v.items
            ),
        )
        for v in report.verdicts
    )
    return replace(report, company=SCRIPT, exhibits=exhibits, verdicts=verdicts)


def test_what_stands_on_papers_and_in_names_runs_nowhere(page: Pages, bench: Bench) -> None:
    id_ = bench.verified(title=SCRIPT, city=HOSTILE[1], report=hostile(bench.application.report))
    at_desk = page("lead")
    for path in PATHS[:-1]:
        answer = at_desk.goto(path.format(id=id_))
        policy = answer.headers["content-security-policy"]
        assert "script-src 'self'" in policy and "unsafe" not in policy, path
        assert at_desk.evaluate("window.ran") is None, path
        assert at_desk.locator("main script, main img[onerror], [onmouseover]").count() == 0, path
        assert at_desk.evaluate("!/[\\u202a-\\u202e\\u2066-\\u2069]/.test(document.body.textContent)"), path
    at_desk.goto(f"/applications/{id_}")
    assert SCRIPT in at_desk.locator("h1").inner_text()
    for number in range(1, len(bench.application.report.verdicts) + 1):
        body = at_desk.request.get(f"/applications/{id_}/claims/{number}").text()
        assert "<script" not in body and "<img src=x" not in body and "onmouseover='" not in body
    at_desk.keyboard.press("c")
    at_desk.wait_for_timeout(300)
    assert at_desk.evaluate("window.ran") is None


def test_a_change_without_the_pages_token_is_refused(page: Pages, reviewed: str) -> None:
    at_desk = page("rev1")
    answer = at_desk.request.post(
        f"/applications/{reviewed}/claims/1/reviews", data={"act": "accept", "seen": 0}
    )
    assert (answer.status, answer.json()["code"]) == (403, "CSRF_MISSING")


def test_a_page_for_paper_shows_the_claim_and_no_tools(page: Pages, reviewed: str) -> None:
    at_desk = page("lead")
    at_desk.goto(f"/applications/{reviewed}")
    at_desk.emulate_media(media="print")
    assert at_desk.locator("#claim-title").is_visible()
    assert not at_desk.locator(".decide").is_visible() and not at_desk.locator(".bar").is_visible()
