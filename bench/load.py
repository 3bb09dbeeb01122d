"""Load on the service: uploads while both cores read, a backlog over a restart, a worker killed for good."""

import hashlib
import json
import os
import random
import signal
import socket
import sqlite3
import statistics
import subprocess
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import httpx

from bench.postgres import postgres, programs
from bench.served import Served
from bench.tiny import Tiny

CLIENTS, FILES_EACH, FILE_BYTES = 50, 4, 5_000_000
BACKLOG = 2_000
CHUNK = 1 << 18


def uploads(folder: Path, tiny: Tiny) -> dict[str, Any]:
    """Acknowledgements of 50 clients with 5 MB files each, while readers keep both cores busy."""
    served = Served(folder / "served", {"HEZHENG_NICE": "10"}).start()
    try:
        key = served.key()
        busy = _keep_reading(served, key, tiny)
        waits, errors = _upload_all(served, key)
        cores = _load()
        busy.set()
    finally:
        served.kill()
    return {
        "clients": CLIENTS,
        "files": len(waits),
        "file_bytes": FILE_BYTES,
        "errors": errors,
        "load_average": cores,
        **percentiles(waits),
    }


def percentiles(seconds: list[float]) -> dict[str, float]:
    """The middle, the 95th and the 99th of a hundred, and the longest, in milliseconds."""
    cut = statistics.quantiles(seconds, n=100)
    told = {"p50_ms": cut[49], "p95_ms": cut[94], "p99_ms": cut[98], "max_ms": max(seconds)}
    return {name: round(value * 1000, 1) for name, value in told.items()}


def _load() -> float:
    return round(os.getloadavg()[0], 2)


def _keep_reading(served: Served, key: str, tiny: Tiny) -> threading.Event:
    """Applications of many pages are verified all the time, until told to stop."""
    client, stop = served.client(key), threading.Event()

    def hand_in(number: int) -> str:
        path = tiny.pages(served.folder / f"busy-{number}.pdf", number, pages=60)
        made = client.create(f"忙 {number}")
        client.put_form(made.id, tiny.form)
        client.put_evidence(made.id, path)
        client.submit(made.id)
        return made.id

    first = hand_in(0)
    for number in range(1, 4):
        hand_in(number)
    while (run := client.progress(first)) is None or not run.pages_done:
        time.sleep(0.2)
    return stop


