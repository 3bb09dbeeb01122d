"""How alike two characters look, from the table of drawn characters: to rank candidates, never to decide."""

from functools import cache, lru_cache

from registries.values.repair import look_alike
from registries.values.tables import table

ALIKE, LEAST_ALIKE = 0.3, 0.65
"""What a misreading costs: of the most alike character, and of the least alike one in the table."""


@cache
def _alike() -> dict[str, str]:
    """A character -> those that look like it, most alike first."""
    return {line[0]: line[1:] for line in table("glyphs")["alike"].split()}


def _cost(a: str, b: str) -> float:
    others = _alike().get(a, "")
    place = others.find(b)
    return 1.0 if place < 0 else ALIKE + (LEAST_ALIKE - ALIKE) * place / len(others)


@lru_cache(maxsize=1 << 16)
def misreading(a: str, b: str) -> float:
    """What it costs that one of two characters was read as the other: 0 the same, 1 nothing alike.

    Args:
        a: one character.
        b: the other character.
    """
    if a == b:
        return 0.0
    return ALIKE if look_alike(a, b) else min(_cost(a, b), _cost(b, a))


def look_alikes(character: str, most: int) -> str:
    """The characters that look most like one, the most alike first, from the table of drawn characters."""
    return _alike().get(character, "")[:most]
