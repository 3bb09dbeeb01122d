"""`hezheng batch`: keeps going, goes on where it stopped, and one table tells it all."""

import json
import shutil
from pathlib import Path

import pytest
from openpyxl import load_workbook
from typer.testing import CliRunner

from api.cli import app
from tests.conftest import Verified


@pytest.fixture(scope="module")
def city(verified_application: Verified, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two applications: one whole, laid out as a company would, one whose form nobody can read."""
    folder = tmp_path_factory.mktemp("city")
    whole = folder / "甲公司"
    shutil.copytree(verified_application.evidence, whole / "附件2 证明材料")
    shutil.copy(verified_application.form, whole / "数字工厂申报表.docx")
    (folder / "乙公司").mkdir()
    (folder / "乙公司" / "form.docx").write_bytes(b"PK\x03\x04 cut off")
    (folder / "乙公司" / "evidence.txt").write_text("x")
    return folder


def run(city: Path, verified: Verified, *more: str, monkeypatch: pytest.MonkeyPatch) -> tuple[int, str]:
    monkeypatch.setenv("HEZHENG_CACHE", str(verified.cache))
    monkeypatch.setenv("HEZHENG_WORKERS", "2")
    arguments = [
        "batch",
        str(city),
        "--registries",
        str(verified.registries),
        "--out",
        str(city / "out"),
        *more,
    ]
    ran = CliRunner().invoke(app, [*arguments, "--as-of", "2022-04-15", "--no-html"])
    return ran.exit_code, ran.stderr


def test_a_city_is_verified_and_a_second_run_judges_nothing_again(
    city: Path, verified_application: Verified, monkeypatch: pytest.MonkeyPatch
) -> None:
    code, told = run(city, verified_application, monkeypatch=monkeypatch)
    assert code == 3 and "FORM_BROKEN" in told.replace("\n", "")
    report = city / "out" / "甲公司" / "report.json"
    flat = json.loads(report.read_text("utf-8"))
    assert flat["claims"] and not (city / "out" / "乙公司" / "report.json").exists()
    rows = list(load_workbook(city / "out" / "汇总.xlsx")["汇总"].iter_rows(min_row=2, values_only=True))
    assert [row[1] for row in rows] == ["乙公司", "甲公司"]
    assert rows[1][6] == flat["summary"]["unsupported"] and "发明专利" in rows[1][9]
    assert rows[0][2] in ("", None) and "FORM_BROKEN" in rows[0][15]
    ranked = list(
        load_workbook(city / "out" / "汇总.xlsx")["附件3预填"].iter_rows(min_row=2, values_only=True)
    )
    assert len(ranked) == 1 and ranked[0][2] == flat["company"]["name"]

    before = report.stat().st_mtime_ns
    run(city, verified_application, monkeypatch=monkeypatch)
    assert report.stat().st_mtime_ns == before
    extra = city / "甲公司" / "更正.csv"
    exhibit = next(d for d in flat["documents"] if d["type"] == "invention_patent_certificate")
    extra.write_text(
        f"file,page,field,value,document\n{exhibit['file']},{exhibit['pages'][0]},title,另一名称,{exhibit['id']}\n",
        "utf-8",
    )
    run(city, verified_application, monkeypatch=monkeypatch)
    assert report.stat().st_mtime_ns != before
    assert json.loads(report.read_text("utf-8"))["corrections"][0]["value"] == "另一名称"


def test_a_folder_without_applications_says_what_is_wanted(tmp_path: Path) -> None:
    ran = CliRunner().invoke(app, ["batch", str(tmp_path)])
    assert ran.exit_code == 2 and "form.docx" in ran.output
