"""Writes an application as it is handed in: form, evidence, registries and truth.

Pages are printed by Chromium, forms by LibreOffice; scans are what `bench.strangers.camera` makes of a print. Same seed, same files
but for the dates that printers put into a PDF.
"""

import csv
import json
import subprocess
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from random import Random
from shutil import rmtree
from typing import Any
from zipfile import ZipFile

import docx
import openpyxl
import pymupdf
from docx.shared import Cm
from playwright.sync_api import Page, sync_playwright

from bench.dossiers.application import Application, Letter, Pile, Workbook
from bench.dossiers.form import write_form
from bench.dossiers.numbers import chinese_date
from bench.strangers.camera import CAMERAS

CHROMIUM = "/usr/bin/chromium"
STYLE = (Path(__file__).parent / "sheets.css").read_text("utf-8")


@contextmanager
def printer() -> Iterator[Page]:
    """A page of Chromium to print with."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser.new_page()
        browser.close()


def write(application: Application, folder: Path, registries: Iterable[Application], page: Page) -> Path:
    """The whole application below `folder`; gives the form's path. The registries hold what all of `registries` know."""
    (folder / "evidence").mkdir(parents=True, exist_ok=True)
    documents: list[dict[str, object]] = []
    for thing in application.evidence:
        documents += _evidence(thing, folder / "evidence", page, application.name)
    for name in application.zipped:
        _pack(folder / "evidence" / name)
    form = _form(application, folder)
    _registries(registries, folder / "registries", application.odd_registries)
    truth = {
        "as_of": application.as_of,
        "company": application.company,
        "traps": application.traps,
        "verdicts": application.verdicts,
        "documents": documents,
        "reads": application.reads,
    }
    (folder / "truth.json").write_text(json.dumps(truth, ensure_ascii=False, indent=1), "utf-8")
    return form


