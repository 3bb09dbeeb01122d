"""The index: one text's grams are those of many at once, whole texts are found, replaced rows are not."""

import sqlite3
from pathlib import Path

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from registries.catalog import open_registries
from registries.index.grams import grams, row_grams
from registries.index.tally import Tally
from registries.index.whole import bucket_of, bucketed, hashes_of, rows_in
from registries.intake import import_table
from registries.query import Query

TEXTS = st.text("宁波甬江数智科技ab1𠮷", min_size=1, max_size=30)


@given(st.lists(TEXTS, min_size=1, max_size=3).map("\t".join))
def test_a_text_alone_has_the_grams_that_it_has_among_many(text: str) -> None:
    keys = row_grams([text, "别的"], np.array([1, 2], np.uint32))
    first = keys[(keys & np.uint64(0xFFFFFFFF)) == 1]
    assert grams(text) == sorted(set((first >> np.uint64(32)).tolist()))


@given(st.lists(TEXTS, min_size=1, max_size=20))
def test_every_text_is_found_whole(texts: list[str]) -> None:
    rows = np.arange(1, len(texts) + 1, dtype=np.uint32)
    held = dict(bucketed([hashes_of(texts, rows)]))
    for row, text in enumerate(texts, 1):
        bucket, told = bucket_of(text)
        assert row in rows_in(held[bucket], told)


def test_the_tally_orders_by_weight_and_begins_anew_each_time() -> None:
    tally = Tally()
    lists = [(2.0, np.array([1, 5, 9], np.uint32)), (1.0, np.array([5, 7], np.uint32))]
    for _ in range(2):
        assert tally.heaviest(lists, most=10, share=0.0) == [5, 1, 9, 7]
    assert tally.heaviest(lists, most=2, share=0.0) == [5, 1]
    many = [(1.0, np.arange(100, dtype=np.uint32)), (1.0, np.arange(40, 60, dtype=np.uint32))]
    assert tally.heaviest(many, most=100, share=0.9) == list(range(40, 60))


def test_the_tally_bears_more_lists_than_a_counter_can_hold() -> None:
    lists = [(1.0, np.array([3], np.uint32))] * 600
    assert Tally().heaviest(lists, most=5, share=0.5) == [3]


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
    import_table("companies", _table(tmp_path, "a.csv", [f"{code},甬江旧名数智科技有限公司", *others]), snapshot)
    import_table("companies", _table(tmp_path, "b.csv", [f"{code},甬江新名数智科技有限公司"]), snapshot)
    with sqlite3.connect(snapshot) as connection:
        texts = "\n".join(lines for (lines,) in connection.execute("SELECT lines FROM texts"))
    assert "新名" in texts
    assert "旧名" not in texts
