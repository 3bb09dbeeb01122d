"""The readers of tables, listed by hand, and the one way to read the sheets of a file."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

from registries.errors import UnreadableTable
from registries.importing.base import Progress, Sheet, TableReader, quiet
from registries.importing.delimited import DelimitedReader
from registries.importing.json_lines import JsonReader
from registries.importing.workbook import WorkbookReader

READERS: tuple[TableReader, ...] = (DelimitedReader(), WorkbookReader(), JsonReader())
SUFFIXES: tuple[str, ...] = tuple(suffix for reader in READERS for suffix in reader.SUFFIXES)


def read_sheets(path: Path, progress: Progress = quiet) -> Iterator[Sheet]:
    """Reads the sheets of a file of any known format, row by row.

    Args:
        path: the file.
        progress: told how far it is.

    Returns:
        The sheets in order; the rows of each are to be read before the next one.

    Raises:
        UnreadableTable: the file is missing, damaged or of another format; also while its rows are read.
    """
    suffix = path.suffix.lower()
    reader = next((reader for reader in READERS if suffix in reader.SUFFIXES), None)
    if reader is None:
        raise UnreadableTable(f"不支持“{path.name}”的格式，请使用 {'、'.join(SUFFIXES)}")
    try:
        yield from reader.sheets(path, progress)
    except OSError as error:
        raise UnreadableTable(f"无法打开“{path.name}”，请检查路径与权限：{error.strerror}") from error


def sha256_of(path: Path) -> str:
    """The sha256 of a file's bytes, which is its identity.

    Args:
        path: the file.

    Raises:
        UnreadableTable: there is no such file, or it may not be read.
    """
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise UnreadableTable(f"无法打开“{path.name}”，请检查路径与权限：{error.strerror}") from error
