"""A person's correction takes the place of what was read, shows wherever it counts, and is never lost."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from extractors.exhibit import FileReading, LedgerEntry, PageRole
from extractors.settings import ReadingSettings
from registries.catalog import open_registries
from tests.conftest import Verified
from verifier.corrections import CORRECTED, Correction, correct, read_corrections
from verifier.errors import CorrectionsUnread
from verifier.pipeline import Toolbox, conclude
from verifier.report.recalling import recall
from verifier.report.writing import as_json


def patent(verified: Verified):  # type: ignore[no-untyped-def]
    """A patent that its verdict counts."""
    verdict = next(v for v in verified.report.verdicts if v.key == "invention_patents_valid")
    return verified.report.exhibit(next(e.exhibit for e in verdict.evidence if e.counted))


def corrected(verified: Verified, *corrections: Correction):  # type: ignore[no-untyped-def]
    readings, told = correct(verified.report.files, corrections)
    with open_registries(verified.registries) as registries:
        toolbox = Toolbox.usual(ReadingSettings(workers=1, cache=verified.cache), registries)
        assert verified.report.form is not None
        report = conclude(verified.report.form, readings, verified.report.as_of, toolbox)
    return replace(report, corrections=told)


def test_a_corrected_number_leads_to_another_verdict_and_is_named(verified_application: Verified) -> None:
    exhibit = patent(verified_application)
    wrong = Correction(exhibit.file, exhibit.pages[0], "number", "2018100000001", exhibit.id, "张三")
    report = corrected(verified_application, wrong)
    before = next(v for v in verified_application.report.verdicts if v.key == "invention_patents_valid")
    after = next(v for v in report.verdicts if v.key == "invention_patents_valid")
    assert isinstance(before.verified, int | float) and after.verified == before.verified - 1
    fact = report.exhibit(exhibit.id).fact("number")
    assert fact.value == "2018100000001" and fact.flags == (CORRECTED,) and fact.confidence == 1.0
    told = as_json(report)["corrections"]
    assert told[0]["before"] == exhibit.text("number") and told[0]["by"] == "张三" and told[0]["taken"]
    flat = json.dumps(as_json(report))
    assert json.dumps(as_json(recall(json.loads(flat)))) == flat


def test_a_correction_that_fits_nothing_is_named_too(verified_application: Verified) -> None:
    exhibit = patent(verified_application)
    _, told = correct(
        verified_application.report.files,
        (Correction("nowhere.pdf", 1, "number", "1"), Correction(exhibit.file, 999, "number", "1")),
    )
    assert [t.problem for t in told] == ["证明材料中没有此文件", "该页没有识别出的材料"]


def test_a_fact_that_was_not_read_can_be_given_and_a_type_set(verified_application: Verified) -> None:
    exhibit = patent(verified_application)
    page = exhibit.pages[0]
    readings, told = correct(
        verified_application.report.files,
        (
            Correction(exhibit.file, page, "rd_wan", "1,234.5", exhibit.id),
            Correction(exhibit.file, page, "type", "utility_model_certificate", exhibit.id),
        ),
    )
    fixed = next(e for r in readings for e in r.exhibits if e.id == exhibit.id)
    assert fixed.fact("rd_wan").value == 1234.5 and fixed.fact("rd_wan").box.width > 100
    assert fixed.type == "utility_model_certificate" and [t.before for t in told] == [None, exhibit.type]


def test_a_person_says_what_a_page_is_that_no_kind_knows() -> None:
    ledger = (LedgerEntry(1, PageRole.UNRECOGNISED, 595, 842, text="捐赠人证书"), LedgerEntry(2, PageRole.DIVIDER, 595, 842))
    told = (
        Correction("a.pdf", 1, "type", "open_source_certificate", by="张三"),
        Correction("a.pdf", 1, "org", "开放原子开源基金会"),
        Correction("a.pdf", 2, "type", "open_source_certificate"),
    )
    (reading,), done = correct((FileReading("a.pdf", "0" * 64, "read", ledger),), told)
    (exhibit,) = reading.exhibits
    assert (exhibit.type, exhibit.pages, exhibit.flags) == ("open_source_certificate", (1,), (CORRECTED,))
    assert exhibit.text("org") == "开放原子开源基金会" and exhibit.facts[0].box.width > 100
    first = reading.ledger[0]
    assert (first.role, first.exhibit, first.text) == (PageRole.EXHIBIT, exhibit.id, "")
    assert [t.problem for t in done] == ["", "", "该页没有识别出的材料"]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030"])
def test_the_table_is_read_as_offices_write_it(tmp_path: Path, encoding: str) -> None:
    table = tmp_path / "更正.csv"
    table.write_text(
        "文件,页码,字段,正确值,更正人\n二、数字创新.pdf,第3页,number,2018102889827,李四\n", encoding
    )
    assert read_corrections(table) == (
        Correction("二、数字创新.pdf", 3, "number", "2018102889827", "", "李四"),
    )


def test_a_table_that_cannot_be_used_says_which_row(tmp_path: Path) -> None:
    table = tmp_path / "c.csv"
    table.write_text("文件,页码,字段,正确值\na.pdf,末页,number,1\n", "utf-8")
    with pytest.raises(CorrectionsUnread, match="第2行.*末页"):
        read_corrections(table)
    table.write_text("文件,页码,字段\na.pdf,1,number\n", "utf-8")
    with pytest.raises(CorrectionsUnread, match="value/正确值"):
        read_corrections(table)
