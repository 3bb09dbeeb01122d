"""How well each kind of evidence is read: python -m bench.fields [TYPE…] [-n 3] [--scans digital,good].

Draws every layout of api/example/layouts.py in every kind of scan, reads it, and prints per type and
scan: how often the type was recognised, and precision, recall and F1 of its fields (a list's cells are
fields too). Ends with every field that was missed or misread.
"""

import argparse
import tempfile
import unicodedata
import zlib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from random import Random

import pymupdf

from api.example import names, scan
from api.example.layout import Fields, Layout
from api.example.layouts import LAYOUTS
from extractors.exhibit import Exhibit, FileReading, Row
from extractors.files import gather
from extractors.recall import read_files
from extractors.settings import ReadingSettings

NOTHING = "unrecognised"
"""The type of a paper that is no evidence of any kind: it is known where nothing is read of it."""

MOST = 8
"""Mistakes that are printed of one paper: a list that was lost would fill pages."""


@dataclass(frozen=True)
class Drawn:
    """One exhibit as drawn: its layout, its scan, its file, and the truth."""

    layout: Layout
    level: str
    file: str
    truth: Fields


def draw(folder: Path, layouts: Sequence[Layout], levels: Sequence[str], times: int, seed: int) -> list[Drawn]:
    """Every layout in every kind of scan, each as a file of its own."""
    drawn = []
    for layout in layouts:
        for level in levels:
            for n in range(times):
                name = f"{layout.type}-{layout.name}-{level}-{n}.pdf"
                # The same papers in every kind of scan, whatever else is drawn beside them.
                chance = Random(zlib.crc32(f"{seed}/{layout.type}/{layout.name}/{n}".encode()))
                drawn.append(Drawn(layout, level, name, _write(folder / name, layout, level, chance)))
    return drawn


def _write(path: Path, layout: Layout, level: str, chance: Random) -> Fields:
    clean, document = pymupdf.open(), pymupdf.open()
    truth = layout.draw(clean, chance)
    if level == scan.DIGITAL:
        document = clean
    else:
        stamp = names.company(chance).name
        for page in clean.pages():
            picture = scan.scanned(page, level, chance, stamp)
            scan.place(document, picture, max(page.rect.width, page.rect.height))
    document.save(path, garbage=3, deflate=True, no_new_id=True)
    return truth


def plain(value: object) -> str:
    """What two texts are compared by: width, case, spaces, brackets and signs do not matter."""
    text = unicodedata.normalize("NFKC", str(value)).upper()
    return "".join(c for c in text if c.isalnum())


def same(truth: object, read: object) -> bool:
    """Whether a value was read exactly; amounts to the last printed digit."""
    if isinstance(truth, float) and isinstance(read, int | float):
        return abs(read - truth) <= max(0.005, abs(truth) * 1e-6)
    return plain(truth) == plain(read)


def cells(truth: Fields, exhibit: Exhibit) -> Iterator[tuple[str, object, object]]:
    """Each field with what is true and what was read; None where it is missing on either side."""
    for name, value in truth.items():
        if name != "rows":
            fact = exhibit.fact(name)
            yield name, value, None if fact is None else fact.value
    rows = truth.get("rows")
    if isinstance(rows, list):
        yield from _row_cells(rows, exhibit.rows)


def _row_cells(truth: Sequence[Mapping[str, object]], read: Sequence[Row]) -> Iterator[tuple[str, object, object]]:
    for n in range(max(len(truth), len(read))):
        wanted = truth[n] if n < len(truth) else {}
        got = read[n] if n < len(read) else Row(())
        for name in wanted or {fact.name: None for fact in got.facts}:
            fact = got.get(name)
            yield f"rows[{n}].{name}", wanted.get(name), None if fact is None else fact.value


def score(drawn: Sequence[Drawn], readings: Mapping[str, FileReading]) -> tuple[dict[tuple[str, str], Counter[str]], list[str]]:
    """Tallies per type and scan, and what went wrong."""
    tallies: dict[tuple[str, str], Counter[str]] = {}
    wrong = []
    for one in drawn:
        tally = tallies.setdefault((one.layout.type, one.level), Counter())
        found = readings[one.file].exhibits
        exhibit = next((e for e in found if e.type == one.layout.type), None)
        tally["papers"] += 1
        known = not found if one.layout.type == NOTHING else exhibit is not None and len(found) == 1
        tally["recognised"] += known
        if not known:
            wrong.append(f"{one.file}: read as {[e.type for e in found]}")
        blank = exhibit or Exhibit("", "", "", (), "")
        for name, truth, read in cells(one.truth, blank):
            tally["true"] += truth is not None
            tally["read"] += read is not None
            right = truth is not None and read is not None and same(truth, read)
            tally["right"] += right
            if not right and exhibit is not None and (truth, read) != (None, None):
                wrong.append(f"{one.file} {name}: {truth!r} read as {read!r}")
    return tallies, wrong


def line(name: str, tally: Counter[str]) -> str:
    """One line of the table."""
    precision = tally["right"] / max(1, tally["read"])
    recall = tally["right"] / max(1, tally["true"])
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    kept = f"{tally['recognised']}/{tally['papers']}"
    return f"{name:46s} {kept:>8s}  {precision:7.1%} {recall:7.1%} {f1:7.1%}"


def show(tallies: Mapping[tuple[str, str], Counter[str]], levels: Sequence[str]) -> None:
    """The table: types by scan, then all types by scan."""
    print(f"{'type · scan':46s} {'known':>8s}  {'prec':>7s} {'recall':>7s} {'F1':>7s}")
    for (type_, level), tally in sorted(tallies.items()):
        print(line(f"{type_} · {level}", tally))
    for level in levels:
        print(line(f"ALL · {level}", sum((t for (_, at), t in tallies.items() if at == level), Counter())))


def show_wrong(wrong: Sequence[str]) -> None:
    """What went wrong, file by file."""
    for file, mistakes in groupby(wrong, key=lambda mistake: mistake.split(".pdf")[0]):
        said = list(mistakes)
        for mistake in said[:MOST]:
            print("  -", mistake)
        if len(said) > MOST:
            print(f"  - {file}: {len(said) - MOST} more")


def main() -> None:
    """Draw, read, score, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("types", nargs="*", help="types or parts of their names; all where none is named")
    parser.add_argument("-n", type=int, default=1, help="papers of each layout and scan")
    parser.add_argument("--scans", default=",".join(scan.SCANS))
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--cache", type=Path, help="pages that were read before, as «hezheng verify» keeps them")
    parser.add_argument("--keep", type=Path, help="keep the drawn files in this folder")
    options = parser.parse_args()
    chosen = [x for x in LAYOUTS if not options.types or any(t in x.type for t in options.types)]
    levels = options.scans.split(",")
    with tempfile.TemporaryDirectory() as scratch:
        folder = options.keep or Path(scratch)
        folder.mkdir(parents=True, exist_ok=True)
        drawn = draw(folder, chosen, levels, options.n, options.seed)
        files = [file for file in gather([folder]) if file.name in {one.file for one in drawn}]
        readings = {r.file: r for r in read_files(files, ReadingSettings(workers=options.jobs, cache=options.cache))}
    tallies, wrong = score(drawn, readings)
    show(tallies, levels)
    show_wrong(wrong)


if __name__ == "__main__":
    main()
