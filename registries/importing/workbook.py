"""Tables in .xlsx: the first sheet that holds anything."""

import io
import zipfile
from collections.abc import Iterator
from datetime import date, datetime
from typing import ClassVar

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from registries.errors import UnreadableTable
from registries.importing.base import Cells

# An honest registry of a million rows unpacks to less; a bomb to far more.
MOST_UNPACKED = 2_000_000_000


class WorkbookReader:
    """Reads .xlsx and .xlsm; formulas give the value that was saved with them."""

    SUFFIXES: ClassVar[tuple[str, ...]] = (".xlsx", ".xlsm")

    def rows(self, content: bytes, suffix: str) -> Iterator[Cells]:
        """The rows of the first sheet that is not empty."""
        _check_size(content)
        try:
            book = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
            sheets = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
            for sheet in sheets:
                found = [tuple(_text(cell) for cell in row) for row in sheet.iter_rows(values_only=True)]
                if any(cell for cells in found for cell in cells):
                    yield from found
                    return
        except (
            InvalidFileException,
            zipfile.BadZipFile,
            KeyError,
            ValueError,
            OSError,
            SyntaxError,
        ) as error:
            # openpyxl lets errors of its XML parser (SyntaxError) and of damaged parts (KeyError) through.
            raise UnreadableTable("文件不是可读的 .xlsx 工作簿，请用表格软件另存后重新导入") from error


def _check_size(content: bytes) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            unpacked = sum(part.file_size for part in archive.infolist())
    except zipfile.BadZipFile as error:
        raise UnreadableTable("文件不是可读的 .xlsx 工作簿，请用表格软件另存后重新导入") from error
    if unpacked > MOST_UNPACKED:
        raise UnreadableTable("工作簿解压后过大，请拆分为多个文件后导入")


def _text(cell: object) -> str:
    if cell is None:
        return ""
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell)
