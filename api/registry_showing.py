"""Shows what the registries commands did: progress, published versions, differences."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date

from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Column, Table

from registries.freshness import freshness
from registries.snapshot.publishing import KindVersion, Published
from verifier.words import words


@contextmanager
def import_progress(console: Console) -> Iterator[Callable[[str, int, int], None]]:
    """A bar while a table is read, written and indexed; a small table is done before it shows."""
    columns = (TextColumn("{task.description}"), BarColumn(), TextColumn("{task.fields[told]}"))
    with Progress(*columns, TimeElapsedColumn(), console=console, transient=True) as progress:
        task = progress.add_task("读取", total=None, told="")

        def show(stage: str, done: int, total: int) -> None:
            share = f"{100 * done // total}%" if total else f"{done:,}" if done else ""
            progress.update(task, description=stage, completed=done, total=total or None, told=share)

        yield show


def show_versions(console: Console, versions: Sequence[Published]) -> None:
    """The published versions, the one that counts marked."""
    table = Table("", "版本", "登记条数", "导入时间", box=None)
    for each in versions:
        table.add_row("*" if each.current else "", each.version, f"{each.records:,}", each.imported_at)
    console.print(table)


def show_kinds(console: Console, loaded: dict[str, KindVersion], day: date) -> None:
    """What one snapshot holds, and how old it is."""
    table = Table("登记库", "条数", "版本", Column("时效", overflow="fold"), box=None)
    for age in freshness(loaded, day):
        version = loaded[age.kind]
        told = f"[red]{escape(age.text)}[/]" if age.stale else escape(age.text)
        name = words().registries.get(age.kind, age.kind)
        table.add_row(name, f"{version.records:,}", version.version, told)
    console.print(table)
