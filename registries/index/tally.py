"""Counts how much each row shares with a text: one place a row, used again by every question of a thread."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Rows = NDArray[np.uint32]


class Tally:
    """The weights of all rows of one kind; clean between two questions."""

    def __init__(self) -> None:
        """Begins small; it grows with the first row that is beyond it."""
        self._weights = np.zeros(0, np.int32)

    def heaviest(self, lists: Sequence[tuple[int, Rows]], most: int) -> list[int]:
        """The rows with the greatest sums of weights.

        Args:
            lists: weight and rows of each list; a row stands in a list once.
            most: so many rows at most.
        """
        self._grow(max((int(rows.max()) for _, rows in lists if len(rows)), default=0) + 1)
        for weight, rows in lists:
            self._weights[rows] += weight
        keys = []
        for _, rows in lists:
            held = self._weights[rows].astype(np.uint64)
            self._weights[rows] = 0  # so a row counts where it is met first, and the tally is clean again
            keys.append((held << np.uint64(32)) | rows)
        every = np.concatenate(keys)
        if len(every) > most:
            every = np.partition(every, -most)[-most:]
        return [int(key) & 0xFFFFFFFF for key in every.tolist() if key >> 32]

    def _grow(self, rows: int) -> None:
        if rows > len(self._weights):
            self._weights = np.zeros(rows + rows // 8, np.int32)
