"""Empty tables for offices to fill in: one .xlsx per kind, with headers, an example row and their meaning.

The first sheet is the table, header and example; the second says what each column is. The example is a
row to be overwritten: it is grey, and it names no real company.
"""

from pathlib import Path

from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from registries.schema import KINDS, Column, Kind, Role

_HINTS = {
    Role.COMPANIES: "多个单位用分号（;）分隔，按证书或文件上的顺序",
    Role.PEOPLE: "多人用分号（;）分隔",
    Role.DATE: "任意常见日期写法，如 2021-12-31 或 2021年12月31日",
    Role.YEAR: "四位年份",
    Role.AMOUNT: "数字",
    Role.NUMBER: "空格、横线写法不限，按文本填写",
}
_HEAD = PatternFill("solid", fgColor="DDE7F3")
_GREY = Font(color="808080", italic=True)


def write_templates(folder: Path | str) -> tuple[Path, ...]:
    """Writes an empty table for each of the nine kinds.

    Args:
        folder: where to; it is made where there is none, files of the same name are replaced.

    Returns:
        The files written.
    """
    target = Path(folder)
    target.mkdir(parents=True, exist_ok=True)
    return tuple(_write(kind, target / f"{kind.name}.xlsx") for kind in KINDS)


def _write(kind: Kind, path: Path) -> Path:
    book = Workbook()
    table = book.active
    assert isinstance(table, Worksheet)
    table.title = kind.title.replace("（", "").replace("）", "")
    for index, column in enumerate(kind.columns, 1):
        _write_column(table, index, column)
    table.freeze_panes = "A2"
    _write_meaning(book.create_sheet("填写说明"), kind)
    book.save(path)
    return path


def _write_column(table: Worksheet, index: int, column: Column) -> None:
    head = table.cell(1, index, column.name)
    head.font, head.fill = Font(bold=True), _HEAD
    head.comment = Comment(f"{column.labels[0]}{'（必填）' if column.required else ''}", "核证")
    example = table.cell(2, index, column.example)
    example.font = _GREY
    letter = get_column_letter(index)
    table.column_dimensions[letter].width = max(14, len(column.name) + 4, 2 * len(column.example) // 1 + 2)
    # Text, or a spreadsheet turns numbers of 13 digits into 2.01E+12.
    for row in range(2, 200):
        table.cell(row, index).number_format = "@"


def _write_meaning(sheet: Worksheet, kind: Kind) -> None:
    sheet.append([kind.title, kind.office])
    sheet.append(["第一张表的第2行是示例，请覆盖或删除。表头用英文列名或中文列名均可，其他列会原样保留。"])
    sheet.append([])
    sheet.append(["列名", "中文列名（任一均可）", "必填", "说明", "示例"])
    for column in kind.columns:
        hint = _HINTS.get(column.role, "")
        sheet.append(
            [column.name, "、".join(column.labels), "是" if column.required else "", hint, column.example]
        )
    for letter, width in zip("ABCDE", (24, 48, 8, 44, 40), strict=True):
        sheet.column_dimensions[letter].width = width
    for row in sheet.iter_rows(min_row=4):
        for cell in row:
            cell.alignment = Alignment(wrap_text=True, vertical="top")
