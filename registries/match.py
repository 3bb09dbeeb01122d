"""Matches and findings: which records may be the one, and who could not be asked."""

from dataclasses import dataclass

from registries.query import Query
from registries.record import Record

CERTAIN = 0.9
"""From this score on a match may carry a verdict; below it, it is only a hint to a person."""


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a match scores as it does: one column compared.

    `code` is stable (SAME, NEAR, DIFFERENT, FORMER_NAME, MISSING …), `weight` is what it adds
    to the score, `text` one Chinese sentence for the reviewer. `place` is where the holder asked
    for stands among several (winners, drafters), from 1; 0 where that is no question.
    """

    code: str
    column: str
    asked: str
    found: str
    weight: float
    text: str
    place: int = 0


@dataclass(frozen=True, slots=True)
class Match:
    """A record that may be the one asked for; `score` runs from 0 to 1."""

    record: Record
    score: float
    reasons: tuple[Reason, ...] = ()
    by_number: bool = False

    def reason(self, column: str) -> Reason | None:
        """The reason that compares `column`, if that column was asked for."""
        return next((r for r in self.reasons if r.column == column), None)


@dataclass(frozen=True, slots=True)
class Findings:
    """The answer to one query: the best matches first.

    `asked` is False where no registry of the kind is loaded or it did not answer:
    «nothing found» and «no answer» are different things.
    """

    query: Query
    asked: bool
    matches: tuple[Match, ...] = ()
    problem: str = ""

    @property
    def best(self) -> Match | None:
        """The first match that is certain enough to carry a verdict."""
        return next((m for m in self.matches if m.score >= CERTAIN), None)
