"""Ranks candidates by how their texts look beside the text asked for.

1. the edit distance of all of them at once (rapidfuzz)
2. of the best, edit by edit: a look-alike character costs less than any other

This decides which few records are compared column by column, and in which order twins stand. It never makes
certain: that follows from the comparison alone.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import Levenshtein
from rapidfuzz.process import cdist

from registries.index.grams import PART
from registries.values.shapes import ALIKE, misreading

LOOKED_AT = 40
"""Of so many the single edits are looked at."""
MOST_EDITS = 12

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


def _one_part(asked: str, texts: Sequence[str]) -> Scores:
    owners, flat = _flat(texts)
    scores = np.zeros(len(texts))
    if not flat:
        return scores
    distances = cdist([asked], flat, scorer=Levenshtein.distance, dtype=np.int32)[0]
    lengths = np.fromiter(map(len, flat), np.int64, len(flat))
    rough = 1.0 - distances / np.maximum(lengths, len(asked))
    least = np.inf
    for place in np.argsort(distances, kind="stable")[:LOOKED_AT].tolist():
        # Were all its edits look-alikes, it would still be further away than the best one.
        if distances[place] * ALIKE > least or distances[place] > MOST_EDITS:
            break
        if distances[place]:
            rough[place] = shape_likeness(asked, flat[place])
        least = min(least, (1.0 - rough[place]) * max(lengths[place], len(asked)))
    np.maximum.at(scores, owners, rough)
    return scores


def _flat(texts: Sequence[str]) -> tuple[NDArray[np.int64], list[str]]:
    """All parts of all texts, and for each the text that it is of."""
    if not any(PART in text for text in texts):
        return np.flatnonzero([bool(text) for text in texts]), [text for text in texts if text]
    pairs = [(owner, part) for owner, text in enumerate(texts) for part in text.split(PART) if part]
    return np.array([owner for owner, _ in pairs], np.int64), [part for _, part in pairs]


def shape_likeness(a: str, b: str) -> float:
    """1 less the edits between two texts, where a misread look-alike is less than one edit."""
    cost = 0.0
    for step in Levenshtein.editops(a, b):
        cost += misreading(a[step.src_pos], b[step.dest_pos]) if step.tag == "replace" else 1.0
    return 1.0 - cost / max(len(a), len(b), 1)
