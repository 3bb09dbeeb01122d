"""Takes the list of an official notice (PDF, Word, picture) into a registry, the notice being its source.

1. the file is read as evidence is read: in child processes, by the same readers, with the same doubts
2. its lists become rows (`listing`)
3. the rows come in as those of a table do, in one transaction; the same file again changes nothing
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from extractors.exhibit import Exhibit, FileReading, PageRole
from extractors.files import gather
from extractors.recall import read_files
from extractors.settings import Progress, ReadingSettings
from registries.importing.base import ImportReport
from registries.importing.reading import sha256_of
from registries.intake import import_rows
from registries.schema import find_kind
from verifier.notices.errors import NoticeOfOther, NoticeUnread
from verifier.notices.listing import KINDS, ListTable, list_table
from verifier.rules import Rules, load_rules

SUFFIXES = (".pdf", ".docx", ".doc", ".ofd", ".png", ".jpg", ".jpeg", ".tif", ".tiff")
"""Files that are read as notices; all others are tables."""


def _quiet(_: object) -> None:
    return None


def import_notice(
    kind: str,
    file: Path | str,
    registries: Path | str,
    settings: ReadingSettings,
    *,
    as_of: date | None = None,
    now: str = "",
    rehearse: bool = False,
    rules: Rules | None = None,
    progress: Progress = _quiet,
) -> ImportReport:
    """Takes the list of a notice into a snapshot.

    Args:
        kind: honors, first_sets or awards.
        file: the notice.
        registries: the snapshot; it is made where there is none.
        settings: how to read it.
        as_of: the day from which the list holds; default is the date of the notice.
        now: the time of import; default is the clock's.
        rehearse: only try.
        rules: the edition of the rules; default is the current one.
        progress: told how many pages are read.

    Returns:
        What became of the rows: rejected, doubtful (read unsurely), and notes where rows may be missing.

    Raises:
        NoticeUnread: the file could not be read.
        NoticeNotFinal: it is a call for applications or a publicity.
        NoticeOfOther: its list belongs to another registry.
        NoticeWithoutList: no list was found in it.
        UnknownKind: the kind is none of the nine.
    """
    path = Path(file)
    if find_kind(kind).name not in KINDS:
        raise NoticeOfOther(
            f"文件名单只能导入 {'、'.join(KINDS)}；{find_kind(kind).title}请用表格（.csv、.xlsx）导入"
        )
    digest = sha256_of(path)
    readings = read_files(gather([path]), settings, progress)
    table = list_table(kind, _exhibits(path, readings), rules or load_rules())
    report = import_rows(
        kind,
        table.header,
        table.rows,
        registries,
        source=path.name,
        sha256=digest,
        as_of=as_of or table.as_of,
        now=now,
        rehearse=rehearse,
    )
    return _told(report, table, readings)


def _exhibits(path: Path, readings: Sequence[FileReading]) -> list[Exhibit]:
    unread = [reading for reading in readings if reading.state != "read"]
    if unread or not readings:
        why = next((problem.message for reading in unread for problem in reading.problems), "没有内容")
        raise NoticeUnread(f"“{path.name}”无法识读：{why}；请检查文件，或改用表格导入")
    return [exhibit for reading in readings for exhibit in reading.exhibits]


def _told(report: ImportReport, table: ListTable, readings: Sequence[FileReading]) -> ImportReport:
    if report.unchanged:
        return report
    lost = sorted(
        entry.page for each in readings for entry in each.ledger if entry.role == PageRole.UNREADABLE
    )
    notes = list(table.notes)
    if lost:
        notes.append(f"第{'、'.join(map(str, lost))}页无法识读，名单可能不全，请与原件核对")
    return replace(
        report,
        doubtful=(*report.doubtful, *table.doubtful),
        doubtful_rows=report.doubtful_rows + len(table.doubtful),
        notes=(*report.notes, *notes),
    )
