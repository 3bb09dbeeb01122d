"""Carries out `hezheng evaluate`: reads and judges labelled papers, and holds what came out against the labels."""

import json
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from api.console import page_progress
from api.settings import Settings
from api.verifying import reading_settings
from extractors.applications import find_application
from extractors.files import gather
from extractors.recall import read_files
from registries.catalog import Registries, open_registries
from registries.intake import import_folder
from verifier.errors import LabelsUnread
from verifier.evaluating import SORTS, Evaluation, evaluate
from verifier.labels import read_truth
from verifier.pipeline import Toolbox, verify
from verifier.report.papers import documents_as_json
from verifier.report.writing import as_json

NAMES = {
    "documents": "材料类型",
    "fields": "字段",
    "verdicts": "结论",
    "items": "叙述事项",
    "verified": "核实数值",
}


@dataclass(frozen=True, slots=True)
class Trial:
    """Labelled papers, and the registries that count for them."""

    folder: Path
    registries: Path | None
    as_of: date | None


def run_evaluation(trial: Trial, settings: Settings, console: Console, scratch: Path) -> Evaluation:
    """Everything labelled in the folder, itself or its sub-folders, together.

    Args:
        trial: what is tried.
        settings: how this machine reads.
        console: told what is read.
        scratch: an empty folder for registries that lie beside the papers as tables.

    Raises:
        LabelsUnread: nothing is labelled, or labels cannot be used.
    """
    labelled = [
        (folder, truth) for folder in _folders(trial.folder) if (truth := read_truth(folder)) is not None
    ]
    if not labelled:
        raise LabelsUnread(
            f"{trial.folder} 中没有标注：请放入 labels.csv、verdicts.csv 或 truth.json，见 docs/evaluating.md"
        )
    total = Evaluation()
    with ExitStack() as stack:
        registries = _registries(trial, stack, scratch)
        for folder, truth in labelled:
            console.print(escape(folder.name), highlight=False)
            report = _report(folder, truth, registries, trial, settings, console)
            total += evaluate(folder.name, truth, report)
    return total


def _folders(folder: Path) -> Iterator[Path]:
    yield folder
    yield from sorted(p for p in folder.iterdir() if p.is_dir())


def _registries(trial: Trial, stack: ExitStack, scratch: Path) -> Registries | None:
    """Those that were named, else the tables that lie in the folder as the examples have them."""
    path = trial.registries
    if path is None and (tables := trial.folder / "registries").is_dir():
        path = scratch / "registries.db"
        import_folder(tables, path)
    return stack.enter_context(open_registries(path)) if path else None


def _report(
    folder: Path,
    truth: Mapping[str, Any],
    registries: Registries | None,
    trial: Trial,
    settings: Settings,
    console: Console,
) -> Mapping[str, Any]:
    application = find_application(folder)
    told = date.fromisoformat(truth["as_of"]) if "as_of" in truth else None
    with page_progress(console) as progress:
        if application.form is None:
            return documents_as_json(
                read_files(gather(application.evidence), reading_settings(settings), progress)
            )
        report = verify(
            application.form,
            application.evidence,
            toolbox=Toolbox.usual(reading_settings(settings), registries),
            as_of=trial.as_of or told,
            progress=progress,
        )
    return as_json(report)


def show_evaluation(console: Console, found: Evaluation, shown: int) -> None:
    """The figures, then the mistakes, the dangerous ones first."""
    table = Table(box=None, header_style="bold")
    for name in ("", "正确", "总数", "正确率"):
        table.add_column(name, justify="right" if name else "left")
    for sort in SORTS:
        if total := found.total.get(sort, 0):
            right = found.right(sort)
            table.add_row(NAMES[sort], str(right), str(total), f"{right / total:.1%}")
    console.print(table)
    false = sum(m.false_supported for m in found.mistakes)
    deferred = sum(m.deferred for m in found.mistakes)
    console.print(
        f"误判为支持（不得出现）：{false}；转人工：{deferred}", style="bold red" if false else "bold"
    )
    for mistake in sorted(found.mistakes, key=lambda m: not m.false_supported)[:shown]:
        told = f"{mistake.folder} {NAMES[mistake.sort]} {mistake.what}：应为“{mistake.truth}”，得“{mistake.said}”"
        console.print(
            ("[red]![/] " if mistake.false_supported else "- ") + escape(told),
            highlight=False,
            soft_wrap=True,
        )
    if len(found.mistakes) > shown:
        console.print(f"另有 {len(found.mistakes) - shown} 处", style="dim")


def as_text(found: Evaluation) -> str:
    """The figures and all mistakes as JSON."""
    figures = {sort: {"total": n, "right": found.right(sort)} for sort, n in found.total.items()}
    mistakes = [
        {"folder": m.folder, "sort": m.sort, "what": m.what, "truth": m.truth, "said": m.said}
        for m in found.mistakes
    ]
    false = sum(m.false_supported for m in found.mistakes)
    flat = {
        "schema": "hezheng/evaluation/1",
        "figures": figures,
        "false_supported": false,
        "mistakes": mistakes,
    }
    return json.dumps(flat, ensure_ascii=False, indent=1)
