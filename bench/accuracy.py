"""How well whole applications are read and judged: python -m bench.accuracy DOSSIER…

Each DOSSIER holds form.docx, evidence/, truth.json, and registries/ beside or inside it. Prints
documents typed, fields exact, verdicts and items right, false «supported», deferred, located, and
every mistake. With no argument it writes applications of our own, one trap after the other.
"""

import argparse
import json
import re
import tempfile
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from extractors.settings import ReadingSettings
from registries.catalog import open_registries
from registries.intake import import_folder
from verifier.pipeline import Toolbox, verify
from verifier.report.writing import as_json

NOT_FIELDS = ("paper", "type", "file", "pages", "scan")
AS_OF = date(2022, 4, 15)


def plain(value: object) -> str:
    """What two values are compared by: width, case, spaces, brackets and signs do not matter."""
    text = unicodedata.normalize("NFKC", str(value)).upper()
    return re.sub(r"[\s.,，。;；:：、·\-—–_/|\[\]()（）〔〕【】《》“”\"']", "", text)


def same(name: str, truth: object, read: object) -> bool:
    """Whether a field was read exactly; amounts to the last printed digit."""
    if read is None:
        return False
    if name.endswith("_wan"):
        return abs(float(str(read)) - float(str(truth))) <= max(0.01, abs(float(str(truth))) * 1e-4)
    return str(truth) in str(read) if name == "year" else plain(truth) == plain(read)


def run(folder: Path, workers: int, reader: str, cache: Path | None) -> dict[str, Any]:
    """The report on one application."""
    tables = next(p for p in (folder / "registries", folder.parent / "registries") if p.is_dir())
    with tempfile.TemporaryDirectory() as scratch:
        snapshot = Path(scratch) / "registries.db"
        import_folder(tables, snapshot)
        toolbox = Toolbox.usual(
            ReadingSettings(reader=reader, workers=workers, cache=cache), open_registries(snapshot)
        )
        truth = json.loads((folder / "truth.json").read_text("utf-8"))
        as_of = date.fromisoformat(truth["as_of"]) if "as_of" in truth else AS_OF
        return as_json(verify(folder / "form.docx", [folder / "evidence"], toolbox=toolbox, as_of=as_of))


def score(folder: Path, report: Mapping[str, Any]) -> tuple[Counter[str], list[str]]:
    """The tally of one application, and its mistakes in words."""
    truth = json.loads((folder / "truth.json").read_text("utf-8"))
    tally: Counter[str] = Counter()
    wrong: list[str] = []
    for kind, right, said in (*_documents(truth, report), *_verdicts(truth, report)):
        tally[kind] += 1
        tally[f"{kind} right"] += right
        if not right:
            wrong.append(f"{folder.name} {said}")
            tally["FALSE SUPPORTED"] += said.endswith("said supported")
            tally["deferred"] += said.endswith("said needs_review")
    return tally, wrong


def _documents(truth: Mapping[str, Any], report: Mapping[str, Any]) -> Iterator[tuple[str, bool, str]]:
    used: set[str] = set()
    for paper in truth["documents"]:
        found = [
            d
            for d in report["documents"]
            if d["type"] == paper["type"]
            and d["id"] not in used
            and Path(d["file"]).name == Path(paper["file"]).name
            and set(d["pages"]) & set(paper["pages"])
        ]
        where = f"{paper['file']} p{paper['pages']} {paper['scan']} {paper['type']}"
        yield "documents", bool(found), f"{where}: not found"
        used |= {found[0]["id"]} if found else set()
        fields = found[0]["fields"] if found else {}
        for name, value in paper.items():
            if name not in NOT_FIELDS:
                read = fields.get(name, {}).get("value")
                yield f"fields {paper['scan']}", same(name, value, read), f"{where}.{name}: {value!r} read as {read!r}"


def _verdicts(truth: Mapping[str, Any], report: Mapping[str, Any]) -> Iterator[tuple[str, bool, str]]:
    claims = {c["key"]: c for c in report["claims"]}
    for key, wanted in truth["verdicts"].items():
        claim = claims.get(key, {})
        if "flag" in wanted:
            right = wanted.get("any_flag", False) or claim.get("flag") == wanted["flag"]
            yield "verdicts", right, f"{key}: {wanted['flag']}, said {claim.get('flag')}"
        rest = list(claim.get("items", []))
        for item in wanted.get("items", []):
            match = next((i for i in rest if _is(item, i)), None)
            rest = [i for i in rest if i is not match]
            said = match["flag"] if match else None
            yield "items", said == item["flag"], f"{key} · {item['name']}: {item['flag']}, said {said}"
        for evidence in claim.get("evidence", []):
            if evidence["counted"] and evidence["document"]:
                box = evidence["box"] or [0, 0, 0, 0]
                yield "located", box[2] - box[0] > 2 and box[3] - box[1] > 2, f"{key}: no box"


def _is(item: Mapping[str, Any], found: Mapping[str, Any]) -> bool:
    named = plain(item["name"]) in plain(found["name"]) or plain(found["name"]) in plain(item["name"])
    year = item.get("year") is None or item["year"] == found.get("year")
    return bool(found["name"]) and named and year and (not item.get("grade") or item["grade"] in str(found.get("grade")))


def applications_of_our_own(folder: Path, seed: int) -> list[Path]:
    """Nine applications that hold every trap once, in every kind of scan."""
    from api.example.traps import TRAPS
    from api.example.write import write_application

    names = sorted(TRAPS)
    written = []
    for n in range(9):
        target = folder / f"seed-{seed}-{n}"
        scans = ("digital",) if n < 5 else ("good", "fair", "poor")
        write_application(target, seed=seed * 100 + n, traps=names[n::9], scans=scans)
        written.append(target)
    return written


def main() -> None:
    """Verify, score and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("dossiers", nargs="*", type=Path)
    parser.add_argument("--ocr", default="rapidocr")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--cache", type=Path, help="keep what was read in this file")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        dossiers = options.dossiers or applications_of_our_own(Path(scratch), options.seed)
        total: Counter[str] = Counter()
        mistakes: list[str] = []
        for dossier in dossiers:
            tally, wrong = score(dossier, run(dossier, options.jobs, options.ocr, options.cache))
            total += tally
            mistakes += wrong
    for kind in sorted(k for k in total if f"{k} right" in total):
        right, of = total[f"{kind} right"], total[kind]
        print(f"{kind:16s} {right}/{of} = {right / of:.1%}")
    print(f"FALSE SUPPORTED  {total['FALSE SUPPORTED']}, deferred {total['deferred']}")
    for line in mistakes:
        print("  -", line)


if __name__ == "__main__":
    main()