def _upload_all(served: Served, key: str) -> tuple[list[float], int]:
    """How long each acknowledgement took after the last byte was sent, and how many uploads failed."""
    client = served.client(key)
    homes = [client.create(f"上传 {n}").id for n in range(CLIENTS)]
    start = threading.Barrier(CLIENTS)
    # Made before: what the clients work would be waited for as if the service worked it.
    common = random.Random(0).randbytes(FILE_BYTES - 8)
    bodies = [[_body(common, client, n) for n in range(FILES_EACH)] for client in range(CLIENTS)]

    def upload(number: int) -> list[float | None]:
        # What the system has swallowed is not sent yet: with a small buffer the last byte is the last byte.
        small = httpx.HTTPTransport(socket_options=[(socket.SOL_SOCKET, socket.SO_SNDBUF, CHUNK // 4)])
        with httpx.Client(base_url=served.url, timeout=60, trust_env=False, transport=small) as http:
            start.wait()
            return [_upload(http, key, homes[number], body, sha256) for body, sha256 in bodies[number]]

    with ThreadPoolExecutor(CLIENTS) as pool:
        found = [wait for waits in pool.map(upload, range(CLIENTS)) for wait in waits]
    good = [wait for wait in found if wait is not None]
    return good, len(found) - len(good)


def _body(common: bytes, client: int, number: int) -> tuple[bytes, str]:
    body = b"%04d%04d" % (client, number) + common
    return body, hashlib.sha256(body).hexdigest()


def _upload(http: httpx.Client, key: str, application: str, body: bytes, sha256: str) -> float | None:
    sent = 0.0

    def chunks() -> Any:
        nonlocal sent
        for at in range(0, len(body), CHUNK):
            yield body[at : at + CHUNK]
        sent = time.perf_counter()

    headers = {"Authorization": f"Bearer {key}", "X-SHA256": sha256, "Content-Length": str(len(body))}
    place = f"/api/v1/applications/{application}/evidence"
    answer = http.put(place, params={"name": f"{sha256[:12]}.pdf"}, content=chunks(), headers=headers)
    waited = time.perf_counter() - sent
    return waited if answer.status_code == 200 and answer.json()["sha256"] == sha256 else None


def backlog(folder: Path, tiny: Tiny) -> dict[str, Any]:
    """2,000 submissions, the service killed and started anew, and whether all wait in their order."""
    served = Served(folder / "served").start("--no-worker")
    try:
        key = served.key()
        client = served.client(key)
        page = tiny.pages(folder / "one.pdf", 0, pages=1)
        begun = time.perf_counter()
        runs = []
        for number in range(BACKLOG):
            made = client.create(f"积压 {number}")
            client.put_form(made.id, tiny.form)
            client.put_evidence(made.id, page)
            runs.append(client.submit(made.id).id)
        seconds = time.perf_counter() - begun
        served.kill()
        served.start("--no-worker")
        waiting = _waiting(served)
        worker = served.run("worker")
        until = time.monotonic() + 300
        while len(started := _started(served)) < 10 and time.monotonic() < until:
            time.sleep(0.5)
        os.killpg(worker.pid, signal.SIGKILL)
        worker.wait()
    finally:
        served.kill()
    return {
        "submitted": len(runs),
        "seconds": round(seconds, 1),
        "waiting_after_restart": len(waiting),
        "in_order": waiting == runs,
        "taken_up": len(started),
        "taken_up_in_order": started == runs[: len(started)],
    }


def _waiting(served: Served) -> list[str]:
    with sqlite3.connect(served.folder / "hezheng.db") as database:
        query = (
            "select workflow_uuid from workflow_status where status='ENQUEUED' order by priority, created_at"
        )
        return [row[0] for row in database.execute(query)]


def _started(served: Served) -> list[str]:
    with sqlite3.connect(served.folder / "hezheng.db") as database:
        return [
            row[0]
            for row in database.execute(
                "select id from runs where started_at is not null order by started_at"
            )
        ]


def workers(folder: Path, tiny: Tiny) -> dict[str, Any]:
    """Two workers on one PostgreSQL; one is killed for good in the middle of its runs."""
    if programs() is None:
        raise SystemExit("PostgreSQL is not installed: apt-get install postgresql")
    with postgres() as server:
        settings = {"HEZHENG_DATABASE": server.new_database("two"), "HEZHENG_LOG_FORMAT": "json"}
        served = Served(folder / "served", settings).start("--no-worker")
        pair = [served.run("worker"), served.run("worker")]
        try:
            return _kill_one(served, tiny, pair)
        finally:
            for worker in pair:
                if worker.poll() is None:
                    os.killpg(worker.pid, signal.SIGKILL)
                    worker.wait()
            served.kill()


def _kill_one(served: Served, tiny: Tiny, pair: list[subprocess.Popen[bytes]]) -> dict[str, Any]:
    client = served.client()
    ids = []
    for number in range(6):
        made = client.create(f"双机 {number}")
        client.put_form(made.id, tiny.form)
        client.put_evidence(made.id, tiny.pages(served.folder / f"{number}.pdf", number, pages=8))
        client.submit(made.id)
        ids.append(made.id)
    running = 0
    while running < 2:
        running = sum(client.get(i).state == "running" for i in ids)
        time.sleep(0.2)
    os.killpg(pair[0].pid, signal.SIGKILL)
    pair[0].wait()
    killed = time.perf_counter()
    states = [client.wait(i, seconds=900, every=0.5).state for i in ids]
    kept = [json.loads(line) for line in served.log.splitlines() if '"pages read"' in line]
    pages = [(line["file"], page) for line in kept for page in line["pages"]]
    return {
        "submissions": len(ids),
        "done": states.count("done"),
        "seconds_after_kill": round(time.perf_counter() - killed, 1),
        "taken_over": "taking over from" in served.log,
        "pages_read_twice": len(pages) - len(set(pages)),
    }
