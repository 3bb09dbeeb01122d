"""How long a second run of the same application takes: python -m bench.again DOSSIER…

Each DOSSIER holds form.docx, evidence/, and registries/ in it or beside it. The whole command is
timed, report and page included: once with an empty cache, then again with what that run kept.
Without an argument an application of our own is written.
"""

import argparse
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pymupdf

from registries.intake import import_folder


def run(dossier: Path, registries: Path, scratch: Path) -> tuple[float, float]:
    """Verify one application as a user would; wall seconds, and seconds of CPU with all children."""
    command = [sys.executable, "-m", "api", "verify", str(dossier / "form.docx"), str(dossier / "evidence")]
    command += ["--registries", str(registries), "--json", str(scratch / "report.json"), "--html", str(scratch / "report.html")]
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    subprocess.run(command, check=True, capture_output=True, env={**os.environ, "HEZHENG_CACHE": str(scratch / "reading.db")})
    wall, after = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    return wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def measure(dossier: Path, again: int) -> None:
    """Print the first run and the median of those after it."""
    tables = next(f for f in (dossier / "registries", dossier.parent / "registries") if f.is_dir())
    pages = sum(len(pymupdf.open(file)) for file in sorted((dossier / "evidence").rglob("*.pdf")))
    with tempfile.TemporaryDirectory() as scratch:
        import_folder(tables, Path(scratch) / "registries.db")
        first, _ = run(dossier, Path(scratch) / "registries.db", Path(scratch))
        runs = [run(dossier, Path(scratch) / "registries.db", Path(scratch)) for _ in range(again)]
    wall, busy = (statistics.median(values) for values in zip(*runs, strict=True))
    print(
        f"{dossier.name}: {pages} pages; first run {first:.1f} s ({pages / first:.2f} pages/s); "
        f"again {wall:.2f} s (CPU {busy:.2f} s), median of {again}"
    )


def main() -> None:
    """Run and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("dossiers", nargs="*", type=Path)
    parser.add_argument("--again", type=int, default=5)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        if not options.dossiers:
            from api.example.write import write_application

            write_application(Path(scratch) / "example", seed=11)
        for dossier in options.dossiers or [Path(scratch) / "example"]:
            measure(dossier, options.again)


if __name__ == "__main__":
    main()
