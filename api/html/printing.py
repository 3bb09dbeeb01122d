"""The report's page as PDF: printed by Chromium where it is installed, else set by MuPDF.

Chromium prints the page as browsers show it. Without it the same facts are set by MuPDF's own layout
(`setting`), which knows no flexible boxes: plainer, and the reader is told so. The page holds no script
and Chromium resolves no name: whatever stands on a paper cannot call anybody.
"""

import os
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from api.html.figures import Veil
from api.html.page import hung, lay_out
from api.html.setting import set_report
from api.settings import Settings
from extractors.files import EvidenceFile
from verifier.report.report import Report

BROWSERS = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")
SECONDS = 180
PLAIN = "未安装 Chromium，PDF 由 MuPDF 排版，版式较网页简单：如需与网页一致，请安装 chromium 后重新导出"


@dataclass(frozen=True, slots=True)
class Printed:
    """A PDF, and what is to be said about it."""

    body: bytes
    note: str = ""


def print_report(
    report: Report,
    evidence: Sequence[EvidenceFile],
    settings: Settings,
    browser: str | None = None,
    veil: Veil | None = None,
) -> Printed:
    """The report as PDF.

    Args:
        report: the report.
        evidence: the files that it is about, for the crops.
        settings: cache, workers, sharpness and size of the crops.
        browser: the program that prints; None finds one, an empty name takes none.
        veil: what of each page must not be seen, where the report is redacted.
    """
    gallery = hung(report, evidence, settings, veil)
    found = _browser() if browser is None else browser
    body = _by_browser(found, lay_out(report, gallery, "report.html.j2", cache=settings.cache)) if found else None
    return Printed(body) if body is not None else Printed(set_report(report, gallery), PLAIN)


def _browser() -> str:
    return next((path for name in BROWSERS if (path := shutil.which(name))), "")


def _by_browser(browser: str, html: str) -> bytes | None:
    """None where the browser did not print: a broken installation must not cost the PDF."""
    with TemporaryDirectory(prefix="hezheng-print-") as scratch:
        page, out = Path(scratch) / "report.html", Path(scratch) / "report.pdf"
        page.write_text(html, encoding="utf-8")
        command = [
            browser, "--headless", "--disable-gpu", "--no-first-run", "--disable-extensions",
            "--host-resolver-rules=MAP * ~NOTFOUND", f"--user-data-dir={scratch}/profile", "--no-pdf-header-footer", f"--print-to-pdf={out}", page.as_uri(),
        ]  # fmt: skip
        if os.geteuid() == 0:
            command.insert(1, "--no-sandbox")  # Chromium refuses to run as root with it
        try:
            subprocess.run(command, capture_output=True, timeout=SECONDS, check=True)
            return out.read_bytes()
        except (OSError, subprocess.SubprocessError):
            return None
