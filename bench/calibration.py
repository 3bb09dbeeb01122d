"""Whether confidence means what it says: python -m bench.calibration [--fit] [-n 2] [--scans good,fair,poor].

Draws every layout of api/example/layouts.py in every kind of scan, reads it, and prints per sort of
fact how many were marked with which confidence and how many of these are right. `--fit` fits the
model of extractors/guard/certainty.py on the drawn papers and writes its coefficients with what they
were fitted on; measure with another `--seed` than the one fitted on.
"""

import argparse
import json
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from api.example import scan
from api.example.layout import Fields
from api.example.layouts import LAYOUTS
from bench.fields import Drawn, draw, same
from extractors.exhibit import Exhibit, Fact
from extractors.files import gather
from extractors.guard import certainty
from extractors.recall import read_files
from extractors.settings import ReadingSettings

MODEL = Path(certainty.__file__).with_name("certainty.json")
EDGES = (0.0, 0.5, 0.8, 0.9, 0.95, 0.98, 0.99, 0.995, 1.0001)
PULL = 0.02
"""Strength of the pull of every coefficient to what is assumed, per example: few mistakes shall not shout."""

ASSUMED = {
    "agreed": 0.5,
    "tail": -0.3,
    "differed": -2.0,
    "repaired": -2.0,
    "failed": -2.0,
    "again": -0.5,
    "misfit": -1.5,
}
"""What is too rare on drawn papers to be learned stays as assumed; everything else begins at nought."""

STEPS = 20_000
SHORT = ("amount", "checked number", "date", "figure", "number")
"""Sorts that share one bound: few characters of few shapes, read alike."""

SURELY = 3.5
"""Odds (natural logarithm) from which on a fact counts for the bound of its sort: a probability of 0.97."""

Numbers = NDArray[np.float64]


@dataclass(frozen=True)
class Example:
    """One fact that was read, whether it is right, and where."""

    fact: Fact
    right: bool
    where: str
    listed: bool = False

    @property
    def sort(self) -> str:
        """The sort under which the model knows it."""
        return certainty.sort_of(self.fact, listed=self.listed)


def examples(drawn: Sequence[Drawn], jobs: int, folder: Path, cache: Path | None) -> list[Example]:
    """Every fact that was read of the drawn papers and of which the truth is known."""
    files = [file for file in gather([folder]) if file.name in {one.file for one in drawn}]
    readings = {r.file: r for r in read_files(files, ReadingSettings(workers=jobs, cache=cache))}
    found = []
    for one in drawn:
        for exhibit in readings[one.file].exhibits:
            if exhibit.type == one.layout.type:
                found += [
                    Example(fact, same(truth, fact.value), f"{one.file} {fact.name}: {truth!r} {fact}", listed)
                    for truth, fact, listed in _pairs(one.truth, exhibit)
                ]
    return found


def _pairs(truth: Fields, exhibit: Exhibit) -> Iterator[tuple[object, Fact, bool]]:
    for name, value in truth.items():
        fact = exhibit.fact(name)
        if name != "rows" and fact is not None:
            yield value, fact, False
    rows = truth.get("rows")
    if isinstance(rows, list) and len(rows) == len(exhibit.rows):
        for wanted, row in zip(rows, exhibit.rows, strict=True):
            cells = ((value, row.get(name)) for name, value in wanted.items())
            yield from ((value, fact, True) for value, fact in cells if fact is not None)


def show(found: Sequence[Example]) -> None:
    """The reliability table: per sort and bin how many, how sure on average, how many right."""
    print(f"{'sort':16s} {'marked':>14s} {'facts':>6s} {'said':>7s} {'right':>7s}")
    sorts = sorted({e.sort for e in found})
    for sort in (*sorts, "ALL"):
        chosen = [e for e in found if sort in ("ALL", e.sort)]
        for low, high in zip(EDGES, EDGES[1:], strict=False):
            bin_ = [e for e in chosen if low <= e.fact.confidence < high]
            if bin_:
                said = sum(e.fact.confidence for e in bin_) / len(bin_)
                right = sum(e.right for e in bin_) / len(bin_)
                span = f"{low:.3f}–{min(high, 1.0):.3f}"
                print(f"{sort:16s} {span:>14s} {len(bin_):6d} {said:7.1%} {right:7.1%}")
    sure = [e for e in found if e.fact.confidence >= 0.99]
    right = sum(e.right for e in sure)
    print(f"marked ≥ 0.99: {right}/{len(sure)} right = {right / max(1, len(sure)):.2%} (goal 99 %)")
    doubted = sum(not e.right and e.fact.confidence < 0.99 for e in found)
    print(f"wrong: {sum(not e.right for e in found)} of {len(found)}, of these {doubted} marked below 0.99")


