"""One small digital application, read and judged once for all tests that begin where a report ends."""

import fcntl
import json
import os
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import hypothesis
import pytest

from api.example.facts import Size
from api.example.write import write_application
from extractors.settings import ReadingSettings
from registries.catalog import open_registries
from registries.intake import import_folder
from registries.snapshot.publishing import publish
from verifier.pipeline import Toolbox, verify
from verifier.report.recalling import recall
from verifier.report.report import Report
from verifier.report.writing import as_json

# A busy machine makes no property wrong.
hypothesis.settings.register_profile(
    "ours", deadline=None, suppress_health_check=[hypothesis.HealthCheck.too_slow]
)
hypothesis.settings.load_profile("ours")


@dataclass(frozen=True)
class Verified:
    """An application on disk, its registries, and the report on it."""

    folder: Path
    registries: Path
    """The published version; its folder is the shelf."""

    cache: Path
    report: Report

    @property
    def form(self) -> Path:
        return self.folder / "form.docx"

    @property
    def evidence(self) -> Path:
        return self.folder / "evidence"


@pytest.fixture(scope="session")
def verified_application(tmp_path_factory: pytest.TempPathFactory) -> Verified:
    """Made by the first process of the tests that asks; the others wait for it and take the same."""
    base = tmp_path_factory.getbasetemp()
    place = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "verified"
    place.mkdir(exist_ok=True)
    told = place / "report.json"
    with (place / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not told.exists():
            told.write_text(json.dumps(as_json(_verified(place))), encoding="utf-8")
    (published,) = (place / "shelf").glob("*.db")
    return Verified(
        place / "app", published, place / "reading.db", recall(json.loads(told.read_text("utf-8")))
    )


def _verified(place: Path) -> Report:
    size = Size(patents=3, software=2, standards=("GB",), strangers=15)
    write_application(
        place / "app", seed=12, traps=("pat_lapsed", "pat_utility"), scans=("digital",), size=size
    )
    import_folder(place / "app" / "registries", place / "registries.db")
    published = publish(place / "registries.db", place / "shelf")
    with open_registries(published.path) as registries:
        toolbox = Toolbox.usual(ReadingSettings(workers=2, cache=place / "reading.db"), registries)
        return verify(
            place / "app" / "form.docx",
            [place / "app" / "evidence"],
            toolbox=toolbox,
            as_of=date(2022, 4, 15),
        )
