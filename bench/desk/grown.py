"""An application of 300 exhibits, and cores that never rest."""

import json
import multiprocessing
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path

from extractors.settings import ReadingSettings
from registries.catalog import open_registries
from verifier.pipeline import Toolbox, verify
from verifier.report.recalling import recall
from verifier.report.report import Report
from verifier.report.writing import as_json


def grown(folder: Path) -> Report:
    """An example application, verified, its papers handed in again and again until there are 300.

    Its report is kept in the folder, and taken from there the next time.
    """
    kept = folder / "report.json"
    if not kept.exists():
        kept.write_text(json.dumps(as_json(_verified(folder)), ensure_ascii=False), "utf-8")
    return _repeated(recall(json.loads(kept.read_text("utf-8"))), 300)


def _verified(folder: Path) -> Report:
    from api.example import write_application
    from api.example.facts import Size
    from registries.intake import import_folder

    size = Size(patents=20, software=20, standards=("GB",) * 3, strangers=20)
    write_application(folder, seed=5, traps=("pat_lapsed", "pat_utility"), scans=("digital",), size=size)
    import_folder(folder / "registries", folder / "registries.db")
    with open_registries(folder / "registries.db") as registries:
        toolbox = Toolbox.usual(ReadingSettings(workers=2, cache=folder / "reading.db"), registries)
        return verify(folder / "form.docx", [folder / "evidence"], toolbox=toolbox, as_of=date(2022, 4, 15))


def _repeated(report: Report, wanted: int) -> Report:
    """Copies of exhibits under other names, each in the evidence of the claims of the one that it copies."""
    papers = list(report.exhibits)
    copies = [replace(papers[n % len(papers)], id=f"copy-{n}") for n in range(wanted - len(papers))]
    names: dict[str, list[str]] = {}
    for n, copy in enumerate(copies):
        names.setdefault(papers[n % len(papers)].id, []).append(copy.id)
    verdicts = tuple(
        replace(
            v,
            evidence=tuple(
                e
                for old in v.evidence
                for e in (old, *(replace(old, exhibit=c) for c in names.get(old.exhibit, ())))
            ),
        )
        for v in report.verdicts
    )
    return replace(report, exhibits=(*papers, *copies), verdicts=verdicts)


def _burn() -> None:
    import os

    os.nice(10)
    while True:
        sum(n * n for n in range(10_000))


@contextmanager
def both_cores_busy() -> Iterator[None]:
    """Two processes that never rest, as far back as readers step."""
    burning = [multiprocessing.get_context("spawn").Process(target=_burn, daemon=True) for _ in range(2)]
    for one in burning:
        one.start()
    yield
    for one in burning:
        one.kill()
