"""What the command line shows while it works and when it is done: on stderr, so that stdout stays clean."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.markup import escape
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    ProgressColumn,
    SpinnerColumn,
    Task,
    TextColumn,
    TimeRemainingColumn,
)
from rich.table import Table
from rich.text import Text

from extractors.exhibit import FileReading
from extractors.settings import Step
from registries.importing.base import ImportReport
from verifier.report.report import Report
from verifier.rules import load_rules
from verifier.verdict import Flag, Verdict
from verifier.words import words

STYLES = {
    Flag.SUPPORTED: "green",
    Flag.UNSUPPORTED: "bold red",
    Flag.NEEDS_REVIEW: "yellow",
    Flag.NOT_CLAIMED: "dim",
}
SHOWN = 12
"""Rejected rows shown for one table; the rest is counted."""


def errors_console() -> Console:
    """The console on stderr."""
    return Console(stderr=True)


class _Speed(ProgressColumn):
    """Pages per second, without those that came from the cache."""

    def render(self, task: Task) -> Text:
        return Text(f"{task.speed:.1f} 页/秒" if task.speed else "", style="cyan")


@contextmanager
def page_progress(console: Console) -> Iterator[Callable[[Step], None]]:
    """A progress bar for reading, as a callback that takes each step."""
    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("页"),
        _Speed(),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=console, transient=True) as bar:
        task = bar.add_task("打开文件", total=None)

        def show(step: Step) -> None:
            if bar.tasks[0].total is None:
                # What came from the cache is done before the clock starts, or the speed would be a wish.
                bar.reset(task, total=step.total, completed=step.done, description="读取证据")
            bar.update(task, completed=step.done)

        yield show


def show_summary(console: Console, report: Report) -> None:
    """Claims by flag, what a reviewer must look at, and the files with problems."""
    company = escape(report.company or "（企业名称未能识读）")
    console.print(f"\n[bold]{company}[/bold]  核验日期 {report.as_of}")
    counts = report.counts()
    parts = [f"[{STYLES[flag]}]{words().flags[flag.value].name} {counts[flag.value]}[/]" for flag in Flag]
    console.print("　".join(parts))
    flagged = [v for v in report.verdicts if v.flag in (Flag.UNSUPPORTED, Flag.NEEDS_REVIEW)]
    told = [v for v in flagged if v.reasons != ("NOT_JUDGED",)]
    if told:
        console.print(_verdicts(told))
    if len(flagged) > len(told):
        console.print(f"另有 {len(flagged) - len(told)} 项本程序不核验，请人工核对。", style="dim")
    for reuse in report.reuse:
        if not reuse.innocent:
            console.print(f"[yellow]·[/] {escape(reuse.message)}", highlight=False, soft_wrap=True)
    for corrected in report.corrections:
        if corrected.problem:
            where = f"{corrected.correction.file} 第{corrected.correction.page}页"
            console.print(f"[yellow]更正未采用：{escape(where)}：{escape(corrected.problem)}[/]", highlight=False)
    _show_missing(console, report)
    _show_problems(console, report.files)


def show_advice(console: Console, report: Report) -> None:
    """What an applicant should mend before it submits."""
    if not report.advice:
        console.print("[green]自查未发现须补正之处（登记信息由审核机关核对）。[/]")
        return
    console.print(f"自查发现{len(report.advice)}处须补正：", highlight=False)
    for advice in report.advice:
        console.print(f"  · {advice.message}", highlight=False, soft_wrap=True)


def _verdicts(verdicts: list[Verdict]) -> Table:
    table = Table(box=None, header_style="bold", pad_edge=False)
    for name in ("结论", "申报项", "申报", "核实", "原因"):
        table.add_column(name, overflow="fold")
    say = load_rules().say
    for v in sorted(verdicts, key=lambda v: v.flag is not Flag.UNSUPPORTED):
        flag = Text(words().flags[v.flag.value].name, style=STYLES[v.flag])
        reasons = "；".join(say(code) for code in v.reasons) or v.explanation
        told = (v.label, _short(v.claimed), _short(v.verified), reasons)
        table.add_row(flag, *(Text(text) for text in told))  # names on papers may look like markup
    return table


def _short(value: object) -> str:
    value = round(value, 2) if isinstance(value, float) else value
    text = "、".join(map(str, value)) if isinstance(value, tuple) else "" if value is None else str(value)
    return text if len(text) <= 40 else text[:39] + "…"


def _show_missing(console: Console, report: Report) -> None:
    if report.undecidable:
        names = "、".join(words().registries.get(kind, kind) for kind in report.undecidable)
        console.print(f"[yellow]未载入的登记库：{names}。相关申报项无法核验，请先导入。[/]")


def _show_problems(console: Console, files: tuple[FileReading, ...]) -> None:
    for reading in files:
        for problem in reading.problems:
            page = f" 第{problem.page}页" if problem.page else ""
            console.print(f"[yellow]![/] {escape(reading.file)}{page}：{escape(problem.message)}")


def show_import(console: Console, reports: tuple[ImportReport, ...]) -> None:
    """What became of each table: rows taken, rows refused and why."""
    for report in reports:
        name = words().registries.get(report.kind, report.kind)
        if report.problem:
            console.print(f"[red]{escape(report.file)}（{name}）：{escape(report.problem)}[/]")
            continue
        console.print(f"{escape(report.file)} → {name}：{_told(report)}")
        for note in report.notes:
            console.print(f"  [dim]{escape(note)}[/]")
        for row in report.rejected[:SHOWN]:
            console.print(f"  [red]第{row.row}行未导入：{escape(row.reason)}[/]")
        for row in report.doubtful[:SHOWN]:
            console.print(f"  [yellow]第{row.row}行存疑：{escape(row.reason)}[/]")
        more = max(0, report.rejected_rows - SHOWN) + max(0, report.doubtful_rows - SHOWN)
        if more:
            console.print(f"  [dim]另有 {more} 行[/]")


def _told(report: ImportReport) -> str:
    if report.unchanged:
        return "此文件已导入过，登记库未变"
    verb = "试导入（未写入）" if report.rehearsed else "导入"
    told = f"{verb} {report.imported}/{report.rows} 行"
    return f"{told}：新增 {report.added}，变更 {report.changed}，未变 {report.same}"
