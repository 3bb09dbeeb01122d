"""One small digital application, read and judged once for all tests that begin where a report ends."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from api.example.facts import Size
from api.example.write import write_application
from extractors.settings import ReadingSettings
from registries.catalog import open_registries
from registries.intake import import_folder
from registries.snapshot.publishing import publish
from verifier.pipeline import Toolbox, verify
from verifier.report import Report


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
def verified_application(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Verified]:
    place = tmp_path_factory.mktemp("verified")
    size = Size(patents=3, software=2, standards=("GB",), strangers=15)
    write_application(place / "app", seed=12, traps=("pat_lapsed", "pat_utility"), scans=("digital",), size=size)
    import_folder(place / "app" / "registries", place / "registries.db")
    published = publish(place / "registries.db", place / "shelf")
    cache = place / "reading.db"
    with open_registries(published.path) as registries:
        toolbox = Toolbox.usual(ReadingSettings(workers=2, cache=cache), registries)
        report = verify(
            place / "app" / "form.docx", [place / "app" / "evidence"], toolbox=toolbox, as_of=date(2022, 4, 15)
        )
    yield Verified(place / "app", published.path, cache, report)
