"""Takes tables into a snapshot: a file, a folder of files, or rows that somebody read elsewhere.

    report = import_table("patents", "专利.xlsx", "registries.db", as_of=date(2022, 4, 1))

What stands in a notice (名单) is read by others and comes in by `import_rows`, with the notice as its source.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path
from types import MappingProxyType

from registries.errors import MissingColumns, TableError, UnreadableTable
from registries.importing.base import ImportReport, Progress, Row, Sheet, Table, quiet
from registries.importing.header import Header, Mapped, check_mapping, find_header, match_header, refuse
from registries.importing.reading import SUFFIXES, read_sheets, sha256_of
from registries.schema import KINDS, Kind, find_kind
from registries.snapshot.noting import Intake
from registries.snapshot.storing import store

NO_MAPPING: Mapped = MappingProxyType({})
_NO_TABLES = frozenset({"填写说明", "说明", "目录", "封面"})


@dataclass(slots=True)
class _Seen:
    """What was found while the sheets of a file were read."""

    sheets: int = 0
    used: int = 0
    best: Header | None = None
    notes: tuple[str, ...] = ()


def import_table(
    kind: str,
    file: Path | str,
    registries: Path | str,
    *,
    as_of: date | None = None,
    now: str = "",
    mapping: Mapped = NO_MAPPING,
    rehearse: bool = False,
    progress: Progress = quiet,
) -> ImportReport:
    """Takes one table into a snapshot, all rows that are sound or, where the table is not, none.

    Args:
        kind: one of the nine kinds.
        file: .csv, .tsv, .xlsx, .json or .jsonl.
        registries: the snapshot; it is made where there is none.
        as_of: the day on which the table held.
        now: the time of import, for repeatable builds; default is the clock's.
        mapping: header of the file -> column of the kind, for headers that nobody knows.
        rehearse: only try: the report says what would change, and nothing does.
        progress: told how far it is.

    Returns:
        What became of the file, with the rejected rows.

    Raises:
        UnknownKind: the kind is none of the nine.
        UnreadableTable: no table could be read from the file.
        EmptyTable: nothing stands below the heads.
        MissingColumns: a column is missing without which no record could be found.
        MappingError: the mapping names columns that the kind has not.
        SnapshotBroken: the snapshot is damaged or cannot be written.
        SnapshotPublished: the snapshot is a published version.
    """
    described, path = find_kind(kind), Path(file)
    check_mapping(described, mapping)
    digest = sha256_of(path)
    seen = _Seen()
    tables = _tables(described, path, digest, mapping, seen, progress)
    report = store(
        Path(registries), described, (path.name, digest), tables, _intake(as_of, now, rehearse), progress
    )
    return replace(report, notes=report.notes + seen.notes)


def import_rows(
    kind: str,
    header: Sequence[str],
    rows: Sequence[Row],
    registries: Path | str,
    *,
    source: str,
    sha256: str,
    as_of: date | None = None,
    now: str = "",
    rehearse: bool = False,
) -> ImportReport:
    """Takes rows that were read elsewhere, from the list in a notice for instance, into a snapshot.

    Args:
        kind: one of the nine kinds.
        header: the heads of the columns, English or Chinese.
        rows: each with its number in the source (or the page), and its cells.
        registries: the snapshot; it is made where there is none.
        source: the name of the file that they came from; records show it.
        sha256: of that file; the same one again changes nothing.
        as_of: the day on which the list held, for a notice the day of issue.
        now: the time of import; default is the clock's.
        rehearse: only try.

    Returns:
        What became of the rows.

    Raises:
        UnknownKind: the kind is none of the nine.
        EmptyTable: there are no rows.
        MissingColumns: a column is missing without which no record could be found.
    """
    described = find_kind(kind)
    found = match_header(described, tuple(header))
    if not found.columns or found.missing(described):
        raise refuse(described, source, found)
    table = Table(source, sha256, found.columns, tuple(header), rows)
    return store(Path(registries), described, (source, sha256), [table], _intake(as_of, now, rehearse), quiet)


def import_folder(
    folder: Path | str, registries: Path | str, *, as_of: date | None = None, now: str = ""
) -> tuple[ImportReport, ...]:
    """Takes every file of a folder whose stem is a kind; a file that cannot be read does not stop the others.

    Args:
        folder: the folder; files under other names are left alone.
        registries: the snapshot; it is made where there is none.
        as_of: the day on which the tables held.
        now: the time of import; default is the clock's.

    Returns:
        A report for each file, with `problem` set where it was not imported.
    """
    kinds = {kind.name for kind in KINDS}
    files = sorted(
        path for path in Path(folder).iterdir() if path.stem in kinds and path.suffix.lower() in SUFFIXES
    )
    return tuple(_import_or_tell(path, registries, as_of, now) for path in files)


def _import_or_tell(path: Path, registries: Path | str, as_of: date | None, now: str) -> ImportReport:
    try:
        return import_table(path.stem, path, registries, as_of=as_of, now=now)
    except TableError as error:
        return ImportReport(path.stem, path.name, problem=str(error))


def _intake(as_of: date | None, now: str, rehearse: bool) -> Intake:
    return Intake(as_of, now or datetime.now(UTC).isoformat(timespec="seconds"), rehearse)


def _tables(
    kind: Kind, path: Path, digest: str, mapping: Mapped, seen: _Seen, progress: Progress
) -> Iterator[Table]:
    """The sheets that are tables of the kind; one at least must be."""
    for sheet in read_sheets(path, progress):
        header, rows = find_header(kind, sheet.rows, mapping)
        if header is None or sheet.name in _NO_TABLES:
            continue
        seen.sheets += 1
        if not header.columns or header.missing(kind):
            seen.notes += (f"工作表“{sheet.name}”没有{kind.title}的必需列，已跳过",) if sheet.name else ()
            if seen.best is None or len(header.columns) > len(seen.best.columns):
                seen.best = header
            continue
        seen.used += 1
        yield Table(_named(path, sheet, seen.used), digest, header.columns, header.cells, rows)
    if not seen.sheets:
        raise UnreadableTable(f"“{path.name}”中没有任何内容，请检查文件后重新导入")
    if not seen.used:
        raise _refusal(kind, path, seen)


def _named(path: Path, sheet: Sheet, used: int) -> str:
    """The name of the file; from the second sheet on with the sheet's own."""
    return path.name if used == 1 else f"{path.name}［{sheet.name}］"


def _refusal(kind: Kind, path: Path, seen: _Seen) -> MissingColumns:
    return refuse(kind, path.name, seen.best)
