"""How fast scans are read, beside what a user would pick instead: python -m bench.reading PDF…

In one run on the same pages: ours (cold, no cache), ocrmypdf --jobs 2 -l chi_sim --force-ocr, and
RapidOCR called page by page with its defaults. Pages per second, wall seconds. With no argument
the pages are scans of our own example. `--alone` leaves the others out.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import pymupdf


def ours(files: Sequence[Path], workers: int) -> int:
    """Read everything as `hezheng read` does, without a cache; the number of pages."""
    from extractors.files import gather
    from extractors.recall import read_files
    from extractors.settings import ReadingSettings

    readings = read_files(gather(files), ReadingSettings(workers=workers))
    return sum(len(r.ledger) for r in readings)


def ocrmypdf(files: Sequence[Path], workers: int) -> int:
    """The usual way to make scans searchable."""
    for file in files:
        with tempfile.TemporaryDirectory() as scratch:
            command = ["ocrmypdf", "--jobs", str(workers), "-l", "chi_sim", "--force-ocr", "-q"]
            subprocess.run([*command, str(file), f"{scratch}/out.pdf"], check=True, capture_output=True)
    return _pages(files)


def rapidocr(files: Sequence[Path], _: int) -> int:
    """RapidOCR as its README calls it, page by page at 200 dpi."""
    from rapidocr import RapidOCR

    engine = RapidOCR(params={"Global.log_level": "error"})
    for file in files:
        for page in pymupdf.open(file).pages():
            engine(page.get_pixmap(dpi=200).tobytes("png"))
    return _pages(files)


def _pages(files: Sequence[Path]) -> int:
    return sum(len(pymupdf.open(file)) for file in files)


def scans_of_our_own(folder: Path) -> list[Path]:
    """The scanned pages of an example application."""
    from api.example.write import write_application

    write_application(folder, seed=11, scans=("good", "fair", "poor"), bundle="one")
    return sorted((folder / "evidence").glob("*.pdf"))


def timed(name: str, call: Callable[[Sequence[Path], int], int], files: Sequence[Path], workers: int) -> float:
    """Run one way of reading and print its speed; seconds a page."""
    start = time.perf_counter()
    pages = call(files, workers)
    seconds = time.perf_counter() - start
    print(f"{name:28s} {pages} pages  {seconds:6.1f} s  {pages / seconds:5.2f} pages/s  {seconds / pages:5.2f} s/page")
    return seconds / pages


def main() -> None:
    """Run and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--alone", action="store_true")
    options = parser.parse_args()
    print(f"{os.cpu_count()} cores, Python {sys.version.split()[0]}, {options.jobs} jobs")
    with tempfile.TemporaryDirectory() as scratch:
        files = options.files or scans_of_our_own(Path(scratch))
        mine = timed("hezheng (cold, no cache)", ours, files, options.jobs)
        if options.alone:
            return
        if shutil.which("ocrmypdf"):
            theirs = timed("ocrmypdf --jobs 2 -l chi_sim", ocrmypdf, files, options.jobs)
            print(f"  faster than ocrmypdf by {theirs / mine:.2f} ×")
        else:
            print("ocrmypdf is not installed: left out")
        default = timed("RapidOCR, defaults", rapidocr, files, options.jobs)
        print(f"  faster than RapidOCR's defaults by {default / mine:.2f} ×")


if __name__ == "__main__":
    main()
