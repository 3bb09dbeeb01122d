"""Looks an application's papers up in the register of papers seen, and writes them into it."""

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from errno import ENOSPC
from fcntl import LOCK_EX, flock
from pathlib import Path

from api.settings import Settings
from api.verifying import Pairs, reading_settings
from extractors.files import EvidenceFile
from extractors.marks.marking import Marks, lines_of, mark_pages
from registries.catalog import Registries
from verifier.errors import SeenUnusable, StoreAway, StoreFull
from verifier.report.report import Report
from verifier.signals.reuse import Reuse, innocent_reasons, once, parents_of
from verifier.signals.seen import find_reuse, keep_seen, picture_of


def with_reuse(
    report: Report,
    files: Sequence[EvidenceFile],
    register: Path,
    settings: Settings,
    registries: Registries | None,
) -> tuple[Report, Pairs]:
    """The report with the papers that were used before, and pictures of both.

    Args:
        report: on the application.
        files: its evidence.
        register: the file of papers seen; it is made where there is none.
        settings: workers, cache.
        registries: for parent companies.

    Raises:
        SeenUnusable: the register cannot be read or written.
    """
    marks = mark_pages(report.files, files, reading_settings(settings))
    lines = lines_of(report.files, settings.cache)
    try:
        with _alone(register):
            found = once(find_reuse(report, marks, lines, register))
            keep_seen(report, marks, lines, register)
        parents = parents_of([report.company, *(r.there.company for r in found)], registries)
        told = tuple(replace(r, innocent=innocent_reasons(r.here, r.there, parents)) for r in found)
        pairs = {r: both for r in told if (both := _both(report, r, marks, register)) is not None}
    except (sqlite3.Error, OSError) as error:
        raise SeenUnusable(
            f"材料登记文件“{register}”无法使用（{error}）：请核对路径，或换一个文件"
        ) from error
    return replace(report, reuse=told), pairs


def seen_by_tenant(settings: Settings) -> Callable[..., Report]:
    """What a worker looks papers up with: each tenant has a register of its own."""

    def look(
        report: Report, files: Sequence[EvidenceFile], tenant: str, registries: Registries | None
    ) -> Report:
        register = settings.seen_folder / f"{tenant}.db"
        try:
            return with_reuse(report, files, register, settings, registries)[0]
        except SeenUnusable as error:
            # A run waits for room or for its turn; a damaged register is for a person.
            if isinstance(error.__cause__, sqlite3.OperationalError | OSError):
                full = "full" in str(error.__cause__) or getattr(error.__cause__, "errno", 0) == ENOSPC
                raise (StoreFull if full else StoreAway)(str(error)) from error
            raise

    return look


@contextmanager
def _alone(register: Path) -> Iterator[None]:
    """Of two applications that are judged at once the second must find the first."""
    register.parent.mkdir(parents=True, exist_ok=True)
    with register.with_suffix(".lock").open("w") as lock:
        flock(lock, LOCK_EX)
        yield


def _both(report: Report, reuse: Reuse, marks: Marks, register: Path) -> tuple[bytes, bytes] | None:
    sha = next((f.sha256 for f in report.files if f.file == reuse.here.file), "")
    here, there = marks.get((sha, reuse.here.page)), picture_of(register, reuse.there)
    return (here.body, there) if here and there else None
