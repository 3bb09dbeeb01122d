"""How papers are read that strangers drew: python -m bench.strangers [NAME…] [--scans digital,good,poor].

Prints the papers of `papers/` through Chromium, scans and photographs them, reads them, and prints per type and
scan what `bench.fields` prints, then every field that was missed or misread.
"""

import argparse
import tempfile
import zlib
from collections.abc import Sequence
from pathlib import Path
from random import Random

import pymupdf
from playwright.sync_api import sync_playwright

from api.example import scan
from api.example.layout import Layout
from bench.desk.people import CHROMIUM
from bench.fields import Drawn, score, show, show_wrong
from bench.strangers.camera import CAMERAS, DIGITAL, LEVELS
from bench.strangers.papers import Paper, papers
from extractors.files import gather
from extractors.recall import read_files
from extractors.settings import ReadingSettings


def printed(chosen: Sequence[Paper], folder: Path) -> None:
    """Each paper as Chromium prints it, as NAME-digital.pdf."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        page = browser.new_page()
        for paper in chosen:
            page.set_content(paper.html)
            page.pdf(path=str(folder / f"{paper.name}-{DIGITAL}.pdf"), prefer_css_page_size=True, print_background=True)
        browser.close()


def scanned(paper: Paper, level: str, folder: Path) -> None:
    """A printed paper as pictures, always the same for the same name."""
    chance = Random(zlib.crc32(f"{paper.name}/{level}".encode()))
    pictures = pymupdf.open()
    for page in pymupdf.open(folder / f"{paper.name}-{DIGITAL}.pdf").pages():
        scan.place(pictures, CAMERAS[level](page, chance), max(page.rect.width, page.rect.height))
    pictures.save(folder / f"{paper.name}-{level}.pdf", no_new_id=True)


def drawn(chosen: Sequence[Paper], levels: Sequence[str], folder: Path) -> list[Drawn]:
    """Every paper in every kind of scan, each as a file of its own."""
    printed(chosen, folder)
    for paper in chosen:
        for level in levels:
            if level != DIGITAL:
                scanned(paper, level, folder)
    return [
        Drawn(Layout(p.type, p.name, lambda document, chance: {}), level, f"{p.name}-{level}.pdf", p.truth)
        for p in chosen
        for level in levels
    ]


def main() -> None:
    """Draw, read, score, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", help="papers or types, or parts of their names; all where none is named")
    parser.add_argument("--scans", default=",".join(LEVELS))
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--cache", type=Path, help="pages that were read before")
    parser.add_argument("--keep", type=Path, help="keep the drawn files in this folder")
    options = parser.parse_args()
    chosen = [p for p in papers() if not options.names or any(n in p.name or n in p.type for n in options.names)]
    levels = options.scans.split(",")
    with tempfile.TemporaryDirectory() as scratch:
        folder = options.keep or Path(scratch)
        folder.mkdir(parents=True, exist_ok=True)
        files = drawn(chosen, levels, folder)
        wanted = {one.file for one in files}
        found = [file for file in gather([folder]) if file.name in wanted]
        readings = {r.file: r for r in read_files(found, ReadingSettings(workers=options.jobs, cache=options.cache))}
    tallies, wrong = score(files, readings)
    show(tallies, levels)
    show_wrong(wrong)


if __name__ == "__main__":
    main()
