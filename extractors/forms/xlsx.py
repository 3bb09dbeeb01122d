"""Forms in a workbook: each sheet is a grid, merged cells are one cell with spans."""

import zipfile
from pathlib import Path

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.worksheet.worksheet import Worksheet

from extractors.forms.errors import broken_file, encrypted_file
from extractors.forms.grid import Cell, Grid, Sheets

_OLE_HEAD = b"\xd0\xcf\x11\xe0"


def read_workbook(path: Path) -> Sheets:
    """The sheets of an .xlsx as grids; raises FormError where it cannot be opened."""
    if path.read_bytes()[:4] == _OLE_HEAD:
        raise encrypted_file(path.name)
    try:
        book = load_workbook(path, data_only=True)
    except (InvalidFileException, zipfile.BadZipFile, KeyError, ValueError, OSError) as error:
        raise broken_file(path.name) from error
    return Sheets(tuple(_grid(sheet) for sheet in book.worksheets))


def _grid(sheet: Worksheet) -> Grid:
    spans = {(r.min_row, r.min_col): (r.max_row, r.max_col) for r in sheet.merged_cells.ranges}
    hidden = {
        (row, column)
        for (top, left), (bottom, right) in spans.items()
        for row in range(top, bottom + 1)
        for column in range(left, right + 1)
        if (row, column) != (top, left)
    }
    cells = []
    for line in sheet.iter_rows():
        for cell in line:
            place = (int(cell.row or 0), int(cell.column or 0))
            if place not in hidden:
                bottom, right = spans.get(place, place)
                text = "" if cell.value is None else str(cell.value).strip()
                cells.append(
                    Cell(place[0] - 1, place[1] - 1, bottom - place[0] + 1, right - place[1] + 1, text)
                )
    return Grid(f"工作表{sheet.title}", tuple(cells))
