"""Pairs of characters as numbers, so that millions of them can be sorted.

A gram is a pair of neighbours or, in what is short, a pair with one character between. Each character takes
15 bits: every Chinese character of the basic block has its own number, all others share the rest. A collision
costs a candidate too many, never one too few. A part of a single character pairs with nothing.
"""

from collections.abc import Sequence
from functools import cache
from itertools import count

import numpy as np
from numpy.typing import NDArray

Keys = NDArray[np.uint64]
Codes = NDArray[np.uint32]
GRAM_BITS = 31
_FIRST, _LAST = 0x4E00, 0x9FFF
_OTHERS = (1 << 15) - (_LAST - _FIRST + 1)
_ALONE = 0x7FFF
_APART, _LONELY = np.uint64(1 << 62), np.uint64(_ALONE << 47)
"""Marks of pairs with one between, and of single characters, where a gram stands above its row."""
ROW, PART = "\n", "\t"
"""What stands behind each text and between its parts; cleaned text holds neither."""

SHORT = 24
"""Longer texts have neighbours enough; the pairs with one between would only cost room."""


def grams(text: str) -> list[int]:
    """The grams of one cleaned text, in order, each once.

    Args:
        text: cleaned text; its parts between `PART`.
    """
    return sorted(places_of_grams(text))


def places_of_grams(text: str) -> dict[int, int]:
    """The grams of one cleaned text, each with a place where it begins."""
    return _grams(text, len(text) <= SHORT)


def length_of(gram: int) -> int:
    """How many characters a gram spans."""
    return 2 + (gram >> 30)


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


def _grams(text: str, wide: bool) -> dict[int, int]:
    """The same as `row_grams` finds; for one text a loop is ten times as quick."""
    found: dict[int, int] = {}
    start = 0
    for codes in map(folded, text.split(PART)):
        if len(codes) == 1:
            found[pair(_ALONE, codes[0])] = start
        found.update(zip(map(pair, codes, codes[1:]), count(start), strict=False))
        if wide:
            found.update(zip(map(bridged, codes, codes[2:]), count(start), strict=False))
        start += len(codes) + 1
    return found


def codes_of(texts: Sequence[str]) -> Codes:
    """The code points of many cleaned texts, with `ROW` behind each."""
    joined = ROW.join(texts) + ROW if texts else ""
    return np.frombuffer(joined.encode("utf-32-le", "surrogatepass"), np.uint32)


def row_grams(codes: Codes, rows: NDArray[np.uint32]) -> Keys:
    """The grams of many texts, each with the row that it stands in: gram << 32 | row, unsorted.

    Args:
        codes: the code points of cleaned texts, `ROW` behind each.
        rows: the number of each text's row.
    """
    lengths = np.diff(np.flatnonzero(codes == ord(ROW)), prepend=-1)
    apart = codes < 32
    characters = _folds()[codes].astype(np.uint64)
    left = (characters << np.uint64(47)) | np.repeat(rows, lengths)
    right = characters << np.uint64(32)
    near = ~(apart[:-1] | apart[1:])
    wide = near[:-1] & ~apart[2:] & np.repeat(lengths <= SHORT + 1, lengths)[:-2]
    alone = ~apart & np.append(True, apart[:-1]) & np.append(apart[1:], True)
    return np.concatenate(
        [
            (left[:-1] | right[1:])[near],
            (left[:-2] | right[2:] | _APART)[wide],
            right[alone] | np.repeat(rows, lengths)[alone] | _LONELY,
        ]
    )


@cache
def _folds() -> NDArray[np.uint16]:
    """What each code point is folded to, as `folded` says."""
    told = np.arange(0x110000, dtype=np.uint32)
    told = np.where((told >= _FIRST) & (told <= _LAST), told - _FIRST, (_LAST - _FIRST + 1) + told % _OTHERS)
    return told.astype(np.uint16)
