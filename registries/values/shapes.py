"""How alike two characters look, from tables of drawn characters: to rank candidates, never to decide."""

from functools import cache, lru_cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from registries.values.repair import look_alike
from registries.values.tables import table

ALIKE = 0.3
"""What a misreading costs where the two are as alike as can be; nothing alike costs 1."""
_LEAST, _MOST = 0.5, 0.85
"""Cosines of pictures: below the one nothing is alike, from the other on all that is."""


@cache
def _alike() -> dict[str, str]:
    """A character -> those that look like it, most alike first."""
    return {line[0]: line[1:] for line in table("glyphs")["alike"].split()}


@cache
def _pictures() -> tuple[dict[str, int], NDArray[np.float32]]:
    """The place of each character, and its picture as a vector of length 1 (made by bench/glyphs.py)."""
    with files("registries.values.tables").joinpath("glyphs.npz").open("rb") as file:
        held = np.load(file)
        characters, components = held["characters"], held["components"].astype(np.float32)
    places = {chr(code): place for place, code in enumerate(characters.tolist())}
    return places, components / np.linalg.norm(components, axis=1, keepdims=True)


def _cosine(a: str, b: str) -> float:
    places, pictures = _pictures()
    left, right = places.get(a), places.get(b)
    return 0.0 if left is None or right is None else float(pictures[left] @ pictures[right])


@lru_cache(maxsize=1 << 14)
def misreading(a: str, b: str) -> float:
    """What it costs that one of two characters was read as the other: 0 the same, 1 nothing alike.

    Args:
        a: one character.
        b: the other character.
    """
    if a == b:
        return 0.0
    if look_alike(a, b):
        return ALIKE
    likeness = (_cosine(a, b) - _LEAST) / (_MOST - _LEAST)
    return 1.0 - (1.0 - ALIKE) * min(1.0, max(0.0, likeness))


def drawn_alike(a: str, b: str) -> bool:
    """Whether one of two characters is among those that look most like the other."""
    return look_alike(a, b) or b in _alike().get(a, "") or a in _alike().get(b, "")


def look_alikes(character: str, most: int) -> str:
    """The characters that look most like one, the most alike first, from the table of drawn characters."""
    return _alike().get(character, "")[:most]
