"""Carries out `hezheng batch`: a report for every application of a folder, and one table over all.

An application that fails is a line of the table with the reason; the rest goes on. One whose report is
there already, made from the same files, registries, rules, corrections and day, is not judged again.
"""

from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.markup import escape

from api.console import page_progress
from api.settings import Settings
from api.stored import read_json
from api.verifying import Pairs, reading_settings, report_text, write_text
from extractors.applications import ApplicationFolder, find_applications
from extractors.errors import FormError, ReadingError
from extractors.files import gather
from registries.catalog import Registries, open_registries
from registries.errors import RegistryError
from verifier.corrections import Correction, read_corrections
from verifier.errors import NotAReport, VerifierError
from verifier.exports.summary import Entry, summary
from verifier.pipeline import Toolbox, verify
from verifier.report.provenance import program
from verifier.report.recalling import recall
from verifier.report.report import Report
from verifier.rules import load_rules

TABLE = "汇总.xlsx"


@dataclass(frozen=True, slots=True)
class Batch:
    """A folder of applications, and where their reports go."""

    folder: Path
    registries: Path | None
    out: Path
    as_of: date | None
    html: bool
    again: bool
    """Judge anew what has a report already."""
    seen: Path | None = None
    """The register of papers seen: what one application used is found in the next."""


def run_batch(batch: Batch, settings: Settings, console: Console) -> tuple[Entry, ...]:
    """Verify every application, write its reports, write the table.

    Args:
        batch: what and where.
        settings: how this machine reads.
        console: told of each application.
    """
    with ExitStack() as stack:
        registries = stack.enter_context(open_registries(batch.registries)) if batch.registries else None
        toolbox = Toolbox.usual(reading_settings(settings), registries)
        found = find_applications(batch.folder)
        entries = []
        for number, application in enumerate(found, 1):
            console.print(f"[{number}/{len(found)}] {escape(application.name)}", highlight=False)
            entry = _one(batch, application, toolbox, settings, console)
            console.print(f"    {escape(entry.problem) or _told(entry)}", highlight=False)
            entries.append(entry)
    (batch.out).mkdir(parents=True, exist_ok=True)
    (batch.out / TABLE).write_bytes(summary(entries))
    return tuple(entries)


def _told(entry: Entry) -> str:
    counts = entry.report.counts() if entry.report else {}
    words = {"supported": "支持", "unsupported": "不支持", "needs_review": "需人工核对"}
    return "，".join(f"{word}{counts.get(flag, 0)}" for flag, word in words.items())


def _one(
    batch: Batch, application: ApplicationFolder, toolbox: Toolbox, settings: Settings, console: Console
) -> Entry:
    target = batch.out / application.name / "report.json"
    where = f"{application.name}/report.json"
    try:
        if application.form is None:
            raise FormError("没有找到申报表：请放入 form.docx，或文件名含“申报表”的文件")
        corrections = read_corrections(application.corrections) if application.corrections else ()
        kept = None if batch.again else _kept(target, application, toolbox, corrections, batch.as_of)
        if kept is not None:
            return Entry(application.name, kept, where)
        with page_progress(console) as progress:
            report = verify(
                application.form,
                application.evidence,
                toolbox=toolbox,
                as_of=batch.as_of,
                corrections=corrections,
                progress=progress,
            )
        pairs: Pairs = {}
        if batch.seen is not None:
            from api.seeing import with_reuse

            files = gather(application.evidence)
            report, pairs = with_reuse(report, files, batch.seen, settings, toolbox.registries)
        if batch.html:
            from api.html.page import render_report

            page = render_report(report, gather(application.evidence), settings, pairs=pairs)
            write_text(target.with_suffix(".html"), page)
        write_text(target, report_text(report))  # last: where it is, the application is done
        return Entry(application.name, report, where)
    except (ReadingError, RegistryError, VerifierError) as error:
        return Entry(application.name, problem=f"{error.code}：{error}")
    except Exception as error:  # a defect that one application brings out must not cost the others theirs
        return Entry(application.name, problem=f"INTERNAL_ERROR：{type(error).__name__} {error}")


def _kept(
    path: Path,
    application: ApplicationFolder,
    toolbox: Toolbox,
    corrections: tuple[Correction, ...],
    as_of: date | None,
) -> Report | None:
    """The report that lies there, where it was made from just what is given now."""
    if not path.is_file():
        return None
    try:
        report = recall(flat := read_json(path))
    except NotAReport:
        return None
    same = all(_same(flat, report, application, toolbox, corrections, as_of))
    return report if same else None


def _same(
    flat: Mapping[str, Any],
    report: Report,
    application: ApplicationFolder,
    toolbox: Toolbox,
    corrections: tuple[Correction, ...],
    as_of: date | None,
) -> Iterator[bool]:
    assert application.form is not None
    form = next(iter(gather([application.form])))
    told = report.provenance
    yield as_of is None or report.as_of == as_of
    yield told.program == program() and told.rules_digest == load_rules().digest
    yield {k: v["version"] for k, v in told.registries.items()} == _versions(toolbox.registries)
    yield tuple(c.correction for c in report.corrections) == corrections
    yield report.form is not None and report.form.sha256 == form.sha256()
    given = sorted((f.name, f.sha256()) for f in gather(application.evidence))
    yield sorted((f.file, f.sha256) for f in report.files) == given


def _versions(registries: Registries | None) -> dict[str, str]:
    return {kind: v.version for kind, v in registries.loaded.items()} if registries else {}
