"""Carries out replays, re-checks and draws, and shows what came of them."""

import json
from collections.abc import Sequence
from contextlib import ExitStack
from datetime import date
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from api.console import page_progress
from api.settings import Settings
from api.stored import read_json, read_report
from api.verifying import reading_settings, write_text
from extractors.files import gather
from extractors.recall import read_files
from registries.catalog import open_registries
from registries.importing.reading import sha256_of
from verifier.errors import GroundsMissing, NotAReport
from verifier.pipeline import Toolbox
from verifier.rules import Rules, load_rules
from verifier.spotchecks.changes import Change, Moved
from verifier.spotchecks.drawing import Draw, Plan, draw
from verifier.spotchecks.lists import units_of_reports, units_of_table
from verifier.spotchecks.replaying import Replay, edition_of, replay, snapshot_of
from verifier.spotchecks.reviewers import Assignment
from verifier.words import plain, words

Named = tuple[str, Replay]
SHOWN = 5
_MET = {True: "达到", False: "未达到", None: "不能判断"}


def replay_report(
    path: Path,
    registries: Path | None,
    rules: str,
    evidence: tuple[Path, ...] = (),
    as_of: date | None = None,
) -> Named:
    """A stored report made once more, under its company's name.

    Args:
        path: the report.
        registries: a registry file or a shelf of published versions.
        rules: an edition or a rule file; empty takes the report's own edition.
        evidence: papers to be read anew; none takes them as the report holds them.
        as_of: another day.

    Raises:
        NotAReport: it is none.
        GroundsMissing: its registries or rules are not at hand.
    """
    flat = read_json(path)
    if "provenance" not in flat:
        raise NotAReport(f"{path} 不是核验报告：请选择 hezheng verify 写出的 JSON")
    settings = Settings.model_validate({})
    with ExitStack() as stack:
        file = snapshot_of(flat, registries)
        opened = stack.enter_context(open_registries(file)) if file else None
        toolbox = Toolbox(reading_settings(settings), opened, _rules(rules or edition_of(flat)))
        read = None
        if evidence:
            progress = stack.enter_context(page_progress(Console(stderr=True)))
            read = read_files(gather(evidence), toolbox.reading, progress)
        return flat["company"]["name"] or path.name, replay(flat, toolbox, as_of=as_of, read=read)


def recheck_reports(
    paths: Sequence[Path], registries: Path | None, rules: str, as_of: date | None
) -> list[Named]:
    """Reports judged again on another day; on a shelf by the version that counts now."""
    newest = registries
    if registries is not None and registries.is_dir():
        with open_registries(registries) as opened:
            newest = opened.path
    return [replay_report(path, newest, rules, as_of=as_of or date.today()) for path in paths]


def _rules(edition: str) -> Rules:
    try:
        return load_rules(edition)
    except (OSError, ValueError, KeyError) as error:
        raise GroundsMissing(f"规则“{edition}”无法读取（{error}）：请用 --rules 指定规则文件") from error


def draw_from(path: Path, plan: Plan, name: str = "") -> Draw:
    """A draw from a table, or from the reports of a folder and its sub-folders."""
    if not path.is_dir():
        return draw(units_of_table(path, name), plan)
    reports = []
    for file in sorted(path.rglob("*.json")):
        try:
            reports.append(read_report(file))
        except NotAReport:
            continue  # a folder of reports may hold other JSON
    return draw(units_of_reports(reports), plan)


def show_replay(name: str, found: Replay) -> None:
    """The grounds, then whether it came out the same, then what changed."""
    console = Console()
    console.print(f"[bold]{escape(name)}[/bold]")
    for ground in found.grounds:
        told = "相同" if ground.same else f"{ground.before} → {ground.after}"
        console.print(f"  {ground.name}：{escape(told)}", highlight=False, soft_wrap=True)
    if found.identical:
        console.print("[green]重算结果与原报告逐字节相同（时间除外）。[/]")
    elif not found.changes:
        console.print("[yellow]各项结论相同，报告的其他部分有差异。[/]")
    _show_changes(console, found.changes)


def show_recheck(name: str, found: Replay) -> None:
    """What changed since the report was made."""
    console = Console()
    day = found.report.as_of.isoformat()
    console.print(
        f"[bold]{escape(name)}[/bold]  复核日期 {day}：{len(found.changes)} 项结论有变化", highlight=False
    )
    _show_changes(console, found.changes)


def _show_changes(console: Console, changes: Sequence[Change]) -> None:
    for change in changes:
        flags = " → ".join(words().flags[flag].name for flag in (change.before, change.after))
        figures = (
            ""
            if change.verified[0] == change.verified[1]
            else "，核实 " + " → ".join(map(_value, change.verified))
        )
        console.print(
            f"[bold]{escape(change.label)}[/bold]：{flags}{figures}", highlight=False, soft_wrap=True
        )
        console.print(f"    {escape(change.why)}", highlight=False, soft_wrap=True)
        for moved in change.moved[:SHOWN]:
            console.print(f"    · {escape(_told(moved))}", highlight=False, soft_wrap=True)
        if len(change.moved) > SHOWN:
            console.print(f"    另有 {len(change.moved) - SHOWN} 份", style="dim")
        for touched in change.indicators:
            told = f"指标 {touched.id} {_MET[touched.before]} → {_MET[touched.after]}：{touched.text}"
            console.print(f"    [yellow]{escape(told)}[/]", highlight=False, soft_wrap=True)


