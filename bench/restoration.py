"""What each step of restoring is worth: python -m bench.restoration [--seed N] [--types a,b].

Papers of our own are damaged one way at a time, and read with all steps and without each step that
is meant for the damage. Printed: fields right of fields stated, and seconds a page. A second table
says what the steps cost on an ordinary scan, and how many seals were read right.
"""

import argparse
import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from random import Random
from typing import Any

import cv2
import numpy as np
import pymupdf

from api.example import facts, scan
from api.example.application import Paper
from api.example.damage import DAMAGES
from api.example.papers import draw
from api.example.truth import STATED
from extractors.exhibits import find_exhibits
from extractors.looking import read_picture
from extractors.ocr.base import Picture
from extractors.ocr.rapidocr import RapidReader
from extractors.page import Page
from extractors.plain import plain
from extractors.readers.base import Sheet
from extractors.restore.restoring import ALL, Steps, restored

WITHOUT: Mapping[str, Sequence[str]] = {
    "clean": (),
    "photo": ("flatten",),
    "shade": (),
    "bleed": ("faint",),
    "watermark": ("faint",),
    "blue seal": ("seals",),
    "blue box": ("seals",),
    "small": (),
    "tiny": ("enlarge",),
}
"""Which steps are left out to see what they are worth against a damage."""

HOLDER = "宁波甬江数智科技股份有限公司"
"""What the blue seal of `damage.stamped` says."""


@dataclass(frozen=True)
class Damaged:
    """A page as the camera or the scanner gave it."""

    paper: Paper
    damage: str
    picture: Picture


def pages(seed: int, types: Sequence[str]) -> Iterator[Damaged]:
    """One page of every type, damaged in every way."""
    seen: set[str] = set()
    for paper in facts.supported(seed, facts.Size()).papers:
        document = pymupdf.open()
        draw(document, paper)
        if len(document) > 1 or paper.type in seen or (types and paper.type not in types):
            continue
        seen.add(paper.type)
        for name, befall in DAMAGES.items():
            pixels = befall(scan.pixels_of(document[0], 150), Random(f"{seed}/{paper.type}/{name}"))
            jpeg = np.frombuffer(scan.jpeg(pixels, 78), np.uint8)
            shot = np.asarray(cv2.imdecode(jpeg, cv2.IMREAD_COLOR), np.uint8)
            yield Damaged(paper, name, np.ascontiguousarray(shot[:, :, ::-1]))


def right(damaged: Damaged, page: Page) -> tuple[int, int]:
    """How many of the paper's fields were read right, and how many it states."""
    exhibits, _ = find_exhibits("page", "0" * 64, [page])
    found = next((e for e in exhibits if e.type == damaged.paper.type), None)
    count = total = 0
    for name in STATED[damaged.paper.type]:
        stated = damaged.paper.says.get(name)
        if stated not in (None, ""):
            total += 1
            fact = found.fact(name) if found else None
            count += fact is not None and _same(stated, fact.value)
    return count, total


def _same(stated: Any, read: Any) -> bool:
    if isinstance(stated, int | float) and not isinstance(stated, bool):
        return isinstance(read, int | float) and abs(stated - read) < 0.01 * max(1.0, abs(stated))
    words = stated.isoformat() if isinstance(stated, date) else stated
    words = ";".join(map(str, words)) if isinstance(words, list | tuple) else str(words)
    return _bare(words) == _bare(str(read))


def _bare(text: str) -> str:
    return "".join(char for char in plain(text) if char.isalnum())


def measure(damaged: Sequence[Damaged], reader: RapidReader) -> None:
    """Print fields right with all steps and without each."""
    tally: Counter[tuple[str, str, str]] = Counter()
    for one in damaged:
        sheet = Sheet(1, one.picture.shape[1] * 0.48, one.picture.shape[0] * 0.48)
        for name, steps in _ways(one.damage):
            started = time.process_time()
            page = read_picture(one.picture, sheet, reader, steps)
            tally[one.damage, name, "seconds"] += int((time.process_time() - started) * 1000)
            count, total = right(one, page)
            tally[one.damage, name, "right"] += count
            tally[one.damage, name, "total"] += total
            tally[one.damage, name, "pages"] += 1
            if name == "all steps" and one.damage == "blue seal":
                tally["seal", "", "total"] += 1
                tally["seal", "", "right"] += any(seal.text == HOLDER for seal in page.seals)
    for damage, name in dict.fromkeys((d, n) for d, n, _ in tally if d != "seal"):
        count, total = tally[damage, name, "right"], tally[damage, name, "total"]
        seconds = tally[damage, name, "seconds"] / max(tally[damage, name, "pages"], 1) / 1000
        print(f"{damage:10s} {name:16s} {count}/{total} = {count / max(total, 1):.1%}   {seconds:.2f} s a page")
    print(f"blue seals read right: {tally['seal', '', 'right']}/{tally['seal', '', 'total']}")


def _ways(damage: str) -> Iterator[tuple[str, Steps]]:
    yield "all steps", ALL
    for step in WITHOUT.get(damage, ()):
        yield f"without {step}", replace(ALL, **{step: False})


def cost(damaged: Sequence[Damaged]) -> None:
    """Print what setting a page right costs, before anything is read."""
    for name in ("clean", "shade", "photo"):
        spent = []
        for one in damaged:
            if one.damage == name:
                started = time.process_time()
                restored(one.picture, Sheet(1, 595, 842))
                spent.append(time.process_time() - started)
        print(f"restoring a {name} page: {1000 * float(np.median(spent)):.0f} ms")


def main() -> None:
    """Damage, read, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=5)
    parser.add_argument("--types", default="", help="only these types, by comma")
    options = parser.parse_args()
    cv2.setNumThreads(1)
    damaged = list(pages(options.seed, [t for t in options.types.split(",") if t]))
    cost(damaged)
    measure(damaged, RapidReader())


if __name__ == "__main__":
    main()
