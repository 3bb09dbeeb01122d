"""The application form 附件1 as Word file: merged cells, columns of years, boxes to tick.

Recipe: form.toml holds the rows; a text stands as printed, a cell is filled with its claim, options are
all printed with a full or an empty glyph. Which glyphs an applicant's Word makes of the boxes differs,
and so it does here.
"""

import io
import tomllib
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

import docx
import docx.document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Cm, Pt
from docx.table import Table

COLUMNS = 12


@dataclass(frozen=True, slots=True)
class Part:
    """One cell of the form: a printed text, or a claim to fill in, or options to tick."""

    span: int
    text: str = ""
    key: str = ""
    hint: str = ""
    """What the form prints into the empty cell, in brackets."""
    suffix: str = ""
    options: Sequence[str] = ()
    last: str = ""
    """The option with room for a word of one's own."""


@cache
def layout() -> Sequence[Sequence[Part]]:
    """The rows of the form, read once."""
    given = tomllib.loads((Path(__file__).parent / "form.toml").read_text("utf-8"))
    return [[Part(**part) for part in row] for row in given["rows"]]


GLYPHS = (("☑", "□"), ("■", "□"), ("☑", "☐"), ("√", "□"), ("(√)", "( )"))
"""How a ticked and an empty box come out of different Word versions and hands."""


def write_form(path: Path, cells: Mapping[str, Any], chance: Random) -> None:
    """Write the form, filled in, as .docx."""
    document = docx.Document()
    section = document.sections[0]
    section.left_margin = section.right_margin = Cm(2.2)
    document.styles["Normal"].font.size = Pt(10.5)
    document.add_paragraph("附件1")
    document.add_paragraph("宁波市数字工厂申报表").alignment = WD_ALIGN_PARAGRAPH.CENTER
    table = document.add_table(rows=len(layout()), cols=COLUMNS, style="Table Grid")
    glyphs, keep_hints = chance.choice(GLYPHS), chance.random() < 0.5
    for number, row in enumerate(layout()):
        # `table.cell` counts the whole grid anew at each call; the row's own cells are there at once.
        given, column = table.rows[number].cells, 0
        for part in row:
            cell = given[column].merge(given[column + part.span - 1]) if part.span > 1 else given[column]
            cell.text = _fill(part, cells, glyphs, keep_hints)
            column += part.span
    _merge_down(table)
    _save(document, path)


def _fill(part: Part, cells: Mapping[str, Any], glyphs: tuple[str, str], keep_hints: bool) -> str:
    value = cells.get(part.key)
    if part.options:
        full, empty = glyphs
        options = [f"{full if option in (value or ()) else empty}{option}" for option in part.options]
        return " ".join(options) + (f" {empty}{part.last}____" if part.last else "")
    if value is None:
        return part.text or part.hint or part.suffix
    hint = f"{part.hint}\n" if part.hint and keep_hints else ""
    return f"{hint}{value}{part.suffix}"


def _merge_down(table: Table) -> None:
    """Join the cells of the first column that repeat their label from row to row."""
    rows, start = layout(), 0
    for number in range(1, len(rows) + 1):
        same = number < len(rows) and len(rows[number]) > 2 and rows[number][0] == rows[start][0]
        if same:
            continue
        if number - start > 1:
            for below in range(start + 1, number):
                table.cell(below, 0).text = ""
            label = table.cell(start, 0).text
            table.cell(start, 0).merge(table.cell(number - 1, 0)).text = label
        start = number


def _save(document: docx.document.Document, path: Path) -> None:
    """Save with fixed times inside, so that a seed gives the same bytes every day."""
    raw = io.BytesIO()
    document.save(raw)
    with zipfile.ZipFile(raw) as given, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as fixed:
        for name in given.namelist():
            # The first entry must stay first: readers know a Word file by it.
            fixed.writestr(
                zipfile.ZipInfo(name, (2022, 4, 15, 9, 0, 0)), given.read(name), zipfile.ZIP_DEFLATED
            )
