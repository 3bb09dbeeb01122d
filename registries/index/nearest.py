"""Finds the rows that look most like a misread text.

1. the rows in the lists of some of its grams, each with the sum of the weights of these lists
2. those with the greatest sums, less for each character that only one of the two has; of twins a few
3. the texts of the first few, and of those after them that may look more alike, ranked by how they look
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import reduce

import numpy as np
from numpy.typing import NDArray

from registries.index.choosing import MOST_POSTINGS, Chosen, choose
from registries.index.directory import ColumnDirectory
from registries.index.grams import PART, ROW
from registries.index.ranking import Scores, likeness
from registries.index.signatures import Signatures, apart, signature_of
from registries.index.stored import StoredIndex
from registries.index.tally import Rows, heaviest, tally
from registries.index.twins import Spread, spread
from registries.schema import Kind

A_BIT = 3.0
"""What a differing bit of the signature takes off a weight: as much as a gram that one text in eight has."""
MEASURED = 2_000
"""Rows whose signatures are compared."""
FIRST_READ, MOST_READ, IN_REACH = 6, 128, 400
"""Of the nearest rows the texts are read, and of so many later ones, within reach, to whom sums and signatures leave a chance."""
FEW = 16
"""So many are read without a look at which of them are twins."""
AN_EDIT = 0.3
"""So much of an edit a differing bit stands for: a character misread changes two, and a look-alike costs less."""
A_WEIGHT = 0.015
"""So much of an edit stands for what the sum of a row lacks of that of the nearest."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A row that may be the one, how alike its texts look, and these as they were compared."""

    row_id: int
    likeness: float
    text: str


Likened = tuple[int, float, str]
"""A row, how alike it looks, and what it holds."""


class Nearest:
    """Finds in a stored index the rows that look like a text."""

    def __init__(self, stored: StoredIndex) -> None:
        """Takes the index."""
        self._stored = stored

    def rows(self, kind: Kind, asked: Mapping[str, Sequence[str]], least: int) -> tuple[Candidate, ...]:
        """The rows whose searched columns look most like what is asked for.

        Args:
            kind: the kind of registry.
            asked: column -> the cleaned texts by which the thing may be found.
            least: so many candidates at least, where there are as many that share something.

        Returns:
            Candidates, the most alike first; those that seem to be twins of the first are taken for as alike.
        """
        told = tally(
            [each for column in asked for each in self._lists(kind, column, asked[column])], MEASURED
        )
        if not len(told.rows):
            return ()
        bits, signatures = self._apart(kind, asked, told.rows)
        weights = told.sums - A_BIT * bits
        order, first = heaviest(weights, MOST_READ), max(FIRST_READ, least)
        alike = self._likened(kind, asked, told.rows[order[:first]])
        lacking = np.maximum(told.sums[order[0]] - told.sums, 0.0)
        length = len(asked) * max(len(text) for texts in asked.values() for text in texts)
        hopeful = 1.0 - (AN_EDIT * bits + A_WEIGHT * lacking) / length >= max(
            [score for _, score, _ in alike]
        )
        later = _among(order[first:], hopeful)
        if len(later) > FEW and signatures is not None:
            reached = _among(heaviest(weights, IN_REACH)[first:], hopeful)
            chosen = spread(weights[reached].tolist(), signatures[reached].tolist(), len(later))
            read = self._likened(kind, asked, told.rows[reached[chosen.read]])
            alike += read + _twins(chosen, read, told.rows[reached])
        elif len(later):
            alike += self._likened(kind, asked, told.rows[later])
        ranked = sorted([(-score, row, text) for row, score, text in alike if score])
        return tuple([Candidate(row, -score, text) for score, row, text in ranked])

    def _lists(self, kind: Kind, column: str, texts: Sequence[str]) -> list[tuple[float, Rows]]:
        """The lists that tell most of some texts, each with its weight."""
        found: list[tuple[float, Rows]] = []
        for held in holding_columns(kind, column):
            directory, described = self._stored.directory(kind, held), kind.column(held)
            if directory is not None and described is not None:
                for text in texts:
                    found += self._read(directory, choose(described, directory, text))
        return found

    def _read(self, directory: ColumnDirectory, chosen: Chosen) -> list[tuple[float, Rows]]:
        found: list[tuple[float, Rows]] = []
        for segment, begins, stops in zip(directory.segments, chosen.starts, chosen.ends, strict=True):
            held = np.flatnonzero(stops > begins)
            # Longer than that only a list that is the only one; then its beginning will do.
            stops = np.minimum(stops, begins + MOST_POSTINGS)
            spans = list(zip(begins[held].tolist(), stops[held].tolist(), strict=True))
            rows = self._stored.lists(directory.number, segment, spans)
            found += zip(chosen.weights[held].tolist(), rows, strict=True)
        return found

    def _apart(
        self, kind: Kind, asked: Mapping[str, Sequence[str]], rows: Rows
    ) -> tuple[NDArray[np.float64], Signatures | None]:
        """In how many bits rows differ from what is asked for; and what twins have in common, if one column is asked."""
        summed, twins = np.zeros(len(rows)), None
        for column, texts in asked.items():
            wanted = [signature_of(text) for text in texts if PART not in text]
            directories = [self._stored.directory(kind, held) for held in holding_columns(kind, column)]
            signed = [
                each.signatures.take(rows)
                for each in directories
                if each is not None and each.signatures is not None
            ]
            told = [apart(signatures, signature) for signatures in signed for signature in wanted]
            if told:
                summed += reduce(np.minimum, told)
            if signed and len(asked) == 1:
                twins = reduce(np.bitwise_xor, signed)
        return summed, twins

    def _likened(self, kind: Kind, asked: Mapping[str, Sequence[str]], numbers: Rows) -> list[Likened]:
        """How alike the rows look over all columns asked for, and what they hold there."""
        rows = numbers.tolist()
        scores = np.zeros(len(rows))
        held: list[list[str]] = []
        for column, wanted in asked.items():
            likened: list[Scores] = []
            for each in holding_columns(kind, column):
                if self._stored.directory(kind, each) is not None:
                    held.append(self._stored.texts(kind, each, rows))
                    likened += [likeness(text, held[-1]) for text in wanted]
            if likened:
                scores += np.max(likened, axis=0)
        texts = held[0] if len(held) == 1 else list(map(ROW.join, zip(*held, strict=True)))
        return list(zip(rows, (scores / max(len(asked), 1)).tolist(), texts, strict=True))


def _among(order: NDArray[np.intp], chosen: NDArray[np.bool_]) -> NDArray[np.intp]:
    return order[chosen[order]]


def _twins(chosen: Spread, read: Sequence[Likened], rows: Rows) -> list[Likened]:
    """Those that were left out, each as alike as the most alike of its twins."""
    by_place = dict(zip(chosen.read, read, strict=True))
    best = {
        place: max([by_place[twin] for twin in twins], key=lambda each: each[1])
        for place, twins in chosen.left_out.items()
    }
    return [(int(rows[place]), score, text) for place, (_, score, text) in best.items()]


def holding_columns(kind: Kind, column: str) -> tuple[str, ...]:
    """The columns in which a text asked for in one may stand.

    Args:
        kind: the kind of registry.
        column: one of its searched columns.
    """
    described = kind.column(column)
    return (column, *described.also) if described is not None else (column,)
