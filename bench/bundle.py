"""What a long bundle costs in memory: python -m bench.bundle [--pages 600] [--jobs 2] [--scans good,fair,poor].

Binds scanned and digital pages of an example application into one PDF of so many pages, each with a
mark of its own, reads it cold, and looks at the memory of every process twice a second. Prints the
greatest resident memory of a worker and of the reading process, by tenth of the run: what does not grow
streams.
"""

import argparse
import os
import tempfile
import threading
import time
from collections import defaultdict
from pathlib import Path

import pymupdf

from api.example.write import write_application
from extractors.files import gather
from extractors.recall import read_files
from extractors.settings import ReadingSettings

PAGE = os.sysconf("SC_PAGE_SIZE")


def bound(folder: Path, pages: int, scans: tuple[str, ...]) -> Path:
    """A bundle of so many pages."""
    write_application(folder / "app", seed=11, scans=scans, bundle="one")
    source = pymupdf.open(next((folder / "app" / "evidence").glob("*.pdf")))
    made = pymupdf.open()
    while len(made) < pages:
        made.insert_pdf(source, to_page=min(len(source), pages - len(made)) - 1)
    for number in range(len(made)):
        made[number].insert_text((20, 20), f"No. {number}", fontsize=6)
    made.save(folder / "bundle.pdf")
    return folder / "bundle.pdf"


class Watch(threading.Thread):
    """Looks at the resident memory of this process and of all that it started."""

    def __init__(self) -> None:
        super().__init__(daemon=True)
        self.seen: list[tuple[float, dict[int, int]]] = []
        self.over = threading.Event()

    def run(self) -> None:
        """Look until told to stop."""
        while not self.over.wait(0.5):
            self.seen.append((time.perf_counter(), dict(_family(os.getpid()))))


def _family(root: int) -> dict[int, int]:
    """Resident bytes of a process and of its descendants."""
    parents = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                parents[int(entry.name)] = int((entry / "stat").read_text().rsplit(") ", 1)[1].split()[1])
            except (OSError, IndexError):
                continue
    family = {root}
    while more := {child for child, parent in parents.items() if parent in family} - family:
        family |= more
    return {pid: resident for pid in family if (resident := _resident(pid))}


def _resident(pid: int) -> int:
    try:
        return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * PAGE
    except OSError:
        return 0


def main() -> None:
    """Run and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=600)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--scans", default="good,fair,poor,digital")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = bound(Path(folder), options.pages, tuple(options.scans.split(",")))
        watch, start = Watch(), time.perf_counter()
        watch.start()
        (reading,) = read_files(gather([path]), ReadingSettings(workers=options.jobs))
        seconds = time.perf_counter() - start
        watch.over.set()
    tenths: dict[int, list[dict[int, int]]] = defaultdict(list)
    for when, memory in watch.seen:
        tenths[min(int(10 * (when - start) / seconds), 9)].append(memory)
    print(
        f"{len(reading.ledger)} pages, {len(reading.exhibits)} exhibits, {seconds:.0f} s, {options.jobs} workers"
    )
    print("tenth of the run   largest worker   this process   (MB)")
    for tenth, looks in sorted(tenths.items()):
        workers = max((r for look in looks for pid, r in look.items() if pid != os.getpid()), default=0)
        own = max(look.get(os.getpid(), 0) for look in looks)
        print(f"{tenth + 1:10d} {workers / 1e6:20.0f} {own / 1e6:14.0f}")


if __name__ == "__main__":
    main()
