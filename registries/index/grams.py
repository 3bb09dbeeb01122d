"""Pairs of characters as numbers, so that millions of them can be sorted.

A gram is a pair of neighbours or, in what is short, a pair with one character between. Each character takes
15 bits: every Chinese character of the basic block has its own number, all others share the rest. A collision
costs a candidate too many, never one too few. A part of a single character pairs with nothing.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Keys = NDArray[np.uint64]
GRAM_BITS = 31
_FIRST, _LAST = 0x4E00, 0x9FFF
_OTHERS = (1 << 15) - (_LAST - _FIRST + 1)
_APART = np.uint64(1 << 30)
_ALONE = 0x7FFF
ROW, PART = "\n", "\t"
"""What stands behind each text and between its parts; cleaned text holds neither."""

SHORT = 24
"""Longer texts have neighbours enough; the pairs with one between would only cost room."""


def grams(text: str) -> list[int]:
    """The grams of one cleaned text, in order, each once.

    Args:
        text: cleaned text; its parts between `PART`.
    """
    return sorted(_grams(text, len(text) <= SHORT))


def neighbours(text: str) -> list[int]:
    """The pairs of neighbours of one cleaned text; whatever holds the text holds all of them."""
    return sorted(_grams(text, False))


def ordered_neighbours(text: str) -> list[int]:
    """The pair at each place of one cleaned text of one part, one less than it has characters."""
    codes = folded(text)
    return [pair(a, b) for a, b in zip(codes, codes[1:], strict=False)]


def pair(a: int, b: int) -> int:
    """The gram of two neighbours, each folded."""
    return a << 15 | b


def bridged(a: int, b: int) -> int:
    """The gram of two folded characters with one between."""
    return 1 << 30 | a << 15 | b


def folded(text: str) -> list[int]:
    """The fifteen bits that stand for each character."""
    codes = map(ord, text)
    return [c - _FIRST if _FIRST <= c <= _LAST else (_LAST - _FIRST + 1) + c % _OTHERS for c in codes]


def _grams(text: str, wide: bool) -> set[int]:
    """The same as `row_grams` finds; for one text a loop is ten times as quick."""
    found: set[int] = set()
    for codes in map(folded, text.split(PART)):
        if len(codes) == 1:
            found.add(pair(_ALONE, codes[0]))
        found.update(pair(a, b) for a, b in zip(codes, codes[1:], strict=False))
        if wide:
            found.update(bridged(a, b) for a, b in zip(codes, codes[2:], strict=False))
    return found


def row_grams(texts: Sequence[str], rows: NDArray[np.uint32]) -> Keys:
    """The grams of many texts, each with the row that it stands in: gram << 32 | row, unsorted.

    Args:
        texts: cleaned texts.
        rows: the number of each text's row.
    """
    codes = _codes(ROW.join(texts) + ROW)
    ends = codes == ord(ROW)
    text = np.cumsum(ends) - ends
    lengths = np.bincount(text) - 1
    keys, places = _pairs(codes, (lengths <= SHORT)[text])
    held: Keys = (keys << np.uint64(32)) | rows[text[places]].astype(np.uint64)
    return held


def _codes(text: str) -> NDArray[np.uint32]:
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)


def _pairs(codes: NDArray[np.uint32], short: NDArray[np.bool_] | bool) -> tuple[Keys, NDArray[np.int64]]:
    """The pairs and the place of the first character of each."""
    apart = codes < 32
    folded = _fold(codes)
    near = ~(apart[:-1] | apart[1:])
    wide = ~(apart[:-2] | apart[1:-1] | apart[2:]) & (short if isinstance(short, bool) else short[:-2])
    alone = ~apart & np.append(True, apart[:-1]) & np.append(apart[1:], True)
    near_at, wide_at, alone_at = np.flatnonzero(near), np.flatnonzero(wide), np.flatnonzero(alone)
    fifteen = np.uint64(15)
    neighbours = (folded[near_at] << fifteen) | folded[near_at + 1]
    bridged = (folded[wide_at] << fifteen) | folded[wide_at + 2] | _APART
    lonely = (np.uint64(_ALONE) << fifteen) | folded[alone_at]
    return np.concatenate([neighbours, bridged, lonely]), np.concatenate([near_at, wide_at, alone_at])


def _fold(codes: NDArray[np.uint32]) -> Keys:
    chinese = (codes >= _FIRST) & (codes <= _LAST)
    return np.where(chinese, codes - _FIRST, (_LAST - _FIRST + 1) + codes % _OTHERS).astype(np.uint64)
