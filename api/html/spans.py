"""Cuts the text of a narrative box where its items begin and end, so that each part can be marked."""

from collections.abc import Sequence
from dataclasses import dataclass

from verifier.verdict import Flag, Item

WORST_FIRST = (Flag.UNSUPPORTED, Flag.NEEDS_REVIEW, Flag.SUPPORTED, Flag.NOT_CLAIMED)


@dataclass(frozen=True, slots=True)
class Segment:
    """A part of the text: the numbers of the items that lie in it, and the worst of their flags."""

    text: str
    flag: str = ""
    items: tuple[int, ...] = ()


def segments(text: str, items: Sequence[Item]) -> tuple[Segment, ...]:
    """The whole text in parts; items without a place in it mark nothing.

    Args:
        text: what stands in the box.
        items: its items, numbered from 1 in this order.
    """
    spans = [(n, item, *_clipped(item.span, len(text))) for n, item in enumerate(items, 1)]
    cuts = sorted(
        {0, len(text), *(edge for _, _, start, end in spans if start < end for edge in (start, end))}
    )
    return tuple(_segment(text, spans, a, b) for a, b in zip(cuts, cuts[1:], strict=False))


def _clipped(span: tuple[int, int], length: int) -> tuple[int, int]:
    return max(0, span[0]), min(length, span[1])


def _segment(text: str, spans: Sequence[tuple[int, Item, int, int]], start: int, end: int) -> Segment:
    inside = [(n, item) for n, item, a, b in spans if a <= start and end <= b and a < b]
    if not inside:
        return Segment(text[start:end])
    worst = min((item.flag for _, item in inside), key=WORST_FIRST.index)
    # A number stands where its item begins, not on every part of it.
    begun = tuple(n for n, _, a, b in spans if a == start and a < b)
    return Segment(text[start:end], worst.value, begun)
