"""How alike two characters look, from tables of drawn characters: to rank candidates, never to decide.

Who misreads a character takes it for one that looks like it, the rather the more alike the two are; where many look
like it, each of them is the less likely. All others are as unlikely as one another, and cost a whole edit.
"""

from functools import cache, lru_cache
from importlib.resources import files
from math import exp, log

import numpy as np
from numpy.typing import NDArray

from registries.values.repair import look_alike
from registries.values.tables import table

ALIKE = 0.3
"""What a misreading costs at most that everybody knows (未 / 末)."""
SHARPNESS = 30.0
"""By how much a cosine greater by 1 makes a misreading likelier, as a power of e: at 30 the pairs of the table of
confusions, which were not drawn, are likeliest."""
_MOSTLY = 0.9
"""So many misreadings are of characters that look alike."""
_ANY = (1 - _MOSTLY) / 6763
"""What is left for each of the characters of GB 2312."""


@cache
def _alike() -> dict[str, str]:
    """A character -> those that look like it, most alike first."""
    return {line[0]: line[1:] for line in table("glyphs")["alike"].split()}


@cache
def _pictures() -> tuple[dict[str, int], NDArray[np.float32], list[float]]:
    """The place of each character, its picture as a vector of length 1, how crowded it is (made by bench/glyphs.py)."""
    with files("registries.values.tables").joinpath("glyphs.npz").open("rb") as file:
        held = np.load(file)
        characters, components = held["characters"], held["components"].astype(np.float32)
        crowded = held["crowded"].tolist()
    places = {chr(code): place for place, code in enumerate(characters.tolist())}
    return places, components / np.linalg.norm(components, axis=1, keepdims=True), crowded


@lru_cache(maxsize=1 << 15)
def misreading(read: str, printed: str) -> float:
    """What it costs that a character was read as another one: 0 the same, 1 nothing alike.

    Args:
        read: the character that was read.
        printed: the one that may stand there.
    """
    if read == printed:
        return 0.0
    places, pictures, crowded = _pictures()
    seen, there = places.get(read), places.get(printed)
    likely = 0.0
    if seen is not None and there is not None:
        likely = exp(SHARPNESS * float(pictures[seen] @ pictures[there]) - crowded[there])
    cost = log(_MOSTLY * likely + _ANY) / log(_ANY)
    return min(cost, ALIKE) if look_alike(read, printed) else cost


def drawn_alike(a: str, b: str) -> bool:
    """Whether one of two characters is among those that look most like the other."""
    return look_alike(a, b) or b in _alike().get(a, "") or a in _alike().get(b, "")


def look_alikes(character: str, most: int) -> str:
    """The characters that look most like one, the most alike first, from the table of drawn characters."""
    return _alike().get(character, "")[:most]
