"""How to read, and what is told on the way: plain, so that nobody loads an engine to say it."""

import os
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Step:
    """Progress: pages done and pages in all, and the file of the latest page."""

    done: int
    total: int
    file: str = ""


Progress = Callable[[Step], None]


def quiet(_: Step) -> None:
    """Tells nobody."""


@dataclass(frozen=True, slots=True)
class ReadingSettings:
    """How to read: which reader, how many workers, and where to keep what was read."""

    reader: str = "rapidocr"
    workers: int = field(default_factory=lambda: os.cpu_count() or 1)
    cache: Path | None = None
