"""The readers of tables, listed by hand, and the one way to read a table from a file."""

from pathlib import Path

from registries.errors import UnreadableTable
from registries.importing.base import Table, TableReader, make_table
from registries.importing.delimited import DelimitedReader
from registries.importing.lines import JsonReader
from registries.importing.workbook import WorkbookReader

READERS: tuple[TableReader, ...] = (DelimitedReader(), WorkbookReader(), JsonReader())
SUFFIXES: tuple[str, ...] = tuple(suffix for reader in READERS for suffix in reader.SUFFIXES)


def read_table(path: Path) -> Table:
    """Reads a table from a file of any known format.

    Args:
        path: the file.

    Returns:
        The table.

    Raises:
        UnreadableTable: the file is missing, empty, damaged or of another format.
    """
    suffix = path.suffix.lower()
    reader = next((reader for reader in READERS if suffix in reader.SUFFIXES), None)
    if reader is None:
        raise UnreadableTable(f"不支持“{path.name}”的格式，请使用 {'、'.join(SUFFIXES)}")
    try:
        content = path.read_bytes()
    except OSError as error:
        raise UnreadableTable(f"无法打开“{path.name}”，请检查路径与权限：{error.strerror}") from error
    return make_table(path.name, content, reader.rows(content, suffix))
