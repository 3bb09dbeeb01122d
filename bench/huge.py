"""Imports one very large file and tells how much memory that took: rows stream, whatever the file's size.

    python -m bench.huge                     a file of two gigabytes (some 14 million patents; half an hour, 10 GB of disk)
    python -m bench.huge --megabytes 50

The import runs in a process of its own, whose greatest resident memory is printed.
"""

import argparse
import csv
import json
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from bench import nation
from bench.registries import PATENT_COLUMNS
from registries.intake import import_table

HOLDERS = 20_000


def write_table(path: Path, megabytes: float) -> int:
    """Writes a table of patents of that size.

    Args:
        path: the .csv file.
        megabytes: how large it becomes, at least.

    Returns:
        How many rows it has.
    """
    holders = [f"宁波第{number}机械有限公司" for number in range(1, HOLDERS)]
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(PATENT_COLUMNS)
        number = 0
        for row in nation.patents(1 << 40, holders):
            writer.writerow(row)
            number += 1
            if not number % 1000 and file.tell() >= megabytes * 1e6:
                break
    return number


def measure(folder: Path, megabytes: float) -> dict[str, float]:
    """Writes a table, imports it in another process, and gives that process's figures."""
    table = folder / "patents.csv"
    rows = write_table(table, megabytes)
    command = [sys.executable, "-m", "bench.huge", "--import-into", str(folder / "registries.db"), str(table)]
    told = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    return {"file MB": round(table.stat().st_size / 1e6), "rows written": rows, **told}


def _import(table: Path, snapshot: Path) -> dict[str, float]:
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    began = time.perf_counter()
    report = import_table("patents", table, snapshot)
    return {
        "rows imported": report.imported,
        "rows rejected": report.rejected_rows,
        "seconds": round(time.perf_counter() - began),
        "resident MB before": round(before / 1024),
        "greatest resident MB": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
        "snapshot MB": round(snapshot.stat().st_size / 1e6),
    }


def main() -> None:
    """Prints the figures as JSON."""
    wanted = argparse.ArgumentParser(description=__doc__)
    wanted.add_argument("--megabytes", type=float, default=2_000)
    wanted.add_argument("--import-into", type=Path, help="only import the table into this snapshot")
    wanted.add_argument("table", type=Path, nargs="?")
    asked = wanted.parse_args()
    if asked.import_into is not None:
        print(json.dumps(_import(asked.table, asked.import_into)))
        return
    with tempfile.TemporaryDirectory() as folder:
        print(json.dumps(measure(Path(folder), asked.megabytes), indent=1))


if __name__ == "__main__":
    main()
