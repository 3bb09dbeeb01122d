"""Finds candidates for a text: as it stands, misread, or within what a column holds.

As it stands: the rows that hold just this text. Misread: those that look most like it (`nearest`). Finding and ranking
candidates is all this does; whether one is right is decided by scoring.
"""

import sqlite3
from collections.abc import Mapping, Sequence
from functools import partial, reduce

import numpy as np

from registries.index.directory import Directories
from registries.index.grams import PART, neighbours
from registries.index.nearest import Candidate, Nearest, holding_columns
from registries.index.stored import StoredIndex
from registries.index.telling import telling
from registries.schema import Kind

MOST_SHARED = 6
"""Lists of pairs of neighbours that are held against each other."""

Wanted = Mapping[str, Sequence[str]]
"""Searched column -> the text asked for, and others by which the same thing may be found."""


class Lookup:
    """Finds candidates in a snapshot over one connection, for one thread."""

    def __init__(self, connection: sqlite3.Connection, directories: Directories) -> None:
        """Takes the connection, and the directories that all threads share; the index stays as it is."""
        self._connection = connection
        self._stored = StoredIndex(connection, directories)
        self._nearest = Nearest(self._stored)

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
        text = PART.join(given[0] for given in wanted.values())
        return tuple(Candidate(row, 1.0, text) for row in sorted(found or ()))

    def similar(self, kind: Kind, wanted: Wanted, least: int = 0) -> tuple[Candidate, ...]:
        """The rows whose searched columns look most like what is asked for.

        Args:
            kind: the kind of registry.
            wanted: what is asked for.
            least: so many candidates at least, where there are as many that share something.

        Returns:
            Candidates, the most alike first.
        """
        asked = {column: texts for column in wanted if (texts := _told(kind, column, wanted[column]))}
        return self._nearest.rows(kind, asked, least)

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
        for held in holding_columns(kind, column):
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


def _told(kind: Kind, column: str, texts: Sequence[str]) -> tuple[str, ...]:
    described = kind.column(column)
    if described is None:
        return ()
    return tuple(dict.fromkeys(told for text in texts if (told := telling(described, text))))
