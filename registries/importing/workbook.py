"""Tables in .xlsx: every visible sheet that holds anything, row by row.

Cells that are merged downwards hold their value in each row; a formula gives the value that was saved with
it, and one without such a value says so instead of being empty.
"""

import re
import zipfile
from collections.abc import Iterator
from datetime import date, datetime
from itertools import repeat
from pathlib import Path
from typing import Any, ClassVar

from openpyxl import load_workbook
from openpyxl.utils.cell import range_boundaries
from openpyxl.utils.exceptions import InvalidFileException

from registries.errors import UnreadableTable
from registries.importing.base import Cells, Progress, Row, Sheet

# An honest registry of a million rows unpacks to less; a bomb to far more.
MOST_UNPACKED = 4_000_000_000
NO_VALUE = "⟨公式未保存结果⟩"
"""Stands for a formula whose value was never saved: a program, not a spreadsheet, wrote the file."""
ERRORS = frozenset({"#N/A", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NUM!", "#NULL!"})
_MERGED = re.compile(rb'<mergeCell\s[^>]*?ref="([A-Z]+\d+:[A-Z]+\d+)"')
_BLOCK = 1 << 20
_MOST_MERGED = 200_000
_TOLD_EVERY = 5_000
_UNREADABLE = "文件不是可读的 .xlsx 工作簿（可能损坏或加密），请用表格软件另存后重新导入"
# openpyxl lets errors of its XML parser (SyntaxError) and of damaged parts (KeyError …) through.
_TROUBLE = (
    *(InvalidFileException, zipfile.BadZipFile, KeyError, ValueError, OSError, SyntaxError),
    *(TypeError, AttributeError, IndexError, EOFError),
)

Fills = dict[tuple[int, int], tuple[int, int]]
"""Row and column of a cell that is merged with the one above -> the cell that holds the value."""


class WorkbookReader:
    """Reads .xlsx and .xlsm."""

    SUFFIXES: ClassVar[tuple[str, ...]] = (".xlsx", ".xlsm")

    def sheets(self, path: Path, progress: Progress) -> Iterator[Sheet]:
        """The visible sheets in order."""
        _check_size(path)
        try:
            book = load_workbook(path, read_only=True, data_only=True)
            formulas = load_workbook(path, read_only=True) if _holds(path, b"<f") else None
            for sheet in book.worksheets:
                if sheet.sheet_state == "visible":
                    typed = formulas[sheet.title] if formulas is not None else None
                    yield Sheet(sheet.title, _rows(path, sheet, typed, progress))
        except _TROUBLE as error:
            raise UnreadableTable(_UNREADABLE) from error


def _rows(path: Path, sheet: Any, typed: Any, progress: Progress) -> Iterator[Row]:
    try:
        fills = _fills(path, sheet)
        held: dict[tuple[int, int], str] = {}
        wanted = set(fills.values())
        written = typed.iter_rows(values_only=True) if typed is not None else repeat(())
        for number, (values, formulas) in enumerate(
            zip(sheet.iter_rows(values_only=True), written, strict=False), 1
        ):
            if not number % _TOLD_EVERY:
                progress("读取", number, sheet.max_row or 0)
            cells = _cells(values, formulas)
            if wanted:
                cells = _filled(number, cells, fills, wanted, held)
            yield number, cells
    except _TROUBLE as error:
        raise UnreadableTable(_UNREADABLE) from error


def _cells(values: tuple[object, ...], formulas: tuple[object, ...]) -> Cells:
    texts = [_text(value) for value in values]
    for place, formula in enumerate(formulas):
        if not texts[place] and isinstance(formula, str) and formula.startswith("="):
            texts[place] = NO_VALUE
    return tuple(texts)


def _filled(
    number: int, cells: Cells, fills: Fills, wanted: set[tuple[int, int]], held: dict[tuple[int, int], str]
) -> Cells:
    texts = list(cells)
    for place, text in enumerate(cells, 1):
        if (number, place) in wanted:
            held[number, place] = text
        elif (number, place) in fills:
            texts[place - 1] = held.get(fills[number, place], "")
    return tuple(texts)


def _fills(path: Path, sheet: Any) -> Fills:
    """The cells merged with one above; sideways merging is for titles and notes, which are no values."""
    part = str(sheet._worksheet_path)
    fills: Fills = {}
    rest = b""
    with zipfile.ZipFile(path) as archive, archive.open(part) as file:
        while block := file.read(_BLOCK):
            rest += block
            for hit in _MERGED.finditer(rest):
                left, top, _, bottom = range_boundaries(hit[1].decode())
                fills.update({(row, left): (top, left) for row in range(top + 1, bottom + 1)})
            rest = rest[-200:] if not rest.endswith(b"/>") else b""
            if len(fills) > _MOST_MERGED:
                raise UnreadableTable("工作表中合并的单元格过多，请取消合并后重新导入")
    return fills


def _holds(path: Path, mark: bytes) -> bool:
    """Whether any sheet of the workbook holds a mark."""
    with zipfile.ZipFile(path) as archive:
        for part in archive.namelist():
            if part.startswith("xl/worksheets/") and part.endswith(".xml"):
                with archive.open(part) as file:
                    rest = b""
                    while block := file.read(_BLOCK):
                        if mark in rest + block:
                            return True
                        rest = block[-len(mark) :]
    return False


def _check_size(path: Path) -> None:
    try:
        with zipfile.ZipFile(path) as archive:
            unpacked = sum(part.file_size for part in archive.infolist())
    except (zipfile.BadZipFile, OSError) as error:
        raise UnreadableTable(_UNREADABLE) from error
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
