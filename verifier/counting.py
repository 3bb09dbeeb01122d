"""Counting: each paper is one unit; units are weighed one by one, then counted once by number.

COUNTED   paper and registry prove it
REJECTED  it cannot count, with one reason
OPEN      nobody can say yet: a person looks, if it can make a difference
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from verifier.verdict import Evidence, Flag, Outcome, flag_of

NEARLY = 0.9
"""The part of a number that «近» and «约» stand for."""


class Weight(StrEnum):
    """What one unit is worth."""

    COUNTED = "counted"
    OPEN = "open"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class Unit:
    """One paper of a count; `key` is what makes it distinct: the record's id, else its number."""

    key: str
    weight: Weight
    evidence: Evidence

    @property
    def reason(self) -> str:
        """Why it does not count; empty where it does."""
        return self.evidence.reason


@dataclass(frozen=True, slots=True)
class Tally:
    """All units of a count, each thing counted once."""

    units: tuple[Unit, ...]

    def of(self, weight: Weight) -> tuple[Unit, ...]:
        """The units of that weight, in their order."""
        return tuple(unit for unit in self.units if unit.weight is weight)

    @property
    def counted(self) -> int:
        """How many things are proved."""
        return len(self.of(Weight.COUNTED))

    @property
    def open(self) -> int:
        """How many more may be proved, for all that is known."""
        return len({unit.key for unit in self.of(Weight.OPEN)})

    @property
    def reasons(self) -> tuple[str, ...]:
        """The reasons of what does not count, the most frequent first."""
        found = Counter(u.reason for u in self.units if u.weight is not Weight.COUNTED)
        return tuple(code for code, _ in found.most_common())

    @property
    def flags(self) -> tuple[str, ...]:
        """What is to be known about the units that count."""
        return tuple(sorted({flag for u in self.of(Weight.COUNTED) for flag in u.evidence.flags}))


def tally(units: Iterable[Unit]) -> Tally:
    """Count each thing once: a second paper on the same thing is a duplicate."""
    listed = list(units)
    proved = _first(listed, Weight.COUNTED)
    pending = {key: i for key, i in _first(listed, Weight.OPEN).items() if key not in proved}
    kept = {**proved, **pending}
    return Tally(tuple(_once(unit, i, kept) for i, unit in enumerate(listed)))


def _first(units: Sequence[Unit], weight: Weight) -> dict[str, int]:
    found: dict[str, int] = {}
    for i, unit in enumerate(units):
        if unit.weight is weight:
            found.setdefault(unit.key, i)
    return found


def _once(unit: Unit, place: int, kept: dict[str, int]) -> Unit:
    if unit.weight is Weight.REJECTED or kept.get(unit.key) == place:
        return unit
    return replace(
        unit, weight=Weight.REJECTED, evidence=replace(unit.evidence, counted=False, reason="DUPLICATE")
    )


@dataclass(frozen=True, slots=True)
class Count:
    """What a tally says about a claimed number."""

    outcome: Outcome
    flag: Flag
    reasons: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()


def compare(claimed: int, units: Tally, unread: int) -> Count:
    """Hold a claimed number against what is proved.

    Args:
        claimed: the number on the form.
        units: the papers, weighed.
        unread: how many pages nobody could read; each may hold one more proof.
    """
    proved, missing = units.counted, claimed - units.counted
    if missing <= 0:
        more = ("UNDERCLAIM",) if missing < 0 else ()
        return Count(Outcome.SUPPORTED, Flag.SUPPORTED, (), (*units.flags, *more))
    if units.open >= missing:
        return _deferred(Outcome.NEEDS_HUMAN_REVIEW, _open_reasons(units), units)
    if units.open + unread >= missing:
        return _deferred(Outcome.UNVERIFIABLE, ("UNREADABLE_PAGE", *units.reasons), units)
    outcome = Outcome.PARTIALLY_SUPPORTED if proved else _nothing_proved(units)
    return Count(outcome, flag_of(outcome), units.reasons or _none_found(proved), units.flags)


def _deferred(outcome: Outcome, reasons: tuple[str, ...], units: Tally) -> Count:
    return Count(outcome, Flag.NEEDS_REVIEW, reasons, units.flags)


def _open_reasons(units: Tally) -> tuple[str, ...]:
    return tuple(dict.fromkeys(unit.reason for unit in units.of(Weight.OPEN)))


def _nothing_proved(units: Tally) -> Outcome:
    if not units.units:
        return Outcome.NO_EVIDENCE
    if set(units.reasons) <= {"NUMBER_NOT_IN_REGISTRY", "REGISTRY_NOT_ASKED", "DUPLICATE"}:
        return Outcome.UNVERIFIABLE
    return Outcome.CONTRADICTED


def _none_found(proved: int) -> tuple[str, ...]:
    return ("COUNT_MISMATCH",) if proved else ("NO_EVIDENCE",)
