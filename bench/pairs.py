"""Are two company names one company? Held against pairs that people labelled (bench/name_pairs).

    python -m bench.pairs                 precision, recall, and every pair that was judged otherwise
    python -m bench.pairs --freeze        also writes the answers to bench/name_pairs/…_frozen.tsv

SAME, FORMER_NAME and NEAR link two names, everything else keeps them apart; only the first two are certain.
A pair that names alone cannot tell is answered rightly by NEAR; one in two scripts by MISSING.
"""

import argparse
import csv
import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from registries.catalog import Registries, open_registries
from registries.intake import import_table
from registries.match import Reason

FOLDER = Path(__file__).parent / "name_pairs"
SETS = ("pairs", "held_out")
"""The pairs that the program was made with, and those that were labelled before it was run on them."""
CERTAIN = frozenset({"SAME", "FORMER_NAME"})
LINKED = CERTAIN | {"NEAR"}
_ONE_ANSWER = {"open": "NEAR", "untold": "MISSING"}


@dataclass(frozen=True, slots=True)
class Pair:
    """Two names and whether they are one company: same, different, open (a hint is right), or untold."""

    group: str
    truth: str
    asked: str
    found: str


@dataclass(frozen=True, slots=True)
class Answer:
    """What the program says about a pair."""

    pair: Pair
    reason: Reason

    @property
    def right(self) -> bool:
        """Whether it is the truth."""
        if self.pair.truth in _ONE_ANSWER:
            return self.reason.code == _ONE_ANSWER[self.pair.truth]
        return (self.reason.code in LINKED) == (self.pair.truth == "same")


@dataclass(frozen=True, slots=True)
class Figures:
    """Of the pairs that are the same or different: how many linked ones are right, how many were linked."""

    pairs: int
    precision: float
    recall: float
    certain_wrong: int
    open_pairs: int
    open_right: int


def read_pairs(name: str) -> tuple[Pair, ...]:
    """All pairs of a set in the order of the file."""
    with (FOLDER / f"{name}.tsv").open(encoding="utf-8", newline="") as file:
        return tuple(Pair(**row) for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


@contextmanager
def companies(name: str) -> Iterator[Registries]:
    """The registry beside which the pairs of a set are asked."""
    with tempfile.TemporaryDirectory() as folder:
        snapshot = Path(folder) / "registries.db"
        import_table("companies", FOLDER / f"{name}_companies.csv", snapshot)
        with open_registries(snapshot) as registries:
            yield registries


def ask(name: str) -> tuple[Answer, ...]:
    """What the program says about every pair of a set."""
    with companies(name) as registries:
        return tuple(Answer(pair, registries.same_company(pair.asked, pair.found)) for pair in read_pairs(name))


def frozen(name: str) -> Path:
    """The answers to a set as they were frozen."""
    return FOLDER / f"{name}_frozen.tsv"


def measure(answers: tuple[Answer, ...]) -> Figures:
    """Counts the answers."""
    told = [a for a in answers if a.pair.truth not in _ONE_ANSWER]
    counted = Counter((a.pair.truth == "same", a.reason.code in LINKED) for a in told)
    hits = counted[True, True]
    unclear = [a for a in answers if a.pair.truth in _ONE_ANSWER]
    return Figures(
        pairs=len(told),
        precision=hits / max(1, hits + counted[False, True]),
        recall=hits / max(1, hits + counted[True, False]),
        certain_wrong=sum(a.pair.truth != "same" and a.reason.code in CERTAIN for a in answers),
        open_pairs=len(unclear),
        open_right=sum(a.right for a in unclear),
    )


def lines(answers: tuple[Answer, ...]) -> list[str]:
    """The answers as the frozen run has them."""
    rows = ("\t".join((a.pair.truth, a.reason.code, a.pair.asked, a.pair.found)) for a in answers)
    return ["truth\tcode\tasked\tfound", *rows]


def main() -> None:
    """Prints the figures of each set."""
    wanted = argparse.ArgumentParser(description=__doc__)
    wanted.add_argument("--freeze", action="store_true", help="write the answers to …_frozen.tsv")
    freeze = wanted.parse_args().freeze
    for name in SETS:
        answers = ask(name)
        print(f"{name}:")
        _print(answers)
        if freeze:
            frozen(name).write_text("\n".join(lines(answers)) + "\n", encoding="utf-8")


def _print(answers: tuple[Answer, ...]) -> None:
    for group in dict.fromkeys(a.pair.group for a in answers):
        of_group = [a for a in answers if a.pair.group == group]
        print(f"{group:20} {sum(a.right for a in of_group):3} of {len(of_group):3} right")
    for a in answers:
        if not a.right:
            print(f"  {a.pair.truth:9} {a.reason.code:9} {a.pair.asked} / {a.pair.found}: {a.reason.text}")
    print(measure(answers))


if __name__ == "__main__":
    main()
