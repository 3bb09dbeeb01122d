"""Rows of which, of twins, only a few are read: what many records say alike would fill the places of the next title.

Many patents bear one title. Of rows that share as much with a text and hold the same characters most hold one text. A
few of them are read nevertheless, since the same characters may stand in another order (方法及系统, 系统及方法).
"""

from collections.abc import Sequence
from dataclasses import dataclass

from registries.index.signatures import UNTOLD

READ = 4
"""So many of rows that seem to be twins are read."""
_UNTOLD = int(UNTOLD)


@dataclass(frozen=True, slots=True)
class Spread:
    """Which of some rows are read, and those that were left out: place -> the places of the twins that are read."""

    read: list[int]
    left_out: dict[int, list[int]]


def spread(weights: Sequence[float], signatures: Sequence[int], most: int) -> Spread:
    """Reads few of rows with one weight and signature.

    Args:
        weights: what rows share with a text, the greatest first.
        signatures: of these rows.
        most: so many are read at most.
    """
    seen: dict[tuple[float, int], list[int]] = {}
    read: list[int] = []
    left_out: dict[int, list[int]] = {}
    for place, twins in enumerate(zip(weights, signatures, strict=True)):
        before = seen.setdefault(twins, [])
        if len(before) < READ or twins[1] == _UNTOLD:
            if len(read) == most:
                break
            before.append(place)
            read.append(place)
        else:
            left_out[place] = before
    return Spread(read, left_out)
