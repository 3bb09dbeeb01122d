"""A redacted page holds no private text, and the pixels of its crops are covered."""

import json
import re
from base64 import b64decode
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from typer.testing import CliRunner

from api.cli import app
from api.html.page import render_report
from api.redacting import redacted
from api.settings import Settings
from extractors.files import gather
from tests.conftest import Verified
from verifier.redaction.masking import persons
from verifier.report.writing import as_json


def darkest(page: str) -> int:
    """Most black pixels in one crop."""
    bodies = re.findall(r'href="data:image/webp;base64,([^"]+)"', page)
    assert bodies
    return max(sum(p < 8 for p in Image.open(BytesIO(b64decode(b))).convert("L").tobytes()) for b in bodies)


def test_page_and_crops_show_nobody(verified_application: Verified) -> None:
    settings = Settings(cache=verified_application.cache, workers=2)
    files = gather([verified_application.evidence])
    report, veil = redacted(verified_application.report, settings)
    page = render_report(report, files, settings, veil)
    names = persons(as_json(verified_application.report))
    assert names and not [name for name in names if name in page]
    assert "本报告已脱敏" in page
    open_ = render_report(verified_application.report, files, settings)
    assert darkest(page) > darkest(open_) + 500


def test_a_page_that_is_not_kept_is_not_shown(verified_application: Verified, tmp_path: Path) -> None:
    settings = Settings(cache=tmp_path / "empty.db", workers=2)
    report, veil = redacted(verified_application.report, settings)
    page = render_report(report, gather([verified_application.evidence]), settings, veil)
    assert "data:image" not in page


def test_a_stored_report_is_exported_redacted(
    verified_application: Verified, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HEZHENG_CACHE", str(verified_application.cache))
    stored = tmp_path / "report.json"
    flat = as_json(verified_application.report)
    stored.write_text(json.dumps(flat, ensure_ascii=False), "utf-8")
    ran = CliRunner().invoke(
        app, ["export", str(stored), "--json", "--redact", "--out", str(tmp_path / "out")]
    )
    assert ran.exit_code == 0, ran.output
    text = next((tmp_path / "out").glob("*.json")).read_text("utf-8")
    assert json.loads(text)["redacted"] and not [name for name in persons(flat) if name in text]
    again = CliRunner().invoke(app, ["replay", str(next((tmp_path / "out").glob("*.json")))])
    assert again.exit_code != 0
