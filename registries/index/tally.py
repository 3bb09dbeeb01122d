"""Counts how much each row shares with a text: lists of rows, each with its weight, added up.

Row and weight of every entry are packed into one number, the row above; sorted, the entries of a row stand beside
each other. Some ten thousand entries are counted so in a fraction of a millisecond, however many rows there are.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Rows = NDArray[np.uint32]
_Keys = NDArray[Any]
"""Unsigned integers of 32 bits, or 64 where rows are many."""
_WEIGHT_BITS = 9
"""Weights are told so finely; the texts themselves are compared afterwards."""
_WEIGHT = (1 << _WEIGHT_BITS) - 1


@dataclass(frozen=True, slots=True)
class Tallied:
    """Rows in order, each once, and the sum of the weights of the lists in which it stands."""

    rows: Rows
    sums: NDArray[np.float64]


def tally(lists: Sequence[tuple[float, Rows]], most: int) -> Tallied:
    """Adds up the weights of every row, and gives the rows with the greatest sums; of equal ones the first.

    Args:
        lists: weight and rows of each list; a row stands in a list once.
        most: so many rows at most.
    """
    if not lists:
        return Tallied(np.empty(0, np.uint32), np.empty(0))
    scale = _WEIGHT / max(weight for weight, _ in lists)
    rows = np.concatenate([held for _, held in lists])
    weights = np.repeat(
        np.array([round(weight * scale) for weight, _ in lists], np.uint32), [len(held) for _, held in lists]
    )
    if int(rows.max(initial=0)) >> (32 - _WEIGHT_BITS):
        rows = rows.astype(np.uint64)  # row and weight need more than 32 bits
    keys = (rows << _WEIGHT_BITS) | weights
    keys.sort()
    again = ((keys[1:] ^ keys[:-1]) <= _WEIGHT).nonzero()[0]
    # Where enough rows stand in several lists, those that stand in one alone, most of all, are no candidates.
    held, sums = _of_several(keys, again) if len(again) > most else _of_all(keys, again)
    if len(held) < most < len(again):
        held, sums = _of_all(keys, again)
    near = greatest(sums, most)
    return Tallied(held[near].astype(np.uint32), sums[near] / scale)


def _of_all(keys: _Keys, again: NDArray[np.intp]) -> tuple[_Keys, NDArray[np.int32]]:
    """The rows of all entries and their sums; `again` are the entries whose row the next one has, too."""
    last = np.ones(len(keys), np.bool_)
    last[again] = False
    ends = last.nonzero()[0]
    sums = np.cumsum(keys & _WEIGHT, dtype=np.int64)[ends]
    sums[1:] -= sums[:-1].copy()
    return keys[ends] >> _WEIGHT_BITS, sums.astype(np.int32)


def _of_several(keys: _Keys, again: NDArray[np.intp]) -> tuple[_Keys, NDArray[np.int32]]:
    """The same of the rows that have several entries."""
    held = keys[again] >> _WEIGHT_BITS
    first = np.flatnonzero(np.append(True, held[1:] != held[:-1]))
    later = np.add.reduceat(keys[again + 1] & _WEIGHT, first)
    return held[first], (later + (keys[again[first]] & _WEIGHT)).astype(np.int32)


def greatest(weights: NDArray[np.int32] | NDArray[np.float64], most: int) -> NDArray[np.intp]:
    """The places of the greatest weights, in order; of equal ones the first.

    Args:
        weights: of rows in order.
        most: so many at most.
    """
    if len(weights) <= most:
        return np.arange(len(weights))
    least = _least(weights, most)
    near: NDArray[np.intp] = (weights >= least).nonzero()[0]
    over = len(near) - most
    if over:  # of those that weigh least the last ones go
        kept = np.ones(len(near), np.bool_)
        kept[(weights[near] == least).nonzero()[0][-over:]] = False
        near = near[kept]
    return near


def _least(weights: NDArray[np.int32] | NDArray[np.float64], most: int) -> float:
    """The least of so many greatest weights; where they are small whole numbers, by counting each."""
    if weights.dtype == np.int32:
        held = np.cumsum(np.bincount(weights)[::-1])
        return len(held) - 1 - int(np.searchsorted(held, most))
    return float(np.partition(weights, len(weights) - most)[len(weights) - most])


def heaviest(weights: NDArray[np.float64], most: int) -> NDArray[np.intp]:
    """The places of the greatest weights, the greatest first; of equal ones the first.

    Args:
        weights: of rows in order.
        most: so many at most.
    """
    near = greatest(weights, most)
    return near[np.argsort(-weights[near], kind="stable")]
