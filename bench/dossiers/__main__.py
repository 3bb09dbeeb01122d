"""Whole applications by strangers, handed in and judged: python -m bench.dossiers [NAME…] --folder DIR

Prints, by application, papers typed, form cells read, verdicts and items right, FALSE SUPPORTED, falsely unsupported and deferred, then
every mistake. `--folder` keeps what was written and the reports; what is there already is not written again.
"""

import argparse
import json
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from bench.accuracy import plain, score
from bench.dossiers.application import Application
from bench.dossiers.applications import APPLICATIONS
from bench.dossiers.write import printer, write
from extractors.settings import ReadingSettings
from registries.catalog import open_registries
from registries.intake import import_folder
from verifier.pipeline import Toolbox, verify
from verifier.report.writing import as_json

COLUMNS = (
    "papers",
    "form",
    "verdicts",
    "items",
    "FALSE SUPPORTED",
    "false unsupported",
    "deferred",
    "not said",
)


def judged(application: Application, folder: Path, cache: Path | None) -> dict[str, Any]:
    """The report on one application as it lies on disk."""
    snapshot = folder / "registries.db"
    snapshot.unlink(missing_ok=True)
    import_folder(folder / "registries", snapshot)
    toolbox = Toolbox.usual(ReadingSettings(workers=2, cache=cache), open_registries(snapshot))
    form = next(folder.glob("form.*"))
    return as_json(
        verify(form, [folder / "evidence"], toolbox=toolbox, as_of=date.fromisoformat(application.as_of))
    )


def tallied(folder: Path, report: Mapping[str, Any]) -> tuple[Counter[str], list[str]]:
    """The figures of one application, and its mistakes in words."""
    truth = json.loads((folder / "truth.json").read_text("utf-8"))
    tally, wrong = score(folder, report)
    more = list(_said_too_much(truth, report))
    tally["FALSE SUPPORTED"] += len(more)
    tally["false unsupported"] = sum(
        "supported, said unsupported" in w and "unsupported, said" not in w for w in wrong
    )
    tally["not said"] = sum(w.endswith(("said None", "said not_claimed")) for w in wrong)
    claims = {claim["key"]: claim for claim in report["claims"]}
    for key, value in truth["reads"].items():
        read = claims.get(key, {}).get("claimed")
        tally["form"] += 1
        tally["form right"] += _same(value, read)
        if not _same(value, read):
            wrong.append(f"{folder.name} form {key}: {value!r} read as {read!r}")
    return tally, [*wrong, *more]


def _same(value: object, read: object) -> bool:
    if isinstance(value, int | float):
        try:
            return abs(float(str(read)) - value) < 0.006
        except ValueError:
            return False
    return plain(value) == plain(read)


def _said_too_much(truth: Mapping[str, Any], report: Mapping[str, Any]) -> Iterator[str]:
    """Supported boxes that hold what is false, and supported items that nobody claimed."""
    claims = {claim["key"]: claim for claim in report["claims"]}
    for key, wanted in truth["verdicts"].items():
        claim, named = claims.get(key, {}), wanted.get("items", [])
        if (
            claim.get("flag") == "supported"
            and "flag" not in wanted
            and any(i["flag"] == "unsupported" for i in named)
        ):
            yield f"{truth['company']['name']} {key}: holds an unsupported item, said supported"
        for item in claim.get("items", []) if named else []:
            if item["flag"] == "supported" and not any(
                plain(i["name"]) in plain(item["name"]) or plain(item["name"]) in plain(i["name"])
                for i in named
            ):
                yield f"{truth['company']['name']} {key} · {item['name']}: claimed by nobody, said supported"


def main() -> None:
    """Write, verify, score and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("names", nargs="*")
    parser.add_argument("--folder", type=Path)
    parser.add_argument("--cache", type=Path, help="keep what was read in this file")
    options = parser.parse_args()
    chosen = [a for a in APPLICATIONS if not options.names or a.name in options.names]
    with tempfile.TemporaryDirectory() as scratch:
        top = options.folder or Path(scratch)
        with printer() as page:
            for application in chosen:
                if not (top / application.name / "truth.json").exists():
                    write(application, top / application.name, APPLICATIONS, page)
        total: Counter[str] = Counter()
        mistakes: list[str] = []
        print(f"{'':18}" + "".join(f"{name:>19}" for name in COLUMNS))
        for application in chosen:
            folder = top / application.name
            report = judged(application, folder, options.cache)
            (folder / "report.json").write_text(json.dumps(report, ensure_ascii=False), "utf-8")
            tally, wrong = tallied(folder, report)
            total += tally
            mistakes += wrong
            print(f"{application.name:18}" + _row(tally))
        print(f"{'all':18}" + _row(total))
        print(*(f"  - {mistake}" for mistake in mistakes), sep="\n")


def _row(tally: Counter[str]) -> str:
    of = {"papers": "documents"}
    shown = [
        f"{tally[of.get(c, c) + ' right']}/{tally[of.get(c, c)]}" if c in COLUMNS[:4] else str(tally[c])
        for c in COLUMNS
    ]
    return "".join(f"{cell:>19}" for cell in shown)


if __name__ == "__main__":
    main()
