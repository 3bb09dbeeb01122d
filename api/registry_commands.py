"""The commands `hezheng registries …`: take tables in, ask them, give empty ones out."""

import json
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from registries.importing.base import ImportReport
    from registries.match import Match

app = typer.Typer(help="Import, search and describe the registries.", no_args_is_help=True)

RegistriesOption = Annotated[Path, typer.Option("--registries", help="The registry file.")]
USAGE = 2


@app.command("import")
def import_(
    kind: Annotated[
        str, typer.Argument(help="Kind of registry; or a folder whose files are named by their kinds.")
    ],
    file: Annotated[Path | None, typer.Argument(help="The table: .csv, .xlsx, .json or .jsonl.")] = None,
    registries: RegistriesOption = Path("registries.db"),
    as_of: Annotated[
        datetime | None, typer.Option("--as-of", formats=["%Y-%m-%d"], help="Day on which the table held.")
    ] = None,
) -> None:
    """Take a table, or a folder of tables, into a registry file; it is made where there is none."""
    from api.console import errors_console, show_import
    from registries.catalog import import_folder, import_table

    day = as_of.date() if as_of else None
    if file is not None:
        reports: tuple[ImportReport, ...] = (import_table(kind, file, registries, as_of=day),)
    elif Path(kind).is_dir():
        reports = import_folder(kind, registries, as_of=day)
    else:
        raise typer.BadParameter(f"{kind} is no folder: give a kind and a file, or a folder of tables")
    if not reports:
        raise typer.BadParameter(f"no file in {kind} is named by a kind: see «hezheng registries template»")
    show_import(errors_console(), reports)
    if any(report.problem for report in reports):
        raise typer.Exit(USAGE)


@app.command()
def search(
    kind: Annotated[str, typer.Argument(help="Kind of registry, for example patents.")],
    text: Annotated[str, typer.Argument(help="A number, a title or a company.")],
    registries: RegistriesOption = Path("registries.db"),
    as_of: Annotated[
        datetime | None,
        typer.Option("--as-of", formats=["%Y-%m-%d"], help="State of the registry on that day."),
    ] = None,
    limit: Annotated[int, typer.Option("--limit", min=1, max=50)] = 5,
) -> None:
    """Print the records that TEXT may mean as JSON lines, best first, each with its score and reasons."""
    from api.searching import find
    from registries.catalog import open_registries

    day = as_of.date() if as_of else None
    with open_registries(registries) as opened:
        for match in find(opened, kind, text, as_of=day, limit=limit):
            typer.echo(json.dumps(_flat(match), ensure_ascii=False))


def _flat(match: "Match") -> dict[str, object]:
    source = match.record.source
    return {
        "score": round(match.score, 4),
        "id": match.record.id,
        "reasons": [f"{reason.column}：{reason.text}" for reason in match.reasons],
        "values": {column: text for column, text in match.record.values.items() if text},
        "source": f"{source.file}#{source.row}" if source else "",
    }


@app.command()
def template(folder: Annotated[Path, typer.Argument(help="Where to write the .xlsx files.")]) -> None:
    """Write an empty .xlsx for each kind of registry, with its columns and one example row."""
    from registries.template import write_templates

    for path in write_templates(folder):
        typer.echo(path)
