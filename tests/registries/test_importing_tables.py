"""Tables come in whole or not at all, in any encoding and with any header that offices write."""

import sqlite3
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook

from registries.catalog import open_registries
from registries.errors import EmptyTable, MissingColumns, SnapshotBroken, UnknownKind, UnreadableTable
from registries.intake import import_folder, import_table
from registries.query import Query

CHINESE = "专利号,专利名称,专利权人,授权公告日,备注\nZL 2019 1 0876543.2,一种设备数据采集方法,宁波启衡诺有限公司,2021年5月18日,重点\n"


@pytest.mark.parametrize(
    "content",
    [
        CHINESE.encode(),
        b"\xef\xbb\xbf" + CHINESE.encode(),
        CHINESE.encode("gb18030"),
        CHINESE.encode("utf-16"),
        CHINESE.replace("\n", "\r\n").encode(),
        ("\n\n" + CHINESE).encode(),
        CHINESE.replace(",", ";").encode(),
    ],
    ids=["utf-8", "bom", "gb18030", "utf-16", "crlf", "blank lines first", "semicolons"],
)
def test_encodings_separators_and_chinese_headers(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "专利.csv"
    file.write_bytes(content)
    report = import_table("patents", file, tmp_path / "r.db")
    assert (report.rows, report.imported, report.rejected) == (1, 1, ())
    with open_registries(tmp_path / "r.db") as registries:
        record = registries.get("patents", "2019108765432")
    assert record is not None
    assert record.get("owners") == "宁波启衡诺有限公司"
    assert record.get("grant_date") == "2021年5月18日"  # as the office wrote it
    assert record.get("备注") == "重点"  # an unknown column is kept
    assert record.source is not None
    assert record.source.file == "专利.csv"


def test_dates_stand_beside_the_original_in_one_form(tmp_path: Path) -> None:
    file = tmp_path / "p.csv"
    file.write_text(CHINESE, encoding="utf-8")
    import_table("patents", file, tmp_path / "r.db")
    days = sqlite3.connect(tmp_path / "r.db").execute("SELECT days FROM patents").fetchone()[0]
    assert '"grant_date": "2021-05-18"' in days


def test_a_workbook_with_empty_rows_before_the_header(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in ([], [], ["标准号", "标准名称", "起草单位"], ["GB/T 12345-2021", "示例标准", "甲公司;乙公司"]):
        sheet.append(row)
    book.save(tmp_path / "s.xlsx")
    report = import_table("standards", tmp_path / "s.xlsx", tmp_path / "r.db")
    assert report.imported == 1
    with open_registries(tmp_path / "r.db") as registries:
        found = registries.search(Query("standards", "GB/T 12345—2021"))
    assert found.matches[0].record.source is not None
    assert found.matches[0].record.source.row == 4


def test_json_lines(tmp_path: Path) -> None:
    file = tmp_path / "c.jsonl"
    file.write_text(
        '{"uscc": "91330201MA2AGX576R", "name": "甲公司", "former_names": ["乙公司", "丙公司"]}\n'
    )
    assert import_table("companies", file, tmp_path / "r.db").imported == 1
    with open_registries(tmp_path / "r.db") as registries:
        names = registries.names_of("丙公司")
    assert names is not None
    assert names.current == "甲公司"


def test_bad_rows_are_listed_and_the_others_are_taken(tmp_path: Path) -> None:
    file = tmp_path / "p.csv"
    file.write_text(
        "application_no,title,owners\n"
        "201910876543.2,甲,一公司\n"
        "不是号码,乙,一公司\n"
        ",丙,一公司\n"
        "201910876543.2,甲,二公司\n"
        "201910876543.2,甲,一公司\n"
        "201910816543.2,丁,一公司\n",
        encoding="utf-8",
    )
    report = import_table("patents", file, tmp_path / "r.db")
    assert [each.row for each in report.rejected] == [3, 4, 5]
    assert "格式" in report.rejected[0].reason
    assert "缺少" in report.rejected[1].reason
    assert "第2行" in report.rejected[2].reason  # the same number with another owner
    assert [each.row for each in report.doubtful] == [7]  # shape right, check digit wrong: kept, and told
    assert (report.rows, report.imported) == (6, 2)


def test_the_same_file_again_changes_nothing(tmp_path: Path) -> None:
    file = tmp_path / "p.csv"
    file.write_text(CHINESE, encoding="utf-8")
    import_table("patents", file, tmp_path / "r.db")
    before = (tmp_path / "r.db").read_bytes()
    report = import_table("patents", file, tmp_path / "r.db")
    assert report.unchanged
    assert (tmp_path / "r.db").read_bytes() == before


def test_the_version_depends_on_the_content_alone(tmp_path: Path) -> None:
    file = tmp_path / "p.csv"
    file.write_text(CHINESE, encoding="utf-8")
    versions = []
    for name, now in (("a.db", "2022-01-01T00:00:00+00:00"), ("b.db", "2023-01-01T00:00:00+00:00")):
        import_table("patents", file, tmp_path / name, now=now)
        with open_registries(tmp_path / name) as registries:
            versions.append(registries.loaded["patents"].version)
    assert versions[0] == versions[1]


@pytest.mark.parametrize(
    ("name", "content", "error"),
    [
        ("e.csv", b"", UnreadableTable),
        ("e.csv", b"\n \n,,\n", UnreadableTable),
        ("e.csv", b"\xff\xff\xfe\x00\x81\x82", UnreadableTable),
        ("e.csv", "申请号,名称\n".encode("utf-16-le"), UnreadableTable),  # no BOM: full of zero bytes
        ("e.csv", b'application_no,title\n"2019', UnreadableTable),
        ("e.csv", "名字,别的\n甲,乙\n".encode(), MissingColumns),
        ("e.csv", "title,owners\n甲,乙\n".encode(), MissingColumns),
        ("e.xlsx", b"PK\x03\x04 cut off", UnreadableTable),
        ("e.xlsx", b"no workbook", UnreadableTable),
        ("e.json", b'{"a": 1}', UnreadableTable),
        ("e.json", b"[1, 2", UnreadableTable),
        ("e.pdf", b"%PDF", UnreadableTable),
    ],
)
def test_broken_files_leave_nothing_behind(
    tmp_path: Path, name: str, content: bytes, error: type[Exception]
) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(error) as caught:
        import_table("patents", tmp_path / name, tmp_path / "r.db")
    assert not (tmp_path / "r.db").exists()
    assert any(word in str(caught.value) for word in ("重新导入", "请使用"))  # says what to do next


def test_a_missing_file_and_an_unknown_kind(tmp_path: Path) -> None:
    with pytest.raises(UnreadableTable):
        import_table("patents", tmp_path / "none.csv", tmp_path / "r.db")
    with pytest.raises(UnknownKind, match="patents"):
        import_table("cars", tmp_path / "none.csv", tmp_path / "r.db")


def test_a_folder_takes_what_is_named_like_a_kind_and_tells_of_what_is_broken(tmp_path: Path) -> None:
    folder = tmp_path / "tables"
    folder.mkdir()
    (folder / "patents.csv").write_text(CHINESE, encoding="utf-8")
    (folder / "standards.csv").write_text("别的\n甲\n", encoding="utf-8")
    (folder / "readme.csv").write_text("x\n1\n", encoding="utf-8")
    reports = {report.kind: report for report in import_folder(folder, tmp_path / "r.db")}
    assert set(reports) == {"patents", "standards"}
    assert reports["patents"].imported == 1
    assert "standard_no" in reports["standards"].problem


def test_a_failure_in_the_middle_of_an_import_leaves_the_snapshot_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, take_in: Callable[..., Path]
) -> None:
    snapshot = take_in({"patents": CHINESE})
    file = tmp_path / "more.csv"
    file.write_text(CHINESE.replace("0876543.2", "0987654.3"), encoding="utf-8")

    def full(*_: object) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr("registries.snapshot.storing.write_index", full)
    with pytest.raises(SnapshotBroken, match="磁盘空间"):
        import_table("patents", file, snapshot)
    monkeypatch.undo()
    with open_registries(snapshot) as registries:
        assert registries.loaded["patents"].records == 1
        assert registries.search(Query("patents", "2019109876543")).matches == ()


def test_a_later_table_ends_the_earlier_state(take_in: Callable[..., Path]) -> None:
    header = "application_no,title,owners,status\n"
    take_in({"patents": header + "201910876543.2,甲,一公司,有效\n"}, as_of=date(2022, 1, 1))
    snapshot = take_in({"patents": header + "201910876543.2,甲,二公司,失效\n"}, as_of=date(2022, 6, 1))
    with open_registries(snapshot) as registries:
        states = {
            day: registries.search(Query("patents", "2019108765432"), day).matches[0].record
            for day in (date(2021, 1, 1), date(2022, 4, 15), date(2022, 6, 1))
        }
        # a state that has passed is not found again by its old owner
        gone = registries.search(Query("patents", "", {"title": "甲", "owners": "一公司"}), date(2022, 7, 1))
    assert [record.get("status") for record in states.values()] == ["有效", "有效", "失效"]
    assert states[date(2022, 4, 15)].valid_to == date(2022, 6, 1)
    assert gone.best is None


def test_semicolons_between_drafters_are_no_separators(tmp_path: Path) -> None:
    table = tmp_path / "standards.csv"
    firms = [";".join(f"宁波甲乙{n}科技有限公司" for n in range(k)) for k in (9, 7, 8)]
    rows = [f"GB/T {37293 + i}—2020,标准{i},国家,{names},2020-01-02,现行" for i, names in enumerate(firms)]
    table.write_text("\n".join(["standard_no,title,level,drafters,publish_date,status", *rows]), "utf-8")
    assert import_table("standards", table, tmp_path / "r.db").imported == 3


def test_heads_without_rows_make_no_registry(tmp_path: Path) -> None:
    file = tmp_path / "专利.csv"
    file.write_text(CHINESE.splitlines()[0] + "\n,,,,\n", encoding="utf-8")
    with pytest.raises(EmptyTable, match="没有任何数据行"):
        import_table("patents", file, tmp_path / "r.db")
    assert not (tmp_path / "r.db").exists()


def test_heads_without_rows_leave_a_registry_as_it_was(tmp_path: Path) -> None:
    file = tmp_path / "专利.csv"
    file.write_text(CHINESE, encoding="utf-8")
    import_table("patents", file, tmp_path / "r.db")
    before = (tmp_path / "r.db").read_bytes()
    file.write_text(CHINESE.splitlines()[0] + "\n", encoding="utf-8")
    with pytest.raises(EmptyTable) as caught:
        import_table("patents", file, tmp_path / "r.db")
    assert caught.value.code == "EMPTY_TABLE"
    assert (tmp_path / "r.db").read_bytes() == before


def test_a_table_of_which_no_row_is_sound_makes_no_registry(tmp_path: Path) -> None:
    file = tmp_path / "专利.csv"
    file.write_text(CHINESE.splitlines()[0] + "\n,,,,重点\n", encoding="utf-8")
    report = import_table("patents", file, tmp_path / "r.db")
    assert (report.rows, report.imported) == (1, 0)
    assert report.rejected and report.notes
    assert not (tmp_path / "r.db").exists()
