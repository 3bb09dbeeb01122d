"""Kills API and workers at random while applications come in, and then looks what was lost.

A portal hands in tiny applications without a pause; after a random time the API, the worker or both get
SIGKILL and are started anew. At the end everything that was acknowledged must be there, and only once.
"""

import hashlib
import os
import random
import re
import signal
import subprocess
import threading
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import httpx

from api.client import ApiProblem, Client
from bench.receiver import Receiver
from bench.served import Served
from bench.tiny import Tiny

MOST_WAITING = 3
"""The portal waits while so many applications are not verified yet."""

PAGES = 2


@dataclass
class Ledger:
    """What was acknowledged."""

    files: dict[str, dict[str, str]] = field(default_factory=dict)
    """Application → name → sha256."""

    runs: dict[str, set[str]] = field(default_factory=dict)
    """Application → runs that were acknowledged."""

    refused: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Loss:
    """What became of what was acknowledged."""

    kills: int
    applications: int
    files: int
    lost_files: int
    half_reports: int
    duplicates: int
    unfinished: int
    untold: int
    told_under_two_ids: int
    messages_again: int
    pages_kept_twice: int
    pages_read: int
    refused: int
    ended_otherwise: tuple[str, ...] = ()
    """How runs ended that are not done, with their trouble."""

    @property
    def nothing(self) -> bool:
        """Whether nothing was lost, doubled or left undone."""
        wrong = (self.lost_files, self.half_reports, self.duplicates, self.unfinished, self.untold)
        return not any((*wrong, self.told_under_two_ids, self.pages_kept_twice, self.refused))


class Portal(threading.Thread):
    """Hands in application after application, and writes down what was acknowledged."""

    def __init__(
        self, client: Client, tiny: Tiny, folder: Path, ledger: Ledger, told: Callable[[], int]
    ) -> None:
        super().__init__(daemon=True)
        self.enough = threading.Event()
        self._client, self._tiny, self._folder, self._ledger = client, tiny, folder, ledger
        self._told, self._number = told, 0

    def run(self) -> None:
        """Until it is enough."""
        while not self.enough.is_set():
            if len(self._ledger.runs) - self._told() > MOST_WAITING:
                time.sleep(0.2)
                continue
            self._number += 1
            try:
                self._hand_in(self._number)
            except (ApiProblem, httpx.TransportError) as error:
                self._ledger.refused.append(str(error))

    def _hand_in(self, number: int) -> None:
        client, ledger = self._client, self._ledger
        path = self._tiny.pages(self._folder / f"{number}.pdf", number, PAGES)
        made = client.create(f"申报 {number}", external_id=f"K-{number}")
        ledger.files[made.id] = {}
        for file in (client.put_form(made.id, self._tiny.form), client.put_evidence(made.id, path)):
            ledger.files[made.id][file.name] = file.sha256
        ledger.runs.setdefault(made.id, set()).add(client.submit(made.id).id)


def patient(served: Served, key: str) -> Client:
    """A client that goes on trying for as long as a service takes to come back."""
    return Client(served.url, key, timeout=30, tries=14)


def worker_pids(served: Served) -> list[int]:
    """The workers of a service."""
    assert served.process is not None
    found = subprocess.run(
        ["pgrep", "-P", str(served.process.pid), "-f", "api.cli worker"],
        capture_output=True,
        text=True,
        check=False,
    )
    return [int(pid) for pid in found.stdout.split()]


def kill_something(served: Served, chance: random.Random) -> str:
    """Kill the worker, or the API with its worker, and start what does not start by itself."""
    if chance.random() < 0.6:
        for pid in worker_pids(served):
            os.kill(pid, signal.SIGKILL)
        return "worker"
    served.kill()
    served.start()
    return "api"


def kill_while_working(
    served: Served,
    tiny: Tiny,
    kills: int,
    seed: int = 1,
    most_seconds: float = 15,
    say: Callable[[str], None] = lambda text: None,
) -> Loss:
    """Run the whole thing on a service that is up."""
    chance = random.Random(seed)
    receiver, ledger = Receiver(), Ledger()
    key = served.key()
    client = patient(served, key)
    endpoint = client._post("/webhooks", {"url": receiver.url})
    receiver.secrets.append(endpoint["secret"])
    portal = Portal(patient(served, key), tiny, served.folder, ledger, lambda: len(receiver.ids))
    portal.start()
    for number in range(kills):
        wait_for_work(served, receiver, most_seconds)
        time.sleep(chance.uniform(0, 3))
        what = kill_something(served, chance)
        say(f"{number + 1}/{kills} {what}; {len(ledger.runs)} handed in")
    portal.enough.set()
    portal.join(300)
    loss = look(served, client, ledger, receiver, kills)
    receiver.close()
    return loss


def wait_for_work(served: Served, receiver: Receiver, most_seconds: float) -> None:
    """Until pages are read or messages come again, or so long at most: a kill is to hit work, not a start."""
    until = time.monotonic() + most_seconds
    before = (served.log.count('"pages read"'), sum(receiver.times.values()))
    while time.monotonic() < until:
        if (served.log.count('"pages read"'), sum(receiver.times.values())) != before:
            return
        time.sleep(0.1)


def look(served: Served, client: Client, ledger: Ledger, receiver: Receiver, kills: int) -> Loss:
    """Wait until all is done, then count what is not as it should be."""
    unfinished = lost = half = duplicates = 0
    otherwise = []
    for application, runs in ledger.runs.items():
        try:
            done = client.wait(application, seconds=900, every=0.3)
        except TimeoutError:
            unfinished += 1
            continue
        if done.state != "done":
            unfinished += 1
            otherwise.append(f"{done.id} {done.state} {done.trouble}")
            continue
        duplicates += {r["id"] for r in client._get(f"/applications/{application}/runs")} != runs
        half += not whole(client, application)
    for application, files in ledger.files.items():
        stored = {f.name: f for f in client.get(application).files}
        for name, sha256 in files.items():
            lost += name not in stored or not arrives(client, application, stored[name].id, sha256)
    wanted = {run for runs in ledger.runs.values() for run in runs}
    until = time.monotonic() + 120
    while time.monotonic() < until and not wanted <= receiver.ids.keys():
        time.sleep(0.5)
    kept = Counter(
        (file, page)
        for file, pages in re.findall(r'"file": ?"([0-9a-f]{64})", ?"pages": ?\[([0-9, ]*)\]', served.log)
        for page in pages.split(", ")
    )
    return Loss(
        kills=kills,
        applications=len(ledger.runs),
        files=sum(map(len, ledger.files.values())),
        lost_files=lost,
        half_reports=half,
        duplicates=duplicates,
        unfinished=unfinished,
        untold=len(wanted - receiver.ids.keys()),
        told_under_two_ids=sum(len(ids) > 1 for run, ids in receiver.ids.items() if run in wanted),
        messages_again=sum(times - 1 for times in receiver.times.values()),
        pages_kept_twice=sum(times - 1 for times in kept.values()),
        pages_read=len(kept),
        refused=len(ledger.refused),
        ended_otherwise=tuple(otherwise),
    )


def whole(client: Client, application: str) -> bool:
    """Whether a report is there with all its parts; the service checks its sha256 on reading."""
    report = client.report(application)
    return report["schema"] == "hezheng/report/1" and bool(report["claims"]) and bool(report["files"])


def arrives(client: Client, application: str, file: str, sha256: str) -> bool:
    """Whether a file can be had, with the bytes that were acknowledged."""
    body = client._send("GET", f"/applications/{application}/files/{file}/content").content
    return hashlib.sha256(body).hexdigest() == sha256
