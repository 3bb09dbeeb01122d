"""The command `hezheng`: the one place that may call all floors.

Engines are imported inside the commands, so that help and usage errors come at once. Exit status:
0 done · 2 usage, or a registry or engine that cannot be used · 3 the form could not be read ·
4 nothing of the evidence could be read (the report is still written).
"""

import gc
import sys
from datetime import datetime
from enum import StrEnum
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from api.audit_commands import app as audit_app
from api.audit_commands import replay
from api.export_commands import export
from api.folder_commands import batch, evaluate
from api.keeping_commands import audit_log, backup, config, restore, tidy
from api.registry_commands import app as registries_app
from api.rule_commands import app as rules_app
from api.service_commands import app as accounts_app
from api.service_commands import serve, work
from extractors.errors import FormError, ReadingError
from registries.errors import RegistryError
from verifier.errors import VerifierError

if TYPE_CHECKING:
    from api.settings import Settings

USAGE, FORM_UNREAD, NOTHING_READ = 2, 3, 4

app = typer.Typer(
    name="hezheng",
    help="核证：verifies applications for Zhejiang's 数字工厂 against scanned evidence and registries.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
app.add_typer(registries_app, name="registries")
app.add_typer(rules_app, name="rules")
app.add_typer(accounts_app, name="accounts")
app.command("serve")(serve)
app.command("worker")(work)
app.command("config")(config)
app.command("backup")(backup)
app.command("restore")(restore)
app.command("tidy")(tidy)
app.add_typer(audit_log, name="audit-log")
app.command()(export)
app.command()(batch)
app.command()(evaluate)
app.command()(replay)
app.add_typer(audit_app, name="audit")


class Ocr(StrEnum):
    """The engines that read scans."""

    RAPIDOCR = "rapidocr"
    TESSERACT = "tesseract"


FormArgument = Annotated[Path, typer.Argument(help="申报表: .docx, .xlsx, .json, .pdf or a scan", show_default=False)]
EvidenceArgument = Annotated[
    list[Path], typer.Argument(help="Evidence files and folders, any mix.", exists=True, show_default=False)
]
OcrOption = Annotated[Ocr | None, typer.Option("--ocr", help="Which engine reads scans; default rapidocr.")]
JobsOption = Annotated[
    int | None, typer.Option("--jobs", min=1, help="Pages read side by side; default: cores.")
]
NoCacheOption = Annotated[bool, typer.Option("--no-cache", help="Read every page anew and keep nothing.")]


@app.callback()
def _top(
    version_: Annotated[
        bool,
        typer.Option(
            "--version", is_eager=True, help="Show the version.", callback=lambda on: _show_version(on)
        ),
    ] = False,
) -> None:
    pass


def _show_version(on: bool) -> None:
    if on:
        typer.echo(f"hezheng {version('hezheng')}")
        raise typer.Exit


@app.command()
def verify(
    form: FormArgument,
    evidence: EvidenceArgument,
    registries: Annotated[
        Path | None, typer.Option("--registries", help="Registry file made by «hezheng registries import».")
    ] = None,
    as_of: Annotated[
        datetime | None,
        typer.Option(
            "--as-of", formats=["%Y-%m-%d"], help="Day on which things must hold; default: the form's date."
        ),
    ] = None,
    json_: Annotated[
        Path | None, typer.Option("--json", dir_okay=False, help="Where to write the report; - is stdout.")
    ] = None,
    html: Annotated[
        Path | None, typer.Option("--html", dir_okay=False, help="Where to write it as a page.")
    ] = None,
    precheck: Annotated[
        bool, typer.Option("--precheck", help="自查: what to mend before submission; no registry is asked.")
    ] = False,
    corrections: Annotated[
        Path | None,
        typer.Option(
            "--corrections", exists=True, dir_okay=False, help="Table: file, page, field, right value."
        ),
    ] = None,
    seen: Annotated[
        Path | None, typer.Option("--seen", dir_okay=False, help="Register of papers seen: finds those used before.")
    ] = None,
    edition: Annotated[
        Path | None, typer.Option("--edition", dir_okay=False, help="A form of another year or city, as data.")
    ] = None,
    redact: Annotated[
        bool, typer.Option("--redact", help="Mask phones, ID numbers, private names in texts and crops.")
    ] = False,
    ocr: OcrOption = None,
    jobs: JobsOption = None,
    no_cache: NoCacheOption = False,
) -> None:
    """Verify one application: a verdict for every claim of its form.

    Without --json and --html, report.json and report.html are written into the current folder.
    """
    from api.verifying import Order, carry_out, nothing_read

    if json_ is None and html is None:
        json_, html = Path("report.json"), Path("report.html")
    day = as_of.date() if as_of else None
    order = Order(form, tuple(evidence), registries, day, json_, html, precheck, corrections, redact, seen, edition)
    if (clash := order.overwritten()) is not None:
        raise typer.BadParameter(f"{clash} is part of the application: write the report elsewhere")
    report = carry_out(order, _settings(ocr, jobs, no_cache))
    if nothing_read(report):
        _say("NOTHING_READ", "证据文件没有一页可以识读：请检查文件后重新提交（报告已写出）")
        raise typer.Exit(NOTHING_READ)


@app.command()
def read(
    files: EvidenceArgument,
    hocr: Annotated[
        Path | None, typer.Option("--hocr", help="Write hOCR here; a folder for several files.")
    ] = None,
    pdf: Annotated[
        Path | None, typer.Option("--pdf", help="Write searchable PDF here; a folder for several files.")
    ] = None,
    ocr: OcrOption = None,
    jobs: JobsOption = None,
    no_cache: NoCacheOption = False,
) -> None:
    """Print the documents and fields of FILES as JSON, without form or registries."""
    from api.exporting import read_documents

    settings = _settings(ocr, jobs, no_cache)
    typer.echo(read_documents(tuple(files), settings, hocr=hocr, pdf=pdf))


@app.command()
def demo(
    folder: Annotated[Path, typer.Argument(help="Where to write the example.")] = Path("hezheng-demo"),
    open_: Annotated[bool, typer.Option("--open", help="Open the report in a browser.")] = False,
    ocr: OcrOption = None,
    jobs: JobsOption = None,
    no_cache: NoCacheOption = False,
) -> None:
    """Write an example application with scans and registries, verify it, and say where the report is."""
    from api.demo import run_demo

    report = run_demo(folder, _settings(ocr, jobs, no_cache))
    typer.echo(report.resolve())
    if open_:
        typer.launch(report.resolve().as_uri())


def _settings(ocr: Ocr | None, jobs: int | None, no_cache: bool) -> "Settings":
    """The settings of this machine, with what the command line says before them."""
    from pydantic import ValidationError

    from api.settings import Settings

    given: dict[str, Any] = {"reader": ocr.value if ocr else None, "workers": jobs}
    chosen = {name: value for name, value in given.items() if value is not None}
    try:
        return Settings(**(chosen | ({"cache": None} if no_cache else {})))
    except ValidationError as error:
        wrong = "; ".join(f"HEZHENG_{str(e['loc'][0]).upper()}: {e['msg']}" for e in error.errors())
        raise typer.BadParameter(wrong) from error


def _say(code: str, message: str) -> None:
    typer.echo(f"{code}：{message}", err=True)


def main() -> None:
    """Run the command; what goes wrong becomes one line with its code and an exit status."""
    # Nearly all that a run makes lives to its end: looking for garbage in it took a fifth of a second run.
    gc.set_threshold(100_000, 50, 50)
    try:
        app(prog_name="hezheng")
    except FormError as error:
        _say(error.code, str(error))
        sys.exit(FORM_UNREAD)
    except (ReadingError, RegistryError, VerifierError) as error:
        _say(error.code, str(error))
        sys.exit(USAGE)


if __name__ == "__main__":
    main()
