"""The asking half of the bench of the registries: a worker's process, which only opens and asks.

python -m bench.asking SNAPSHOT FOLDER QUESTIONS      (run by bench.registries; prints JSON)
"""

import csv
import json
import resource
import statistics
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

from rapidfuzz.distance import Levenshtein

from bench import nation
from registries.catalog import Registries, open_registries
from registries.match import Findings
from registries.query import Query
from registries.snapshot.warming import Warming

ERRORS = (0, 1, 2, 3)
SEED = 7


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked, and what the right record's column holds.

    Where another record comes first, its edit distance from what was read is held against that of the right one: a
    name that is nearer, or as near, would mislead a person as well.
    """

    query: Query
    column: str
    right: str


def main() -> None:
    """Asks everything and prints the figures."""
    snapshot, folder, number = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
    chance = Random(SEED)
    before = _resident()
    companies = _sample(folder / "companies.csv", number, chance)
    patents = _sample(folder / "patents.csv", number, chance)
    start = time.perf_counter()
    registries = open_registries(snapshot)
    registries.search(Query("companies", "91330201MA2AGX576R"))
    figures: dict[str, object] = {"open and first look-up ms": round(1e3 * (time.perf_counter() - start), 1)}
    start = time.perf_counter()
    Warming(snapshot).wait()  # as a service does (registries.shelf), which asks meanwhile
    figures["read ahead s"] = round(time.perf_counter() - start, 1)
    figures |= _times(registries, companies, patents, chance)
    figures |= {"resident MB before": before, "resident MB after": _resident()}
    figures |= _right(registries, companies, patents, chance)
    figures["not registered"] = _strangers(registries, folder, number, chance)
    figures["second field"] = _second_field(registries, companies, chance)
    figures["resident MB at the end"] = _resident()
    print(json.dumps(figures, ensure_ascii=False))


def _resident() -> int:
    text = Path("/proc/self/status").read_text() if Path("/proc/self/status").exists() else ""
    line = next((each for each in text.splitlines() if each.startswith("VmRSS")), "")
    used = int(line.split()[1]) / 1024 if line else resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return round(used)


def _sample(path: Path, number: int, chance: Random) -> list[dict[str, str]]:
    """Rows from all over the file, without reading all of it."""
    size = path.stat().st_size
    with path.open("rb") as file:
        header = file.readline().decode().strip().split(",")
        rows = []
        for _ in range(number):
            file.seek(chance.randrange(200, max(201, size - 1000)))
            file.readline()
            rows.append(dict(zip(header, next(csv.reader([file.readline().decode()])), strict=True)))
    return rows


def _timed(registries: Registries, queries: Sequence[Query]) -> dict[str, float]:
    times, worked = [], []
    for query in queries:
        start, began = time.perf_counter(), time.process_time()
        registries.search(query)
        times.append(1e3 * (time.perf_counter() - start))
        worked.append(1e3 * (time.process_time() - began))
    cuts, own = statistics.quantiles(times, n=100), statistics.quantiles(worked, n=100)
    return {
        "p50 ms": round(cuts[49], 2),
        "p95 ms": round(cuts[94], 2),
        "p99 ms": round(cuts[98], 2),
        "per second": round(1e3 * len(times) / sum(times)),
        # the core may be shared while this runs: what the process itself worked
        "p95 ms of its own": round(own[94], 2),
        "per second of its own": round(1e3 * len(worked) / sum(worked)),
    }


def _times(
    registries: Registries, companies: list[dict[str, str]], patents: list[dict[str, str]], chance: Random
) -> dict[str, object]:
    kinds: dict[str, Callable[[int], list[Query]]] = {
        "exact company by code": lambda _: [
            Query("companies", row["uscc"], {"name": row["name"]}) for row in companies
        ],
        "exact patent by number": lambda _: [
            Query("patents", row["application_no"], {"title": row["title"], "owners": row["owners"]})
            for row in patents
        ],
        "fuzzy company": lambda errors: [
            Query("companies", "", {"name": nation.misread(row["name"], errors, chance)}) for row in companies
        ],
        "fuzzy title": lambda errors: [
            Query("patents", "", {"title": nation.misread(row["title"], errors, chance)}) for row in patents
        ],
        "fuzzy title and owner": lambda errors: [
            Query(
                "patents",
                "",
                {"title": nation.misread(row["title"], errors, chance), "owners": row["owners"]},
            )
            for row in patents
        ],
    }
    figures: dict[str, object] = {}
    for name, make in kinds.items():
        for query in make(1):  # warm: the pages of these lists, not these very answers
            registries.search(query)
        mixed = [query for errors in ERRORS for query in make(errors)]
        chance.shuffle(mixed)
        figures[name] = _timed(registries, mixed[: 2 * len(mixed) // len(ERRORS)])
    return figures


def _right(
    registries: Registries, companies: list[dict[str, str]], patents: list[dict[str, str]], chance: Random
) -> dict[str, object]:
    figures: dict[str, object] = {}
    for name, kind, column, rows in (
        ("company", "companies", "name", companies),
        ("title", "patents", "title", patents),
    ):
        for errors in ERRORS:
            questions = [
                Question(
                    Query(kind, "", {column: nation.misread(row[column], errors, chance)}),
                    column,
                    row[column],
                )
                for row in rows
            ]
            figures[f"{name}, {errors} errors"] = _share(registries, questions)
    return figures


def _share(registries: Registries, questions: Sequence[Question]) -> dict[str, float]:
    first = five = certain = wrong = nearer = as_near = 0
    for question in questions:
        findings = registries.search(question.query)
        found = [match.record.get(question.column) for match in findings.matches]
        first += found[:1] == [question.right]
        if found and found[0] != question.right:
            read = question.query.fields[question.column]
            other, right = Levenshtein.distance(read, found[0]), Levenshtein.distance(read, question.right)
            nearer += other < right
            as_near += other == right
        five += question.right in found[:5]
        certain += findings.best is not None
        wrong += findings.best is not None and findings.best.record.get(question.column) != question.right
    return {
        "first %": _percent(first, len(questions)),
        "first five %": _percent(five, len(questions)),
        "another is nearer %": _percent(nearer, len(questions)),
        "another is as near %": _percent(as_near, len(questions)),
        "certain %": _percent(certain, len(questions)),
        "certain and wrong": wrong,
    }


def _strangers(registries: Registries, folder: Path, number: int, chance: Random) -> dict[str, float]:
    """Companies that are not registered: strangers, and sisters of registered ones."""
    with (folder / "companies.csv").open(encoding="utf-8", newline="") as file:
        known = {hash(row["name"]) for row in csv.DictReader(file)}
    asked = certain = read_as_another = 0
    for row in _sample(folder / "companies.csv", number, chance):
        name = nation.sister(row["name"], chance)
        if hash(name) in known:
            continue
        for errors in (0, 1, 2):
            read = nation.misread(name, errors, chance)
            if hash(read) in known:  # the misreading is the very name of another company
                read_as_another += 1
                continue
            asked += 1
            certain += registries.search(Query("companies", "", {"name": read})).best is not None
    return {
        "asked": asked,
        "matched as certain": certain,
        "%": _percent(certain, asked),
        "read as the very name of another": read_as_another,
    }


def _second_field(
    registries: Registries, companies: list[dict[str, str]], chance: Random
) -> dict[str, dict[str, float]]:
    """With a code, an address or a legal representative beside the misread name."""
    figures: dict[str, dict[str, float]] = {}
    for column in ("uscc", "address", "legal_representative"):
        for errors in ERRORS:
            told = [_beside(registries, row, column, errors, chance) for row in companies]
            certain = [right for is_certain, right in told if is_certain]
            figures[f"{column}, {errors}"] = {
                "certain %": _percent(len(certain), len(told)),
                "right of these %": _percent(sum(certain), len(certain)),
            }
    return figures


def _beside(
    registries: Registries, row: Mapping[str, str], column: str, errors: int, chance: Random
) -> tuple[bool, bool]:
    fields = {"name": nation.misread(row["name"], errors, chance), column: row[column]}
    findings: Findings = registries.search(Query("companies", fields.get("uscc", ""), fields))
    best = findings.best
    return best is not None, best is not None and best.record.get("name") == row["name"]


def _percent(part: int, whole: int) -> float:
    return round(100 * part / whole, 2) if whole else 0.0


if __name__ == "__main__":
    main()
