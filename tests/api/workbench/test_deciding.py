"""A reviewer decides by keyboard; two who decide at once lose nothing."""

from collections.abc import Callable
from typing import Any

from tests.api.workbench.conftest import Bench

Pages = Callable[..., Any]


def at(page: Any, label: str) -> None:
    """The claim before the reviewer is this one."""
    page.locator("#claim-title", has_text=label).wait_for(timeout=5000)


def label(page: Any) -> str:
    return str(page.locator("#claim-title").inner_text())


def open_claims(page: Any) -> int:
    return int(page.locator("#list li.open").count())


def test_one_key_accepts_and_goes_on_and_one_takes_it_back(page: Pages, bench: Bench) -> None:
    at_desk = page("rev1")
    at_desk.goto(f"/applications/{bench.verified()}")
    first, before = label(at_desk), open_claims(at_desk)
    at_desk.keyboard.press("a")
    at_desk.locator("#toast", has_text=f"采纳：{first}").wait_for()
    assert label(at_desk) != first
    assert open_claims(at_desk) == before - 1
    at_desk.keyboard.press("u")
    at_desk.locator("#toast", has_text=f"撤销：{first}").wait_for()
    assert (label(at_desk), open_claims(at_desk)) == (first, before)


def test_overruling_to_supported_waits_for_a_second_person(page: Pages, bench: Bench) -> None:
    id_ = bench.verified()
    one, two = page("rev1"), page("rev2")
    one.goto(f"/applications/{id_}")
    claim, number = label(one), one.locator("#claim").get_attribute("data-number")
    one.keyboard.press("x")
    one.keyboard.press("2")
    assert one.locator("#overrule input:checked").get_attribute("value") == "supported"
    one.keyboard.press("4")
    one.keyboard.press("Enter")
    one.locator("#toast", has_text="待第二人复核").wait_for()
    assert "proposed" in str(one.locator(f"#row-{number}").get_attribute("class"))
    one.goto(f"/applications/{id_}?c={number}")
    one.keyboard.press("a")  # accepts the machine's flag: one's own overruling is not confirmed so
    one.locator("#toast", has_text="采纳：").wait_for()
    one.keyboard.press("u")
    one.locator("#toast", has_text="撤销：").wait_for()
    two.goto(f"/applications/{id_}?c={number}")
    at(two, claim)
    assert "复核同意" in two.locator(".decide").inner_text()
    two.keyboard.press("a")
    two.locator("#toast", has_text="复核同意").wait_for()
    assert "overruled" in str(two.locator(f"#row-{number}").get_attribute("class"))


def test_asking_the_company_goes_into_the_letter_to_it(page: Pages, bench: Bench) -> None:
    from io import BytesIO

    from docx import Document

    id_ = bench.verified()
    at_desk = page("rev1")
    at_desk.goto(f"/applications/{id_}")
    at_desk.keyboard.press("q")
    at_desk.locator("#ask textarea").fill("请补充2021年度审计报告全文。")
    at_desk.keyboard.press("Control+Enter")
    at_desk.locator("#toast", has_text="请企业补正").wait_for()
    letter = at_desk.request.get(f"/applications/{id_}/notice.docx").body()
    said = "\n".join(p.text for p in Document(BytesIO(letter)).paragraphs)
    assert "请补充2021年度审计报告全文。" in said
    assert "审核人员请补充或者说明的事项" in said
    opinion = at_desk.request.get(f"/applications/{id_}/opinion.docx").body()
    assert "请企业补正1项" in "\n".join(p.text for p in Document(BytesIO(opinion)).paragraphs)


def test_of_two_who_decide_at_once_the_second_sees_both_and_loses_nothing(page: Pages, bench: Bench) -> None:
    id_ = bench.verified()
    one, two = page("rev1"), page("rev2")
    for each in (one, two):
        each.goto(f"/applications/{id_}")
    number = one.locator("#claim").get_attribute("data-number")
    two.keyboard.press("x")
    two.keyboard.press("1")
    two.locator("#overrule textarea").fill("我写了很久的理由")
    one.keyboard.press("a")
    one.locator("#toast", has_text="采纳：").wait_for()
    two.keyboard.press("Control+Enter")
    conflict = two.locator("#conflict")
    conflict.wait_for()
    assert "李评审" in conflict.inner_text() and "我写了很久的理由" in conflict.inner_text()
    two.keyboard.press("1")
    two.locator("#toast", has_text="改判").wait_for()
    two.goto(f"/applications/{id_}?c={number}")
    told = two.locator(".told").inner_text()
    assert "我写了很久的理由" in told and "采纳" in told


