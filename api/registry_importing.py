"""Takes files into the registries for the command: tables as they are, notices by reading them first."""

from datetime import date
from pathlib import Path
from typing import Any

from api.console import errors_console, page_progress
from api.registry_showing import import_progress
from api.settings import Settings
from registries.errors import TableError
from registries.importing.base import ImportReport
from registries.importing.header import read_mapping
from registries.intake import import_folder, import_table
from verifier.notices.importing import SUFFIXES, import_notice
from verifier.notices.listing import KINDS


def is_notice(file: Path) -> bool:
    """Whether a file is read as an official notice, and not as a table."""
    return file.suffix.lower() in SUFFIXES


def import_file(
    kind: str, file: Path, registries: Path, day: date | None, mapping: Path | None, dry_run: bool
) -> ImportReport:
    """Takes one table or notice in, with a progress bar."""
    if is_notice(file):
        return _import_notice(kind, file, registries, day, dry_run)
    mapped = read_mapping(mapping) if mapping is not None else {}
    with import_progress(errors_console()) as progress:
        return import_table(
            kind, file, registries, as_of=day, mapping=mapped, rehearse=dry_run, progress=progress
        )


def import_all(folder: Path, registries: Path, day: date | None) -> tuple[ImportReport, ...]:
    """Takes in every table and notice of a folder that is named by a kind; one that fails stops no other."""
    tables = import_folder(folder, registries, as_of=day)
    notices = sorted(path for path in folder.iterdir() if path.stem in KINDS and is_notice(path))
    return (*tables, *(_import_or_tell(path, registries, day) for path in notices))


def _import_or_tell(path: Path, registries: Path, day: date | None) -> ImportReport:
    try:
        return _import_notice(path.stem, path, registries, day, dry_run=False)
    except TableError as error:
        return ImportReport(path.stem, path.name, problem=str(error))


def _import_notice(kind: str, file: Path, registries: Path, day: date | None, dry_run: bool) -> ImportReport:
    from api.verifying import reading_settings

    given: dict[str, Any] = {}  # all of them from the environment
    with page_progress(errors_console()) as progress:
        return import_notice(
            kind,
            file,
            registries,
            reading_settings(Settings(**given)),
            as_of=day,
            rehearse=dry_run,
            progress=progress,
        )
