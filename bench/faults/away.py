"""A database that is away for half a minute: PostgreSQL stopped and started, SQLite held by another process."""

import sqlite3
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx

from bench.postgres import Postgres
from bench.served import Served
from bench.tiny import Tiny

AWAY_SECONDS = 30.0


def stopped(folder: Path, tiny: Tiny, server: Postgres) -> dict[str, Any]:
    """PostgreSQL is stopped as when its machine fails, in the middle of a run, and started anew."""
    settings = {"HEZHENG_DATABASE": server.new_database("away"), "HEZHENG_LOG_FORMAT": "json"}
    return _away(folder, tiny, settings, server.stop, server.start)


def held(folder: Path, tiny: Tiny) -> dict[str, Any]:
    """Another process, a backup gone wrong perhaps, holds SQLite's only place for writers."""
    release = threading.Event()

    def hold() -> None:
        holder = sqlite3.connect(folder / "served" / "hezheng.db", isolation_level=None, timeout=30)
        holder.execute("begin immediate")
        release.wait()
        holder.execute("rollback")
        holder.close()

    thread = threading.Thread(target=hold)
    return _away(folder, tiny, {"HEZHENG_LOG_FORMAT": "json"}, thread.start, release.set)


def _away(
    folder: Path, tiny: Tiny, settings: dict[str, str], leave: Callable[[], Any], back: Callable[[], Any]
) -> dict[str, Any]:
    served = Served(folder / "served", settings).start()
    try:
        key = served.key()
        client, headers = served.client(key, timeout=90), {"Authorization": f"Bearer {key}"}
        made = client.create("离线")
        client.put_form(made.id, tiny.form)
        client.put_evidence(made.id, tiny.pages(folder / "a.pdf", 1, pages=12))
        client.submit(made.id)
        while (run := client.progress(made.id)) is None or not run.pages_done:
            time.sleep(0.05)
        leave()
        seen, until = set(), time.monotonic() + AWAY_SECONDS
        while time.monotonic() < until:
            seen.add(_create(served, headers))
            time.sleep(0.5)
        back()
        begun = time.monotonic()
        while _create(served, headers) != "201":
            time.sleep(0.1)
        again = time.monotonic() - begun
        state = client.wait(made.id, seconds=300, every=0.3).state
        titles = [a.title for a in client.applications()]
        return {
            "seen": sorted(seen),
            "taken_again_after_s": round(again, 1),
            "run": state,
            "lost": titles.count("离线") != 1,
            "worker_died": "the worker died" in served.log,
        }
    finally:
        served.kill()


def _create(served: Served, headers: dict[str, str]) -> str:
    """What a portal is told that hands in an application now."""
    place = f"{served.url}/api/v1/applications"
    answer = httpx.post(place, json={"title": "试"}, headers=headers, timeout=90)
    told = answer.json()
    return f"{answer.status_code}" + (f" {told['code']}" if "code" in told else "")
