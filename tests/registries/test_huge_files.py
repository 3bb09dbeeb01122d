"""A file many times as large takes hardly more memory: rows stream from the file into the snapshot and its index."""

import tracemalloc
from pathlib import Path

import pytest

from bench.huge import write_table
from registries.importing import encoding
from registries.index import building, sorting
from registries.intake import import_table
from registries.snapshot import storing

BYTES_A_ROW = 150
"""What may be kept of each row while a table is taken in: the hashes of its number and of its texts."""


def test_memory_does_not_grow_with_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # What is held at once is made small, so that files of megabytes show what gigabytes would.
    monkeypatch.setattr(encoding, "_BLOCK", 1 << 16)
    monkeypatch.setattr(storing, "BATCH", 200)
    monkeypatch.setattr(building, "CHUNK", 512)
    monkeypatch.setattr(sorting, "BUCKET", 20_000)
    _peak(tmp_path / "before", 1.0)  # what is kept however large a file is: days, tables of characters
    small, large = (_peak(tmp_path / name, size) for name, size in (("small", 0.2), ("large", 1.0)))
    assert large[0] >= 3 * small[0]
    assert large[1] - small[1] < BYTES_A_ROW * (large[0] - small[0])


def _peak(folder: Path, megabytes: float) -> tuple[int, int]:
    """Rows of a table of that size, and the most memory that importing it took."""
    folder.mkdir()
    rows = write_table(folder / "patents.csv", megabytes)
    tracemalloc.start()
    report = import_table("patents", folder / "patents.csv", folder / "registries.db")
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert report.imported == rows
    return rows, peak
