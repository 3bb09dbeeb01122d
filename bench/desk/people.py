"""Everybody and everything that is reviewed."""

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from bench.served import PASSWORD, Served
from verifier.report.report import Report
from verifier.report.writing import as_json
from verifier.reviewing.risk import risks
from verifier.store.accounts.caller import Caller
from verifier.store.accounts.people import add_tenant, add_user
from verifier.store.accounts.roles import Role, permissions
from verifier.store.database import Store, now
from verifier.store.filestore import FileStore
from verifier.store.submissions import applications, reports, submitting
from verifier.store.submissions.applications import Draft
from verifier.store.submissions.files import Kept, add_file
from verifier.store.submissions.state import State

CHROMIUM = "/usr/bin/chromium"


def people(store: Store, count: int = 1) -> list[Caller]:
    """Reviewers, the first a lead; made where there are none."""
    made = []
    with store.writing() as session:
        tenant = add_tenant(session, "浙江省", now())
        session.flush()
        for n in range(count):
            role = Role.REVIEWER if n else Role.LEAD
            user = add_user(session, tenant.id, f"rev{n}", f"评审员{n}", role, PASSWORD, now())
            session.flush()
            made.append(Caller(user.id, tenant.id, user.name, role, permissions(role)))
    return made


def keep(
    store: Store, served: Served, caller: Caller, files: dict[str, Sequence[Path]], report: Report
) -> str:
    """An application with its report, as a worker keeps it."""
    kept = FileStore(str(served.folder / "files"), served.folder / "scratch")
    with store.writing() as session:
        made = applications.create(session, caller, Draft("测量", "杭州市", as_of=report.as_of), now())
        session.flush()
        for part, paths in files.items():
            for path in paths:
                body = path.read_bytes()
                one = Kept(part, path.name, kept.put(body), len(body))
                add_file(session, caller, made, one, now())
        session.flush()
        run = submitting.submit(session, caller, made, "verify", now())
        run.state, run.stage, run.finished_at, made.state = State.DONE, "finished", now(), State.DONE
        flat = as_json(report)
        body = json.dumps(flat, ensure_ascii=False).encode()
        reports.keep_report(session, run, flat, kept.put(body), len(body), now(), risks(report))
        return made.id


@contextmanager
def browsing(served: Served) -> Iterator[Any]:
    """A page of the lead in Chromium."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        context = browser.new_context(
            base_url=served.url, viewport={"width": 1440, "height": 900}, locale="zh-CN"
        )
        page = context.new_page()
        page.goto("/login")
        page.get_by_label("登录名").fill("rev0")
        page.get_by_label("密码").fill(PASSWORD)
        page.keyboard.press("Enter")
        page.wait_for_url("**/inbox*")
        yield page
        browser.close()
