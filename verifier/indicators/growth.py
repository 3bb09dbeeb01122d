"""近三年年均增速: three readings of one phrase, and what they say together.

cagr2   compound growth between the first and the last of the three years
cagr3   compound growth from the year before the first, where its revenue is known
mean    the mean of the three yearly rates
"""

from collections.abc import Sequence


def average_growth(
    revenue: Sequence[float], first_rate: float | None, rates: Sequence[float] | None, method: str
) -> tuple[float, ...]:
    """The average growth in percent, by every reading that the method allows and the figures permit.

    Args:
        revenue: of the years in order.
        first_rate: growth of the first year in percent, where it is known.
        rates: growth of each year in percent, where all are known.
        method: cagr2, cagr3, mean, or all.
    """
    if revenue[0] <= 0 or revenue[-1] <= 0:
        return ()
    found = {"cagr2": _compound(revenue[0], revenue[-1], len(revenue) - 1)}
    if first_rate is not None and first_rate > -100:
        before = revenue[0] / (1 + first_rate / 100)
        found["cagr3"] = _compound(before, revenue[-1], len(revenue))
    if rates:
        found["mean"] = sum(rates) / len(rates)
    if method == "all":
        return tuple(found.values())
    chosen = found.get(method, found["cagr2"] if method == "cagr3" else None)
    return (chosen,) if chosen is not None else ()


def _compound(first: float, last: float, years: int) -> float:
    return float(((last / first) ** (1 / years) - 1) * 100)