def test_what_others_decide_appears_without_reloading(page: Pages, bench: Bench) -> None:
    id_ = bench.verified()
    one, two = page("rev1"), page("rev2")
    for each in (one, two):
        each.goto(f"/applications/{id_}")
    number = one.locator("#claim").get_attribute("data-number")
    one.keyboard.press("a")
    two.locator(f"#row-{number}.accepted").wait_for(timeout=6000)
    two.locator(".stand.accepted").wait_for(timeout=3000)


def test_the_machines_verdict_stays_and_reviews_only_grow(bench: Bench, page: Pages) -> None:
    import sqlite3

    id_ = bench.verified()
    at_desk = page("rev1")
    at_desk.goto(f"/applications/{id_}")
    number = at_desk.locator("#claim").get_attribute("data-number")
    address = f"/api/v1/applications/{id_}/report"
    before = at_desk.request.get(address).json()["claims"]
    at_desk.keyboard.press("x")
    at_desk.keyboard.press("1")
    at_desk.keyboard.press("5")
    at_desk.keyboard.press("Enter")
    at_desk.locator("#toast", has_text="改判").wait_for()
    assert at_desk.request.get(address).json()["claims"] == before
    database = sqlite3.connect(bench.served.folder / "hezheng.db")
    for statement in ("update reviews set reason = ''", "delete from reviews"):
        try:
            database.execute(statement)
        except sqlite3.IntegrityError as error:
            assert "append only" in str(error)
        else:
            raise AssertionError(statement)
    database.rollback()
    kept = database.execute("select action from audit_log where target = ?", (id_,)).fetchall()
    assert ("review.overrule",) in kept
    database.close()
    assert number


def test_a_reviewer_of_another_city_sees_nothing(bench: Bench, reviewed: str) -> None:
    import httpx

    answer = httpx.get(f"{bench.served.url}/applications/{reviewed}", headers={"Accept": "text/html"})
    assert answer.status_code == 303 and answer.headers["location"].startswith("/login?next=")
    key = bench.served.key("宁波市")
    headers = {"Authorization": f"Bearer {key}"}
    for path in ("", "/claims/1", "/sheets", "/papers", "/history", "/opinion.docx", "/live"):
        found = httpx.get(f"{bench.served.url}/applications/{reviewed}{path}", headers=headers)
        assert found.status_code == 404, path


def test_a_decision_about_a_verdict_that_changed_is_open_again(bench: Bench) -> None:
    """Who accepted «unsupported» has not accepted what a corrected reading makes of it."""
    from dataclasses import replace

    from tests.api.workbench.conftest import caller_of_lead
    from verifier.report.writing import as_json
    from verifier.reviewing.standing import Act, Stand
    from verifier.store import reviews
    from verifier.store.database import now, open_store
    from verifier.store.reviews import Wish
    from verifier.store.submissions import applications, reports, submitting
    from verifier.verdict import Flag, Outcome

    id_ = bench.verified()
    store = open_store(bench.served.database)
    with store.writing() as session:
        caller = caller_of_lead(session)
        application = applications.find(session, caller, id_)
        first, second = [v.key for v in reviews.verdicts_of(session, application) if v.flag == "supported"][
            :2
        ]
        waiting = application.undecided
        for key in (first, second):
            reviews.act(session, caller, application, Wish(key, Act.ACCEPT, 0), now())
        session.flush()
        assert application.undecided == waiting - 2
        report = bench.application.report
        changed = tuple(
            replace(v, flag=Flag.UNSUPPORTED, outcome=Outcome.CONTRADICTED) if v.key == first else v
            for v in report.verdicts
        )
        run = submitting.submit(session, caller, application, "verify", now())
        flat = as_json(replace(report, verdicts=changed))
        reports.keep_report(session, run, flat, "0" * 64, 1, now())
        after = reviews.standings(session, application)
        assert (after[first].stand, after[second].stand) == (Stand.OPEN, Stand.ACCEPTED)
        assert application.undecided == waiting - 1
        session.rollback()
    store.close()
