"""Chooses which lists of rows are read for a text: rare ones, from all over the text, few enough to be counted.

1. how many rows hold each gram of the text, and each that it would have if a look-alike was misread
2. the rarest first; of grams that stand beside each other in the same rows (the pairs within 大气污染物) only one,
   since the others would tell the same once more
3. these others, where few rows have been read so far
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from registries.index.directory import ColumnDirectory, Places
from registries.index.grams import PART, SHORT, length_of, places_of_grams
from registries.index.guessing import doubtful_by_counts, doubtful_in_name, meant
from registries.schema import Column, Role

ENOUGH_POSTINGS, ENOUGH_LISTS = 10_000, 6
"""Rows that are read and counted for one text, when they come from so many lists."""
MOST_POSTINGS = 64_000
MOST_LISTS = 48
SAME_ROWS = 1.6
"""Up to so many times as many rows as its neighbour's, a gram's are thought to be the same."""
GUESSED = 0.5
"""What a row shares only with a guess weighs half."""
_MOST_GRAMS = 400


@dataclass(frozen=True, slots=True)
class Chosen:
    """The lists to be read: the weight of each, and where it begins and ends, a line each segment."""

    weights: NDArray[np.float64]
    starts: Places
    ends: Places


def choose(column: Column, directory: ColumnDirectory, text: str) -> Chosen:
    """The lists that tell most about which rows hold a text.

    Args:
        column: the column that is asked, or from which the text comes.
        directory: the lists that there are.
        text: cleaned text, its parts between tabs.
    """
    placed = dict(sorted(places_of_grams(text).items())[:_MOST_GRAMS])
    read = list(placed)
    starts, ends = directory.spans(np.array(read, np.uint32))
    counts = dict(zip(read, (ends - starts).sum(axis=0).tolist(), strict=True))
    guesses = sorted(_guessed(column, text, counts, directory.rows).difference(counts))
    if guesses:
        guessed = directory.spans(np.array(guesses, np.uint32))
        starts, ends = np.hstack([starts, guessed[0]]), np.hstack([ends, guessed[1]])
    known = (ends - starts).sum(axis=0)
    spans = [(at, at + length_of(gram)) for gram, at in placed.items()]
    chosen = np.array(_rarest(known, spans, len(text)), np.intp)
    shares = np.where(chosen < len(read), 1.0, GUESSED)
    return Chosen(shares * np.log2(1 + directory.rows / known[chosen]), starts[:, chosen], ends[:, chosen])


def _guessed(column: Column, text: str, counts: Mapping[int, int], total: int) -> set[int]:
    """The grams that a text may have had; a list of several parts is not guessed at."""
    if len(text) > 2 * SHORT or PART in text:
        return set()
    named = column.role is Role.COMPANY and len(text) <= SHORT
    return meant(text, (doubtful_in_name if named else doubtful_by_counts)(text, counts, total))


def _rarest(known: NDArray[np.int64], spans: Sequence[tuple[int, int]], length: int) -> list[int]:
    """The places of the lists to be read: as many as can be counted, but at least one.

    Args:
        known: how many rows each list has.
        spans: where in the text the grams of the first lists stand; the others are guesses.
        length: of the text.
    """
    order = np.argsort(known, kind="stable")
    order = order[np.searchsorted(known[order], 1) :][: 2 * MOST_LISTS]
    chosen: list[int] = []
    others: list[tuple[int, int]] = []
    told = [0] * (length + 1)  # for each character of the text the rows of the last list that was chosen there
    rows = 0
    for place, count in zip(order.tolist(), known[order].tolist(), strict=True):
        start, end = spans[place] if place < len(spans) else (0, 0)
        if start < end and count <= SAME_ROWS * max(told[start:end]):
            others.append((place, count))
            continue
        enough = rows + count > ENOUGH_POSTINGS and len(chosen) >= ENOUGH_LISTS
        if chosen and (enough or rows + count > MOST_POSTINGS or len(chosen) == MOST_LISTS):
            break
        chosen.append(place)
        rows += count
        told[start:end] = [count] * (end - start)
    for place, count in others:
        rows += count
        if rows > ENOUGH_POSTINGS or len(chosen) == MOST_LISTS:
            break
        chosen.append(place)
    return chosen
