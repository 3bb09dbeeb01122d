"""Heads of which one character was misread."""

import re
from functools import lru_cache

SHORTEST, LONGEST = 4, 12
"""Heads of so many characters are known with one of them misread."""


@lru_cache(maxsize=512)
def misread(text: str, pattern: str) -> bool:
    """Whether another Chinese character in one place makes a text what a head says."""
    if not SHORTEST <= len(text) <= LONGEST:
        return False
    letters = sorted(set(re.findall(r"[一-鿿]", pattern)))
    places = [i for i, char in enumerate(text) if char >= "⺀"]
    return any(re.fullmatch(pattern, text[:i] + letter + text[i + 1 :]) for i in places for letter in letters)
