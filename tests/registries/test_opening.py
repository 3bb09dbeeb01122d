"""A snapshot is opened quickly, read by many threads, and refused when it is not whole."""

import sqlite3
import time
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from registries.catalog import Registries, open_registries
from registries.errors import SnapshotBroken, SnapshotMissing
from registries.query import Query

Tables = Mapping[str, str]


def test_no_file(tmp_path: Path) -> None:
    with pytest.raises(SnapshotMissing, match="导入"):
        open_registries(tmp_path / "none.db")


def test_a_cut_off_file_is_refused_on_opening(take_in: Callable[..., Path], tables: Tables) -> None:
    snapshot = take_in(tables)
    content = snapshot.read_bytes()
    for length in (0, 50, 4096, len(content) // 2, len(content) - 1):
        snapshot.write_bytes(content[:length])
        with pytest.raises(SnapshotBroken):
            open_registries(snapshot)


def test_other_files_are_refused(tmp_path: Path) -> None:
    text = tmp_path / "text.db"
    text.write_text("x" * 5000)
    other = tmp_path / "other.db"
    with sqlite3.connect(other) as connection:
        connection.execute("CREATE TABLE kinds (kind TEXT)")
    connection.close()
    for path in (text, other):
        with pytest.raises(SnapshotBroken):
            open_registries(path)


def test_a_page_that_is_damaged_inside_is_no_answer_not_an_empty_one(
    take_in: Callable[..., Path], tables: Tables
) -> None:
    snapshot = take_in(tables)
    content = bytearray(snapshot.read_bytes())
    page = int.from_bytes(content[16:18], "big")
    connection = sqlite3.connect(snapshot)
    root = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'patents'").fetchone()[0]
    connection.close()
    content[(root - 1) * page : root * page] = b"\xee" * page
    snapshot.write_bytes(content)
    with open_registries(snapshot) as registries:
        findings = registries.search(Query("patents", "2019108765432"))
    assert not findings.asked
    assert "重新导入" in findings.problem


def test_an_import_into_a_damaged_file_is_refused(take_in: Callable[..., Path], tables: Tables) -> None:
    snapshot = take_in(tables)
    snapshot.write_bytes(snapshot.read_bytes()[:5000])
    with pytest.raises(SnapshotBroken):
        take_in({"standards": "standard_no,title\nGB/T 1—2020,甲\n"})


def test_opening_is_quick_and_nothing_is_written(take_in: Callable[..., Path], tables: Tables) -> None:
    snapshot = take_in(tables)
    before = snapshot.read_bytes()
    start = time.perf_counter()
    with open_registries(snapshot) as registries:
        assert time.perf_counter() - start < 0.1
        registries.search(Query("patents", "", {"title": "日志"}))
    assert snapshot.read_bytes() == before


def test_many_threads_ask_at_once(opened: Callable[..., Registries], tables: Tables) -> None:
    registries = opened(tables)
    queries = [Query("patents", "", {"title": "一种网关安装支架", "owners": "宁波启衡软件有限公司"})] * 40
    with ThreadPoolExecutor(4) as pool:
        found = [findings.best for findings in pool.map(registries.search, queries)]
    assert all(match is not None and match.record.id == "2018203456787" for match in found)


def test_what_is_loaded_is_told(opened: Callable[..., Registries], tables: Tables) -> None:
    registries = opened(tables)
    assert set(registries.loaded) == {"companies", "patents"}
    assert registries.loaded["patents"].records == 3
    assert registries.version.startswith("companies:")
