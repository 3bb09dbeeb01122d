"""Cells of a workbook that stay what they are: text never turns into a formula.

Names on papers and forms are hostile until proved otherwise: «=HYPERLINK(…)» in a company's name must
not run in the reviewer's Excel. Text is written as text and carries Excel's own mark for it (quotePrefix),
so that it stays text when somebody edits the cell.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

Value = str | int | float | None

RISKY = ("=", "+", "-", "@", "\t", "\r")
"""What spreadsheets take for the beginning of a formula (OWASP, CSV injection)."""

LONGEST = 32_000
"""Excel refuses cells beyond 32,767 characters."""

FILLS = {
    "supported": "E9F6EE",
    "unsupported": "FDECEC",
    "needs_review": "FFF4DE",
    "not_claimed": "EEF0F3",
}
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|[\ud800-\udfff]")
_LINE = Border(*(Side("thin", "D0D5DD"),) * 4)
_HEAD = PatternFill("solid", fgColor="1F3A5F")


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a sheet: what stands over it, and how many characters wide it is."""

    title: str
    width: int


def fill_sheet(
    sheet: Worksheet,
    columns: Sequence[Column],
    rows: Sequence[Sequence[Value]],
    flags: Sequence[str] = (),
    *,
    tinted: int = 1,
) -> None:
    """Write a table with a frozen head, filters and a page layout that prints.

    Args:
        sheet: an empty sheet.
        columns: its columns.
        rows: one value a column.
        flags: for each row the flag whose tint it takes; empty where rows have none.
        tinted: which column is tinted, from 1.
    """
    for number, column in enumerate(columns, 1):
        cell = sheet.cell(1, number, column.title)
        cell.font, cell.fill, cell.border = Font("微软雅黑", 10, bold=True, color="FFFFFF"), _HEAD, _LINE
        cell.alignment = Alignment("center", "center", wrap_text=True)
        sheet.column_dimensions[get_column_letter(number)].width = column.width
    for line, row in enumerate(rows, 2):
        for number, value in enumerate(row, 1):
            write_cell(sheet, line, number, value)
    for line, flag in enumerate(flags, 2):
        if flag in FILLS:
            sheet.cell(line, tinted).fill = PatternFill("solid", fgColor=FILLS[flag])
    sheet.freeze_panes = "A2"
    if rows:
        sheet.auto_filter.ref = f"A1:{get_column_letter(len(columns))}{len(rows) + 1}"
    _print_layout(sheet)


def write_cell(sheet: Worksheet, row: int, column: int, value: Value) -> None:
    """Write one value; text as text, whatever it looks like."""
    cell = sheet.cell(row, column)
    if isinstance(value, str):
        cell.value = printable(value)[:LONGEST]
        cell.data_type = "s"  # openpyxl would take a leading «=» for a formula
        cell.quotePrefix = value.startswith(RISKY)
    else:
        cell.value = value
    cell.font, cell.border = Font("微软雅黑", 10), _LINE
    cell.alignment = Alignment(vertical="top", wrap_text=True)


def printable(text: str) -> str:
    """A text without what XML cannot hold."""
    return _UNPRINTABLE.sub("�", text)


def _print_layout(sheet: Worksheet) -> None:
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", 9  # A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_title_rows = "1:1"
    sheet.oddFooter.center.text = "&P / &N"
