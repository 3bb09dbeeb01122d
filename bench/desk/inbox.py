"""The inbox of 100,000 applications, 30 reviewers at once."""

import random
import threading
import time
from collections.abc import Sequence
from datetime import timedelta
from typing import Any

import httpx
from sqlalchemy import insert

from api.deps import COOKIE
from bench.desk.people import people
from bench.desk.telling import show, spread
from bench.served import Served
from verifier.store.accounts import sessions
from verifier.store.accounts.caller import Caller
from verifier.store.database import Store, now, open_store
from verifier.store.ids import new_id
from verifier.store.tables import Application, User

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
    show("inbox", unit="ms", applications=count, reviewers=REVIEWERS, **spread(every), target=300)
    for name, times in took.items():
        show(f"inbox: {name}", unit="ms", **spread(times))
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
        token, _ = sessions.open_session(session, session.get_one(User, caller.id), now())
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
