"""Versions: published whole, never changed, taken up without a restart, compared, and said to be old."""

import threading
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import pytest

from registries.catalog import open_registries
from registries.errors import SnapshotBroken, SnapshotMissing, SnapshotPublished
from registries.freshness import freshness
from registries.intake import import_table
from registries.query import Query
from registries.shelf import Shelf
from registries.snapshot.differing import Change, diff
from registries.snapshot.publishing import choose, publish, published

TakeIn = Callable[..., Path]
NUMBER = "2019108765432"


def lapse(tables: Mapping[str, str]) -> dict[str, str]:
    return {"patents": tables["patents"].replace("2021-05-18,有效", "2021-05-18,失效")}


def test_a_version_is_named_by_its_content_and_never_changes(
    tmp_path: Path, take_in: TakeIn, tables: Mapping[str, str]
) -> None:
    working = take_in(tables)
    first = publish(working, tmp_path / "shelf")
    assert publish(working, tmp_path / "shelf").version == first.version
    (tmp_path / "more.csv").write_text(tables["patents"], "utf-8")
    with pytest.raises(SnapshotPublished, match="publish"):
        import_table("patents", tmp_path / "more.csv", first.path)
    with open_registries(first.path) as registries:
        assert registries.content == first.version


def test_lookups_go_on_while_another_version_is_put_up_and_each_keeps_its_own(
    tmp_path: Path, take_in: TakeIn, tables: Mapping[str, str]
) -> None:
    publish(take_in(tables), tmp_path / "shelf")
    shelf = Shelf(tmp_path / "shelf")
    stop, seen, wrong = threading.Event(), set[str](), list[object]()

    def look_up() -> None:
        while not stop.is_set():
            with shelf.borrow() as registries:
                states = {
                    registries.search(Query("patents", NUMBER)).matches[0].record.get("status")
                    for _ in range(5)
                }
                seen.update(states)
                if len(states) != 1:
                    wrong.append(states)

    threads = [threading.Thread(target=look_up) for _ in range(3)]
    with shelf.borrow() as kept:
        for thread in threads:
            thread.start()
        publish(take_in(lapse(tables)), tmp_path / "shelf")
        while "失效" not in seen and threads[0].is_alive():
            stop.wait(0.01)
        stop.set()
        for thread in threads:
            thread.join(20)
        assert kept.search(Query("patents", NUMBER)).matches[0].record.get("status") == "有效"
    assert not wrong
    shelf.close()


def test_an_older_version_can_count_again(tmp_path: Path, take_in: TakeIn, tables: Mapping[str, str]) -> None:
    old = publish(take_in(tables), tmp_path / "shelf").version
    new = publish(take_in(lapse(tables)), tmp_path / "shelf").version
    choose(tmp_path / "shelf", old)
    assert {each.version: each.current for each in published(tmp_path / "shelf")} == {old: True, new: False}
    with pytest.raises(SnapshotMissing):
        choose(tmp_path / "shelf", "0000")


def test_what_changed_between_two_versions(
    tmp_path: Path, take_in: TakeIn, tables: Mapping[str, str]
) -> None:
    old = publish(take_in(tables), tmp_path / "shelf").path
    new = publish(take_in(lapse(tables)), tmp_path / "shelf").path
    assert list(diff(old, new)) == [Change("patents", NUMBER, "changed", (("status", "有效", "失效"),))]
    assert list(diff(old, old)) == []
    assert list(diff(old, new, "companies")) == []


def test_a_file_of_another_format_is_refused_with_what_to_do(
    take_in: TakeIn, tables: Mapping[str, str]
) -> None:
    import sqlite3

    path = take_in(tables)
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA user_version = 99")
    connection.commit()
    connection.close()
    with pytest.raises(SnapshotBroken, match="其他版本.*重新导入"):
        open_registries(path)


def test_a_stale_registry_says_so(take_in: TakeIn, tables: Mapping[str, str]) -> None:
    with open_registries(take_in(tables, as_of=date(2022, 1, 1))) as registries:
        ages = {each.kind: each for each in freshness(registries.loaded, date(2022, 3, 1))}
        late = {each.kind: each for each in freshness(registries.loaded, date(2022, 12, 1))}
    assert (ages["patents"].days, ages["patents"].stale) == (59, False)
    assert late["patents"].stale
    assert late["patents"].text != ages["patents"].text


@pytest.mark.parametrize("text", ["", " ", "甲", "*", '"', "a OR b", "NEAR(", "公司"])
def test_empty_and_one_character_queries_are_answered(
    take_in: TakeIn, tables: Mapping[str, str], text: str
) -> None:
    with open_registries(take_in(tables)) as registries:
        findings = registries.search(Query("companies", "", {"name": text}))
        assert findings.asked
        assert findings.best is None
        assert len(registries.beginning("companies", text, 3)) <= 3
