"""The command `hezheng export`: a stored report as workbook, letters, page and PDF; no page is read again."""

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer


def export(
    report: Annotated[Path, typer.Argument(help="A report as JSON.", exists=True, dir_okay=False)],
    xlsx: Annotated[bool, typer.Option("--xlsx", help="核验工作簿: claims, evidence, indicators.")] = False,
    opinion: Annotated[bool, typer.Option("--opinion", help="审核意见 as .docx, a draft.")] = False,
    notice: Annotated[bool, typer.Option("--notice", help="补正通知 as .docx.")] = False,
    html: Annotated[bool, typer.Option("--html", help="The report as a page.")] = False,
    pdf: Annotated[bool, typer.Option("--pdf", help="The report's page as PDF.")] = False,
    json_: Annotated[bool, typer.Option("--json", help="The report's JSON, for --redact.")] = False,
    redact: Annotated[
        bool, typer.Option("--redact", help="Mask phones, ID numbers, private names in texts and pictures.")
    ] = False,
    out: Annotated[
        Path | None, typer.Option("--out", file_okay=False, help="Folder; default: that of the report.")
    ] = None,
    evidence: Annotated[
        list[Path] | None,
        typer.Option("--evidence", exists=True, help="For crops that are not kept any more."),
    ] = None,
    office: Annotated[str, typer.Option("--office", help="Who signs the letters; default: left blank.")] = "",
    day: Annotated[
        datetime | None,
        typer.Option("--day", formats=["%Y-%m-%d"], help="Date of the letters; default: blank."),
    ] = None,
    days: Annotated[int, typer.Option("--days", min=1, help="Working days to answer a 补正通知.")] = 5,
) -> None:
    """Write a stored REPORT as workbook, letters, page, PDF; the first three where none is named."""
    from api.exporting_reports import Wanted, write_exports
    from verifier.exports.catalog import Letterhead

    named = {"xlsx": xlsx, "opinion": opinion, "notice": notice, "html": html, "pdf": pdf, "json": json_}
    wanted = frozenset(name for name, on in named.items() if on) or frozenset({"xlsx", "opinion", "notice"})
    head = Letterhead(office, day.date() if day else None, days)
    for path in write_exports(Wanted(report, wanted, out, tuple(evidence or ()), head, redact)):
        typer.echo(path)
