"""Every claim of a dossier reviewed by keyboard alone, each flag held against the truth."""

import json
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

from bench.desk.people import browsing, keep, people
from bench.desk.telling import show
from bench.served import Served
from extractors.settings import ReadingSettings
from registries.catalog import open_registries
from verifier.pipeline import Toolbox, verify
from verifier.report.report import Report
from verifier.store.database import open_store
from verifier.store.submissions.state import EVIDENCE, FORM


def keys(served: Served, dossier: Path, registries: Path | None) -> None:
    """Hold each flag against the truth: accept what is right, overrule what is wrong; look where it is flagged."""
    truth = json.loads((dossier / "truth.json").read_text("utf-8"))
    with tempfile.TemporaryDirectory() as place:
        reading = ReadingSettings(workers=2, cache=Path(place) / "reading.db")
        with open_registries(registries) if registries else _nothing() as opened:
            toolbox = Toolbox.usual(reading, opened)
            day = date.fromisoformat(truth["as_of"]) if truth.get("as_of") else None
            report = verify(dossier / "form.docx", [dossier / "evidence"], toolbox=toolbox, as_of=day)
    if served.process is None:
        served.start("--no-worker")
    store = open_store(served.database)
    caller = people(store)[0]
    evidence = sorted((dossier / "evidence").iterdir())
    id_ = keep(store, served, caller, {FORM: [dossier / "form.docx"], EVIDENCE: evidence}, report)
    store.close()
    with browsing(served) as page:
        page.goto(f"/applications/{id_}")
        _keys(page, report, truth, dossier.name)
    served.stop()


@contextmanager
def _nothing() -> Iterator[None]:
    yield None


def _keys(page: Any, report: Report, truth: dict[str, Any], name: str) -> None:
    pressed: list[str] = []
    told = {"accepted": 0, "overruled": 0}

    def press(key: str) -> None:
        pressed.append(key)
        page.keyboard.press(key)

    begun = time.perf_counter()
    claims = page.locator("#list li.open").count()
    for _ in range(claims):
        number = int(page.locator("#claim").get_attribute("data-number"))
        verdict = report.verdicts[number - 1]
        right = truth["verdicts"].get(verdict.key, {}).get("flag", verdict.flag.value)
        if verdict.flag.value != "supported":
            for _ in range(min(3, int(page.locator("#claim").get_attribute("data-evidence-count")) - 1)):
                press("d")
        if right == verdict.flag.value:
            told["accepted"] += 1
            press("a")
        else:
            told["overruled"] += 1
            others = [f for f in ("unsupported", "needs_review", "supported") if f != verdict.flag.value]
            for key in ("x", str(others.index(right) + 1), "4", "Enter"):
                press(key)
        page.locator(f"#row-{number}:not(.open)").wait_for()
    show(
        "keystrokes a claim",
        dossier=name,
        claims=claims,
        **told,
        keys=len(pressed),
        each=round(len(pressed) / claims, 2),
        target=2.5,
        seconds=round(time.perf_counter() - begun, 1),
        left=page.locator("#list li.open").count(),
    )
