"""Verdicts: outcome, verified value, reasons, and the facts and records behind them.

The six outcomes are those of audit practice (sufficiency and appropriateness of evidence);
the four flags are what a reviewer sees first. A machine flags, people conclude.
"""

from dataclasses import dataclass
from enum import StrEnum

from extractors.exhibit import Place, Value
from registries.match import Match


class Outcome(StrEnum):
    """Why a claim has its flag."""

    SUPPORTED = "supported"
    PARTIALLY_SUPPORTED = "partially_supported"
    CONTRADICTED = "contradicted"
    NO_EVIDENCE = "no_evidence"
    UNVERIFIABLE = "unverifiable"
    NEEDS_HUMAN_REVIEW = "needs_human_review"
    NOT_CLAIMED = "not_claimed"


class Flag(StrEnum):
    """What a reviewer sees first."""

    SUPPORTED = "supported"
    UNSUPPORTED = "unsupported"
    NEEDS_REVIEW = "needs_review"
    NOT_CLAIMED = "not_claimed"


@dataclass(frozen=True, slots=True)
class Evidence:
    """One piece of evidence for a claim: an exhibit's words and place, and the record behind it.

    `counted` tells whether it counts toward the verified value; `reason` says why not.
    A record without a paper has no exhibit.
    """

    exhibit: str
    place: Place | None
    quote: str
    counted: bool
    reason: str = ""
    match: Match | None = None
    flags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Item:
    """The verdict on one thing that a narrative box claims."""

    kind: str
    name: str
    flag: Flag
    outcome: Outcome
    reasons: tuple[str, ...] = ()
    explanation: str = ""
    project: str = ""
    grade: str = ""
    level: str = ""
    year: int | None = None
    role: str = ""
    span: tuple[int, int] = (0, 0)
    evidence: tuple[Evidence, ...] = ()
    flags: tuple[str, ...] = ()
    question: str = ""
    claimed: float | None = None
    """How many or how much the words claim, where they name a number."""

    verified: float | None = None
    """How much of it is proved, where it is a number."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """The verdict on one claim of the form."""

    key: str
    label: str
    claimed: Value | tuple[str, ...] | None
    verified: Value | None
    flag: Flag
    outcome: Outcome
    reasons: tuple[str, ...] = ()
    explanation: str = ""
    evidence: tuple[Evidence, ...] = ()
    items: tuple[Item, ...] = ()
    flags: tuple[str, ...] = ()
    question: str = ""
    """What a person has to answer, where the machine cannot."""

    text: str = ""
    """What the company wrote, as it wrote it."""

    hints: tuple[Evidence, ...] = ()
    """What a reviewer should know and nothing counts: registered, but no paper."""


def flag_of(outcome: Outcome, *, asked: bool = True) -> Flag:
    """The flag of an outcome; `asked` is False where nobody could be asked or a page is unreadable."""
    if outcome is Outcome.SUPPORTED:
        return Flag.SUPPORTED
    if outcome is Outcome.NOT_CLAIMED:
        return Flag.NOT_CLAIMED
    if outcome is Outcome.NEEDS_HUMAN_REVIEW or (outcome is Outcome.UNVERIFIABLE and not asked):
        return Flag.NEEDS_REVIEW
    return Flag.UNSUPPORTED
