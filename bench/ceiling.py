"""How often could anybody have the right record first? Every name of the nation held against each misread one.

    python -m bench.ceiling FOLDER QUESTIONS      (the folder of bench.registries; prints JSON)

A reader that puts one character for another leaves two names equally likely now and then. Two rankers that compare
everything are shown: one with the program's own costs (a look-alike is less than an edit), and one that knows how
these errors were made, character by character, which nobody can surpass. Equals share the first place.
"""

import csv
import json
import sys
from collections import defaultdict
from collections.abc import Callable, Sequence
from pathlib import Path
from random import Random

import numpy as np

from bench import nation
from registries.index.ranking import shape_cost
from registries.values.text import squeeze, squeeze_all

ERRORS = (1, 2, 3)
SEED = 7
_EQUAL = 1e-6


class Names:
    """All names by their length, each a row of characters."""

    def __init__(self, names: Sequence[str]) -> None:
        """Sorts the names by length; each once."""
        by_length: dict[int, list[str]] = defaultdict(list)
        for name in set(names):
            by_length[len(name)].append(name)
        self._rows = {
            length: np.frombuffer("".join(held).encode("utf-16-le"), np.uint16).reshape(-1, length)
            for length, held in by_length.items()
            if length and all(ord(character) < 1 << 16 for name in held for character in name)
        }

    def within(self, read: str, errors: int) -> list[str]:
        """The names that differ from a text in so many characters or fewer."""
        rows = self._rows.get(len(read))
        if rows is None:
            return []
        asked = np.frombuffer(read.encode("utf-16-le"), np.uint16)
        differing = np.zeros(len(rows), np.uint8)
        for place, code in enumerate(asked):
            differing += rows[:, place] != code
        return [row.tobytes().decode("utf-16-le") for row in rows[differing <= errors]]


def by_knowledge(read: str, name: str) -> float:
    """How unlikely it is that a name was read so, by the way in which `nation.misread` makes errors."""
    unlikely = 0.0
    for printed, seen in zip(name, read, strict=True):
        if printed != seen:
            others = nation.confusable().get(printed, "")
            alike = 0.75 * others.count(seen) / len(others) if others else 0.0
            strange = (0.25 if others else 1.0) * (seen in nation.BRAND) / len(nation.BRAND)
            unlikely -= np.log(max(alike + strange, 1e-12))
    return unlikely


def share_first(read: str, right: str, names: Sequence[str], cost: Callable[[str, str], float]) -> float:
    """1 where the right name costs least, a half where another costs as little, 0 where one costs less."""
    costs = np.array([cost(read, name) for name in names])
    own = cost(read, right)
    return 0.0 if costs.min() < own - _EQUAL else 1.0 / int((costs < own + _EQUAL).sum())


def ceiling(folder: Path, kind: str, column: str, questions: int) -> dict[str, float]:
    """The greatest share of right records in the first place, for each number of errors."""
    chance = Random(SEED)
    with (folder / f"{kind}.csv").open(encoding="utf-8", newline="") as file:
        printed = [row[column] for row in csv.DictReader(file)]
    asked = [chance.choice(printed) for _ in range(questions)]
    names = Names(squeeze_all(printed))
    del printed
    figures: dict[str, float] = {}
    for errors in ERRORS:
        ours = best = 0.0
        for name in asked:
            right, read = squeeze(name), squeeze(nation.misread(name, errors, chance))
            held = names.within(read, errors) if len(read) == len(right) else []
            if right not in held:  # a bracket was misread for a character
                held = [*held, right]
                read = read if len(read) == len(right) else right
            ours += share_first(read, right, held, shape_cost)
            # Whoever knows that so many characters were misread leaves out what differs in fewer.
            told = [each for each in held if sum(a != b for a, b in zip(each, read, strict=True)) == errors]
            best += share_first(read, right, told or [right], by_knowledge)
        figures[f"{errors} errors, our costs %"] = round(100 * ours / questions, 2)
        figures[f"{errors} errors, knowing the reader %"] = round(100 * best / questions, 2)
    return figures


def main() -> None:
    """Prints the ceilings."""
    folder, questions = Path(sys.argv[1]), int(sys.argv[2])
    told = {
        "company": ceiling(folder, "companies", "name", questions),
        "title": ceiling(folder, "patents", "title", questions),
    }
    print(json.dumps(told, ensure_ascii=False, indent=1))


if __name__ == "__main__":
    main()
