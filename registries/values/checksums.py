"""Weighted sums of many numbers at once, of which check digits are remainders (ZC 0006-2003, GB 32100-2015)."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray


def characters(numbers: Sequence[str], length: int) -> NDArray[np.uint8] | None:
    """The characters of numbers, one row each; None where some are not ASCII or of another length.

    Args:
        numbers: the numbers, none of them longer than `length`.
        length: how many characters each must have.
    """
    joined = "".join(numbers)
    if not joined.isascii() or len(joined) != length * len(numbers):
        return None
    return np.frombuffer(joined.encode(), np.uint8).reshape(-1, length)


def are_checked(
    read: NDArray[np.uint8], alphabet: str, weights: Sequence[int], checks: Sequence[str]
) -> list[bool]:
    """Whether the last character of each number is the one that belongs to those before.

    Args:
        read: the numbers, one row of characters each.
        alphabet: the character of each value from 0 on.
        weights: of each place but the last.
        checks: the check character of each remainder of the weighted sum; as many as the modulus.
    """
    values = np.zeros(256, np.int64)
    values[np.frombuffer(alphabet.encode(), np.uint8)] = np.arange(len(alphabet))
    remainders = (values[read[:, :-1]] @ np.array(weights, np.int64)) % len(checks)
    wanted = np.frombuffer("".join(checks).encode(), np.uint8)[remainders]
    told: list[bool] = (wanted == read[:, -1]).tolist()
    return told
