"""Has the system read a snapshot into its memory before it is asked for: a worker lives long, a disk is slow.

A misread title wants some thirty pages from all over a file of gigabytes; as long as these lie on disk alone, it waits
for a few of them. What is read ahead lies in the system's page cache, once for all workers: it is none of their
memory, and is given up wherever somebody needs the room. A file for which there is no such room is left alone.
"""

import os
from contextlib import suppress
from pathlib import Path
from threading import Event, Thread

STEP = 1 << 20
"""Bytes that are asked for at once."""
SHARE = 0.5
"""So much of the memory that is free a file may fill."""
_MEMORY = Path("/proc/meminfo")
_LIMIT = Path("/sys/fs/cgroup/memory.max")


class Warming:
    """Reads a file ahead in a thread of its own, which ends with the file or when it is told to."""

    def __init__(self, path: Path) -> None:
        """Begins; nothing is read where the system tells no room for the file."""
        self._path, self._stopped = path, Event()
        self._thread = Thread(target=self._read, name=f"warming {path.name}", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Leaves the rest where it is."""
        self._stopped.set()

    def wait(self) -> None:
        """Waits until all of the file has been asked for."""
        self._thread.join()

    def _read(self) -> None:
        with suppress(OSError):  # it is a kindness: whoever asks will read what is not there
            read_ahead(self._path, self._stopped)


def read_ahead(path: Path, stopped: Event, room: float | None = None) -> int:
    """Asks the system for all of a file, step by step; it answers when the disk has taken the order.

    Args:
        path: the file.
        stopped: set when nobody needs the rest.
        room: so many bytes at most; None is what the system can spare.

    Returns:
        How many bytes were asked for; 0 where the file is larger than the room, or the system has no such order.
    """
    size = path.stat().st_size
    if not hasattr(os, "posix_fadvise") or size > (spare_memory() if room is None else room):
        return 0
    asked = 0
    with path.open("rb", buffering=0) as file:
        while asked < size and not stopped.is_set():
            os.posix_fadvise(file.fileno(), asked, STEP, os.POSIX_FADV_WILLNEED)
            asked += STEP
    return min(asked, size)


def spare_memory() -> float:
    """The bytes that a file may fill: a share of what is free, here and in the container; 0 where none is told."""
    told = _MEMORY.read_text() if _MEMORY.exists() else ""
    free = [int(line.split()[1]) * 1024 for line in told.splitlines() if line.startswith("MemAvailable")]
    limit = _LIMIT.read_text().strip() if _LIMIT.exists() else "max"
    if limit.isdigit():
        free.append(int(limit))
    return SHARE * min(free, default=0)
