"""The figure of one claim, and how many things one claim counts."""

from verifier.rules.expression import UNKNOWN, Span, exactly
from verifier.verdict import Flag, Outcome, Verdict


def figure_of(verdict: Verdict | None, *, verified: bool) -> Span:
    """The figure of one claim; unknown where nobody could verify it."""
    if verdict is None:
        return UNKNOWN
    if not verified:
        return exactly(float(verdict.claimed)) if isinstance(verdict.claimed, int | float) else UNKNOWN
    decided = verdict.outcome in (Outcome.SUPPORTED, Outcome.CONTRADICTED, Outcome.PARTIALLY_SUPPORTED)
    number = verdict.verified
    return exactly(float(number)) if decided and isinstance(number, int | float) else UNKNOWN


def count_of(verdict: Verdict | None, *, verified: bool) -> Span:
    """How many are proved, and how many more a person may accept."""
    if verdict is None or verdict.flag is Flag.NOT_CLAIMED:
        return exactly(0)
    if not verified:
        return figure_of(verdict, verified=False)
    proved = float(verdict.verified) if isinstance(verdict.verified, int | float) else 0.0
    if verdict.flag is not Flag.NEEDS_REVIEW:
        return exactly(proved)
    claimed = float(verdict.claimed) if isinstance(verdict.claimed, int | float) else proved
    return Span(proved, max(proved, claimed))
