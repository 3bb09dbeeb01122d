"""`hezheng replay`, `audit recheck`, `audit draw` as an office calls them."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from api.cli import app
from tests.conftest import Verified
from verifier.report.writing import as_json
from verifier.spotchecks.drawing import ticket


@pytest.fixture
def stored(verified_application: Verified, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("HEZHENG_CACHE", str(verified_application.cache))
    path = tmp_path / "report.json"
    path.write_text(json.dumps(as_json(verified_application.report), ensure_ascii=False), "utf-8")
    return path


def test_a_replay_says_that_nothing_differs(verified_application: Verified, stored: Path) -> None:
    shelf = str(verified_application.registries.parent)
    ran = CliRunner().invoke(app, ["replay", str(stored), "--registries", shelf])
    assert ran.exit_code == 0, ran.output
    assert "逐字节相同" in ran.stdout and "登记库：相同" in ran.stdout


def test_a_report_that_was_tampered_with_does_not_come_out_the_same(
    verified_application: Verified, stored: Path
) -> None:
    flat = json.loads(stored.read_text("utf-8"))
    claim = next(c for c in flat["claims"] if c["key"] == "invention_patents_valid")
    claim |= {"flag": "supported", "outcome": "supported", "verified": claim["claimed"]}
    stored.write_text(json.dumps(flat, ensure_ascii=False), "utf-8")
    ran = CliRunner().invoke(
        app, ["replay", str(stored), "--registries", str(verified_application.registries.parent)]
    )
    assert ran.exit_code == 1 and "支持 → 不支持" in ran.stdout


def test_a_recheck_on_a_later_day_says_what_changed_and_why(
    verified_application: Verified, stored: Path, tmp_path: Path
) -> None:
    out = tmp_path / "changes.json"
    shelf = str(verified_application.registries.parent)
    arguments = ["audit", "recheck", str(stored), "--registries", shelf, "--as-of", "2023-04-15"]
    ran = CliRunner().invoke(app, [*arguments, "--json", str(out)])
    assert ran.exit_code == 0, ran.output
    changes = json.loads(out.read_text("utf-8"))["reports"][0]["changes"]
    credit = next(c for c in changes if c["claim"] == "public_credit_grade")
    assert credit["flag"][0] == "supported" != credit["flag"][1] and credit["why"]
    assert "I-04.1" in {i["id"] for i in credit["indicators"]}
    assert "公共信用" in ran.stdout


def test_a_draw_is_shown_and_recorded(tmp_path: Path, stored: Path) -> None:
    table, out = tmp_path / "名单.csv", tmp_path / "draw.json"
    table.write_text("企业名称,市\n" + "".join(f"企业{n},{'宁波' if n % 2 else '杭州'}\n" for n in range(30)), "utf-8")
    ran = CliRunner().invoke(app, ["audit", "draw", str(table), "--seed", "7", "--by", "市", "--json", str(out)])
    assert ran.exit_code == 0, ran.output
    record = json.loads(out.read_text("utf-8"))
    assert record["size"]["size"] == 19 and "总体30" in ran.stdout and "抽取19个" in ran.stdout.replace("\n", "")
    assert all(d["ticket"] == ticket("7", d["name"]) for d in record["drawn"]) and len(record["drawn"]) == 19
    reports = CliRunner().invoke(app, ["audit", "draw", str(stored.parent), "--seed", "7", "--whole", "风险=高"])
    assert reports.exit_code == 0 and "全数抽取" in reports.stdout


def test_who_checks_is_drawn_with_the_companies(tmp_path: Path) -> None:
    table, pool, out = tmp_path / "名单.csv", tmp_path / "人员.csv", tmp_path / "draw.json"
    table.write_text("企业名称\n" + "".join(f"企业{n}有限公司\n" for n in range(6)), "utf-8")
    pool.write_text("姓名,单位,回避\n甲,,企业0有限公司；企业1有限公司\n乙,,\n丙,企业2有限公司,\n", "utf-8")
    command = ["audit", "draw", str(table), "--seed", "7", "--size", "6", "--reviewers", str(pool), "--json", str(out)]
    ran = CliRunner().invoke(app, [*command, "--each", "2"])
    assert ran.exit_code == 0, ran.output
    sent = {one["name"]: one for one in json.loads(out.read_text("utf-8"))["reviewers"]}
    assert set(sent["企业0有限公司"]["reviewers"]) == {"乙", "丙"} and sent["企业0有限公司"]["excluded"] == ["甲"]
    assert set(sent["企业2有限公司"]["reviewers"]) == {"甲", "乙"}
    assert "检查人员" in ran.stdout and "回避" in ran.stdout
    few = CliRunner().invoke(app, [*command, "--each", "3"])
    assert "--each" in str(few.exception)
