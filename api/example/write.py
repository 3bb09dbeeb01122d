"""Write an application into a folder: form, evidence, registries, and the truth about all of it.

Recipe: take the facts, spring the traps, draw each paper into the bundle of its section, scan some of
them, put dividers, blanks and a table of contents between, and note on which pages each paper came to
lie. The same seed gives the same files.
"""

import json
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from random import Random
from typing import Any, Literal

import pymupdf

from api.example import facts, narrative, scan
from api.example.application import Application, Paper
from api.example.facts import Size
from api.example.form import write_form
from api.example.papers import distractors, draw
from api.example.registry_tables import write_tables
from api.example.traps import spring
from api.example.truth import Placed, called, truth

Bundle = Literal["one", "sections", "mixed"]
ORDINARY = Size()
DEMO_TRAPS = ("pat_utility", "pat_lapsed", "soft_works", "first_level", "fin_growth", "honour_publicity")


def write_demo(folder: Path, *, seed: int = 7) -> None:
    """Write the demo application: some thirty pages, some claims that hold and some that do not."""
    size = Size(patents=2, software=2, standards=("GB", "T"), strangers=40)
    write_application(folder, seed=seed, traps=DEMO_TRAPS, bundle="mixed", size=size)


def write_application(
    folder: Path,
    *,
    seed: int = 1,
    traps: Sequence[str] = (),
    scans: Sequence[str] = scan.SCANS,
    bundle: Bundle = "sections",
    size: Size = ORDINARY,
) -> None:
    """Write a whole application with its truth.

    Args:
        folder: Where to write form.docx, form.json, truth.json, evidence/ and registries/.
        seed: The same seed gives the same application.
        traps: Names of `traps.TRAPS`, built in one after the other.
        scans: Which of digital, good, fair and poor the papers are drawn from.
        bundle: One file, one file for each section, or sections with some papers as files of their own.
        size: How many rights the applicant has.
    """
    application = facts.supported(seed, size)
    for name in traps:
        application = spring(application, name, seed)
    folder.mkdir(parents=True, exist_ok=True)
    cells = narrative.filled(application)
    write_form(folder / "form.docx", cells, Random(f"{seed}/form"))
    _write_json(folder / "form.json", cells)
    placed = _write_evidence(folder / "evidence", application, Random(f"{seed}/scans"), scans, bundle)
    write_tables(folder / "registries", application, Random(f"{seed}/registries"))
    _write_json(folder / "truth.json", truth(application, placed))


def _write_evidence(
    folder: Path, application: Application, chance: Random, scans: Sequence[str], bundle: Bundle
) -> list[Placed]:
    folder.mkdir(parents=True, exist_ok=True)
    placed: list[Placed] = []
    for name, papers in _files(application, bundle).items():
        placed += _write_file(folder / name, application.company.name, papers, chance, scans)
    return placed


def _files(application: Application, bundle: Bundle) -> dict[str, list[Paper]]:
    """Which papers go into which file."""
    files: dict[str, list[Paper]] = {}
    for paper in sorted(application.papers, key=lambda paper: "一二三四五".index(paper.section[0])):
        name = "附件2 申报相关证明材料.pdf" if bundle == "one" else f"{paper.section}证明材料.pdf"
        if bundle == "mixed" and paper.type in LOOSE:
            name = LOOSE[paper.type]
        files.setdefault(name, []).append(paper)
    return files


CONTENTS = 29
"""Lines on a page of contents."""
LOOSE = {"business_licence": "营业执照.jpg", "mlps_filing": "等保备案证明.pdf"}


def _write_file(
    path: Path, company: str, papers: Sequence[Paper], chance: Random, scans: Sequence[str]
) -> list[Placed]:
    if path.suffix == ".jpg":
        return [_write_picture(path, company, papers[0], chance, scans)]
    document, placed, lines = pymupdf.open(), list[Placed](), list[tuple[str, int]]()
    bundled, section = len(papers) > 2, ""
    for paper in papers:
        if bundled and paper.section != section:
            section = paper.section
            distractors.divider(document, section)
            lines.append((section, document.page_count))
        level = chance.choice(scans)
        pages = _add(document, partial(draw, paper=paper), level, chance, company)
        placed.append(Placed(paper, path.name, pages, level))
        lines.append((f"　　{called(paper)}", pages[0]))
        if bundled and chance.random() < 0.1:
            _add(document, distractors.blank, level, chance, company)
    if bundled:
        before = _contents_first(document, company, lines)
        placed = [replace(one, pages=tuple(page + before for page in one.pages)) for one in placed]
    document.save(path, garbage=3, deflate=True, no_new_id=True)
    return placed


def _add(
    document: pymupdf.Document,
    drawing: Callable[[pymupdf.Document], None],
    level: str,
    chance: Random,
    company: str,
) -> tuple[int, ...]:
    """Draw pages at the end of a document and, unless digital, leave only their scans."""
    first = document.page_count
    drawing(document)
    last = document.page_count
    if level != scan.DIGITAL:
        for number in range(first, last):
            page = document[number]
            long_side = max(page.rect.width, page.rect.height)
            scan.place(document, scan.scanned(page, level, chance, company), long_side)
        document.delete_pages(range(first, last))
    return tuple(range(first + 1, document.page_count + 1))


def _contents_first(document: pymupdf.Document, company: str, lines: Sequence[tuple[str, int]]) -> int:
    """Put the table of contents in front; returns how many pages it took."""
    chunks = [lines[start : start + CONTENTS] for start in range(0, len(lines), CONTENTS)]
    for number, chunk in enumerate(chunks):
        shifted = [(title, page + len(chunks)) for title, page in chunk]
        distractors.contents(document, company, shifted)
        document.move_page(document.page_count - 1, number)
    return len(chunks)


def _write_picture(path: Path, company: str, paper: Paper, chance: Random, scans: Sequence[str]) -> Placed:
    """Write a paper of one page as a picture; a picture has no text layer, so it is never digital."""
    level = chance.choice([level for level in scans if level != scan.DIGITAL] or ["good"])
    document = pymupdf.open()
    draw(document, paper)
    path.write_bytes(scan.scanned(document[0], level, chance, company))
    return Placed(paper, path.name, (1,), level)


def _write_json(path: Path, content: dict[str, Any]) -> None:
    path.write_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n", "utf-8")
