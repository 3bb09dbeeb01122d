"""How well a page is known again: python -m bench.reuse [-n 2] [--seed 1].

Draws every layout of api/example/layouts.py, scans it twice (other resolution, skew, shade, noise, seal,
JPEG), crops a part of the second scan, sketches all of it, and reads what matches. Prints recall for a scan anew and for a
crop, by level, and false pairs among papers of the same layout with other words and among all others.
"""

import argparse
import zlib
from collections import Counter
from functools import cache
from itertools import combinations
from random import Random

import cv2
import numpy as np
import pymupdf

from api.example import names, scan
from api.example.layout import Layout
from api.example.layouts import LAYOUTS
from extractors.looking import read_picture
from extractors.marks.matching import Landmarks, alike, landmarks
from extractors.marks.sketching import Picture, apart, opened, sketch
from extractors.ocr.rapidocr import RapidReader
from extractors.readers.base import Sheet
from verifier.signals.words import contradict, telling_words

LEVELS = ("good", "fair", "poor")


def drawn(layout: Layout, n: int, seed: int) -> pymupdf.Document:
    """The n-th paper of a layout."""
    document = pymupdf.open()
    layout.draw(document, Random(zlib.crc32(f"{seed}/{layout.type}/{layout.name}/{n}".encode())))
    return document


def rescanned(layout: Layout, n: int, seed: int, level: str, chance: Random) -> Picture:
    """Its first page as a scanner of that level gives it, RGB."""
    picture = scan.scanned(drawn(layout, n, seed)[0], level, chance, names.company(chance).name)
    pixels = cv2.imdecode(np.frombuffer(picture, np.uint8), cv2.IMREAD_COLOR)
    assert pixels is not None
    return np.ascontiguousarray(pixels[..., ::-1])


def cropped(picture: Picture, chance: Random) -> Picture:
    """A half to four fifths of a page, as somebody would cut it out."""
    height, width = picture.shape[:2]
    share_h, share_w = chance.uniform(0.5, 0.8), chance.uniform(0.75, 1.0)
    y, x = chance.uniform(0, 1 - share_h), chance.uniform(0, 1 - share_w)
    rows = slice(int(y * height), int((y + share_h) * height))
    return np.ascontiguousarray(picture[rows, int(x * width) : int((x + share_w) * width)])


def words_of(picture: Picture, reader: RapidReader) -> frozenset[int]:
    """The numbers and names that a reader finds on it."""
    page = read_picture(picture, Sheet(1, float(picture.shape[1]), float(picture.shape[0]), 0), reader)
    return telling_words(line.text for line in page.lines)


def sketched(picture: Picture) -> tuple[bytes, Landmarks]:
    """Hash and landmarks."""
    made = sketch(picture)
    SIZES.append(len(made.body))
    return made.bits, landmarks(opened(made.body))


SIZES: list[int] = []


def main() -> None:
    """Draw, compare, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("-n", type=int, default=2, help="papers of each layout")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--layouts", type=int, default=0, help="about so many, of every sort; 0: all")
    parser.add_argument("--wrong", type=int, default=12)
    options = parser.parse_args()
    chance = Random(options.seed)
    every = max(1, len(LAYOUTS) // options.layouts) if options.layouts else 1
    layouts = LAYOUTS[::every]
    first: dict[tuple[int, int], tuple[bytes, Landmarks]] = {}
    seen: dict[tuple[int, int], Picture] = {}
    reader = RapidReader()

    @cache
    def said(place: int, n: int) -> frozenset[int]:
        return words_of(seen[place, n], reader)

    found: Counter[str] = Counter()
    wrong: list[str] = []
    far: list[int] = []
    for place, layout in enumerate(layouts):
        for n in range(options.n):
            seen[place, n] = rescanned(layout, n, options.seed, chance.choice(LEVELS), chance)
            first[place, n] = sketched(seen[place, n])
            for level in LEVELS:
                again = rescanned(layout, n, options.seed, level, chance)
                for sort, picture in (("scanned anew", again), ("crop", cropped(again, chance))):
                    bits, grey = sketched(picture)
                    told = alike(first[place, n][1], grey)
                    same = told.same and not contradict(said(place, n), words_of(picture, reader))
                    found[f"{sort} {level}"] += 1
                    found[f"{sort} {level} found"] += same
                    if sort == "scanned anew":
                        far.append(apart(first[place, n][0], bits))
                    if not same:
                        wrong.append(f"missed {sort} {level} {layout.type}/{layout.name}: {told}")
    for a, b in combinations(sorted(first), 2):
        if a[0] == b[0]:
            sort, told = "same layout", alike(first[a][1], first[b][1])
        elif (a[0] + b[0]) % 7 == options.seed % 7:
            sort, told = "other layouts", alike(first[a][1], first[b][1])
        else:
            continue
        found[sort] += 1
        same = told.same and not contradict(said(*a), said(*b))
        found[f"{sort} found"] += same
        if same:
            wrong.append(f"FALSE PAIR {sort} {layouts[a[0]].type}/{layouts[a[0]].name}: {told}")
    for sort in ("scanned anew", "crop"):
        for level in LEVELS:
            key = f"{sort} {level}"
            print(
                f"{key:20s} found {found[key + ' found']}/{found[key]} = {found[key + ' found'] / max(1, found[key]):.1%}"
            )
    for sort in ("same layout", "other layouts"):
        print(f"false pairs, {sort:14s} {found[sort + ' found']}/{found[sort]}")
    print(f"a sketch takes {sum(SIZES) / len(SIZES) / 1024:.0f} KB")
    far.sort()
    print(
        f"hash of a page scanned anew: {far[len(far) // 2]} bits apart in the median, {far[int(len(far) * 0.95)]} for 95 %"
    )
    for line in sorted(wrong, key=lambda w: not w.startswith("FALSE"))[: options.wrong]:
        print("  -", line)


if __name__ == "__main__":
    main()