def _value(value: object) -> str:
    return plain(value) or "—"


def _told(moved: Moved) -> str:
    say = load_rules().say
    names = {"counted": "计入", "": "无", "not_counted": "不计入"}
    before, after = (names.get(code) or say(code) for code in (moved.before, moved.after))
    columns = "，".join(f"{name} {a or '空'} → {b or '空'}" for name, a, b in moved.columns)
    record = f"（登记记录 {moved.record}{'：' + columns if columns else ''}）" if moved.record else ""
    return f"{moved.quote or moved.document}：{before} → {after}{record}"


def show_draw(found: Draw, sent: Sequence[Assignment] = ()) -> None:
    """The reckoning, the strata, and who was drawn."""
    console = Console()
    size = found.size.sentence() if found.size else f"总体{found.population}，按指定的数量抽取"
    console.print(f"种子 {escape(found.plan.seed)}；{size}", highlight=False, soft_wrap=True)
    for name, units, drawn in found.strata:
        console.print(f"  {escape(name)}：{units} 个，抽取 {drawn} 个", highlight=False)
    table = Table(box=None, header_style="bold")
    for title in ("序号", "名称", "层", "方式", "签号", *(("检查人员",) if sent else ())):
        table.add_column(title)
    for number, one in enumerate(found.drawn, 1):
        names = [escape("、".join(sent[number - 1].reviewers))] if sent else []
        table.add_row(str(number), escape(one.unit.name), escape(one.stratum), one.why, one.ticket[:16], *names)
    console.print(table)
    for assignment in sent:
        if assignment.excluded:
            told = f"{assignment.unit}：{'、'.join(assignment.excluded)} 回避"
            console.print(f"  {escape(told)}", highlight=False, soft_wrap=True)


def write_draw(path: Path, list_: Path, found: Draw, sent: Sequence[Assignment] = ()) -> None:
    """The record of a draw as JSON: whoever has it and the list can draw again."""
    plan, size = found.plan, found.size
    flat: dict[str, Any] = {
        "schema": "hezheng/draw/1",
        "list": list_.name,
        "list_sha256": sha256_of(list_) if list_.is_file() else None,
        "method": "ticket = sha256(seed + '\\n' + name); lowest tickets of each stratum",
        "seed": plan.seed,
        "by": list(plan.by),
        "whole": [list(pair) for pair in plan.whole],
        "population": found.population,
        "size": None
        if size is None
        else {
            "population": size.population,
            "bad": size.bad,
            "confidence": size.confidence,
            "size": size.size,
            "probability": size.probability,
            "sentence": size.sentence(),
        },
        "strata": [{"name": n, "units": u, "drawn": d} for n, u, d in found.strata],
        "drawn": [
            {
                "name": d.unit.name,
                "stratum": d.stratum,
                "ticket": d.ticket,
                "why": d.why,
                "traits": dict(d.unit.traits),
            }
            for d in found.drawn
        ],
    }
    if sent:
        flat["reviewers_method"] = "least burdened first, then lowest sha256(seed + '\\n' + name + '\\n' + reviewer); ties excluded"
        flat["reviewers"] = [{"name": a.unit, "reviewers": list(a.reviewers), "excluded": list(a.excluded)} for a in sent]
    write_text(path, json.dumps(flat, ensure_ascii=False, indent=1) + "\n")


def write_changes(path: Path, found: Sequence[Named]) -> None:
    """Replays as JSON."""
    flat = {"schema": "hezheng/replay/1", "reports": [_replay(name, one) for name, one in found]}
    write_text(path, json.dumps(flat, ensure_ascii=False, indent=1) + "\n")


def _replay(name: str, found: Replay) -> dict[str, Any]:
    return {
        "company": name,
        "as_of": found.report.as_of.isoformat(),
        "identical": found.identical,
        "grounds": [{"name": g.name, "before": g.before, "after": g.after} for g in found.grounds],
        "changes": [_change(change) for change in found.changes],
    }


def _change(change: Change) -> dict[str, Any]:
    return {
        "claim": change.key,
        "label": change.label,
        "flag": [change.before, change.after],
        "verified": list(change.verified),
        "why": change.why,
        "evidence": [
            {
                "document": m.document or None,
                "quote": m.quote,
                "before": m.before or None,
                "after": m.after or None,
                "record": m.record or None,
                "columns": [list(column) for column in m.columns],
            }
            for m in change.moved
        ],
        "indicators": [{"id": t.id, "text": t.text, "met": [t.before, t.after]} for t in change.indicators],
    }
