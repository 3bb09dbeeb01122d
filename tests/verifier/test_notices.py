"""Lists of official notices become records: read as papers are read, with the notice as their source."""

from datetime import date
from pathlib import Path
from random import Random

import pymupdf
import pytest
from docx import Document

from api.example.papers import lists
from extractors.exhibit import Exhibit, Fact, Place, Row
from extractors.geometry import Box
from extractors.settings import ReadingSettings
from registries.catalog import open_registries
from registries.query import Query
from verifier.notices.errors import NoticeNotFinal, NoticeOfOther, NoticeUnread, NoticeWithoutList
from verifier.notices.importing import import_notice
from verifier.notices.listing import list_table
from verifier.rules import load_rules

SETTINGS = ReadingSettings(workers=1)
RULES = load_rules()


def fact(name: str, value: str | int, confidence: float = 1.0, page: int = 2) -> Fact:
    return Fact(name, value, str(value), (Place(page, Box(0, 0, 9, 9)),), confidence)


def notice(type_: str, *rows: tuple[Fact, ...], flags: tuple[str, ...] = ()) -> Exhibit:
    facts = (
        fact("award", "浙江省上云标杆企业"),
        fact("issuer", "浙江省经济和信息化厅"),
        fact("year", 2021),
        fact("doc", "浙经信数经〔2021〕120号"),
        fact("date", "2021-08-02"),
    )
    return Exhibit("n1", "n.pdf", "f" * 64, (1, 2), type_, facts, tuple(map(Row, rows)), flags)


def drawn(folder: Path, draw: object, key: str) -> tuple[Path, dict]:
    document = pymupdf.open()
    stated = draw(document, Random(3), key)  # type: ignore[operator]
    path = folder / f"{key}.pdf"
    document.save(path)
    return path, stated


def test_the_list_of_a_notice_becomes_records_with_the_notice_as_their_source(tmp_path: Path) -> None:
    path, stated = drawn(tmp_path, lists.continued, "cloud")
    report = import_notice("honors", path, tmp_path / "r.db", SETTINGS)
    assert (report.imported, report.rejected, report.notes) == (44, (), ())
    last = stated["rows"][-1]
    with open_registries(tmp_path / "r.db") as registries:
        fields = {"list": stated["award"], "year": str(stated["year"]), "company": last["holder"]}
        best = registries.search(Query("honors", "", fields)).best
        assert registries.loaded["honors"].as_of == date.fromisoformat(stated["date"])
    assert best is not None
    assert best.record.source is not None
    assert (best.record.source.file, best.record.source.row) == ("cloud.pdf", 44)
    assert best.record.get("level") == "省级"
    assert best.record.get("doc_no") == stated["doc"]
    assert best.record.get("页码") == "4"
    again = import_notice("honors", path, tmp_path / "r.db", SETTINGS)
    assert again.unchanged


def test_first_sets_of_a_notice_and_a_rehearsal_that_writes_nothing(tmp_path: Path) -> None:
    path, stated = drawn(tmp_path, lists.covered, "first")
    rehearsed = import_notice("first_sets", path, tmp_path / "r.db", SETTINGS, rehearse=True)
    assert rehearsed.rehearsed
    assert rehearsed.added == len(stated["rows"])
    assert not (tmp_path / "r.db").exists()
    import_notice("first_sets", path, tmp_path / "r.db", SETTINGS)
    with open_registries(tmp_path / "r.db") as registries:
        for row in stated["rows"]:
            fields = {"product": row["title"], "company": row["holder"], "year": str(stated["year"])}
            assert registries.search(Query("first_sets", "", fields)).best is not None


def test_a_notice_in_word(tmp_path: Path) -> None:
    document = Document()
    for text in (
        "浙江省科学技术厅文件",
        "浙科发高〔2021〕31号",
        "浙江省科学技术厅关于认定2021年度浙江省重点企业研究院名单的通知",
        "现将名单予以公布。",
    ):
        document.add_paragraph(text)
    table = document.add_table(rows=1, cols=3)
    firms = ("宁波甬江数智科技有限公司", "杭州远方数字技术有限公司", "温州云栈信息技术有限公司")
    for cell, text in zip(table.rows[0].cells, ("序号", "依托单位", "研究院名称"), strict=True):
        cell.text = text
    for number, firm in enumerate(firms, 1):
        cells = table.add_row().cells
        for cell, text in zip(cells, (str(number), firm, f"{firm[2:4]}研究院"), strict=True):
            cell.text = text
    path = tmp_path / "研究院.docx"
    document.save(str(path))
    report = import_notice("honors", path, tmp_path / "r.db", SETTINGS)
    assert report.imported == 3
    with open_registries(tmp_path / "r.db") as registries:
        found = registries.search(Query("honors", "", {"company": firms[1], "project": "远方研究院"}))
    assert found.matches[0].record.get("company") == firms[1]
    assert found.matches[0].record.get("project") == "远方研究院"


@pytest.mark.parametrize("type_", ["publicity_notice", "call_for_application"])
def test_what_only_proposes_or_calls_is_no_result(type_: str) -> None:
    proposed = notice(type_, (fact("sequence", "1"), fact("holder", "宁波甲有限公司")))
    with pytest.raises(NoticeNotFinal):
        list_table("honors", [proposed], RULES)


def test_a_list_of_another_kind_names_the_kind_that_takes_it() -> None:
    first = notice("first_set_notice", (fact("holder", "宁波甲有限公司"), fact("title", "磨床")))
    with pytest.raises(NoticeOfOther, match="first_sets"):
        list_table("honors", [first], RULES)
    with pytest.raises(NoticeOfOther, match="表格"):
        import_notice("patents", "n.pdf", "r.db", SETTINGS)


def test_without_a_list_or_without_pages_nothing_is_taken_in(tmp_path: Path) -> None:
    with pytest.raises(NoticeWithoutList):
        list_table("honors", [notice("official_notice")], RULES)
    (tmp_path / "n.pdf").write_bytes(b"%PDF-1.7 cut off")
    with pytest.raises(NoticeUnread):
        import_notice("honors", tmp_path / "n.pdf", tmp_path / "r.db", SETTINGS)
    assert not (tmp_path / "r.db").exists()


def test_rows_read_unsurely_and_rows_that_are_missing_are_told() -> None:
    table = list_table(
        "honors",
        [
            notice(
                "cloud_honour_notice",
                (fact("sequence", "1"), fact("holder", "宁波甲有限公司")),
                (fact("sequence", "2"), fact("holder", "宁波乙有限公可", confidence=0.4)),
                (fact("sequence", "5"), fact("holder", "宁波丙有限公司")),
                flags=("PRE_STAGE",),
            )
        ],
        RULES,
    )
    assert [each.row for each in table.doubtful] == [2]
    assert "宁波乙有限公可" in table.doubtful[0].reason
    assert any("缺 3、4" in note for note in table.notes)
    assert any("不等于认定" in note for note in table.notes)
    assert table.as_of == date(2021, 8, 2)


def test_serials_that_begin_again_are_another_section_and_no_gap() -> None:
    serials = ("1", "2", "1", "2", "3")
    rows = [(fact("sequence", n), fact("holder", f"宁波{i}号有限公司")) for i, n in enumerate(serials)]
    assert list_table("honors", [notice("cloud_honour_notice", *rows)], RULES).notes == ()
