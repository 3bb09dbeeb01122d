"""The empty tables that offices fill in can be imported as they are."""

from pathlib import Path

from openpyxl import load_workbook

from registries.catalog import open_registries
from registries.intake import import_folder
from registries.schema import KINDS
from registries.template import write_templates


def test_every_template_imports_with_its_example_row(tmp_path: Path) -> None:
    files = write_templates(tmp_path / "templates")
    assert [file.stem for file in files] == [kind.name for kind in KINDS]
    for report in import_folder(tmp_path / "templates", tmp_path / "r.db"):
        assert (report.rows, report.imported, report.problem) == (1, 1, "")
        assert report.rejected == report.doubtful == ()
    with open_registries(tmp_path / "r.db") as registries:
        assert set(registries.loaded) == {kind.name for kind in KINDS}


def test_every_column_says_what_it_is(tmp_path: Path) -> None:
    for kind, file in zip(KINDS, write_templates(tmp_path), strict=True):
        book = load_workbook(file)
        table, meaning = book.worksheets
        assert [cell.value for cell in table[1]] == [column.name for column in kind.columns]
        assert all(cell.comment is not None for cell in table[1])
        assert [row[0].value for row in meaning.iter_rows(min_row=5)] == [
            column.name for column in kind.columns
        ]
