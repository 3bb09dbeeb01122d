"""What a sentence repeats, as the cell of the form would be: its claim, its verdict, and how its number binds."""

from extractors.forms.form import FormField
from extractors.narrative.mention import Mention
from verifier.claims import Claim
from verifier.judging.boxes.documented import Found
from verifier.verdict import Outcome, Verdict

ASK = Found(Outcome.NEEDS_HUMAN_REVIEW, "AMBIGUOUS_CLAIM")
"""Which figure is meant, a person says."""


def as_claim(key: str, mention: Mention, year: int | None = None, text: str = "") -> Claim:
    """The cell that would claim what a mention claims; `text` as it would be printed there."""
    number = mention.quantity
    printed = text or (f"{number:g}" if number is not None else mention.text)
    full = f"{key}.{year}" if year else key
    return Claim(full, key, key, FormField(full, key, printed, number), year)


def from_verdict(verdict: Verdict) -> Found:
    """What the verdict on such a cell says of the mention."""
    reason = verdict.reasons[0] if verdict.reasons else ""
    return Found(verdict.outcome, reason, verdict.evidence, verdict.flags)


def reaches(mention: Mention, known: float) -> bool:
    """A number that is told as «over», «at least» or «about» is held by what is known."""
    claimed = mention.quantity or 0.0
    if mention.bound == "gt":
        return known > claimed
    if mention.bound == "ge":
        return known >= claimed
    return mention.bound == "approx" and abs(known - claimed) <= 0.1 * claimed
