"""Found: all pieces of one text together, asked for by kind and place."""

from collections.abc import Sequence
from dataclasses import dataclass

from extractors.narrative.pieces import Piece


@dataclass(frozen=True, slots=True)
class Found:
    """All pieces of one text, by what they are."""

    text: str
    quotes: tuple[Piece, ...]
    years: tuple[Piece, ...]
    quantities: tuple[Piece, ...]
    signs: tuple[Piece, ...]

    def within(self, pieces: Sequence[Piece], start: int, end: int) -> list[Piece]:
        """The pieces of one kind between two offsets."""
        return [p for p in pieces if p.within(start, end)]

    def marks(self, kind: str, start: int, end: int) -> list[Piece]:
        """The signs of one kind between two offsets."""
        return [s for s in self.signs if s.kind == kind and s.within(start, end)]
