"""What a registry keeps of one company, whatever the paper on the desk says."""

from datetime import date
from pathlib import Path

import pytest

from registries.catalog import Registries, open_registries
from registries.intake import import_table
from registries.owning import owned_by

ROWS = (
    ("2018102889827", "甬江（宁波）科技有限公司"),
    ("2019102889821", "别家有限公司;甬江(宁波)科技有限公司"),
    ("2020102889826", "甬江（宁波）科技有限公司分公司"),
    ("2017102889822", "老甬江有限公司"),
)


@pytest.fixture
def registries(tmp_path: Path) -> Registries:
    table = tmp_path / "patents.csv"
    lines = [f"{number},发明,标题{number},{owners},有效" for number, owners in ROWS]
    table.write_text("\n".join(["application_no,kind,title,owners,status", *lines]), "utf-8")
    import_table("patents", table, tmp_path / "r.db", as_of=date(2022, 1, 1))
    return open_registries(tmp_path / "r.db")


def titles(registries: Registries, *names: str) -> set[str]:
    return {m.record.get("title")[2:] for m in owned_by(registries, "patents", names)}


def test_every_record_of_the_company_however_its_brackets_are_printed(registries: Registries) -> None:
    assert titles(registries, "甬江(宁波)科技有限公司") == {"2018102889827", "2019102889821"}


def test_former_names_are_given_and_longer_names_are_others(registries: Registries) -> None:
    found = titles(registries, "甬江（宁波）科技有限公司", "老甬江有限公司")
    assert found == {"2018102889827", "2019102889821", "2017102889822"}


def test_nothing_is_owned_where_nothing_is_loaded_or_nobody_is_named(registries: Registries) -> None:
    assert owned_by(registries, "standards", ["老甬江有限公司"]) == ()
    assert owned_by(registries, "patents", ["", " "]) == ()


def test_a_record_that_changed_hands_belongs_to_its_last_owner(
    tmp_path: Path, registries: Registries
) -> None:
    sold = tmp_path / "later.csv"
    sold.write_text(
        "application_no,kind,title,owners,status\n2018102889827,发明,标题2018102889827,别家有限公司,有效",
        "utf-8",
    )
    import_table("patents", sold, registries.path, as_of=date(2022, 6, 1))
    with open_registries(registries.path) as later:
        names = ["甬江（宁波）科技有限公司"]
        assert {m.record.get("title") for m in owned_by(later, "patents", names)} == {"标题2019102889821"}
        before = {m.record.get("title") for m in owned_by(later, "patents", names, date(2022, 2, 1))}
        assert before == {"标题2018102889827", "标题2019102889821"}
