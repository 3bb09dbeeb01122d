"""Finds candidates for a text: as it stands, or misread.

As it stands: the rows that hold just this text. Misread:

1. how many rows hold each gram of the text, and each that it would have if a look-alike was misread
2. the rarest lists, as many as can be counted in a fraction of a millisecond
3. the rows with the greatest weight, less for each character that only one of the two has
4. the texts of the first few, and of those after them that may look more alike, ranked by how they look

Finding and ranking candidates is all this does; whether one is right is decided by scoring.
"""

import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial, reduce

import numpy as np
from numpy.typing import NDArray

from registries.index.directory import ColumnDirectory, Directories
from registries.index.grams import PART, SHORT, grams, neighbours
from registries.index.guessing import doubtful_by_counts, doubtful_in_name, meant
from registries.index.ranking import Scores, likeness
from registries.index.signatures import apart, signatures_of
from registries.index.stored import StoredIndex
from registries.index.tally import Rows, greatest, heaviest, tally
from registries.index.telling import telling
from registries.schema import Kind, Role

ENOUGH_POSTINGS, ENOUGH_LISTS = 10_000, 12
"""Rows that are read and counted for one text, when they come from so many lists."""
MOST_POSTINGS = 64_000
MOST_LISTS = 48
GUESSED = 0.5
"""What a row shares only with a guess weighs half."""
A_BIT = 3.0
"""What a differing bit of the signature takes off a weight: as much as a gram that one text in eight has."""
MEASURED = 4_000
"""Rows whose signatures are compared."""
LOOKS = ((0, 8), (8, 24), (24, 128))
"""Of the nearest rows the texts are compared; of later ones where their signatures leave them a chance."""
AN_EDIT = 0.3
"""So much of an edit a differing bit stands for: a character misread changes two, and a look-alike costs less."""
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

    def similar(self, kind: Kind, wanted: Wanted) -> tuple[Candidate, ...]:
        """The rows whose searched columns look most like what is asked for.

        Args:
            kind: the kind of registry.
            wanted: what is asked for.

        Returns:
            Candidates, the most alike first.
        """
        asked = {column: texts for column in wanted if (texts := _told(kind, column, wanted[column]))}
        tallied = tally([each for column in asked for each in self._lists(kind, column, asked[column])])
        near = greatest(tallied.sums, MEASURED)
        if not len(near):
            return ()
        rows = tallied.rows[near]
        bits = self._apart(kind, asked, rows)
        order = heaviest(tallied.sums[near] - A_BIT * bits, LOOKS[-1][1])
        length = len(asked) * max(len(text) for texts in asked.values() for text in texts)
        most = 1.0 - AN_EDIT * bits[order] / length
        first, scores = rows[:0], np.empty(0)
        for start, end in LOOKS:
            chance = most[start:end] >= scores.max(initial=0.0) if start else slice(None)
            more = rows[order[start:end][chance]]
            if len(more):
                scores = np.concatenate([scores, self._likenesses(kind, asked, more)])
                first = np.concatenate([first, more])
        best = np.lexsort((first, -scores))
        return tuple(Candidate(int(first[i]), float(scores[i])) for i in best.tolist() if scores[i])

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
        """The rarest lists of some texts, each with the weight of its rarity."""
        found: list[tuple[float, Rows]] = []
        for held in _held(kind, column):
            directory = self._stored.directory(kind, held)
            if directory is not None:
                for text in texts:
                    found += self._of_text(kind, held, directory, text)
        return found

    def _of_text(
        self, kind: Kind, column: str, directory: ColumnDirectory, text: str
    ) -> list[tuple[float, Rows]]:
        read = grams(text)[:_MOST_GRAMS]
        starts, ends = directory.spans(np.array(read, np.uint32))
        counts = dict(zip(read, (ends - starts).sum(axis=0).tolist(), strict=True))
        guesses = sorted(_guessed(kind, column, text, counts, directory.rows).difference(counts))
        shares = np.repeat([1.0, GUESSED], [len(read), len(guesses)])
        if guesses:
            guessed = directory.spans(np.array(guesses, np.uint32))
            starts, ends = np.hstack([starts, guessed[0]]), np.hstack([ends, guessed[1]])
        known = (ends - starts).sum(axis=0)
        chosen = _rarest(known, len(directory.segments))
        weights = shares[chosen] * np.log2(1 + directory.rows / known[chosen])
        found: list[tuple[float, Rows]] = []
        for segment, begins, stops in zip(directory.segments, starts[:, chosen], ends[:, chosen], strict=True):
            held = np.flatnonzero(stops > begins)
            # Longer than that only a list that is the only one; then its beginning will do.
            stops = np.minimum(stops, begins + MOST_POSTINGS)
            spans = list(zip(begins[held].tolist(), stops[held].tolist(), strict=True))
            rows = self._stored.lists(directory.number, segment, spans)
            found += zip(weights[held].tolist(), rows, strict=True)
        return found

    def _apart(self, kind: Kind, asked: Mapping[str, Sequence[str]], rows: Rows) -> NDArray[np.int64]:
        """In how many bits the signatures of rows differ from those of the texts asked for."""
        summed = np.zeros(len(rows), np.int64)
        for column, texts in asked.items():
            wanted = signatures_of([text for text in texts if PART not in text])
            directories = [self._stored.directory(kind, held) for held in _held(kind, column)]
            told = [
                apart(each.signatures[rows], signature)
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


def _guessed(kind: Kind, column: str, text: str, counts: Mapping[int, int], total: int) -> set[int]:
    """The grams that a text may have had; a list of several parts is not guessed at."""
    if len(text) > 2 * SHORT or PART in text:
        return set()
    described = kind.column(column)
    named = described is not None and described.role is Role.COMPANY and len(text) <= SHORT
    return meant(text, (doubtful_in_name if named else doubtful_by_counts)(text, counts, total))


def _rarest(counts: NDArray[np.int64], segments: int) -> NDArray[np.int64]:
    """The places of the rarest lists: as many as can be counted, but at least one."""
    order = np.argsort(counts, kind="stable")
    order = order[np.searchsorted(counts[order], 1) :]
    read, chosen = 0, 0
    for count in counts[order[: MOST_LISTS * segments]].tolist():
        enough = read + count > ENOUGH_POSTINGS and chosen >= ENOUGH_LISTS * segments
        if chosen and (enough or read + count > MOST_POSTINGS):
            break
        read += count
        chosen += 1
    return order[:chosen]
