"""How long each text is, in one byte: what is longer or shorter than a text asked for differs in as many places."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from registries.index.grams import PART

NO_TEXT, UNTOLD = 0, 255
"""No text at all; a text of several parts, or a very long one, whose length says nothing."""
FAR = 9
"""A row without text is as far away as one that is so many characters longer."""


def lengths_of(texts: Sequence[str]) -> NDArray[np.uint8]:
    """The length of each of some cleaned texts.

    Args:
        texts: cleaned texts, their parts between tabs.
    """
    lengths = np.fromiter(map(len, texts), np.int64, len(texts))
    for place in [place for place, text in enumerate(texts) if PART in text]:
        lengths[place] = UNTOLD
    return np.minimum(lengths, UNTOLD).astype(np.uint8)


def apart(held: NDArray[np.uint8], asked: int) -> NDArray[np.int64]:
    """By how many characters texts are longer or shorter than one asked for.

    Args:
        held: the lengths of the texts.
        asked: the length of the one asked for.
    """
    told = np.minimum(np.abs(held.astype(np.int64) - asked), FAR)
    told[held == NO_TEXT] = FAR
    told[held == UNTOLD] = 0
    return told
