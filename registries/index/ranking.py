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
from registries.values.shapes import misreading

LOOKED_AT = 40
"""Of so many the single edits are looked at."""
MOST_EDITS = 12
LEAST = 0.2
"""Hardly a misreading costs less."""
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
    if len(parts) == 1 and texts:
        return np.array(_one_part(parts[0], texts))
    return np.mean([_one_part(part, texts) for part in parts], axis=0) if parts else np.zeros(len(texts))


def _one_part(asked: str, texts: Sequence[str]) -> list[float]:
    """How alike the most alike part of each text is; a loop, since texts are few and most end at the distance."""
    several = {text: text.split(PART) for text in texts if PART in text}
    parts = {part for text in texts for part in several.get(text, (text,)) if part}
    flat = sorted([(Levenshtein.distance(asked, part), part) for part in parts])
    least, own = float("inf"), len(asked)
    alike: dict[str, float] = {}
    for rank, (distance, part) in enumerate(flat):
        cost: float = distance
        # Were all its edits look-alikes, it would still be further away than the best one: no need to look.
        if rank < LOOKED_AT and 0 < distance <= MOST_EDITS and distance * LEAST <= least:
            cost = shape_cost(asked, part)
        least = min(least, cost)
        alike[part] = max(0.0, 1.0 - cost / max(len(part), own))
    if not several:
        return [alike.get(text, 0.0) for text in texts]
    return [max([alike.get(part, 0.0) for part in several.get(text, (text,))]) for text in texts]


def shape_cost(read: str, printed: str) -> float:
    """The edits from a printed text to what was read, where a misread look-alike is less than one edit."""
    if len(read) == len(printed):
        differing = [(a, b) for a, b in zip(read, printed, strict=True) if a != b]
        if len(differing) <= 1 or len(differing) == Levenshtein.distance(read, printed):  # nothing was lost
            return sum([misreading(a, b) for a, b in differing])
    cost = 0.0
    for step in Levenshtein.editops(read, printed):
        cost += misreading(read[step.src_pos], printed[step.dest_pos]) if step.tag == "replace" else LOST
    return cost
