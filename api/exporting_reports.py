"""Carries out `hezheng export`: reads the report back, writes each file that was asked for."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import typer

from api.html.figures import Veil
from api.redacting import redacted
from api.settings import Settings
from api.stored import read_report
from api.verifying import report_text
from extractors.files import gather
from verifier.exports.catalog import EXPORTS, Letterhead
from verifier.report.report import Report
from verifier.rules import load_rules


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which report is to be written as what, and where to."""

    report: Path
    exports: frozenset[str]
    """Ids of the exports, and «html» and «pdf»."""

    out: Path | None
    evidence: tuple[Path, ...]
    letterhead: Letterhead
    redact: bool = False
    """Private things are masked in texts and pictures."""


def write_exports(wanted: Wanted) -> Iterator[Path]:
    """Write each file, and give its path."""
    report, rules, veil = read_report(wanted.report), load_rules(), None
    if wanted.redact:
        report, veil = redacted(report, Settings.model_validate({}))
    folder = wanted.out or wanted.report.parent
    if "json" in wanted.exports:
        yield _put(folder / f"{_safe(report.company)}-核验报告.json", report_text(report).encode())
    for export in EXPORTS:
        if export.id in wanted.exports:
            name = f"{_safe(report.company)}-{export.name}{export.suffix}"
            yield _put(folder / name, export.write(report, rules, wanted.letterhead))
    if wanted.exports & {"html", "pdf"}:
        yield from _pages(report, wanted, folder, veil)


def _pages(report: Report, wanted: Wanted, folder: Path, veil: Veil | None) -> Iterator[Path]:
    files, settings = gather(wanted.evidence), Settings.model_validate({})
    name = f"{_safe(report.company)}-核验报告"
    if "html" in wanted.exports:
        from api.html.page import render_report

        yield _put(folder / f"{name}.html", render_report(report, files, settings, veil).encode())
    if "pdf" in wanted.exports:
        from api.html.printing import print_report

        printed = print_report(report, files, settings, veil=veil)
        if printed.note:
            typer.echo(printed.note, err=True)
        yield _put(folder / f"{name}.pdf", printed.body)


def _put(path: Path, body: bytes) -> Path:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(body)
    except OSError as error:
        raise typer.BadParameter(f"cannot write {path}: {error.strerror}") from error
    return path


def _safe(name: str) -> str:
    """A company's name as a part of a file's name."""
    return re.sub(r'[\\/:*?"<>|\x00-\x1f]+', "_", name).strip(" ._")[:60] or "申报企业"
