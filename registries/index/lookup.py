"""Finds candidates for a text: as it stands, or misread.

As it stands: the rows that hold just this text. Misread:

1. the rows in the lists of some of its grams, each with the sum of the weights of these lists
2. those with the greatest sums, less for each character that only one of the two has
3. the texts of the first few, and of those after them that may look more alike, ranked by how they look

Finding and ranking candidates is all this does; whether one is right is decided by scoring.
"""

import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial, reduce

import numpy as np
from numpy.typing import NDArray

from registries.index.choosing import MOST_POSTINGS, Chosen, choose
from registries.index.directory import ColumnDirectory, Directories
from registries.index.grams import PART, neighbours
from registries.index.ranking import Scores, likeness
from registries.index.signatures import apart, signature_of
from registries.index.stored import StoredIndex
from registries.index.tally import Rows, heaviest, tally
from registries.index.telling import telling
from registries.schema import Kind

A_BIT = 3.0
"""What a differing bit of the signature takes off a weight: as much as a gram that one text in eight has."""
MEASURED = 2_000
"""Rows whose signatures are compared."""
FIRST_READ, MOST_READ = 6, 128
"""Of the nearest rows the texts are read, and of later ones where sums and signatures leave them a chance."""
AN_EDIT = 0.3
"""So much of an edit a differing bit stands for: a character misread changes two, and a look-alike costs less."""
A_WEIGHT = 0.015
"""So much of an edit stands for what the sum of a row lacks of that of the nearest."""
MOST_SHARED = 6
"""Lists of pairs of neighbours that are held against each other."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A row that may be the one, and how alike its texts look."""

    row_id: int
    likeness: float


Wanted = Mapping[str, Sequence[str]]
"""Searched column -> the text asked for, and others by which the same thing may be found."""


