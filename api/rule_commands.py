"""The commands `hezheng rules …`: what a change of the rules would do to reports that were made."""

import json
from contextlib import ExitStack
from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer(help="Compare editions of the rules.", no_args_is_help=True)

Edition = Annotated[str, typer.Argument(help="An edition's name (zhejiang-2022) or the path of a rule file.")]


@app.command("diff")
def diff(
    before: Edition,
    after: Edition,
    reports: Annotated[list[Path], typer.Argument(help="Reports as JSON.", exists=True)],
    registries: Annotated[
        Path | None, typer.Option("--registries", help="Ask these anew; default: the records in the reports.")
    ] = None,
) -> None:
    """Show which verdicts and indicators of REPORTS come out otherwise by the rules AFTER; no page is read."""
    from extractors.narrative.reading import read_narrative
    from registries.catalog import open_registries
    from verifier.report.restoring import restore
    from verifier.rules import load_rules
    from verifier.rules.diff import diff_rules

    try:
        old, new = load_rules(before), load_rules(after)
        stored = [restore(json.loads(path.read_text("utf-8")), path.name) for path in reports]
    except (OSError, ValueError, KeyError) as error:
        raise typer.BadParameter(f"cannot be read: {error}") from error
    mentions = [
        {
            c.key: read_narrative(c.text, c.name)
            for c in one.claims
            if c.name in old.boxes and not c.field.ticked
        }
        for one in stored
    ]
    with ExitStack() as stack:
        asked = stack.enter_context(open_registries(registries)) if registries else None
        found = diff_rules(old, new, stored, mentions, asked)
    typer.echo(f"{found.before} → {found.after}")
    for name, a, b in found.settings:
        typer.echo(f"  {name}: {a} → {b}")
    for flip in found.flips:
        typer.echo(f"{flip.report}  {flip.key}: {flip.before} → {flip.after}  {flip.why}")
    typer.echo(f"共{len(found.flips)}处改变")
