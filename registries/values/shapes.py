"""How alike two characters look, from the table of drawn characters: to rank candidates, never to decide."""

from functools import cache

from registries.values.repair import look_alike
from registries.values.tables import table

ALIKE, LEAST_ALIKE = 0.3, 0.65
"""What a misreading costs: of the most alike character, and of the least alike one in the table."""


@cache
def _costs() -> dict[str, float]:
    """Both characters together -> the cost."""
    costs: dict[str, float] = {}
    for line in table("glyphs")["alike"].split():
        for place, other in enumerate(line[1:]):
            cost = ALIKE + (LEAST_ALIKE - ALIKE) * place / len(line[1:])
            for pair in (line[0] + other, other + line[0]):
                costs[pair] = min(cost, costs.get(pair, 1.0))
    return costs


def misreading(a: str, b: str) -> float:
    """What it costs that one of two characters was read as the other: 0 the same, 1 nothing alike.

    Args:
        a: one character.
        b: the other character.
    """
    if a == b:
        return 0.0
    return ALIKE if look_alike(a, b) else _costs().get(a + b, 1.0)
