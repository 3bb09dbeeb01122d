"""Pieces: what the components find in a box, each with its characters."""

import unicodedata
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Piece:
    """One find: a clause, a quote, a year, a quantity, a name or a sign.

    `kind` says which; for names it is the kind of mention that the name makes. `value` is the
    canonical name, grade, status …; `level` comes with names, `years`, `number`, `unit` and `bound`
    with years and quantities.
    """

    kind: str
    start: int
    end: int
    value: str = ""
    level: str = ""
    years: tuple[int, ...] = ()
    number: float | None = None
    unit: str = ""
    bound: str = "eq"

    def overlaps(self, other: "Piece") -> bool:
        """Whether both share a character."""
        return self.start < other.end and other.start < self.end

    def within(self, start: int, end: int) -> bool:
        """Whether the piece lies between two offsets."""
        return start <= self.start and self.end <= end


def fold(text: str) -> str:
    """The text with full-width signs as half-width ones, character by character: offsets stay."""
    return "".join(_half(c) for c in text)


def _half(sign: str) -> str:
    if sign in "①②③④⑤⑥⑦⑧⑨〇":
        return sign
    narrow = unicodedata.normalize("NFKC", sign)
    return narrow if len(narrow) == 1 else sign


def longest(pieces: list[Piece]) -> list[Piece]:
    """Pieces in order of the text; where two overlap, the longer one stays, the earlier of equals."""
    kept: list[Piece] = []
    for piece in sorted(pieces, key=lambda p: (p.start - p.end, p.start)):
        if not any(piece.overlaps(other) for other in kept):
            kept.append(piece)
    return sorted(kept, key=lambda p: p.start)
