"""A disk full while files come in, while pages are read, while the report is written: a tmpfs of a few megabytes."""

import errno
import os
import subprocess
import time
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from api.client import ApiProblem, Client
from bench.served import Served
from bench.tiny import Tiny

BLOCK = 1 << 16


def can_mount() -> bool:
    """Whether a tmpfs can be mounted here: as root, with the capability for it."""
    return os.getuid() == 0 and subprocess.run(["unshare", "-m", "true"], capture_output=True).returncode == 0


class SmallDisk:
    """A file system of its own that is soon full."""

    def __init__(self, folder: Path, megabytes: int) -> None:
        self.folder, self._megabytes = folder, megabytes

    def fill(self, leave: int) -> None:
        """Leave so many bytes at most."""
        with (self.folder / "ballast").open("ab") as file, suppress(OSError):
            while (room := self.room() - leave) > 0:
                file.write(bytes(min(room, BLOCK)))
                file.flush()

    def clear(self) -> None:
        """Make room again."""
        (self.folder / "ballast").unlink(missing_ok=True)

    def room(self) -> int:
        """Bytes that are left."""
        state = os.statvfs(self.folder)
        return state.f_bavail * state.f_frsize

    def __enter__(self) -> Self:
        self.folder.mkdir(parents=True, exist_ok=True)
        options = f"size={self._megabytes}m"
        subprocess.run(["mount", "-t", "tmpfs", "-o", options, "none", str(self.folder)], check=True)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for _ in range(50):
            if subprocess.run(["umount", str(self.folder)], capture_output=True).returncode == 0:
                return
            time.sleep(0.2)
        raise OSError(errno.EBUSY, "cannot be unmounted", str(self.folder))


def full(folder: Path, tiny: Tiny, database: dict[str, str]) -> dict[str, Any]:
    """Files and what is read lie on the small disk; it is filled in each stage, and emptied after a while."""
    told: dict[str, Any] = {}
    with SmallDisk(folder / "small", megabytes=48) as disk:
        settings = {
            "HEZHENG_FILES": str(disk.folder / "files"),
            "HEZHENG_CACHE": str(disk.folder / "reading.db"),
            **database,
        }
        served = Served(folder / "served", settings).start()
        try:
            client = served.client()
            told["uploading"] = _uploading(client, disk, tiny, folder)
            told["reading"] = _while(client, disk, tiny, folder, "reading", 2)
            told["writing"] = _while(client, disk, tiny, folder, "judging", 3)
        finally:
            served.kill()
    return told


def _uploading(client: Client, disk: SmallDisk, tiny: Tiny, folder: Path) -> dict[str, Any]:
    made = client.create("满盘 1")
    path = folder / "large.pdf"
    path.write_bytes(b"%PDF-1.7 " + os.urandom(5_000_000))
    disk.fill(leave=2_000_000)
    try:
        client.put_evidence(made.id, path)
        refused = ""
    except ApiProblem as problem:
        refused = problem.code
    disk.clear()
    kept = client.put_evidence(made.id, path).name
    return {"refused": refused, "after": kept == path.name}


def _while(
    client: Client, disk: SmallDisk, tiny: Tiny, folder: Path, stage: str, number: int
) -> dict[str, Any]:
    """Fill the disk when the run is at that stage; make room when the run says what it waits for, and is let wait."""
    made = client.create(f"满盘 {number}")
    client.put_form(made.id, tiny.form)
    client.put_evidence(made.id, tiny.pages(folder / f"{number}.pdf", number, pages=8))
    client.submit(made.id)
    until = time.monotonic() + 120
    while time.monotonic() < until:
        run = client.progress(made.id)
        if run is not None and run.stage == stage and (stage != "reading" or run.pages_done):
            break
        time.sleep(0.02)
    disk.fill(leave=0)
    seen: set[str] = set()
    until = time.monotonic() + 120
    while time.monotonic() < until:
        run = client.progress(made.id)
        if run is not None:
            seen.add(f"{run.state}/{run.stage}" + (f" {run.trouble.code}" if run.trouble else ""))
            if run.trouble or run.state == "done":
                until = min(until, time.monotonic() + 5)
        time.sleep(0.2)
    disk.clear()
    state = client.wait(made.id, seconds=300, every=0.3).state
    return {"seen": sorted(seen), "ended": state, "claims": len(client.report(made.id)["claims"])}
