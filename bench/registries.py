"""Measures the registries at national size: import, opening, look-ups, memory, and how often they are right.

    python -m bench.registries                 5 million patents, 1 million companies (20 minutes, 8 GB)
    python -m bench.registries --scale 0.02    a fiftieth of it, in half a minute

Everything is measured through the public face, one core, warm; the questions are asked in a process of
their own, so that its memory is that of a worker. Beside it stand two baselines: rapidfuzz over all names,
and SQLite's trigrams with rapidfuzz.
"""

import argparse
import csv
import json
import os
import platform
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Sequence
from pathlib import Path

from bench import nation
from bench.baselines import all_names, trigrams
from registries.intake import import_table

COMPANIES, PATENTS = 1_000_000, 5_000_000
_COMPANY = ("uscc", "name", "legal_representative", "address", "status")
PATENT_COLUMNS = (
    "application_no",
    "publication_no",
    "kind",
    "title",
    "owners",
    "filing_date",
    "grant_date",
    "status",
)


def main() -> None:
    """Runs the bench and prints the figures as a table and, on request, as JSON."""
    wanted = argparse.ArgumentParser(description=__doc__)
    wanted.add_argument("--scale", type=float, default=1.0, help="share of the nation")
    wanted.add_argument("--questions", type=int, default=500, help="questions for each figure")
    wanted.add_argument("--folder", type=Path, help="keep tables and snapshot here and use what is there")
    wanted.add_argument("--json", type=Path, help="write the figures here")
    wanted.add_argument("--no-baselines", action="store_true")
    asked = wanted.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = asked.folder or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        figures = _run(folder, asked.scale, asked.questions, not asked.no_baselines)
    _print(figures)
    if asked.json:
        asked.json.write_text(json.dumps(figures, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def _run(folder: Path, scale: float, questions: int, baselines: bool) -> dict[str, object]:
    figures: dict[str, object] = {
        "scale": scale,
        "python": platform.python_version(),
        "machine": f"{platform.machine()}, load {os.getloadavg()[0]:.1f}",
    }
    snapshot = folder / "registries.db"
    fresh = not snapshot.exists()
    tables = _tables(folder, round(COMPANIES * scale), round(PATENTS * scale))
    if fresh:
        for kind, table in tables.items():
            figures[f"import {kind}"] = _import(kind, table, snapshot)
    figures["snapshot MB"] = round(snapshot.stat().st_size / 1e6)
    command = [sys.executable, "-m", "bench.asking", str(snapshot), str(folder), str(questions)]
    figures |= json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    if baselines:
        with (folder / "companies.csv").open(encoding="utf-8", newline="") as file:
            names = [row["name"] for row in csv.DictReader(file)]
        figures["baseline rapidfuzz over all"] = all_names(names, min(questions, 60))
        figures["baseline FTS5 trigram"] = trigrams(names, min(questions, 200))
    return figures


def _tables(folder: Path, companies: int, patents: int) -> dict[str, Path]:
    paths = {"companies": folder / "companies.csv", "patents": folder / "patents.csv"}
    if not all(path.exists() for path in paths.values()):
        firms = list(nation.companies(companies))
        rows = ((f.uscc, f.name, f.legal_representative, f.address, "存续") for f in firms)
        _write(paths["companies"], _COMPANY, rows)
        holders = [firm.name for firm in firms]
        _write(paths["patents"], PATENT_COLUMNS, nation.patents(patents, holders))
    return paths


def _write(path: Path, header: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(header)
        writer.writerows(rows)


def _import(kind: str, table: Path, snapshot: Path) -> dict[str, float]:
    times: dict[str, float] = {}

    def note(stage: str, _done: int, _total: int) -> None:
        times.setdefault(stage, time.process_time())

    start, began = time.process_time(), time.perf_counter()
    report = import_table(kind, table, snapshot, progress=note)
    end = time.perf_counter() - began
    assert not report.problem and report.imported, report
    validating, indexing = times["建立索引"] - start, times["记录版本"] - times["建立索引"]
    return {
        "rows": report.imported,
        "rejected": report.rejected_rows,
        "import with validation rows/s": round(report.rows / validating),
        "index build rows/s": round(report.imported / indexing),
        "altogether s": round(end, 1),
    }


def _print(figures: dict[str, object]) -> None:
    for name, value in figures.items():
        if isinstance(value, dict):
            print(f"{name}: " + ", ".join(f"{key} {each}" for key, each in value.items()))
        else:
            print(f"{name}: {value}")


if __name__ == "__main__":
    main()