def fitted(found: Sequence[Example], source: str) -> dict[str, object]:
    """The model: one intercept a sort, shared weights whose signs are bound, and a bound a sort."""
    seen = [e for e in found if e.sort != certainty.PRINTED]
    sorts = sorted({e.sort for e in seen} | {*SHORT, "text", certainty.CELL})
    rows = np.array([certainty.features(e.fact) for e in seen])
    own = np.array([[float(e.sort == sort) for sort in sorts] for e in seen])
    right = np.array([float(e.right) for e in seen])
    weights = _descend(np.hstack([own, rows]), right, len(sorts))
    model: dict[str, object] = {
        "source": source,
        "intercepts": {sort: round(float(w), 4) for sort, w in zip(sorts, weights, strict=False)},
        "weights": {
            name: round(float(w), 4)
            for name, w in zip(certainty.FEATURES, weights[len(sorts) :], strict=True)
        },
    }
    sure = np.hstack([own, rows]) @ weights > SURELY
    clear = [e for e, s in zip(seen, sure, strict=True) if s]
    bounds = {sort: _bound([e.right for e in clear if e.sort == sort]) for sort in sorts}
    bounds |= dict.fromkeys(SHORT, _bound([e.right for e in clear if e.sort in SHORT]))
    bounds[certainty.PRINTED] = _bound([e.right for e in found if e.sort == certainty.PRINTED])
    return model | {"bounds": bounds}


def _bound(right: Sequence[bool]) -> float:
    """The rule of succession: from n examples without a mistake follows no more than (n + 1) / (n + 2)."""
    return round((sum(right) + 1) / (len(right) + 2), 4)


def _descend(rows: Numbers, right: Numbers, own: int) -> Numbers:
    """Logistic regression by projected gradient steps; a coefficient of the wrong sign becomes nought."""
    assumed = np.array([0.0] * own + [ASSUMED.get(name, 0.0) for name in certainty.FEATURES])
    signs = np.array([0.0] * own + [float(s) for s in certainty.FEATURES.values()])
    pulled = np.array([0.0] * own + [PULL] * (rows.shape[1] - own)) / max(1.0, np.sqrt(len(rows)) / 10)
    weights, slope = assumed.copy(), np.zeros(rows.shape[1])
    step = 4.0 / np.linalg.norm(rows, axis=1).max() ** 2
    for _ in range(STEPS):
        said = 1 / (1 + np.exp(-np.clip(rows @ weights, -30, 30)))
        slope = 0.9 * slope + (rows.T @ (said - right)) / len(right) + pulled * (weights - assumed)
        weights = weights - step * slope
        weights = np.where((signs != 0) & (weights * signs < 0), 0.0, weights)
    return weights


def main() -> None:
    """Draw, read, perhaps fit, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("-n", type=int, default=1, help="papers of each layout and scan")
    parser.add_argument("--scans", default=",".join(scan.SCANS))
    parser.add_argument("--seed", type=int, default=2)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--fit", action="store_true", help="write the model anew")
    parser.add_argument("--wrong", action="store_true", help="list every fact that is wrong")
    parser.add_argument("--keep", type=Path, help="keep the drawn files in this folder")
    parser.add_argument("--cache", type=Path, help="keep what was read in this file")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        folder = options.keep or Path(scratch)
        folder.mkdir(parents=True, exist_ok=True)
        drawn = draw(folder, LAYOUTS, options.scans.split(","), options.n, options.seed)
        found = examples(drawn, options.jobs, folder, options.cache)
    if options.fit:
        source = (
            f"bench/calibration.py --fit --seed {options.seed} -n {options.n} --scans {options.scans}: "
            f"{len(found)} facts, {sum(not e.right for e in found)} of them wrong"
        )
        model = fitted(found, source)
        MODEL.write_text(json.dumps(model, ensure_ascii=False, indent=1) + "\n", "utf-8")
        print(json.dumps(model, ensure_ascii=False, indent=1))
    show(found)
    if options.wrong:
        for example in found:
            if not example.right:
                print("  -", example.where)


if __name__ == "__main__":
    main()
