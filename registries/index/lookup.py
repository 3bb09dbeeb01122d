"""Finds candidates for a text: as it stands, or misread.

As it stands: the rows that hold just this text. Misread:

1. how many rows hold each gram of the text, and each that it would have if a look-alike was misread
2. the rarest lists, as many as can be counted in a millisecond
3. the rows with the greatest weight, ranked by their texts

Finding and ranking candidates is all this does; whether one is right is decided by scoring.
"""

import math
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial, reduce

import numpy as np
from numpy.typing import NDArray

from registries.index.grams import PART, SHORT, grams, neighbours
from registries.index.guessing import doubtful_by_counts, doubtful_in_name, meant
from registries.index.layout import column_number, gram_of, list_number
from registries.index.ranking import Scores, likeness
from registries.index.stored import StoredIndex
from registries.index.tally import Rows, Tally
from registries.index.telling import telling
from registries.schema import Kind, Role

ENOUGH_POSTINGS, ENOUGH_LISTS = 20_000, 12
"""Rows that are read and counted for one text, when they come from so many lists."""
MOST_POSTINGS = 80_000
MOST_LISTS = 48
GUESSED = 0.5
"""What a row shares only with a guess weighs half."""
SHORT_LIST = 96
"""Rows whose texts are compared, of those that share at least this part of what the first one shares."""
SHARE = 0.5
MOST_SHARED = 6
_MOST_GRAMS = 400


@dataclass(frozen=True, slots=True)
class Candidate:
    """A row that may be the one, and how alike its texts look."""

    row_id: int
    likeness: float


Wanted = Mapping[str, Sequence[str]]
"""Searched column -> the text asked for, and others by which the same thing may be found."""


class Lookup:
    """Finds candidates in a snapshot over one connection, for one thread."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        """Takes the connection; what is read of the index stays as it is."""
        self._connection = connection
        self._stored = StoredIndex(connection)
        self._tally = Tally()

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

    def similar(self, kind: Kind, wanted: Wanted) -> tuple[Candidate, ...]:
        """The rows whose searched columns look most like what is asked for.

        Args:
            kind: the kind of registry.
            wanted: what is asked for.

        Returns:
            Candidates, the most alike first.
        """
        asked = {column: texts for column in wanted if (texts := _told(kind, column, wanted[column]))}
        lists = [
            each
            for column, texts in asked.items()
            for text in texts
            for held in _held(kind, column)
            for each in self._weighed(kind, held, text)
        ]
        rows = self._tally.heaviest(lists, SHORT_LIST, SHARE) if lists else []
        if not rows:
            return ()
        scores = self._likenesses(kind, asked, rows)
        numbers = np.array(rows)
        order = np.lexsort((numbers, -scores))
        return tuple(Candidate(rows[i], float(scores[i])) for i in order.tolist() if scores[i])

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
        pairs = neighbours(text)
        for segment in self._stored.segments(kind, column):
            number = column_number(kind, column)
            wanted = [list_number(number, pair, segment.number) for pair in pairs]
            counts = self._stored.counts(wanted)
            if len(counts) < len(wanted):  # a pair that no row holds
                continue
            rarest = sorted(counts, key=counts.__getitem__)[:MOST_SHARED]
            held = [rows for _, rows in self._stored.lists(rarest)]
            found += reduce(partial(np.intersect1d, assume_unique=True), held).tolist()
        return found

    def _weighed(self, kind: Kind, column: str, text: str) -> Iterator[tuple[float, Rows]]:
        """The rarest lists of a text, each with the weight of its rarity."""
        known = [segment.number for segment in self._stored.segments(kind, column)]
        if not known:
            return
        total = sum(s.last_row - s.first_row + 1 for s in self._stored.segments(kind, column))
        number = column_number(kind, column)

        def numbered(some: Iterable[int]) -> list[int]:
            return [list_number(number, gram, segment) for gram in some for segment in known]

        read = grams(text)[:_MOST_GRAMS]
        counts = self._stored.counts(numbered(read))
        guesses = set(numbered(_guessed(kind, column, text, _by_gram(counts), total))).difference(counts)
        guessed = self._stored.counts(guesses) if guesses else {}
        chosen = _rarest({**counts, **guessed}, len(known))
        for each, rows in self._lists(chosen):
            weight = math.log2(1 + total / chosen[each])
            yield weight * GUESSED if each in guessed else weight, rows

    def _lists(self, chosen: Mapping[int, int]) -> Sequence[tuple[int, Rows]]:
        if max(chosen.values(), default=0) > MOST_POSTINGS:  # then it is the only one
            (number,) = chosen
            return [(number, self._stored.beginning(number, MOST_POSTINGS))]
        return self._stored.lists(chosen)

    def _likenesses(self, kind: Kind, asked: Mapping[str, Sequence[str]], rows: Sequence[int]) -> Scores:
        """How alike the rows look over all columns asked for."""
        scores = np.zeros(len(rows))
        for column, wanted in asked.items():
            likened: list[NDArray[np.float64]] = []
            for held in _held(kind, column):
                if self._stored.segments(kind, held):
                    texts = self._stored.texts(kind, held, rows)
                    likened += [likeness(text, texts) for text in wanted]
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


def _guessed(kind: Kind, column: str, text: str, counts: Mapping[int, int], total: int) -> set[int]:
    """The grams that a text may have had; a list of several parts is not guessed at."""
    if len(text) > 2 * SHORT or PART in text:
        return set()
    described = kind.column(column)
    named = described is not None and described.role is Role.COMPANY and len(text) <= SHORT
    return meant(text, (doubtful_in_name if named else doubtful_by_counts)(text, counts, total))


def _by_gram(counts: Mapping[int, int]) -> dict[int, int]:
    """How many rows of all segments have each gram."""
    summed: dict[int, int] = {}
    for number, count in counts.items():
        gram = gram_of(number)
        summed[gram] = summed.get(gram, 0) + count
    return summed


def _rarest(counts: Mapping[int, int], segments: int) -> dict[int, int]:
    """The rarest lists with their lengths: as many as can be counted, but at least one."""
    chosen: dict[int, int] = {}
    read = 0
    for number, count in sorted(counts.items(), key=lambda each: (each[1], each[0])):
        enough = read + count > ENOUGH_POSTINGS and len(chosen) >= ENOUGH_LISTS * segments
        if chosen and (enough or read + count > MOST_POSTINGS or len(chosen) >= MOST_LISTS * segments):
            break
        read += count
        chosen[number] = count
    return chosen
