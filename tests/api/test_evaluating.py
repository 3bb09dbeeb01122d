"""`hezheng evaluate` on a folder that an office labelled itself."""

import json
import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner

from api.cli import app
from tests.conftest import Verified


def test_labelled_papers_give_figures_and_mistakes(
    verified_application: Verified, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HEZHENG_CACHE", str(verified_application.cache))
    report = verified_application.report
    exhibit = next(e for e in report.exhibits if e.type == "invention_patent_certificate")
    shutil.copytree(verified_application.evidence, tmp_path / "papers" / "材料")
    (tmp_path / "papers" / "labels.csv").write_text(
        "文件,页码,材料,字段,值\n"
        f"{exhibit.file},{exhibit.pages[0]},发明专利证书,编号,{exhibit.text('number')}\n"
        f"{exhibit.file},{exhibit.pages[0]},发明专利证书,名称,另一名称\n",
        "utf-8",
    )
    out = tmp_path / "figures.json"
    ran = CliRunner().invoke(app, ["evaluate", str(tmp_path / "papers"), "--json", str(out)])
    assert ran.exit_code == 0, ran.output
    figures = json.loads(out.read_text("utf-8"))
    assert figures["figures"] == {"documents": {"total": 1, "right": 1}, "fields": {"total": 2, "right": 1}}
    assert figures["false_supported"] == 0 and figures["mistakes"][0]["truth"] == "另一名称"
    assert "材料类型" in ran.stdout and "另一名称" in ran.stdout
