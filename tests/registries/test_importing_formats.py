"""What offices really send: workbooks of several sheets, titles above heads, merged cells, formulas, own headers."""

import json
import sqlite3
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook

from registries.catalog import open_registries
from registries.errors import MappingError, UnreadableTable
from registries.importing.header import read_mapping
from registries.intake import import_table
from registries.query import Query

HEAD = ["专利号", "发明名称", "专利权人", "法律状态"]
ROW = ["201910876543.2", "一种设备数据采集方法", "宁波启衡诺有限公司", "有效"]
OTHER = ["201820345678.7", "一种网关安装支架", "宁波恒悦有限公司", "失效"]


def saved(path: Path, **sheets: Sequence[Sequence[object]]) -> Path:
    book = Workbook()
    assert book.active is not None
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    book.save(path)
    return path


def test_all_sheets_of_the_kind_are_taken_and_the_others_are_named(tmp_path: Path) -> None:
    titled = [["2021年专利一览表"], ["制表日期：2022-03-01"], [], HEAD, ROW]
    path = saved(
        tmp_path / "p.xlsx", 发明=titled, 实用新型=[HEAD, OTHER], 联系人=[["姓名", "电话"], ["张三", "1"]]
    )
    report = import_table("patents", path, tmp_path / "r.db")
    assert (report.rows, report.imported) == (2, 2)
    assert any("联系人" in note for note in report.notes)
    with open_registries(tmp_path / "r.db") as registries:
        sources = [registries.get("patents", n) for n in ("2019108765432", "2018203456787")]
    assert [(r.source.file, r.source.row) for r in sources if r and r.source] == [
        ("p.xlsx", 5),
        ("p.xlsx［实用新型］", 2),
    ]


