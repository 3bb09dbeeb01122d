"""Workbooks: each sheet is a page of rows, the pictures on it are pages behind it.

Values are written as the sheet shows them: dates as days, shares in per cent, no hidden rows, columns
or sheets.
"""

import zipfile
from collections.abc import Iterator
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

from openpyxl import load_workbook
from openpyxl.utils import get_column_letter
from openpyxl.utils.exceptions import InvalidFileException

from extractors.errors import FileTrouble
from extractors.forms.grid import Cell, Grid
from extractors.readers.composed import POINTS_PER_PIXEL, ComposedSource, Composition, picture_page
from extractors.readers.limits import MAX_COLUMNS, MAX_PICTURES, MAX_ROWS
from extractors.readers.office import check_package, pixels_of
from extractors.readers.typeset import Typesetter

SMALLEST = 180
"""A picture whose longer side has fewer pixels is a logo or a sign."""


def open_xlsx(path: Path) -> ComposedSource:
    """Open a workbook; FileTrouble names what is wrong with it."""
    check_package(path, "xl/workbook.xml", "Excel（.xlsx）")
    try:
        book = load_workbook(path, data_only=True)
        pages = [page for sheet in book.worksheets for page in _pages(sheet)]
        book.close()
    except (InvalidFileException, zipfile.BadZipFile, KeyError, ValueError, TypeError, OSError) as error:
        raise FileTrouble("damaged", "Excel 文件已损坏，无法打开：请另存为新的 .xlsx 或 PDF 后上传") from error
    return ComposedSource(pages)


def _pages(sheet: Any) -> Iterator[Composition]:
    if sheet.sheet_state != "visible":
        return
    if sheet.max_row > MAX_ROWS or sheet.max_column > MAX_COLUMNS:
        message = f"工作表「{sheet.title}」超过 {MAX_ROWS} 行或 {MAX_COLUMNS} 列：请只保留与申报有关的内容"
        raise FileTrouble("too_large", message)
    typesetter = Typesetter()
    typesetter.table(
        Grid(sheet.title, tuple(_cells(sheet))),
        lambda cell: f"{sheet.title}!{get_column_letter(cell.column + 1)}{cell.row + 1}",
    )
    if not typesetter.blank:
        width, height = typesetter.size()
        yield Composition(width, height, typesetter.layer(), place=f"工作表「{sheet.title}」")
    yield from _pictures(sheet)


def _cells(sheet: Any) -> Iterator[Cell]:
    spans = {(r.min_row, r.min_col): (r.max_row, r.max_col) for r in sheet.merged_cells.ranges}
    for line in sheet.iter_rows():
        for cell in line:
            if cell.value is None or _hidden(sheet, cell):
                continue
            bottom, right = spans.get((cell.row, cell.column), (cell.row, cell.column))
            size = (bottom - cell.row + 1, right - cell.column + 1)
            yield Cell(cell.row - 1, cell.column - 1, *size, shown(cell.value, cell.number_format))


def _hidden(sheet: Any, cell: Any) -> bool:
    row, column = sheet.row_dimensions.get(cell.row), sheet.column_dimensions.get(cell.column_letter)
    return bool((row is not None and row.hidden) or (column is not None and column.hidden))


def shown(value: object, number_format: str = "General") -> str:
    """A value as the sheet shows it, as far as its meaning goes."""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, datetime) and value.time() == time():
        return value.date().isoformat()
    if isinstance(value, datetime | date | time):
        return value.isoformat(" ") if isinstance(value, datetime) else value.isoformat()
    if isinstance(value, int | float):
        if "%" in number_format:
            return f"{round(value * 100, 4):g}%"
        return str(int(value)) if float(value).is_integer() and abs(value) < 1e15 else f"{value:.12g}"
    return str(value).strip()


def _pictures(sheet: Any) -> Iterator[Composition]:
    large = [image for image in getattr(sheet, "_images", ()) if max(image.width, image.height) >= SMALLEST]
    for number, image in enumerate(large[:MAX_PICTURES], 1):
        body: bytes = image._data()
        width, height = (pixels * POINTS_PER_PIXEL for pixels in pixels_of(body))
        yield picture_page(body, width, height, f"工作表「{sheet.title}」图片{number}")
