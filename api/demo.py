"""The demonstration: an example application is written, its registries are imported, it is verified."""

import json
from datetime import date
from pathlib import Path

from api.console import errors_console, show_import
from api.settings import Settings
from api.verifying import Order, carry_out
from registries.intake import import_folder

WRITTEN = "truth.json"
"""Written last: where it is, the example is whole and need not be written again."""


def run_demo(folder: Path, settings: Settings) -> Path:
    """Write the example into a folder, verify it, and give the path of its report."""
    console = errors_console()
    if not (folder / WRITTEN).is_file():
        from api.example.write import write_demo  # draws with MuPDF: not needed where it is written

        with console.status("绘制示例申报材料"):
            write_demo(folder)
    console.print(f"示例申报材料：{folder.resolve()}", highlight=False, soft_wrap=True)
    registries = folder / "registries.db"
    if not registries.is_file():
        show_import(console, import_folder(folder / "registries", registries))
    page = folder / "report.html"
    evidence, report = (folder / "evidence",), folder / "report.json"
    carry_out(Order(folder / "form.docx", evidence, registries, _as_of(folder), report, page), settings)
    return page


def _as_of(folder: Path) -> date:
    """The example's own date: on a later day its credit report would be stale, and rightly so."""
    return date.fromisoformat(json.loads((folder / WRITTEN).read_text("utf-8"))["as_of"])
