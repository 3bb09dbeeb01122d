"""Counts how much each row shares with a text: the lists of rows merged by sorting, each with its weight."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Rows = NDArray[np.uint32]
_WEIGHT_BITS = np.uint64(16)
_WEIGHT = np.uint64(0xFFFF)


def heaviest(lists: Sequence[tuple[int, Rows]], most: int) -> list[int]:
    """The rows with the greatest sums of weights.

    Args:
        lists: weight (below 65,536) and rows of each list; a row stands in a list once.
        most: so many rows at most.
    """
    # One sort of numbers is quicker than a counter for each of millions of rows, and keeps no memory.
    keys = np.concatenate([(rows.astype(np.uint64) << _WEIGHT_BITS) | np.uint64(w) for w, rows in lists])
    keys.sort()
    rows = keys >> _WEIGHT_BITS
    starts = np.flatnonzero(np.diff(rows, prepend=np.uint64(1 << 47)) != 0)
    if not len(starts):
        return []
    sums = np.add.reduceat(keys & _WEIGHT, starts)
    # Of equal sums the first row: a question has one answer.
    order = (sums << np.uint64(32)) | (np.uint64(0xFFFFFFFF) - rows[starts])
    chosen = np.argpartition(order, -most)[-most:] if len(order) > most else slice(None)
    found: list[int] = rows[starts][chosen].tolist()
    return found
