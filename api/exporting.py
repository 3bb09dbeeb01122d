"""Carries out `hezheng read`: documents as JSON, and what was read as hOCR and searchable PDF."""

import json
import re
from collections.abc import Callable, Sequence
from importlib.metadata import version
from pathlib import Path

import typer

from api.console import errors_console, page_progress
from api.settings import Settings
from api.verifying import reading_settings
from extractors.exhibit import FileReading
from extractors.files import EvidenceFile, gather
from extractors.page import Page
from extractors.reading import read_with_pages
from verifier.report.papers import documents_as_json

Write = Callable[[EvidenceFile, FileReading, Sequence[Page], Path], None]

Read = tuple[EvidenceFile, FileReading, tuple[Page, ...]]


def read_documents(
    paths: tuple[Path, ...], settings: Settings, *, hocr: Path | None = None, pdf: Path | None = None
) -> str:
    """The documents of some files as JSON text; the pages written where that was asked for."""
    files = gather(paths)
    with page_progress(errors_console()) as progress:
        found = read_with_pages(files, reading_settings(settings), progress)
    read = [(file, *pair) for file, pair in zip(files, found, strict=True)]
    for out, suffix, write in ((hocr, ".hocr", _hocr), (pdf, ".pdf", _pdf)):
        if out is not None:
            _write_all(read, out, suffix, write, {path.resolve() for path in paths})
    return json.dumps(documents_as_json([reading for reading, _ in found]), ensure_ascii=False, indent=1)


def _write_all(read: Sequence[Read], out: Path, suffix: str, write: Write, given: set[Path]) -> None:
    """One file goes to `out` itself, several into the folder `out`; nothing that was handed in is overwritten."""
    pages = [one for one in read if one[2]]
    folder = out.is_dir() or len(read) > 1
    for file, reading, found in pages:
        target = out / _safe(file.name, suffix) if folder else out
        if target.resolve() in given:
            raise typer.BadParameter(f"{target} is one of the files that are read: write elsewhere")
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            write(file, reading, found, target)
        except OSError as error:
            raise typer.BadParameter(f"cannot write {target}: {error.strerror}") from error


def _safe(name: str, suffix: str) -> str:
    """A file name that says where its file came from: folders and archives become dashes."""
    return re.sub(r"[/\\!:]+", "-", name).lstrip(".-") + suffix


def _hocr(file: EvidenceFile, reading: FileReading, pages: Sequence[Page], target: Path) -> None:
    from extractors.export.hocr import hocr

    system = f"hezheng {version('hezheng')} ({', '.join(reading.readers)})"
    target.write_bytes(hocr(file.name, pages, system))


def _pdf(file: EvidenceFile, _: FileReading, pages: Sequence[Page], target: Path) -> None:
    from extractors.export.searchable import searchable_pdf

    searchable_pdf(file.path, pages, target)
