"""How alike what a paper says is to what a record says; both sides are cleaned by the same functions.

* `same`    equal after cleaning
* `alike`   0 to 1, by edits; a text that lost its end at a page's edge is judged by the part that is there
* `apart`   in how many characters two numbers differ
"""

from rapidfuzz.distance import Indel, Levenshtein

from registries.values.dates import parse_years
from registries.values.text import squeeze

LEAST_PART = 6
"""A shorter fragment is part of too many titles to tell one."""


def same(a: str, b: str) -> bool:
    """Both say something, and the same."""
    left = squeeze(a)
    return bool(left) and left == squeeze(b)


def alike(a: str, b: str) -> float:
    """From 0 (nothing in common) to 1 (the same) for two titles or names."""
    left, right = squeeze(a), squeeze(b)
    if not left or not right:
        return 0.0
    short, long = sorted((left, right), key=len)
    if len(short) >= LEAST_PART and 2 * len(short) >= len(long) and long.startswith(short):
        return 1.0 - 0.1 * (len(long) - len(short)) / len(long)
    return float(Indel.normalized_similarity(left, right))


def apart(a: str, b: str) -> int:
    """The number of characters to change, add or drop between two cleaned texts."""
    return int(Levenshtein.distance(squeeze(a), squeeze(b)))


def within(part: str, whole: str) -> bool:
    """A cleaned text of some length stands inside another, whichever way round."""
    left, right = sorted((squeeze(part), squeeze(whole)), key=len)
    return len(left) >= 3 and left in right


def year_in(text: str) -> int | None:
    """The first year that a text names."""
    return next(iter(parse_years(text)), None)
