"""Records that say the same in all that was asked: some of them are enough before others.

Many patents bear one title. Were all that bear the likeliest one told first, they would fill every place, and the right
title, read a little worse, would fall out; were one told alone, nobody would see that it has namesakes. So the likeliest
value is told twice, others once, and further records come behind. What was asked for to the letter is told in full.
"""

from collections.abc import Sequence

from registries.index.nearest import Candidate
from registries.match import Match
from registries.scoring import AGREES

TOLD = 2
"""Records that say the likeliest are told before others: one more than one, so that everybody sees it has namesakes."""
COMPARED = 5
"""So many candidates are compared column by column, and all that look as much alike as the best."""
MOST_COMPARED = 60
EQUAL = 0.005


def compared(found: Sequence[Candidate], most: int, told_apart: bool) -> list[Candidate]:
    """The candidates that are worth a comparison, in their order.

    Args:
        found: candidates, the most alike first.
        most: so many are told.
        told_apart: whether something else was asked for that may tell apart those that hold one text.
    """
    most = max(most, COMPARED)
    front, behind = _parted([each.text for each in found], most + TOLD)
    if not told_apart:
        return [found[place] for place in sorted((front + behind)[:most])]
    first = found[: max(most, min(equals(found), MOST_COMPARED))]
    lacking = max(0, most - len({each.text for each in first}))
    others = [place for place in front if place >= len(first)]
    return [*first, *(found[place] for place in others[:lacking])]


def equals(found: Sequence[Candidate]) -> int:
    """How many candidates look as much alike as the best."""
    return sum(each.likeness >= found[0].likeness - EQUAL for each in found)


def _parted(values: Sequence[object], most: int) -> tuple[list[int], list[int]]:
    """The places of values that come first, so many of them, and of those between that tell the same once more."""
    front: list[int] = []
    behind: list[int] = []
    seen: dict[object, int] = {}
    for place, value in enumerate(values):
        if len(front) == most:
            break
        told = seen.get(value, 0)
        (front if told < (TOLD if value == values[0] else 1) else behind).append(place)
        seen[value] = told + 1
    return front, behind


def mixed(matches: Sequence[Match]) -> tuple[Match, ...]:
    """Matches in their order, but those behind that say only what others before them say, and not just what was asked."""
    front, behind = _parted([_told(place, match) for place, match in enumerate(matches)], len(matches))
    return tuple(matches[place] for place in front + behind)


def _told(place: int, match: Match) -> object:
    """What a record says in the columns asked for; what agrees in all of them stands for itself."""
    told = [reason for reason in match.reasons if reason.column]
    if not told or all(reason.code in AGREES for reason in told):
        return place
    return tuple(reason.found for reason in told)