def _form(application: Application, folder: Path) -> Path:
    form = folder / "form.docx"
    write_form(form, application.habits, application.cells)
    if application.form_as == "docx":
        return form
    subprocess.run(
        ["soffice", "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(form)],
        check=True,
        capture_output=True,
    )
    form.rename(folder / "as_written.docx")
    form = folder / "form.pdf"
    if application.form_as == "scanned":
        form.write_bytes(_scanned(form.read_bytes(), "good", Random(application.name), 0))
    return form


def _evidence(
    thing: Pile | Workbook | Letter, folder: Path, page: Page, seed: str
) -> Iterator[dict[str, object]]:
    target = folder / thing.name
    target.parent.mkdir(parents=True, exist_ok=True)
    if isinstance(thing, Workbook):
        book = openpyxl.Workbook()
        for row in thing.rows:
            book.active.append(row)
        book.save(target)
    elif isinstance(thing, Letter):
        _letter(thing, target)
    else:
        yield from _pile(thing, target, page, seed)
        return
    if thing.type:
        yield {"type": thing.type, "file": target.name, "pages": [1], "scan": "digital"}


def _pack(folder: Path) -> None:
    """The folder as a .zip of its name, and no folder."""
    with ZipFile(folder.with_suffix(".zip"), "w") as archive:
        for file in sorted(folder.rglob("*.*")):
            archive.write(file, str(file.relative_to(folder.parent)))
    rmtree(folder)


def _letter(thing: Letter, target: Path) -> None:
    document = docx.Document()
    for paragraph in thing.paragraphs:
        document.add_paragraph(paragraph)
    if thing.rows:
        grid = document.add_table(rows=0, cols=len(thing.rows[0]))
        grid.style = "Table Grid"
        for row in thing.rows:
            for cell, text in zip(grid.add_row().cells, row, strict=True):
                cell.text = text
    document.save(str(target))


def _pile(pile: Pile, target: Path, page: Page, seed: str) -> Iterator[dict[str, object]]:
    sheets = [html for exhibit in pile.exhibits for html in exhibit.pages]
    page.set_content(
        f'<html lang="zh-CN"><meta charset="utf-8"><style>{STYLE}</style>'
        + "".join(f"<section>{s}</section>" for s in sheets)
    )
    printed = page.pdf(prefer_css_page_size=True, print_background=True)
    with pymupdf.open(stream=printed) as pdf:
        assert len(pdf) == len(sheets), f"{target.name}: {len(sheets)} sheets became {len(pdf)} pages"
    if target.suffix == ".docx":
        _pasted(printed, pile, target, Random(seed + pile.name))
    elif target.suffix == ".png":
        with pymupdf.open(stream=printed) as pdf:
            target.write_bytes(pdf[0].get_pixmap(dpi=110).tobytes("png"))
    elif target.suffix == ".jpg":
        with pymupdf.open(stream=printed) as pdf:
            target.write_bytes(CAMERAS[pile.camera](pdf[0], Random(seed + pile.name)))
    else:
        target.write_bytes(
            printed
            if pile.camera == "digital"
            else _scanned(printed, pile.camera, Random(seed + pile.name), pile.turned)
        )
    first = 1
    for exhibit in pile.exhibits:
        pages = list(range(first, first + len(exhibit.pages)))
        if target.suffix == ".docx":
            pages = list(range(1, 1 + len(sheets)))
        where: dict[str, object] = {"file": target.name, "pages": pages, "scan": pile.camera}
        if exhibit.type:
            yield {"type": exhibit.type, **exhibit.states, **where}
        yield from ({"type": more, **where} for more in exhibit.also)
        first += len(exhibit.pages)


def _pasted(printed: bytes, pile: Pile, target: Path, chance: Random) -> None:
    """A Word document with a picture of each sheet."""
    document = docx.Document()
    with pymupdf.open(stream=printed) as pdf:
        for sheet in pdf:
            picture = CAMERAS[pile.camera](sheet, chance)
            document.add_picture(BytesIO(picture), width=Cm(15))
    document.save(str(target))


def _scanned(printed: bytes, camera: str, chance: Random, turned: int) -> bytes:
    scan = pymupdf.open()
    with pymupdf.open(stream=printed) as pdf:
        for sheet in pdf:
            taken = scan.new_page(width=sheet.rect.width, height=sheet.rect.height)
            taken.insert_image(taken.rect, stream=CAMERAS[camera](sheet, chance))
            taken.set_rotation(turned)
    out: bytes = scan.tobytes(deflate=True)
    return out


def _registries(applications: Iterable[Application], folder: Path, odd: bool) -> None:
    tables: dict[str, list[Mapping[str, Any]]] = {}
    rows: Sequence[Mapping[str, Any]]
    for application in applications:
        for kind, rows in application.registries.items():
            tables.setdefault(kind, []).extend(rows)
    folder.mkdir(exist_ok=True)
    for kind, rows in tables.items():
        if odd and kind in ODD_EXPORTS:
            ODD_EXPORTS[kind](folder, kind, rows)
            continue
        columns = list(dict.fromkeys(name for row in rows for name in row))
        with (folder / f"{kind}.csv").open("w", encoding="utf-8-sig", newline="") as handle:
            writer = csv.DictWriter(handle, columns)
            writer.writeheader()
            writer.writerows(rows)


def _as_workbook(folder: Path, kind: str, rows: Sequence[Mapping[str, Any]]) -> None:
    book = openpyxl.Workbook()
    columns = list(dict.fromkeys(name for row in rows for name in row))
    book.active.append(["序号", *columns, "备注"])
    for n, row in enumerate(rows, 1):
        book.active.append([n, *(row.get(name, "") for name in columns), None])
    book.save(folder / f"{kind}.xlsx")


def _as_old_text(folder: Path, kind: str, rows: Sequence[Mapping[str, Any]]) -> None:
    columns = list(dict.fromkeys(name for row in rows for name in row))
    with (folder / f"{kind}.csv").open("w", encoding="gb18030", newline="") as handle:
        writer = csv.writer(handle)
        writer.writerow(["序号", *columns, "导出人"])
        for n, row in enumerate(rows, 1):
            said = [chinese_date(row[c]) if "date" in c and row.get(c) else row.get(c, "") for c in columns]
            writer.writerow([n, *said, "系统管理员"])


ODD_EXPORTS = {"honors": _as_workbook, "patents": _as_old_text, "standards": _as_old_text}
