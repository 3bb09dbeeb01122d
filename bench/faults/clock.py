"""A clock that jumps a day forward and back while a run goes on and messages are owed.

API and worker start with `AWRY` as their sitecustomize: it moves what Python says the time is by the days that
stand in a file. (libfaketime turns sleeps of our Python into errors.)
"""

import os
import time
from pathlib import Path
from typing import Any

from bench.receiver import Receiver
from bench.served import Served
from bench.tiny import Tiny

AWRY = """
import os, threading, time, time_machine

def follow(path, wait=time.sleep):
    days, clock = 0.0, time_machine.travel(time.time(), tick=True).start()
    while True:
        wait(0.05)
        with open(path) as file:
            told = float(file.read() or days)
        if told != days:
            clock.shift(86400 * (told - days))
            days = told

threading.Thread(target=follow, args=(os.environ["CLOCK_DAYS"],), daemon=True).start()
"""


def jumped(folder: Path, tiny: Tiny, database: dict[str, str], days: int) -> dict[str, Any]:
    """The clock of API and worker jumps in the middle of reading, while the portal's receiver is down."""
    offset = folder / "days"
    offset.write_text("0")
    (folder / "awry").mkdir()
    (folder / "awry" / "sitecustomize.py").write_text(AWRY)
    settings = {
        "CLOCK_DAYS": str(offset),
        "PYTHONPATH": os.pathsep.join([str(folder / "awry"), os.environ.get("PYTHONPATH", str(Path.cwd()))]),
        "HEZHENG_WEBHOOK_PRIVATE": "1",
        **database,
    }
    served = Served(folder / "served", settings).start()
    receiver = Receiver()
    try:
        client = served.client()
        endpoint = client._post("/webhooks", {"url": receiver.url})
        receiver.secrets.append(endpoint["secret"])
        made = client.create("时钟")
        client.put_form(made.id, tiny.form)
        client.put_evidence(made.id, tiny.pages(folder / "a.pdf", 1, pages=8))
        receiver.status = 503
        run = client.submit(made.id)
        while (now := client.progress(made.id)) is None or not now.pages_done:
            time.sleep(0.05)
        offset.write_text(str(days))
        ended = client.wait(made.id, seconds=300, every=0.3)
        until = time.monotonic() + 120
        # What comes meanwhile bears a time that the receiver rightly refuses.
        while not receiver.forged and time.monotonic() < until:
            time.sleep(0.2)
        offset.write_text("0")
        receiver.status = 204
        begun, before = time.monotonic(), sum(receiver.times.values())
        while sum(receiver.times.values()) == before and time.monotonic() < begun + 200:
            time.sleep(0.2)
        return {
            "days": days,
            "run": ended.state,
            "claims": len(client.report(made.id)["claims"]),
            "told_after_s": round(time.monotonic() - begun, 1),
            "arrived": sum(receiver.times.values()),
            "refused_for_their_time": receiver.forged,
            "ids": len(receiver.ids[run.id]),
            "worker_died": "the worker died" in served.log,
        }
    finally:
        served.kill()
        receiver.close()
