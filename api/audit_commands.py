"""The commands `hezheng replay` and `hezheng audit …`: reports looked at after they were made; no page is read again."""

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer(
    help="Spot audits: draw what to look at, re-check reports against newer registries.", no_args_is_help=True
)

DIFFERS = 1

RegistriesOption = Annotated[
    Path | None, typer.Option("--registries", help="A registry file, or the folder of published versions.")
]
RulesOption = Annotated[
    str, typer.Option("--rules", help="An edition's name or a rule file; default: the report's own edition.")
]
JsonOption = Annotated[
    Path | None, typer.Option("--json", dir_okay=False, help="Write it as JSON; - is stdout.")
]


def replay(
    report: Annotated[Path, typer.Argument(help="A report as JSON.", exists=True, dir_okay=False)],
    registries: RegistriesOption = None,
    rules: RulesOption = "",
    evidence: Annotated[
        list[Path] | None, typer.Option("--evidence", exists=True, help="Read the papers anew, too.")
    ] = None,
    json_: JsonOption = None,
) -> None:
    """Make a stored REPORT once more; with its own rules and registries it must come out the same, byte for byte.

    With newer ones it is the rehearsal of an upgrade: the verdicts that would change are listed. Exit status 1:
    the grounds are the same and the report is not.
    """
    from api.auditing import replay_report, show_replay, write_changes

    name, found = replay_report(report, registries, rules, tuple(evidence or ()))
    show_replay(name, found)
    if json_ is not None:
        write_changes(json_, [(name, found)])
    if not found.identical and all(ground.same for ground in found.grounds):
        raise typer.Exit(DIFFERS)


@app.command()
def recheck(
    reports: Annotated[list[Path], typer.Argument(help="Reports as JSON.", exists=True, dir_okay=False)],
    registries: RegistriesOption = None,
    as_of: Annotated[
        datetime | None,
        typer.Option("--as-of", formats=["%Y-%m-%d"], help="The day of the re-check; default: today."),
    ] = None,
    rules: RulesOption = "",
    json_: JsonOption = None,
) -> None:
    """Judge REPORTS again on a later day by newer registries: what changed, why, which indicators it touches."""
    from api.auditing import recheck_reports, show_recheck, write_changes

    found = recheck_reports(tuple(reports), registries, rules, as_of.date() if as_of else None)
    for name, one in found:
        show_recheck(name, one)
    if json_ is not None:
        write_changes(json_, found)


@app.command()
def draw(
    list_: Annotated[
        Path,
        typer.Argument(
            metavar="LIST", help="A table (.csv .xlsx .json), or a folder of reports.", exists=True
        ),
    ],
    seed: Annotated[
        str, typer.Option("--seed", help="Laid down before the draw, for example a published number.")
    ],
    by: Annotated[
        list[str] | None, typer.Option("--by", help="A column that divides the list into strata.")
    ] = None,
    rate: Annotated[
        float, typer.Option("--rate", min=0.001, max=1, help="Share of bad units to be met.")
    ] = 0.1,
    confidence: Annotated[float, typer.Option("--confidence", min=0.5, max=0.999)] = 0.95,
    size: Annotated[int | None, typer.Option("--size", min=1, help="A size that was laid down.")] = None,
    whole: Annotated[
        list[str] | None, typer.Option("--whole", help="COLUMN=VALUE: all of these are drawn, 风险=高.")
    ] = None,
    name: Annotated[
        str, typer.Option("--name", help="The column that names a unit; default: 企业名称.")
    ] = "",
    reviewers: Annotated[
        Path | None,
        typer.Option("--reviewers", exists=True, dir_okay=False, help="A table of 姓名, 单位, 回避: who checks is drawn, too."),
    ] = None,
    each: Annotated[int, typer.Option("--each", min=1, help="How many reviewers check one unit.")] = 2,
    json_: JsonOption = None,
) -> None:
    """Draw from LIST, seeded and stratified; the sample's size is reckoned and shown, anybody can repeat the draw."""
    from api.auditing import draw_from, show_draw, write_draw
    from verifier.spotchecks.drawing import Plan
    from verifier.spotchecks.reviewers import assign, read_reviewers

    pairs = tuple((column, value) for column, _, value in (one.partition("=") for one in whole or ()))
    if any(not value for _, value in pairs):
        raise typer.BadParameter("--whole is COLUMN=VALUE, for example 风险=高")
    plan = Plan(seed, tuple(by or ()), rate, confidence, size, pairs)
    found = draw_from(list_, plan, name)
    sent = assign(found, read_reviewers(reviewers), each) if reviewers is not None else ()
    show_draw(found, sent)
    if json_ is not None:
        write_draw(json_, list_, found, sent)
