"""How many to look at: the smallest sample that meets a bad unit with a given probability.

Drawn without replacement from N units of which K are bad, n units miss all of them with the probability
C(N−K, n) / C(N, n) (hypergeometric; exact, in whole numbers).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from math import ceil, comb


@dataclass(frozen=True, slots=True)
class SampleSize:
    """How many to draw, and what that promises."""

    population: int
    bad: int
    confidence: float
    size: int
    probability: float
    """Of meeting at least one bad unit with this size."""

    def sentence(self) -> str:
        """The reckoning in a sentence, for the record of the draw."""
        return (
            f"总体{self.population}，假定其中至少{self.bad}个有问题：不放回抽取{self.size}个，"
            f"至少抽到1个的概率为{self.probability:.1%}（要求{self.confidence:.0%}，超几何分布）"
        )


def sample_size(population: int, bad: int, confidence: float = 0.95) -> SampleSize:
    """The smallest sample that meets a bad unit.

    Args:
        population: how many there are.
        bad: how many of them are bad, at least.
        confidence: the probability wanted, between 0 and 1.

    Raises:
        ValueError: there are not so many bad units, or none.
    """
    if not 0 < bad <= population or not 0 < confidence < 1:
        raise ValueError(
            f"{bad} bad among {population} with {confidence}: 0 < bad <= population, 0 < confidence < 1"
        )
    wanted = Fraction(confidence).limit_denominator(10**6)
    size = next(n for n in range(1, population + 1) if 1 - missed(population, bad, n) >= wanted)
    return SampleSize(population, bad, confidence, size, float(1 - missed(population, bad, size)))


def missed(population: int, bad: int, size: int) -> Fraction:
    """The probability that a sample meets no bad unit."""
    return Fraction(comb(population - bad, size), comb(population, size))


def bad_units(population: int, rate: float) -> int:
    """How many units a rate of bad ones is, at least one."""
    return max(1, ceil(round(population * rate, 9)))


def shares(strata: Mapping[str, int], size: int) -> dict[str, int]:
    """A sample's size shared out in proportion, at least one a stratum, by largest remainders.

    Args:
        strata: how many units each holds.
        size: of the whole sample; no less than the number of strata is given out.
    """
    total = sum(strata.values())
    exact = {name: Fraction(size * n, total) for name, n in strata.items()}
    given = {name: min(n, max(1, int(exact[name]))) for name, n in strata.items()}
    wanted = min(total, max(size, len(strata)))
    while (short := wanted - sum(given.values())) != 0:
        # Whoever is furthest from its share gives or takes one; names break ties, so that everybody gets the same.
        open_ = [n for n in sorted(strata) if (given[n] < strata[n] if short > 0 else given[n] > 1)]
        name = max(open_, key=lambda n: (exact[n] - given[n]) * (1 if short > 0 else -1))
        given[name] += 1 if short > 0 else -1
    return given
