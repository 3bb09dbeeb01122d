"""Which characters each text holds, in 64 bits: texts that differ in a few characters differ in a few bits.

Of the thousands of rows that share something with a text it tells, without reading one of them, which can look
like it at all. A bit stands for many characters, so that it only ranks.
"""

import numpy as np
from numpy.typing import NDArray

from registries.index.grams import PART, ROW, Codes

Signatures = NDArray[np.uint64]
UNTOLD = np.uint64(0xFFFF_FFFF_FFFF_FFFF)
"""A text of several parts: which of them is meant is not known."""
_SPREAD, _SHIFT = 2654435761, 26


def signature_of(text: str) -> np.uint64:
    """The signature of one cleaned text of one part; a loop, since for a few characters it is quicker."""
    bits = 0
    for character in text:
        bits |= 1 << ((ord(character) * _SPREAD & 0xFFFF_FFFF) >> _SHIFT)
    return np.uint64(bits)


def signatures_in(codes: Codes) -> Signatures:
    """The signature of each of many texts; without text it is 0.

    Args:
        codes: the code points of cleaned texts, `ROW` behind each.
    """
    if not len(codes):
        return np.empty(0, np.uint64)
    ends = np.flatnonzero(codes == ord(ROW))
    bits = np.uint64(1) << ((codes * np.uint32(_SPREAD)) >> np.uint32(_SHIFT)).astype(np.uint64)
    bits[ends] = 0
    told = np.bitwise_or.reduceat(bits, np.append(0, ends[:-1] + 1))
    told[np.searchsorted(ends, np.flatnonzero(codes == ord(PART)))] = UNTOLD
    return told


def apart(held: Signatures, asked: np.uint64) -> NDArray[np.uint8]:
    """In how many bits signatures differ from one asked for; 0 where nothing can be told.

    Args:
        held: the signatures of rows.
        asked: that of the text asked for.
    """
    differing: NDArray[np.uint8] = np.bitwise_count(held ^ asked)
    differing[held == UNTOLD] = 0
    return differing
