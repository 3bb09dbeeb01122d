"""A snapshot is read ahead into the system's memory, where there is room, and no longer than somebody needs it."""

import ctypes
import mmap
import os
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from threading import Event

import pytest

from registries.shelf import Shelf
from registries.snapshot.warming import STEP, Warming, read_ahead, spare_memory

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="asks Linux what it has in memory")


def pages_in_memory(path: Path) -> float:
    """The share of a file that lies in the page cache (mincore)."""
    size = path.stat().st_size
    library = ctypes.CDLL(None, use_errno=True)
    with path.open("r+b") as file, mmap.mmap(file.fileno(), size) as mapped:
        pages = (ctypes.c_ubyte * (-(-size // mmap.PAGESIZE)))()
        start = ctypes.c_char.from_buffer(mapped)
        assert library.mincore(ctypes.c_void_p(ctypes.addressof(start)), ctypes.c_size_t(size), pages) == 0
        del start
    return sum(page & 1 for page in pages) / len(pages)


def on_disk_alone(path: Path, size: int) -> Path:
    with path.open("wb") as file:
        file.write(os.urandom(size))
        file.flush()
        os.fsync(file.fileno())
        os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
    return path


def test_all_of_a_file_lies_in_memory_soon_after(tmp_path: Path) -> None:
    path = on_disk_alone(tmp_path / "snapshot.db", 3 * STEP + 100)
    Warming(path).wait()
    until = time.monotonic() + 10  # the order is taken at once, the disk follows
    while pages_in_memory(path) < 1 and time.monotonic() < until:
        time.sleep(0.05)
    assert pages_in_memory(path) == 1


def test_a_file_without_room_or_no_longer_wanted_is_left_alone(tmp_path: Path) -> None:
    path, stopped = on_disk_alone(tmp_path / "snapshot.db", 2 * STEP), Event()
    assert read_ahead(path, stopped, room=2 * STEP - 1) == 0
    assert read_ahead(path, stopped, room=2 * STEP) == 2 * STEP
    stopped.set()
    assert read_ahead(path, stopped, room=2 * STEP) == 0
    Warming(tmp_path / "gone.db").wait()


def test_a_container_s_limit_counts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    limit = tmp_path / "memory.max"
    monkeypatch.setattr("registries.snapshot.warming._LIMIT", limit)
    free = spare_memory()
    assert free > 0
    limit.write_text("max\n")
    assert spare_memory() == pytest.approx(free, rel=0.5)
    limit.write_text("4096\n")
    assert spare_memory() == 2048


def test_the_shelf_reads_each_version_ahead_and_stops_when_it_is_given_up(
    take_in: Callable[..., Path], tables: Mapping[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    begun: list[Path] = []
    stopped: list[Path] = []

    class Noted(Warming):
        def __init__(self, path: Path) -> None:
            begun.append(path)
            super().__init__(path)

        def stop(self) -> None:
            stopped.append(self._path)
            super().stop()

    monkeypatch.setattr("registries.shelf.Warming", Noted)
    snapshot = take_in(tables)
    shelf = Shelf(snapshot)
    for _ in range(2):
        with shelf.borrow():
            pass
    assert (begun, stopped) == ([snapshot], [])
    shelf.close()
    assert stopped == [snapshot]
