"""Carries out one verification: reads, judges, writes the report as JSON and as a page."""

import json
import sys
from contextlib import ExitStack
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import typer

from api.console import errors_console, page_progress, show_advice, show_summary
from api.settings import Settings
from extractors.exhibit import PageRole
from extractors.files import gather
from extractors.forms.edition import read_edition
from extractors.settings import ReadingSettings
from registries.catalog import Registries, open_registries
from verifier.corrections import read_corrections
from verifier.pipeline import Toolbox
from verifier.pipeline import verify as verify_application
from verifier.precheck import as_precheck
from verifier.report.report import Report
from verifier.report.writing import as_json
from verifier.rules import load_rules
from verifier.signals.reuse import Reuse

STDOUT = Path("-")

Pairs = dict[Reuse, tuple[bytes, bytes]]
"""Pictures of a paper that was used before, here and there."""


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be verified, and where the report goes; no path, no such report."""

    form: Path
    evidence: tuple[Path, ...]
    registries: Path | None
    as_of: date | None
    json: Path | None
    html: Path | None
    precheck: bool = False
    """For the applicant, before submission: nothing of any registry is asked or told."""
    corrections: Path | None = None
    """What people read on pages, to be taken instead of what the program read."""
    redact: bool = False
    """Write the reports without private things."""
    seen: Path | None = None
    """The register of papers seen: asked for papers used before, and told of these."""
    edition: Path | None = None
    """An edition of the form of the office's own."""

    def overwritten(self) -> Path | None:
        """The first file of the application that a report would be written over."""
        given = {path.resolve() for path in (self.form, *self.evidence, *filter(None, [self.registries]))}
        return next((path for path in (self.json, self.html) if path and path.resolve() in given), None)


def carry_out(order: Order, settings: Settings) -> Report:
    """Verify an application, write the reports that were asked for, and show a summary."""
    console = errors_console()
    corrections = read_corrections(order.corrections) if order.corrections else ()
    editions = (read_edition(order.edition),) if order.edition else ()
    with ExitStack() as stack:
        asked = None if order.precheck else order.registries
        registries = stack.enter_context(open_registries(asked)) if asked else None
        if registries is None and not order.precheck:
            console.print("[yellow]没有指定登记库（--registries）：凡须查登记的申报项都只能转人工核对。[/]")
        progress = stack.enter_context(page_progress(console))
        report = verify_application(
            order.form,
            order.evidence,
            toolbox=replace(_toolbox(settings, registries), editions=editions),
            as_of=order.as_of,
            corrections=corrections,
            progress=progress,
        )
        pairs: Pairs = {}
        if order.seen is not None and not order.precheck:
            from api.seeing import with_reuse

            report, pairs = with_reuse(report, gather(order.evidence), order.seen, settings, registries)
    if order.precheck:
        report = as_precheck(report, load_rules())
        show_advice(console, report)
    else:
        show_summary(console, report)
    for path in _write(order, report, settings, pairs):
        console.print(f"报告：{path.resolve()}", highlight=False, soft_wrap=True)
    return report


def nothing_read(report: Report) -> bool:
    """No page of the evidence bears anything that could be read."""
    unread = (PageRole.UNREADABLE, PageRole.BLANK)
    return not any(entry.role not in unread for file in report.files for entry in file.ledger)


def _toolbox(settings: Settings, registries: Registries | None) -> Toolbox:
    return Toolbox.usual(reading_settings(settings), registries)


def reading_settings(settings: Settings) -> ReadingSettings:
    """How this machine reads."""
    return ReadingSettings(settings.reader, settings.workers, settings.cache)


def _write(order: Order, report: Report, settings: Settings, pairs: Pairs) -> list[Path]:
    written, veil = [], None
    if order.redact:
        from api.redacting import redacted

        report, veil = redacted(report, settings)
        pairs = {}  # sketches of whole pages cannot be veiled
    if order.json is not None:
        write_text(order.json, report_text(report))
        written += [order.json] if order.json != STDOUT else []
    if order.html is not None:
        from api.html.page import render_report  # jinja2 and the page renderer are not needed for JSON

        write_text(order.html, render_report(report, gather(order.evidence), settings, veil, pairs))
        written += [order.html] if order.html != STDOUT else []
    return written


def write_text(path: Path, text: str) -> None:
    """Write a text where it belongs: a file, or standard output for «-»."""
    if path == STDOUT:
        sys.stdout.write(text)
        return
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise typer.BadParameter(f"cannot write {path}: {error.strerror}") from error


def report_text(report: Report) -> str:
    """A report as its JSON file holds it."""
    return json.dumps(as_json(report), ensure_ascii=False, indent=1) + "\n"
