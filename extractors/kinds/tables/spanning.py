"""Heads that stand over several columns (承担单位 over 牵头单位 and 参与单位), and the heads below them."""

from collections.abc import Sequence
from dataclasses import dataclass

from extractors.kinds.tables.pieces import Piece, shared_width

FLUSH = 0.6
"""Two lines of one head stand over each other to so many character heights."""


@dataclass(frozen=True, slots=True)
class Spanning:
    """A head and the columns under it, from left to right."""

    over: Piece
    under: tuple[Piece, ...]


def spanning(upper: Sequence[Piece], lower: Sequence[Piece]) -> list[Spanning]:
    """The heads of some rows that stand over two or more of those in the row below, which have no other head above them."""
    bare = [low for low in lower if not any(_one_head(high, low) for high in upper)]
    found: list[Spanning] = []
    for high in upper:
        if any(_one_head(high, low) for low in lower):
            continue
        nearest = [low for low in bare if min(upper, key=lambda one: abs(_middle(one) - _middle(low))) is high]
        left = [low for low in nearest if _middle(low) < _middle(high)]
        if left and len(left) < len(nearest) and all(low.box.y0 > high.box.middle for low in nearest):
            found.append(Spanning(high, tuple(sorted(nearest, key=_middle))))
    return found


def _middle(one: Piece) -> float:
    return (one.box.x0 + one.box.x1) / 2


def _one_head(high: Piece, low: Piece) -> bool:
    """Whether a piece goes on below another: centred under it, or flush with it."""
    near = FLUSH * low.box.height
    level = abs(_middle(high) - _middle(low)) < near or abs(high.box.x0 - low.box.x0) < near
    return level and shared_width(high.box, low.box) > 0
