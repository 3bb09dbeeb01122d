"""Ranks candidates by how their texts look beside the text asked for.

1. the edit distance of all of them (rapidfuzz)
2. of the best, edit by edit: a look-alike character costs less than any other

This decides which few records are compared column by column, and in which order twins stand. It never makes
certain: that follows from the comparison alone.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import Levenshtein

from registries.index.grams import PART
from registries.values.shapes import ALIKE, misreading

LOOKED_AT = 40
"""Of so many the single edits are looked at."""
MOST_EDITS = 12
LOST = 1.3
"""A character that only one of the two texts has: readers lose or invent one less often than they misread one."""

Scores = NDArray[np.float64]


def likeness(asked: str, texts: Sequence[str]) -> Scores:
    """How alike each text looks to the one asked for, 0 to 1; of several parts the most alike counts.

    Args:
        asked: cleaned text, its parts between tabs.
        texts: cleaned texts of candidates.
    """
    parts = [part for part in asked.split(PART) if part]
    if not parts or not texts:
        return np.zeros(len(texts))
    return np.asarray(np.mean([_one_part(part, texts) for part in parts], axis=0), np.float64)


def _one_part(asked: str, texts: Sequence[str]) -> list[float]:
    """How alike the most alike part of each text is; a loop, since texts are few and most end at the distance."""
    flat = [(owner, part) for owner, text in enumerate(texts) for part in text.split(PART) if part]
    distances = [Levenshtein.distance(asked, part) for _, part in flat]
    scores = [0.0] * len(texts)
    least = float("inf")
    for rank, place in enumerate(sorted(range(len(flat)), key=distances.__getitem__)):
        owner, part = flat[place]
        distance, length = distances[place], max(len(part), len(asked))
        cost: float = distance
        # Were all its edits look-alikes, it would still be further away than the best one: no need to look.
        if rank < LOOKED_AT and 0 < distance <= MOST_EDITS and distance * ALIKE <= least:
            cost = shape_cost(asked, part)
        least = min(least, cost)
        scores[owner] = max(scores[owner], 1.0 - cost / length)
    return scores


def shape_likeness(a: str, b: str) -> float:
    """1 less the edits between two texts, where a misread look-alike is less than one edit."""
    return 1.0 - shape_cost(a, b) / max(len(a), len(b), 1)


def shape_cost(a: str, b: str) -> float:
    """The edits between two texts, where a misread look-alike is less than one edit."""
    if len(a) == len(b):
        read = [(x, y) for x, y in zip(a, b, strict=True) if x != y]
        if len(read) <= 1 or len(read) == Levenshtein.distance(a, b):  # nothing was lost or put in
            return sum(misreading(x, y) for x, y in read)
    cost = 0.0
    for step in Levenshtein.editops(a, b):
        cost += misreading(a[step.src_pos], b[step.dest_pos]) if step.tag == "replace" else LOST
    return cost
