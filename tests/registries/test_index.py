"""The index: one text's grams are those of many at once, whole texts are found, replaced rows are not."""

import sqlite3
from pathlib import Path
from unittest import mock

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from registries.catalog import open_registries
from registries.index import building, sorting
from registries.index.grams import codes_of, grams, row_grams
from registries.index.layout import OF_COLUMNS
from registries.index.sorting import in_order
from registries.index.tally import heaviest, tally
from registries.index.whole import bucket_of, bucketed, hashes_of, rows_in
from registries.intake import import_table
from registries.query import Query

TEXTS = st.text("宁波甬江数智科技ab1𠮷", min_size=1, max_size=30)


@given(st.lists(TEXTS, min_size=1, max_size=3).map("\t".join))
def test_a_text_alone_has_the_grams_that_it_has_among_many(text: str) -> None:
    keys = row_grams(codes_of([text, "别的"]), np.array([1, 2], np.uint32))
    first = keys[(keys & np.uint64(0xFFFFFFFF)) == 1]
    assert grams(text) == sorted(set((first >> np.uint64(32)).tolist()))


@given(st.lists(TEXTS, min_size=1, max_size=20))
def test_every_text_is_found_whole(texts: list[str]) -> None:
    rows = np.arange(1, len(texts) + 1, dtype=np.uint32)
    held = dict(bucketed(in_order(iter([hashes_of(texts, rows)]), len(texts))))
    for row, text in enumerate(texts, 1):
        bucket, told = bucket_of(text)
        assert row in rows_in(held[bucket], told)


def test_the_tally_adds_the_weights_of_every_row() -> None:
    lists = [(2.0, np.array([1, 5, 9], np.uint32)), (1.0, np.array([5, 7], np.uint32))]
    told = tally(lists, 10)
    assert told.rows.tolist() == [1, 5, 7, 9]
    assert told.sums == pytest.approx([2.0, 3.0, 1.0, 2.0], abs=0.01)
    assert heaviest(told.sums, 10).tolist() == [1, 0, 3, 2]  # of equal ones the first row
    assert heaviest(told.sums, 2).tolist() == [1, 0]


@pytest.mark.parametrize("last", [3, 10_000_000, 4_000_000_000])
def test_the_tally_bears_many_lists_and_large_numbers_of_rows(last: int) -> None:
    told = tally([(1.0, np.array([2, last], np.uint32))] * 600, 10)
    assert told.rows.tolist() == [2, last]
    assert told.sums.tolist() == [600.0, 600.0]


@given(st.lists(st.integers(1, 1 << 40), min_size=1, max_size=300), st.integers(1, 50))
def test_numbers_are_sorted_in_portions(numbers: list[int], bucket: int) -> None:
    chunks = np.array_split(np.array(numbers, np.uint64), 4)
    with mock.patch.object(sorting, "BUCKET", bucket):
        portions = list(in_order(iter(chunks), (1 << 32) - 1))
    assert np.concatenate(portions).tolist() == sorted(set(numbers))


def test_a_pair_of_characters_that_stands_in_every_row_is_sorted_in_several_portions() -> None:
    rows = np.arange(1, 10_001, dtype=np.uint64)
    keys = np.sort(np.concatenate([rows | np.uint64(gram << 32) for gram in (3, 5)]))
    chunks = [keys[(keys & np.uint64(0xFFFFFFFF)) // np.uint64(1001) == at] for at in range(10)]
    with mock.patch.object(sorting, "BUCKET", 1_000):
        portions = list(in_order(iter([keys[:0], *chunks]), 10_000))
    assert np.concatenate(portions).tolist() == keys.tolist()
    assert max(map(len, portions)) < 1_200


@pytest.mark.parametrize("gap", [False, True])
def test_an_index_built_in_small_portions_is_the_same(tmp_path: Path, gap: bool) -> None:
    names = [f",宁波{'海曙北仑'[at % 3]}第{at}数智（{at % 7}）科技有限公司" for at in range(400)]
    if gap:  # rows that repeat an earlier one leave their numbers unused
        names[20:300] = names[:1] * 280
    held = []
    for chunk, bucket in ((1 << 15, 1_500_000), (16, 100)):
        snapshot = tmp_path / f"{chunk}.db"
        with mock.patch.object(building, "CHUNK", chunk), mock.patch.object(sorting, "BUCKET", bucket):
            import_table("companies", _table(tmp_path, "n.csv", names), snapshot, now="2022")
        connection = sqlite3.connect(snapshot)
        connection.execute(
            "UPDATE texts SET lines = rtrim(lines, char(10))"
        )  # a block may end before its gap
        connection.execute("DELETE FROM texts WHERE lines = ''")
        held.append(
            [connection.execute(f"SELECT * FROM {name} ORDER BY id").fetchall() for name in OF_COLUMNS]
        )
    assert held[0] == held[1]
    assert all(held[0])


def _table(folder: Path, name: str, rows: list[str]) -> Path:
    path = folder / name
    path.write_text("uscc,name\n" + "\n".join(rows) + "\n", encoding="utf-8")
    return path


def test_later_rows_are_found_and_replaced_ones_are_not(tmp_path: Path) -> None:
    snapshot = tmp_path / "registries.db"
    names = [f",宁波海曙第{number}数智科技有限公司" for number in range(50)]
    import_table("companies", _table(tmp_path, "b.csv", names), snapshot)
    import_table("companies", _table(tmp_path, "c.csv", [",宁波启衡诺工业软件有限公司"]), snapshot)
    with open_registries(snapshot) as registries:
        for asked in ("宁波启衡诺工业软件有限公司", "宁波启衡诺工业软仵有限公司"):
            best = registries.search(Query("companies", "", {"name": asked})).matches[0]
            assert best.record.get("name") == "宁波启衡诺工业软件有限公司"
        last = registries.search(Query("companies", "", {"name": "宁波海曙第49数智科枝有限公司"})).matches[0]
        assert last.record.get("name") == "宁波海曙第49数智科技有限公司"


def test_the_text_of_a_replaced_row_leaves_the_index(tmp_path: Path) -> None:
    snapshot = tmp_path / "registries.db"
    code = "91330201MA2AGX576R"
    others = [f",宁波海曙第{number}数智科技有限公司" for number in range(50)]
    import_table(
        "companies", _table(tmp_path, "a.csv", [f"{code},甬江旧名数智科技有限公司", *others]), snapshot
    )
    import_table("companies", _table(tmp_path, "b.csv", [f"{code},甬江新名数智科技有限公司"]), snapshot)
    with sqlite3.connect(snapshot) as connection:
        texts = "\n".join(lines for (lines,) in connection.execute("SELECT lines FROM texts"))
    assert "新名" in texts
    assert "旧名" not in texts
