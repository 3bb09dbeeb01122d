"""The commands `hezheng registries …`: take tables in, ask them, publish, compare, give empty ones out."""

import json
from dataclasses import asdict
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console

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
    file: Annotated[
        Path | None,
        typer.Argument(help="The table (.csv .tsv .xlsx .json .jsonl), or a list notice (.pdf .docx)."),
    ] = None,
    registries: RegistriesOption = Path("registries.db"),
    as_of: Annotated[
        datetime | None, typer.Option("--as-of", formats=["%Y-%m-%d"], help="Day on which the table held.")
    ] = None,
    mapping: Annotated[
        Path | None, typer.Option("--mapping", help="Which header is which column (.toml or .json).")
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say what would change.")] = False,
) -> None:
    """Take a table, a folder of tables or the list of a notice into a registry file; it is made if missing."""
    from api.console import errors_console, show_import
    from api.registry_importing import import_all

    day = as_of.date() if as_of else None
    if file is not None:
        reports: tuple[ImportReport, ...] = (_import(kind, file, registries, day, mapping, dry_run),)
    elif mapping is not None or dry_run:
        raise typer.BadParameter("--mapping and --dry-run are for one table: give a kind and a file")
    elif Path(kind).is_dir():
        reports = import_all(Path(kind), registries, day)
    else:
        raise typer.BadParameter(f"{kind} is no folder: give a kind and a file, or a folder of tables")
    if not reports:
        raise typer.BadParameter(f"no file in {kind} is named by a kind: see «hezheng registries template»")
    show_import(errors_console(), reports)
    if any(report.problem or (report.rows and not report.imported) for report in reports):
        raise typer.Exit(USAGE)


def _import(
    kind: str, file: Path, registries: Path, day: date | None, mapping: Path | None, dry_run: bool
) -> "ImportReport":
    from api.registry_importing import import_file, is_notice

    if mapping is not None and is_notice(file):
        raise typer.BadParameter("--mapping is for tables: the columns of a notice are read by their heads")
    return import_file(kind, file, registries, day, mapping, dry_run)


ShelfArgument = Annotated[Path, typer.Argument(help="The folder of published versions.")]


@app.command()
def publish(
    shelf: ShelfArgument,
    registries: RegistriesOption = Path("registries.db"),
    version: Annotated[
        str, typer.Option("--version", help="Let this published version count again, instead of a new one.")
    ] = "",
) -> None:
    """Put the registry file on the shelf as a version that is never changed, and let it count."""
    from api.console import errors_console
    from registries.snapshot import publishing

    if version:
        publishing.choose(shelf, version)
    else:
        version = publishing.publish(registries, shelf).version
    errors_console().print(f"已发布：{version}")


@app.command("list")
def list_(
    path: Annotated[Path, typer.Argument(help="A folder of published versions, or a registry file.")] = Path(
        "registries.db"
    ),
) -> None:
    """Show the published versions, or what a registry file holds and how fresh it is."""
    from api.registry_showing import show_kinds, show_versions
    from registries.catalog import open_registries
    from registries.snapshot.publishing import published

    console = Console()
    if path.is_dir():
        show_versions(console, published(path))
    with open_registries(path) as opened:
        show_kinds(console, dict(opened.loaded), datetime.now(UTC).date())


@app.command()
def diff(
    old: Annotated[Path, typer.Argument(help="The earlier registry file or published version.")],
    new: Annotated[Path, typer.Argument(help="The later one.")],
    kind: Annotated[str, typer.Option("--kind", help="Only this kind of registry.")] = "",
) -> None:
    """Print each record that came, went or changed as a JSON line, with the columns that differ."""
    from registries.schema import find_kind
    from registries.snapshot.differing import diff as differences

    wanted = find_kind(kind).name if kind else ""
    for change in differences(old, new, wanted):
        typer.echo(json.dumps(asdict(change), ensure_ascii=False))


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
    from registries.values.text import squeeze

    telling = len(squeeze(text))
    if not telling:
        raise typer.BadParameter("没有可查的文字，请输入编号、名称或企业名称", param_hint="TEXT")
    day = as_of.date() if as_of else None
    with open_registries(registries) as opened:
        found = find(opened, kind, text, as_of=day, limit=limit)
        for match in found:
            typer.echo(json.dumps(_flat(match), ensure_ascii=False))
    if not found:
        more = "；只有一个字，请再多输入几个" if telling == 1 else ""
        typer.echo(f"没有找到可能的记录{more}", err=True)


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
