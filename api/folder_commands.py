"""The commands for folders of applications: `hezheng batch`, `hezheng evaluate`."""

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

NO_REPORT = 3

FolderArgument = Annotated[
    Path, typer.Argument(exists=True, file_okay=False, show_default=False, help="Applications or papers, a sub-folder each.")
]
RegistriesOption = Annotated[Path | None, typer.Option("--registries", help="Registry file made by «hezheng registries import».")]
DayOption = Annotated[
    datetime | None,
    typer.Option(
        "--as-of", formats=["%Y-%m-%d"], help="Day on which things must hold; default: each form's own."
    ),
]
JobsOption = Annotated[int | None, typer.Option("--jobs", min=1, help="Pages read side by side.")]


def batch(
    folder: FolderArgument,
    registries: RegistriesOption = None,
    out: Annotated[
        Path | None, typer.Option("--out", file_okay=False, help="Where reports go; default: FOLDER-reports.")
    ] = None,
    as_of: DayOption = None,
    html: Annotated[bool, typer.Option("--html/--no-html", help="Write each report as a page, too.")] = True,
    again: Annotated[bool, typer.Option("--again", help="Judge anew what has a report already.")] = False,
    seen: Annotated[
        Path | None, typer.Option("--seen", dir_okay=False, help="Register of papers seen: finds those used twice.")
    ] = None,
    jobs: JobsOption = None,
) -> None:
    """Verify a FOLDER of applications, one sub-folder each: one report each, one table; a second run goes on."""
    from api.batching import TABLE, Batch, run_batch
    from api.console import errors_console
    from api.settings import Settings

    target = out or folder.with_name(f"{folder.resolve().name}-reports")
    given = {} if jobs is None else {"workers": jobs}
    day = as_of.date() if as_of else None
    entries = run_batch(
        Batch(folder, registries, target, day, html, again, seen), Settings.model_validate(given), errors_console()
    )
    if not entries:
        raise typer.BadParameter(
            f"{folder} holds no application: one sub-folder each, with form.docx and evidence/"
        )
    typer.echo(target / TABLE)
    if any(entry.report is None for entry in entries):
        raise typer.Exit(NO_REPORT)


def evaluate(
    folder: FolderArgument,
    registries: RegistriesOption = None,
    as_of: DayOption = None,
    json_: Annotated[
        Path | None, typer.Option("--json", dir_okay=False, help="Write figures and mistakes.")
    ] = None,
    mistakes: Annotated[int, typer.Option("--mistakes", min=0, help="How many mistakes to show.")] = 40,
    jobs: JobsOption = None,
) -> None:
    """Measure the program on labelled papers of your own: types, fields, verdicts, and above all false «supported»."""
    from tempfile import TemporaryDirectory

    from rich.console import Console

    from api.console import errors_console
    from api.evaluating import Trial, as_text, run_evaluation, show_evaluation
    from api.settings import Settings
    from api.verifying import write_text

    given = {} if jobs is None else {"workers": jobs}
    trial = Trial(folder, registries, as_of.date() if as_of else None)
    with TemporaryDirectory() as scratch:
        found = run_evaluation(trial, Settings.model_validate(given), errors_console(), Path(scratch))
    if json_ is not None:
        write_text(json_, as_text(found) + "\n")
    show_evaluation(Console(), found, mistakes)
