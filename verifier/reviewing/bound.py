"""How many clear verdicts may be wrong, by a random share of them that people looked at: an exact bound.

The bound is that of Clopper and Pearson (Biometrika 26, 1934): the largest rate at which so few wrong
ones would still turn up with the probability that is left over.
"""

from dataclasses import dataclass
from math import comb

CONFIDENCE = 0.95


@dataclass(frozen=True, slots=True)
class Observed:
    """So many of a random share were looked at, so many were wrong."""

    wrong: int
    looked_at: int
    confidence: float = CONFIDENCE

    @property
    def bound(self) -> float | None:
        """The error rate is at most this; None where nobody looked at any."""
        return upper_bound(self.wrong, self.looked_at, self.confidence) if self.looked_at else None

    def sentence(self) -> str:
        """As a reviewer reads it."""
        if self.bound is None:
            return "随机对照尚无人复核，误差暂不可知"
        return (
            f"随机对照 {self.looked_at} 项中 {self.wrong} 项有误："
            f"以 {self.confidence:.0%} 置信，差错率 ≤ {self.bound:.1%}"
        )


def upper_bound(wrong: int, looked_at: int, confidence: float = CONFIDENCE) -> float:
    """The one-sided upper bound of a rate.

    Args:
        wrong: how many were wrong.
        looked_at: of how many.
        confidence: between 0 and 1.

    Raises:
        ValueError: more were wrong than looked at, or none was looked at.
    """
    if not 0 <= wrong <= looked_at or not looked_at:
        raise ValueError(f"{wrong} of {looked_at}: 0 <= wrong <= looked_at, looked_at > 0")
    if wrong == looked_at:
        return 1.0
    low, high = wrong / looked_at, 1.0
    for _ in range(60):
        middle = (low + high) / 2
        low, high = (middle, high) if _at_most(wrong, looked_at, middle) > 1 - confidence else (low, middle)
    return high


def _at_most(wrong: int, looked_at: int, rate: float) -> float:
    """The probability of no more than so many wrong ones at that rate."""
    return sum(comb(looked_at, k) * rate**k * (1 - rate) ** (looked_at - k) for k in range(wrong + 1))
