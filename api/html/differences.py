"""Marks the characters in which two texts differ, so that a reviewer sees the forged digit at once."""

from dataclasses import dataclass
from difflib import SequenceMatcher

LONGEST = 200
"""Longer texts are shown without marks: in prose nobody looks for one character."""


@dataclass(frozen=True, slots=True)
class Run:
    """A run of characters, and whether the other text has others here."""

    text: str
    differs: bool = False


def differences(left: str, right: str) -> tuple[tuple[Run, ...], tuple[Run, ...]]:
    """Both texts in runs; nothing is marked where they share too little to be compared.

    Args:
        left: one text, as a reviewer reads it.
        right: the other.
    """
    whole = (Run(left),), (Run(right),)
    if left == right or not left or not right or max(len(left), len(right)) > LONGEST:
        return whole
    matcher = SequenceMatcher(None, left, right, autojunk=False)
    if matcher.ratio() < 0.5:
        return whole
    steps = matcher.get_opcodes()
    return (
        tuple(Run(left[a:b], tag != "equal") for tag, a, b, _, _ in steps if a < b),
        tuple(Run(right[c:d], tag != "equal") for tag, _, _, c, d in steps if c < d),
    )
