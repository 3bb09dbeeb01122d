"""Guesses what a misread text may have been: the grams it would have with look-alikes in doubtful places.

In a company name any character of place or brand may be misread. In other texts a character is doubtful where
hardly any text of the registry has it beside its neighbours; where two neighbours are, they are guessed together.
"""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import product

from registries.index.grams import bridged, folded, ordered_neighbours, pair
from registries.values.name_parts import BRAND, PLACE, map_name
from registries.values.shapes import look_alikes

LOOK_ALIKES, BOTH = 5, 4
"""So many look-alikes of a character are tried; of each where two neighbours are doubtful."""
DOUBTFUL = 1 / 1000
"""A character that less than this share of the texts has beside either neighbour."""
MOST_DOUBTED = 4
COMMON = 1 / 200
"""A character of a place or brand that more texts have beside its neighbour was read rightly."""


def doubtful_in_name(text: str, counts: Mapping[int, int], total: int) -> list[int]:
    """The places of place and brand in a company name that are not in everybody's; see `doubtful_by_counts`."""
    parts = map_name(text)
    if len(parts) != len(text):
        return []
    often = _often(text, counts)
    return [p for p, part in enumerate(parts) if part in (PLACE, BRAND) and often[p] < total * COMMON]


def doubtful_by_counts(text: str, counts: Mapping[int, int], total: int) -> list[int]:
    """The places whose character stands beside neighbours that it hardly ever has.

    Args:
        text: cleaned text of one part.
        counts: gram -> how many rows have it.
        total: of so many rows.
    """
    rare = sorted((n, place) for place, n in enumerate(_often(text, counts)) if n < total * DOUBTFUL)
    return sorted(place for _, place in rare[:MOST_DOUBTED])


def _often(text: str, counts: Mapping[int, int]) -> list[int]:
    """How many rows have each character beside one of its neighbours."""
    beside = [counts.get(pair, 0) for pair in ordered_neighbours(text)]
    return [max(left, right) for left, right in zip([0, *beside], [*beside, 0], strict=True)]


def meant(text: str, doubtful: Sequence[int]) -> set[int]:
    """The grams of a text with one look-alike, or two beside each other, in doubtful places.

    Args:
        text: cleaned text.
        doubtful: places in it, in order.
    """
    found: set[int] = set()
    read = folded(text)
    last = len(read) - 1
    guessed = {place: _others(text[place]) for place in doubtful}
    for place, others in guessed.items():
        if place:
            found.update([pair(read[place - 1], other) for other in others])
        if place < last:
            found.update([pair(other, read[place + 1]) for other in others])
        if place > 1:
            found.update([bridged(read[place - 2], other) for other in others])
        if place < last - 1:
            found.update([bridged(other, read[place + 2]) for other in others])
        for first, second in product(others[:BOTH], guessed.get(place + 1, ())[:BOTH]):
            found.add(pair(first, second))
    return found


@lru_cache(maxsize=8192)
def _others(character: str) -> tuple[int, ...]:
    """Its look-alikes, folded."""
    return tuple(folded(look_alikes(character, LOOK_ALIKES)))
