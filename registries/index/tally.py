"""Counts how much each row shares with a text: lists of rows, each with its weight, added up.

One counter of a byte for each row of the largest column asked so far, kept from question to question and nought
between them: adding costs some nanoseconds a row, sorting ten times as much. Weights are coarse therefore; the
texts themselves are compared afterwards.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Rows = NDArray[np.uint32]
_HIGHEST = 255
FEW = 8
"""So many rows are looked at however little they share: the best of them may turn out to be another one."""


class Tally:
    """The counters of one thread."""

    def __init__(self) -> None:
        """Begins without counters; they grow with the rows asked about."""
        self._sums = np.zeros(0, np.uint8)

    def heaviest(self, lists: Sequence[tuple[float, Rows]], most: int, share: float) -> list[int]:
        """The rows with the greatest sums of weights, the greatest first.

        Args:
            lists: weight and rows of each list; a row stands in a list once.
            most: so many rows at most.
            share: a row that has less than this of the greatest sum is left out, unless there are few others.
        """
        weights = _scaled([weight for weight, _ in lists])
        rows = np.concatenate([held for _, held in lists]).astype(np.intp)
        if not len(rows):
            return []
        self._grow(int(rows.max()) + 1)
        np.add.at(self._sums, rows, np.repeat(weights, [len(held) for _, held in lists]))
        sums = self._sums.take(rows)
        self._sums[rows] = 0
        near = np.flatnonzero(sums >= max(1, int(share * int(sums.max()))))
        # A row with a sum stands among these as often as lists hold it: all of them at most.
        if len(near) > most * len(lists):
            near = near[sums[near] >= _least(sums[near], most * len(lists))]
        elif len(near) < FEW * len(lists):
            near = np.flatnonzero(sums >= _least(sums, FEW * len(lists)))
        # Of equal sums the first row: a question has one answer.
        keys = np.unique((sums[near].astype(np.int64) << 32) - rows[near])[::-1][:most]
        found: list[int] = (-keys & 0xFFFFFFFF).tolist()
        return found

    def _grow(self, rows: int) -> None:
        if rows > len(self._sums):
            self._sums = np.zeros(rows + rows // 8, np.uint8)


def _scaled(weights: Sequence[float]) -> NDArray[np.uint8]:
    """Whole numbers from 1 on whose sum a counter can hold; of very many lists the first ones count."""
    room = max(_HIGHEST - len(weights), 0)
    total = sum(weights) or 1.0
    scaled = np.array([1 + int(room * weight / total) for weight in weights], np.uint8)
    scaled[_HIGHEST:] = 0
    return scaled


def _least(sums: NDArray[np.uint8], wanted: int) -> int:
    """The greatest sum that so many entries reach, 1 at least."""
    reached = np.bincount(sums, minlength=_HIGHEST + 1)[::-1].cumsum()
    return max(1, _HIGHEST - int(np.searchsorted(reached, wanted)))