class Lookup:
    """Finds candidates in a snapshot over one connection, for one thread."""

    def __init__(self, connection: sqlite3.Connection, directories: Directories) -> None:
        """Takes the connection, and the directories that all threads share; the index stays as it is."""
        self._connection = connection
        self._stored = StoredIndex(connection, directories)

    def exact(self, kind: Kind, wanted: Wanted) -> tuple[Candidate, ...]:
        """The rows that hold, in every column asked for, the text as it stands.

        Args:
            kind: the kind of registry.
            wanted: what is asked for.

        Returns:
            Those rows, all equally alike; none where a column holds the text asked for nowhere.
        """
        found: set[int] | None = None
        for column, given in wanted.items():
            texts = _told(kind, column, given)
            rows = [self._holding(kind, column, text) for text in texts]
            if not rows or not rows[0]:
                return ()
            held = set().union(*rows)
            found = held if found is None else found & held
        return tuple(Candidate(row, 1.0) for row in sorted(found or ()))

    def similar(self, kind: Kind, wanted: Wanted, least: int = FIRST_READ) -> tuple[Candidate, ...]:
        """The rows whose searched columns look most like what is asked for.

        Args:
            kind: the kind of registry.
            wanted: what is asked for.
            least: so many candidates at least, where there are as many that share something.

        Returns:
            Candidates, the most alike first.
        """
        asked = {column: texts for column in wanted if (texts := _told(kind, column, wanted[column]))}
        told = tally([each for column in asked for each in self._lists(kind, column, asked[column])], MEASURED)
        if not len(told.rows):
            return ()
        bits = self._apart(kind, asked, told.rows)
        order = heaviest(told.sums - A_BIT * bits, MOST_READ)
        ordered, first = told.rows[order], max(FIRST_READ, least)
        rows = ordered[:first]
        scores = self._likenesses(kind, asked, rows)
        lacking = told.sums[order[0]] - told.sums[order]
        edits = AN_EDIT * bits[order] + A_WEIGHT * np.maximum(lacking, 0.0)
        length = len(asked) * max(len(text) for texts in asked.values() for text in texts)
        chance = np.flatnonzero(1.0 - edits[first:] / length >= scores.max())
        if len(chance):
            more = ordered[first:][chance]
            scores = np.concatenate([scores, self._likenesses(kind, asked, more)])
            rows = np.concatenate([rows, more])
        best = sorted(zip(scores.tolist(), rows.tolist(), strict=True), key=lambda each: (-each[0], each[1]))
        return tuple(Candidate(row, score) for score, row in best if score)

    def holding(self, kind: Kind, column: str, text: str) -> list[int]:
        """The rows whose column holds a text as it is, perhaps within a longer one; all of them.

        Args:
            kind: the kind of registry.
            column: which column; one that is not indexed is read from the first row to the last.
            text: for instance the name of a company.
        """
        described = kind.column(column)
        asked = telling(described, text) if described is not None else ""
        if described is None or not asked:
            return []
        rows = f"SELECT row_id, [{column}] FROM {kind.name}"
        if column not in kind.searched:
            found = self._connection.execute(f"{rows} WHERE [{column}] != ''")
            return [row_id for row_id, held in found if asked in telling(described, held)]
        shared = self._sharing(kind, column, asked)
        texts = self._stored.texts(kind, column, shared)
        return [row for row, held in zip(shared, texts, strict=True) if asked in held]

    def _holding(self, kind: Kind, column: str, text: str) -> list[int]:
        """The rows that hold a text, whole or as one part, in a column or in those beside it."""
        rows: list[int] = []
        for held in _held(kind, column):
            found = self._stored.holding(kind, held, text)
            texts = self._stored.texts(kind, held, found) if found else []
            rows += [row for row, each in zip(found, texts, strict=True) if text in each.split(PART)]
        return rows

    def _sharing(self, kind: Kind, column: str, text: str) -> list[int]:
        """The rows that hold the rarest pairs of neighbours of a text, every one of them."""
        found: list[int] = []
        directory = self._stored.directory(kind, column)
        pairs = np.array(neighbours(text), np.uint32)
        if directory is None:
            return found
        for segment in directory.segments:
            starts, ends = segment.spans(pairs)
            rarest = np.argsort(ends - starts, kind="stable")[:MOST_SHARED]
            if not len(rarest) or starts[rarest[0]] == ends[rarest[0]]:  # a pair that no row holds
                continue
            spans = list(zip(starts[rarest].tolist(), ends[rarest].tolist(), strict=True))
            held = self._stored.lists(directory.number, segment, spans)
            found += reduce(partial(np.intersect1d, assume_unique=True), held).tolist()
        return found

    def _lists(self, kind: Kind, column: str, texts: Sequence[str]) -> list[tuple[float, Rows]]:
        """The lists that tell most of some texts, each with its weight."""
        found: list[tuple[float, Rows]] = []
        for held in _held(kind, column):
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

    def _apart(self, kind: Kind, asked: Mapping[str, Sequence[str]], rows: Rows) -> NDArray[np.float64]:
        """In how many bits the signatures of rows differ from those of the texts asked for."""
        summed = np.zeros(len(rows))
        for column, texts in asked.items():
            wanted = [signature_of(text) for text in texts if PART not in text]
            directories = [self._stored.directory(kind, held) for held in _held(kind, column)]
            told = [
                apart(each.signatures.take(rows), signature)
                for each in directories
                if each is not None and each.signatures is not None
                for signature in wanted
            ]
            if told:
                summed += reduce(np.minimum, told)
        return summed

    def _likenesses(self, kind: Kind, asked: Mapping[str, Sequence[str]], numbers: Rows) -> Scores:
        """How alike the rows look over all columns asked for."""
        rows = numbers.tolist()
        scores = np.zeros(len(rows))
        for column, wanted in asked.items():
            likened: list[NDArray[np.float64]] = []
            for held in _held(kind, column):
                if self._stored.directory(kind, held) is not None:
                    texts = self._stored.texts(kind, held, rows)
                    likened += [likeness(text, texts) for text in wanted]
            if likened:
                scores += np.max(likened, axis=0)
        return scores / max(len(asked), 1)


def _told(kind: Kind, column: str, texts: Sequence[str]) -> tuple[str, ...]:
    described = kind.column(column)
    if described is None:
        return ()
    return tuple(dict.fromkeys(told for text in texts if (told := telling(described, text))))


def _held(kind: Kind, column: str) -> tuple[str, ...]:
    """The columns in which a text asked for in one may stand."""
    described = kind.column(column)
    return (column, *described.also) if described is not None else (column,)
