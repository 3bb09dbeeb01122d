"""The workbench, measured in a real browser: python -m bench.desk large|inbox|keys DOSSIER… [--json].

* large: an application of 300 exhibits: first useful view, next evidence, a decision saved, both cores busy
* inbox: 100,000 applications, 30 reviewers at once, p95 by what they ask for
* keys: every claim of a dossier with its truth reviewed by keyboard alone; keystrokes a claim

On the loopback, with `hezheng serve` in a process of its own. Prints one line of JSON for each figure.
"""

import argparse
import json
import multiprocessing
import platform
import random
import statistics
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import httpx
from sqlalchemy import insert

from api.deps import COOKIE
from bench.served import PASSWORD, Served
from extractors.settings import ReadingSettings
from registries.catalog import open_registries
from verifier.pipeline import Toolbox, verify
from verifier.report import Report, as_json
from verifier.reviewing.risk import risks
from verifier.store import accounts, applications
from verifier.store.accounts import Caller
from verifier.store.applications import EVIDENCE, FORM, Draft, Kept, State
from verifier.store.database import Store, now, open_store
from verifier.store.filestore import FileStore
from verifier.store.ids import new_id
from verifier.store.roles import Role, permissions
from verifier.store.tables import Application, User

CHROMIUM = "/usr/bin/chromium"
CITIES = (
    "杭州市",
    "宁波市",
    "温州市",
    "嘉兴市",
    "湖州市",
    "绍兴市",
    "金华市",
    "衢州市",
    "舟山市",
    "台州市",
    "丽水市",
)
REVIEWERS = 30
LOOKS = 20
THINKING = (0.5, 1.5)
"""Seconds between two looks of one reviewer."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure what was asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("what", choices=("large", "inbox", "keys"))
    parser.add_argument("dossiers", nargs="*", type=Path, help="folders with form, evidence and truth.json")
    parser.add_argument("--registries", type=Path)
    parser.add_argument("--count", type=int, default=100_000)
    given = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory(prefix="hezheng-desk-") as place:
        served = Served(Path(place), {"HEZHENG_SECURE_COOKIES": "false"})
        if given.what == "inbox":
            inbox(served, given.count)
        elif given.what == "large":
            large(served)
        else:
            for dossier in given.dossiers:
                keys(served, dossier, given.registries)


def show(figure: str, **told: Any) -> None:
    """One line of JSON."""
    machine = f"{platform.machine()}, Python {platform.python_version()}"
    print(json.dumps({"figure": figure, **told, "machine": machine}, ensure_ascii=False), flush=True)


# Everybody and everything that is reviewed.


def people(store: Store, count: int = 1) -> list[Caller]:
    """Reviewers, the first a lead; made where there are none."""
    made = []
    with store.writing() as session:
        tenant = accounts.add_tenant(session, "浙江省", now())
        session.flush()
        for n in range(count):
            role = Role.REVIEWER if n else Role.LEAD
            user = accounts.add_user(session, tenant.id, f"rev{n}", f"评审员{n}", role, PASSWORD, now())
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
                applications.add_file(session, caller, made, one, now())
        session.flush()
        run = applications.submit(session, caller, made, "verify", now())
        run.state, run.stage, run.finished_at, made.state = State.DONE, "finished", now(), State.DONE
        flat = as_json(report)
        body = json.dumps(flat, ensure_ascii=False).encode()
        applications.keep_report(session, run, flat, kept.put(body), len(body), now(), risks(report))
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


# An application of 300 exhibits.


def large(served: Served) -> None:
    """First view, next evidence, decisions, while both cores are busy with what steps back as readers do."""
    folder = served.folder / "application"
    report = _grown(folder)
    served.start("--no-worker")
    store = open_store(served.database)
    caller = people(store)[0]
    evidence = sorted((folder / "evidence").iterdir())
    id_ = keep(store, served, caller, {FORM: [folder / "form.docx"], EVIDENCE: evidence}, report)
    store.close()
    with browsing(served) as page, _both_cores_busy():
        _large(page, f"/applications/{id_}", report)
    served.stop()


def _large(page: Any, address: str, report: Report) -> None:
    size = {"exhibits": len(report.exhibits), "cores": "both busy at nice 10"}
    first = [_first_view(page, address) for _ in range(8)]
    show("first useful view", unit="ms", cold=first[0], **_spread(first[1:]), target=800, **size)
    number = next(n for n, v in enumerate(report.verdicts, 1) if v.key == "invention_patents_valid")
    page.goto(f"{address}?c={number}")
    page.locator("#stage image").wait_for()
    page.wait_for_timeout(1500)
    looked = [_next_evidence(page) for _ in range(40)]
    show("next evidence", unit="ms", **_spread(looked), target=150, **size)
    page.goto(address)
    page.locator("#stage").wait_for()
    saved = [_decide(page) for _ in range(20)]
    show("decision saved", unit="ms", **_spread(saved), target=200, **size)


LOADED = """() => { const image = document.querySelector('#stage image');
  return image && performance.getEntriesByName(new URL(image.href.baseVal, location).href).some(e => e.responseEnd) }"""


def _first_view(page: Any, address: str) -> float:
    """Until the claim, its evidence and the page picture are there."""
    begun = time.perf_counter()
    page.goto(address, wait_until="commit")
    page.wait_for_function(LOADED, polling="raf")
    return (time.perf_counter() - begun) * 1000


NEXT = """async () => {
  const before = document.querySelector('#stage image')?.href.baseVal, begun = performance.now();
  document.dispatchEvent(new KeyboardEvent('keydown', { key: 'd', bubbles: true }));
  const image = document.querySelector('#stage image');
  const picture = new Image(); picture.src = image.href.baseVal; await picture.decode();
  await new Promise(requestAnimationFrame);
  const took = performance.now() - begun;
  return [took, before !== image.href.baseVal];
}"""


def _next_evidence(page: Any) -> float:
    """From the key to the next page with its box, drawn; then a second for looking at it."""
    took, _ = page.evaluate(NEXT)
    page.wait_for_timeout(1000)
    return float(took)


def _decide(page: Any) -> float:
    """From the key to the answer that it is saved and the next claim before the reviewer."""
    with page.expect_response(lambda r: r.url.endswith("/reviews")) as answer:
        begun = time.perf_counter()
        page.keyboard.press("a")
    answer.value.finished()
    took = (time.perf_counter() - begun) * 1000
    assert answer.value.status == 200, answer.value.status
    page.wait_for_timeout(300)
    return took


def _spread(values: Sequence[float]) -> dict[str, float]:
    ordered = sorted(values)
    return {
        "median": round(statistics.median(ordered), 1),
        "p95": round(ordered[min(len(ordered) - 1, int(len(ordered) * 0.95))], 1),
        "of": len(ordered),
    }


def _grown(folder: Path) -> Report:
    """An example application, verified, its papers handed in again and again until there are 300."""
    from api.example import write_application
    from api.example.facts import Size
    from registries.intake import import_folder

    size = Size(patents=20, software=20, standards=("GB",) * 3, strangers=20)
    write_application(folder, seed=5, traps=("pat_lapsed", "pat_utility"), scans=("digital",), size=size)
    import_folder(folder / "registries", folder / "registries.db")
    with open_registries(folder / "registries.db") as registries:
        toolbox = Toolbox.usual(ReadingSettings(workers=2, cache=folder / "reading.db"), registries)
        report = verify(folder / "form.docx", [folder / "evidence"], toolbox=toolbox, as_of=date(2022, 4, 15))
    return _repeated(report, 300)


def _repeated(report: Report, wanted: int) -> Report:
    """Copies of exhibits under other names, each in the evidence of the claims of the one that it copies."""
    papers = list(report.exhibits)
    copies = [replace(papers[n % len(papers)], id=f"copy-{n}") for n in range(wanted - len(papers))]
    names: dict[str, list[str]] = {}
    for n, copy in enumerate(copies):
        names.setdefault(papers[n % len(papers)].id, []).append(copy.id)
    verdicts = tuple(
        replace(
            v,
            evidence=tuple(
                e
                for old in v.evidence
                for e in (old, *(replace(old, exhibit=c) for c in names.get(old.exhibit, ())))
            ),
        )
        for v in report.verdicts
    )
    return replace(report, exhibits=(*papers, *copies), verdicts=verdicts)


def _burn() -> None:
    import os

    os.nice(10)
    while True:
        sum(n * n for n in range(10_000))


@contextmanager
def _both_cores_busy() -> Iterator[None]:
    """Two processes that never rest, as far back as readers step."""
    burning = [multiprocessing.get_context("spawn").Process(target=_burn, daemon=True) for _ in range(2)]
    for one in burning:
        one.start()
    yield
    for one in burning:
        one.kill()


# The inbox.


def inbox(served: Served, count: int) -> None:
    """Reviewers who look, filter, sort, search and page through, each with time to think."""
    served.start("--no-worker")
    store = open_store(served.database)
    callers = people(store, REVIEWERS)
    begun = time.perf_counter()
    _fill(store, callers, count)
    show("filled", applications=count, seconds=round(time.perf_counter() - begun, 1))
    asks = _asks(callers)
    clients = [_session(served, store, caller) for caller in callers]
    store.close()
    for path in asks.values():
        _look(clients[0], path)  # once, so that every page of the index was read
    took: dict[str, list[float]] = {name: [] for name in asks}
    threads = [threading.Thread(target=_review, args=(c, n, asks, took)) for n, c in enumerate(clients)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    every = [t for times in took.values() for t in times]
    show("inbox", unit="ms", applications=count, reviewers=REVIEWERS, **_spread(every), target=300)
    for name, times in took.items():
        show(f"inbox: {name}", unit="ms", **_spread(times))
    served.stop()


def _asks(callers: Sequence[Caller]) -> dict[str, str]:
    return {
        "newest": "/inbox",
        "undecided first": "/inbox?order=undecided",
        "one city": f"/inbox?city={CITIES[3]}&order=unsupported",
        "mine": f"/inbox?reviewer={callers[1].id}&order=oldest",
        "done, by company": "/inbox?state=done&order=company",
        "search": "/inbox?q=智能制造77",
    }


def _review(client: httpx.Client, number: int, asks: dict[str, str], took: dict[str, list[float]]) -> None:
    chance = random.Random(number)
    time.sleep(chance.uniform(*THINKING))
    for _ in range(LOOKS):
        name = chance.choice(list(asks))
        took[name].append(_look(client, asks[name]))
        time.sleep(chance.uniform(*THINKING))


def _look(client: httpx.Client, path: str) -> float:
    begun = time.perf_counter()
    answer = client.get(path)
    took = (time.perf_counter() - begun) * 1000
    assert answer.status_code == 200, answer.text[:500]
    return took


def _session(served: Served, store: Store, caller: Caller) -> httpx.Client:
    """A client with a session: thirty who sign in at once from one address would be made to wait."""
    with store.writing() as session:
        token, _ = accounts.open_session(session, session.get_one(User, caller.id), now())
    return httpx.Client(base_url=served.url, timeout=60, cookies={COOKIE: token})


def _fill(store: Store, callers: Sequence[Caller], count: int) -> None:
    chance = random.Random(1)
    rows = [_row(n, callers, chance) for n in range(count)]
    with store.writing() as session:
        for begin in range(0, count, 5000):
            session.execute(insert(Application), rows[begin : begin + 5000])


def _row(number: int, callers: Sequence[Caller], chance: random.Random) -> dict[str, Any]:
    at = now() - timedelta(minutes=number)
    done = chance.random() < 0.8
    return {
        "id": new_id("app"),
        "tenant_id": callers[0].tenant_id,
        "title": f"{number}号企业 2022年度数字工厂申报",
        "city": chance.choice(CITIES),
        "state": "done" if done else chance.choice(("draft", "queued", "running", "failed")),
        "revision": 1,
        "company": f"浙江智能制造{number}有限公司" if done else "",
        "uscc": f"91330100MA{number:08d}",
        "assigned_to": chance.choice(callers).id if chance.random() < 0.7 else None,
        "report_id": f"rep_{number}" if done else None,
        "supported": chance.randint(10, 40),
        "unsupported": chance.randint(0, 12),
        "needs_review": chance.randint(0, 6),
        "met": chance.randint(0, 19),
        "not_met": chance.randint(0, 20),
        "open": chance.randint(0, 12),
        "undecided": chance.randint(0, 50),
        "created_by": callers[0].id,
        "created_at": at,
        "updated_at": at,
    }


# Every claim of a dossier, by keyboard alone.


def keys(served: Served, dossier: Path, registries: Path | None) -> None:
    """Hold each flag against the truth: accept what is right, overrule what is wrong; look where it is flagged."""
    truth = json.loads((dossier / "truth.json").read_text("utf-8"))
    with tempfile.TemporaryDirectory() as place:
        reading = ReadingSettings(workers=2, cache=Path(place) / "reading.db")
        with open_registries(registries) if registries else _nothing() as opened:
            toolbox = Toolbox.usual(reading, opened)
            day = date.fromisoformat(truth["as_of"]) if truth.get("as_of") else None
            report = verify(dossier / "form.docx", [dossier / "evidence"], toolbox=toolbox, as_of=day)
    if served.process is None:
        served.start("--no-worker")
    store = open_store(served.database)
    caller = people(store)[0]
    evidence = sorted((dossier / "evidence").iterdir())
    id_ = keep(store, served, caller, {FORM: [dossier / "form.docx"], EVIDENCE: evidence}, report)
    store.close()
    with browsing(served) as page:
        page.goto(f"/applications/{id_}")
        _keys(page, report, truth, dossier.name)
    served.stop()


@contextmanager
def _nothing() -> Iterator[None]:
    yield None


def _keys(page: Any, report: Report, truth: dict[str, Any], name: str) -> None:
    pressed: list[str] = []
    told = {"accepted": 0, "overruled": 0}

    def press(key: str) -> None:
        pressed.append(key)
        page.keyboard.press(key)

    begun = time.perf_counter()
    claims = page.locator("#list li.open").count()
    for _ in range(claims):
        number = int(page.locator("#claim").get_attribute("data-number"))
        verdict = report.verdicts[number - 1]
        right = truth["verdicts"].get(verdict.key, {}).get("flag", verdict.flag.value)
        if verdict.flag.value != "supported":
            for _ in range(min(3, int(page.locator("#claim").get_attribute("data-evidence-count")) - 1)):
                press("d")
        if right == verdict.flag.value:
            told["accepted"] += 1
            press("a")
        else:
            told["overruled"] += 1
            others = [f for f in ("unsupported", "needs_review", "supported") if f != verdict.flag.value]
            for key in ("x", str(others.index(right) + 1), "4", "Enter"):
                press(key)
        page.locator(f"#row-{number}:not(.open)").wait_for()
    show(
        "keystrokes a claim",
        dossier=name,
        claims=claims,
        **told,
        keys=len(pressed),
        each=round(len(pressed) / claims, 2),
        target=2.5,
        seconds=round(time.perf_counter() - begun, 1),
        left=page.locator("#list li.open").count(),
    )


if __name__ == "__main__":
    main()
