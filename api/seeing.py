"""Looks an application's papers up in the register of papers seen, and writes them into it."""

import sqlite3
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from api.settings import Settings
from api.verifying import Pairs, reading_settings
from extractors.files import EvidenceFile
from extractors.marks.marking import Marks, lines_of, mark_pages
from registries.catalog import Registries
from verifier.errors import SeenUnusable
from verifier.report import Report
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


def _both(report: Report, reuse: Reuse, marks: Marks, register: Path) -> tuple[bytes, bytes] | None:
    sha = next((f.sha256 for f in report.files if f.file == reuse.here.file), "")
    here, there = marks.get((sha, reuse.here.page)), picture_of(register, reuse.there)
    return (here.body, there) if here and there else None