def test_a_cell_merged_downwards_holds_in_every_row(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (["产品名称", "企业名称", "年度"], ["磨床", "宁波甲有限公司", "2021"], ["铣床", None, "2021"]):
        sheet.append(row)
    sheet.merge_cells("B2:B3")
    book.save(tmp_path / "f.xlsx")
    assert import_table("first_sets", tmp_path / "f.xlsx", tmp_path / "r.db").imported == 2
    with open_registries(tmp_path / "r.db") as registries:
        fields = {"product": "铣床", "company": "宁波甲有限公司"}
        assert registries.search(Query("first_sets", "", fields)).best is not None


def test_a_formula_without_its_value_is_told_and_not_taken_for_an_empty_cell(tmp_path: Path) -> None:
    path = saved(tmp_path / "p.xlsx", 专利=[HEAD, [*ROW[:3], '=IF(1,"有效","")'], ["=A1", *OTHER[1:]]])
    report = import_table("patents", path, tmp_path / "r.db")
    assert report.imported == 1
    assert "公式" in report.doubtful[0].reason
    assert (report.rejected[0].row, "公式" in report.rejected[0].reason) == (3, True)


def test_headers_of_two_rows_and_headers_that_a_mapping_explains(tmp_path: Path) -> None:
    two: Sequence[Sequence[object]] = [["权利", None, "状态", None], ["专利号", "发明名称", "专利权人", "法律状态"], ROW]
    assert import_table("patents", saved(tmp_path / "a.xlsx", 一=two), tmp_path / "a.db").imported == 1
    path = saved(tmp_path / "b.xlsx", 一=[["号", "题", "主"], ROW[:3]])
    (tmp_path / "m.toml").write_text('"号" = "application_no"\n"题" = "title"\n"主" = "owners"\n', "utf-8")
    mapping = read_mapping(tmp_path / "m.toml")
    assert import_table("patents", path, tmp_path / "b.db", mapping=mapping).imported == 1
    (tmp_path / "m.json").write_text(json.dumps({"columns": {"号": "serial"}}), "utf-8")
    with pytest.raises(MappingError, match="application_no"):
        import_table("patents", path, tmp_path / "b.db", mapping=read_mapping(tmp_path / "m.json"))


def test_a_rehearsal_says_what_would_change_and_changes_nothing(tmp_path: Path) -> None:
    import_table("patents", saved(tmp_path / "a.xlsx", 一=[HEAD, ROW]), tmp_path / "r.db")
    before = (tmp_path / "r.db").read_bytes()
    lapsed = [*ROW[:3], "失效"]
    path = saved(tmp_path / "b.xlsx", 一=[HEAD, lapsed, OTHER])
    report = import_table("patents", path, tmp_path / "r.db", rehearse=True)
    assert (report.added, report.changed, report.same, report.rehearsed) == (1, 1, 0, True)
    assert (tmp_path / "r.db").read_bytes() == before


def test_a_broken_character_far_down_is_named_by_its_line_and_nothing_is_taken(tmp_path: Path) -> None:
    rows = "".join(f"GB/T {n}-2020,标准\n" for n in range(1, 3000))
    (tmp_path / "s.csv").write_bytes(f"标准号,标准名称\n{rows}".encode() + b"GB/T 9-2020,\xff\xfe\x81\n")
    with pytest.raises(UnreadableTable, match="第3001行"):
        import_table("standards", tmp_path / "s.csv", tmp_path / "r.db")
    assert not (tmp_path / "r.db").exists()


def test_progress_is_told_while_rows_stream(tmp_path: Path) -> None:
    rows = "".join(f"GB/T {n}-2020,标准{n}\n" for n in range(1, 45_000))
    (tmp_path / "s.csv").write_text(f"标准号,标准名称\n{rows}", "utf-8")
    told: list[tuple[str, int, int]] = []
    import_table("standards", tmp_path / "s.csv", tmp_path / "r.db", progress=lambda *each: told.append(each))
    stages = [stage for stage, _, _ in told]
    assert {"读取", "写入", "建立索引", "记录版本"} <= set(stages)
    assert all(done <= total for stage, done, total in told if stage == "读取")


def test_owners_change_and_each_day_has_its_own(tmp_path: Path) -> None:
    for day, owner in ((date(2020, 1, 1), "宁波甲有限公司"), (date(2022, 1, 1), "宁波乙有限公司")):
        path = saved(tmp_path / f"{day}.xlsx", 一=[HEAD, [*ROW[:2], owner, "有效"]])
        import_table("patents", path, tmp_path / "r.db", as_of=day)
    with open_registries(tmp_path / "r.db") as registries:
        found = {
            year: registries.search(Query("patents", ROW[0], {"owners": "宁波甲有限公司"}), date(year, 6, 1))
            for year in (2021, 2022)
        }
    codes = {year: findings.matches[0].reason("owners") for year, findings in found.items()}
    assert {year: reason.code for year, reason in codes.items() if reason} == {
        2021: "SAME",
        2022: "DIFFERENT",
    }


def test_the_file_opens_in_sqlite_and_sqlite_utils_as_it_is(tmp_path: Path) -> None:
    from sqlite_utils import Database

    import_table("patents", saved(tmp_path / "a.xlsx", 一=[HEAD, ROW]), tmp_path / "r.db")
    database = Database(sqlite3.connect(f"file:{tmp_path / 'r.db'}?mode=ro", uri=True))
    assert {"patents", "kinds", "imports"} <= set(database.table_names())
    assert next(iter(database["patents"].rows))["title"] == ROW[1]


_COMPANY = "uscc,name,address\n,宁波启衡诺数字科技有限公司,浙江省宁波市鄞州区学士路655号\n"


@pytest.mark.parametrize(
    ("content", "line"),
    [
        (_COMPANY.encode() + b",\xb9\xab,\n", 3),  # read as GB18030 it would be 瀹佹尝鍚…
        (_COMPANY.encode()[:-2] + b"\xe5\x8f", 2),
        ("name,address\n臺灣電子資訊股份有限公司,新竹市科學園區信義路\n".encode("big5"), 2),
    ],
    ids=["broken byte", "cut off", "Big5"],
)
def test_what_only_seems_to_be_gb18030_is_refused(tmp_path: Path, content: bytes, line: int) -> None:
    file = tmp_path / "企业.csv"
    file.write_bytes(content)
    with pytest.raises(UnreadableTable, match=f"第{line}行附近有无法解码的字符"):
        import_table("companies", file, tmp_path / "r.db")
    assert not (tmp_path / "r.db").exists()


def test_traditional_characters_in_gb18030_are_read(tmp_path: Path) -> None:
    file = tmp_path / "企业.csv"
    file.write_bytes("name,address\n臺灣電子資訊股份有限公司,新竹市科學園區信義路\n".encode("gb18030"))
    assert import_table("companies", file, tmp_path / "r.db").imported == 1


@pytest.mark.parametrize(
    ("cell", "told"), [('"宁波甲公司', "引号没有收尾"), ('"宁波"甲公司', "收尾的引号后面还有文字")]
)
def test_a_quotation_mark_astray_is_told_in_words(tmp_path: Path, cell: str, told: str) -> None:
    file = tmp_path / "企业.csv"
    file.write_text(f"name,address\n宁波乙公司,x\n{cell},y\n", encoding="utf-8")
    with pytest.raises(UnreadableTable, match=rf"第3行附近：{told}"):
        import_table("companies", file, tmp_path / "r.db")
