"""A real service with a worker, one Chromium, and reviewers who are signed in."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from bench.served import PASSWORD, Served
from tests.conftest import Verified
from verifier.report.report import Report
from verifier.report.writing import as_json
from verifier.reviewing.risk import risks
from verifier.store.accounts import people
from verifier.store.accounts.caller import Caller
from verifier.store.accounts.roles import Role, permissions
from verifier.store.database import now, open_store
from verifier.store.filestore import FileStore
from verifier.store.submissions import applications, reports, submitting
from verifier.store.submissions.applications import Draft
from verifier.store.submissions.files import Kept, add_file
from verifier.store.submissions.state import EVIDENCE, FORM, State
from verifier.store.tables import User

CHROMIUM = Path("/usr/bin/chromium")
TENANT = "杭州市"
PEOPLE = {"lead": ("王组长", Role.LEAD), "rev1": ("李评审", Role.REVIEWER), "rev2": ("赵评审", Role.REVIEWER)}


@dataclass
class Bench:
    """The service, and the browser before it."""

    served: Served
    browser: Any
    application: Verified
    signed_in: dict[str, Any] = field(default_factory=dict)
    """Cookies by login: who has signed in once need not do it for every test."""

    def page(self, login: str = "lead", **more: Any) -> Any:
        """A page of somebody who is signed in; errors of its script are errors of the test."""
        more = {
            "viewport": {"width": 1280, "height": 800},
            "storage_state": self.signed_in.get(login),
            **more,
        }
        context = self.browser.new_context(base_url=self.served.url, locale="zh-CN", **more)
        context.set_default_timeout(30_000)
        page = context.new_page()
        page.troubles = []
        page.on("pageerror", lambda error: page.troubles.append(str(error)))
        page.on("console", lambda m: page.troubles.append(m.text) if "Content Security" in m.text else None)
        if login not in self.signed_in:
            page.goto("/login")
            page.get_by_label("登录名").fill(login)
            page.get_by_label("密码").fill(PASSWORD)
            page.keyboard.press("Enter")
            page.wait_for_url("**/inbox*")
            self.signed_in[login] = context.storage_state()
        return page

    def key(self) -> str:
        return self.served.key(TENANT)

    def verified(self, title: str = "测试申报", city: str = "杭州市", **more: Any) -> str:
        """A verified application: its report is kept as a worker keeps it, so that no test waits for one."""
        store = open_store(self.served.database)
        files = FileStore(str(self.served.folder / "files"), self.served.folder / "scratch")
        with store.writing() as session:
            made = keep(session, files, self.application, Draft(title, city, as_of=date(2022, 4, 15)), **more)
        store.close()
        return made


def caller_of_lead(session: Session) -> Caller:
    user = session.scalars(select(User).where(User.login == "lead")).one()
    return Caller(user.id, user.tenant_id, user.name, Role.LEAD, permissions(Role.LEAD))


def keep(
    session: Session, files: FileStore, verified: Verified, draft: Draft, report: Report | None = None
) -> str:
    """An application with its files, and the report on it as the one that counts."""
    caller = caller_of_lead(session)
    made = applications.create(session, caller, draft, now())
    session.flush()
    for part, paths in ((FORM, [verified.form]), (EVIDENCE, sorted(verified.evidence.iterdir()))):
        for path in paths:
            body = path.read_bytes()
            kept = Kept(part, path.name, files.put(body), len(body))
            add_file(session, caller, made, kept, now())
    session.flush()
    run = submitting.submit(session, caller, made, "verify", now())
    run.state, run.stage, run.finished_at = State.DONE, "finished", now()
    told = report or verified.report
    body = json.dumps(as_json(told), ensure_ascii=False).encode()
    made.state = State.DONE
    reports.keep_report(session, run, as_json(told), files.put(body), len(body), now(), risks(told))
    return made.id


@pytest.fixture(scope="session")
def served(tmp_path_factory: pytest.TempPathFactory, verified_application: Verified) -> Iterator[Served]:
    settings = {
        "HEZHENG_CACHE": str(verified_application.cache),
        "HEZHENG_REGISTRIES": str(verified_application.registries.parent),
        "HEZHENG_SECURE_COOKIES": "false",
    }
    served = Served(tmp_path_factory.mktemp("workbench"), settings).start()
    served.key(TENANT)
    store = open_store(f"sqlite:///{served.folder / 'hezheng.db'}")
    with store.writing() as session:
        tenant = people.tenant_named(session, TENANT)
        for login, (name, role) in PEOPLE.items():
            people.add_user(session, tenant.id, login, name, role, PASSWORD, now())
    store.close()
    yield served
    served.stop()


# A browser for each file of tests: while Playwright is open its loop runs in the tests' own thread, where no
# other loop may start then.
@pytest.fixture(scope="module")
def bench(served: Served, verified_application: Verified) -> Iterator[Bench]:
    if not CHROMIUM.exists():
        pytest.skip("Chromium is not installed: apt-get install chromium")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=["--no-sandbox"])
        yield Bench(served, browser, verified_application)
        browser.close()


@pytest.fixture(scope="module")
def reviewed(bench: Bench) -> str:
    """An application to look at."""
    return bench.verified()


@pytest.fixture
def page(bench: Bench) -> Iterator[Callable[..., Any]]:
    """Pages of people; what their scripts complained about fails the test."""
    opened = []

    def open_page(login: str = "lead", **more: Any) -> Any:
        opened.append(bench.page(login, **more))
        return opened[-1]

    yield open_page
    for one in opened:
        troubles = one.troubles
        one.context.close()
        assert not troubles
