"""How fast pages with a text of their own are read, pixel check included: python -m bench.digital [--jobs 2] [-n 3].

Reads the digital pages of so many example applications, each of another company, as one file without a cache, with
the seals and codes on them and without; then the same words as Chromium prints them, whose Chinese is in Type 3 fonts.
Prints pages per second of the first file that a program reads, with everything that starts with it, and of further
files of the same program, as in a service: its models are loaded, and all of the file is new to it.
No page comes twice in a file; what recurs is what does in an 附件2: the fonts of one program, the seals of the same offices.
"""

import argparse
import html
import os
import subprocess
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from statistics import median

import pymupdf

from api.example.write import write_application
from api.html.printing import BROWSERS
from extractors.files import gather
from extractors.recall import read_files
from extractors.settings import ReadingSettings

FURTHER = 3
"""Further files of one program, of which the middle one counts."""


def written(folder: Path, applications: int) -> Path:
    """The digital pages of so many example applications."""
    made = pymupdf.open()
    for number in range(applications):
        application = folder / f"app{number}"
        write_application(application, seed=11 + number, scans=("digital",), bundle="one")
        for path in sorted((application / "evidence").glob("*.pdf")):
            made.insert_pdf(pymupdf.open(path))
    made.delete_pages([n for n in range(len(made)) if not made[n].get_text().strip()])
    made.save(folder / "written.pdf", garbage=3)
    return folder / "written.pdf"


def plain(source: Path, folder: Path) -> Path:
    """The same pages without their pictures: no seal to be read, no code to be looked for."""
    document = pymupdf.open(source)
    for number in range(len(document)):
        page = document[number]
        page.clean_contents()
        drawing = page.read_contents()
        for image in page.get_images():
            drawing = drawing.replace(f"/{image[7]} Do".encode(), b"")
        document.update_stream(page.get_contents()[0], drawing)
    document.save(folder / "plain.pdf", garbage=3)
    return folder / "plain.pdf"


def printed(source: Path, folder: Path) -> Path | None:
    """The same words on as many pages, as a browser prints them; None without one."""
    document = pymupdf.open(source)
    texts = [document[number].get_text().splitlines() for number in range(len(document))]
    body = "".join(
        f"<section>{''.join(f'<p>{html.escape(line)}</p>' for line in lines)}</section>" for lines in texts
    )
    style = "section{break-after:page} p{margin:2pt;font-size:9pt}"
    (folder / "page.html").write_text(f"<meta charset=utf-8><style>{style}</style>{body}", "utf-8")
    out = folder / "printed.pdf"
    for browser in BROWSERS:
        options = [
            "--headless",
            "--disable-gpu",
            "--no-pdf-header-footer",
            f"--user-data-dir={folder}/profile",
        ]
        options += ["--no-sandbox"] if os.geteuid() == 0 else []
        try:
            command = [browser, *options, f"--print-to-pdf={out}", (folder / "page.html").as_uri()]
            subprocess.run(command, check=True, capture_output=True, timeout=180)
        except (OSError, subprocess.SubprocessError):
            continue
        return out
    return None


def fonts(path: Path) -> str:
    """The kinds of fonts that a PDF's pages use."""
    document = pymupdf.open(path)
    return ", ".join(
        sorted({font[2] for number in range(len(document)) for font in document.get_page_fonts(number)})
    )


def timed(path: Path, workers: int) -> tuple[int, float, int]:
    """Pages, seconds, and how many of the pages had to be read by their pixels."""
    start = time.perf_counter()
    (reading,) = read_files(gather([path]), ReadingSettings(workers=workers))
    seconds = time.perf_counter() - start
    return len(reading.ledger), seconds, sum(p.code == "TEXT_LAYER_MISMATCH" for p in reading.problems)


def tell(name: str, path: Path, workers: int) -> None:
    """Read it as the first file of a program of its own, and then as further ones."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as program:
        runs = [program.submit(timed, path, workers).result() for _ in range(1 + FURTHER)]
    (pages, first, differ), *more = runs
    further = median(seconds for _, seconds, _ in more)
    print(
        f"{name:10s} {pages} pages: first {first:5.2f} s, {pages / first:5.1f} pages/s; further {further:5.2f} s,"
        f" {pages / further:5.1f} pages/s; {differ} told to differ; fonts {fonts(path)}",
        flush=True,
    )


def main() -> None:
    """Run and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("-n", type=int, default=3, help="applications that are read")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        scratch = Path(folder)
        first = written(scratch, options.n)
        tell("with seals", first, options.jobs)
        tell("without", plain(first, scratch), options.jobs)
        second = printed(first, scratch)
        if second is None:
            print("Chromium is not installed: printed pages are left out")
        else:
            tell("printed", second, options.jobs)


if __name__ == "__main__":
    main()
