"""An office's labels: read as offices write them, and every kind of mistake is counted as what it is."""

from pathlib import Path

import pytest

from tests.conftest import Verified
from verifier.errors import LabelsUnread
from verifier.evaluating import evaluate
from verifier.labels import read_truth
from verifier.report.writing import as_json

REPORT = {
    "documents": [
        {"id": "a", "file": "x/1.pdf", "pages": [3], "type": "invention_patent_certificate",
         "fields": {"number": {"value": "2018102889827"}, "grant_date": {"value": "2020-03-04"}}},
        {"id": "b", "file": "x/1.pdf", "pages": [4], "type": "unrecognised", "fields": {}},
    ],
    "claims": [
        {"key": "revenue.2021", "flag": "supported", "verified": 100.0, "items": []},
        {"key": "brand_honours", "flag": "needs_review", "items": [{"name": "上云标杆", "flag": "supported", "year": 2020}]},
    ],
}  # fmt: skip


def test_right_and_wrong_are_counted_by_sort() -> None:
    truth = {
        "documents": [
            {"file": "1.pdf", "pages": [3], "type": "invention_patent_certificate", "number": "ZL 2018 1 0288982.7",
             "grant_date": "2020年3月4日", "title": "某方法"},
            {"file": "1.pdf", "pages": [4], "type": "audit_report"},
        ],
        "verdicts": {
            "revenue.2021": {"flag": "unsupported", "verified": 90},
            "brand_honours": {"flag": "supported", "items": [{"name": "上云标杆", "flag": "unsupported", "year": 2020}]},
        },
    }  # fmt: skip
    found = evaluate("甲", truth, REPORT)
    assert found.total == {"documents": 2, "fields": 3, "verdicts": 2, "verified": 1, "items": 1}
    assert {sort: found.right(sort) for sort in found.total} == {
        "documents": 1, "fields": 2, "verdicts": 0, "verified": 0, "items": 0,
    }  # fmt: skip
    assert [m.what for m in found.mistakes if m.false_supported] == ["revenue.2021", "brand_honours · 上云标杆"]
    assert [m.what for m in found.mistakes if m.deferred] == ["brand_honours"]
    assert (found + found).total["fields"] == 6


def test_labels_are_written_in_chinese_or_in_codes(tmp_path: Path) -> None:
    (tmp_path / "labels.csv").write_text(
        "文件,页码,材料,字段,值\na.pdf,3-4,发明专利证书,编号,2018102889827\na.pdf,3-4,发明专利证书,名称,某方法\n"
        "a.pdf,9,audit_report,,\n",
        "gb18030",
    )
    (tmp_path / "verdicts.csv").write_text(
        '申报项,结论,核实\n有效发明专利数量（件）,不支持,22\n2021年营业收入（万元）,支持,"23,150.5"\nphone,未申报,\n', "utf-8"
    )
    truth = read_truth(tmp_path)
    assert truth == {
        "documents": [
            {"file": "a.pdf", "pages": [3, 4], "type": "invention_patent_certificate", "number": "2018102889827", "title": "某方法"},
            {"file": "a.pdf", "pages": [9], "type": "audit_report"},
        ],
        "verdicts": {
            "invention_patents_valid": {"flag": "unsupported", "verified": 22.0},
            "revenue.2021": {"flag": "supported", "verified": 23150.5},
            "phone": {"flag": "not_claimed", "verified": None},
        },
    }  # fmt: skip


@pytest.mark.parametrize(
    "name, text, said",
    [
        ("labels.csv", "文件,页码,材料\na.pdf,3,发明证\n", "第2行.*发明证"),
        ("labels.csv", "文件,页码,材料\na.pdf,末页,审计报告\n", "第2行.*末页"),
        ("verdicts.csv", "申报项,结论\n电话,大概\n", "第2行.*大概"),
        ("verdicts.csv", "申报项\n电话\n", "flag/结论"),
        ("truth.json", "{}", "documents"),
        ("truth.json", "{", "JSON"),
    ],
)
def test_labels_that_cannot_be_used_name_the_row(tmp_path: Path, name: str, text: str, said: str) -> None:
    (tmp_path / name).write_text(text, "utf-8")
    with pytest.raises(LabelsUnread, match=said):
        read_truth(tmp_path)


def test_nothing_labelled_is_none(tmp_path: Path) -> None:
    assert read_truth(tmp_path) is None


def test_the_example_is_judged_right_by_its_own_truth(verified_application: Verified) -> None:
    truth = read_truth(verified_application.folder)
    assert truth is not None
    found = evaluate("例", truth, as_json(verified_application.report))
    assert found.total["documents"] > 10 and found.total["verdicts"] > 20
    assert not [m for m in found.mistakes if m.false_supported]
    assert found.right("fields") >= 0.95 * found.total["fields"]
