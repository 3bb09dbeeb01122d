"""Measures: the figures that indicators speak of, as verified and as claimed.

A measure is a span: what is proved at least, what may be true at most. What nobody could verify is
unknown; what is counted has at least what was proved, and at most that and what is still open.
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from verifier.indicators.counted_papers import active_developers, digital_inventions, evaluation, standards
from verifier.indicators.figures import count_of, figure_of
from verifier.indicators.items import items_counted
from verifier.indicators.sheet import Sheet
from verifier.indicators.standing import credit, growth_rate, manufacturing, market_rank
from verifier.rules import Measure
from verifier.rules.expression import Span, exactly


def measure_all(sheet: Sheet, *, verified: bool) -> Mapping[str, Span]:
    """Every measure of the rules.

    Args:
        sheet: the verdicts.
        verified: what was proved; False: what the form claims.
    """
    found = {name: _measure(sheet, m, verified=verified) for name, m in sheet.rules.measures.items()}
    settings = {
        name: exactly(float(value))
        for name, (value, _) in sheet.rules.settings.items()
        if isinstance(value, int | float)
    }
    return MappingProxyType({**settings, **found})


def _measure(sheet: Sheet, measure: Measure, *, verified: bool) -> Span:
    if measure.special:
        return SPECIAL[measure.special](sheet, measure, verified)
    if measure.claim:
        return figure_of(sheet.of(measure.claim, measure.year), verified=verified)
    if measure.count:
        return count_of(sheet.of(measure.count), verified=verified)
    return items_counted(sheet, measure, verified=verified)


SPECIAL: Mapping[str, Callable[[Sheet, Measure, bool], Span]] = MappingProxyType(
    {
        "growth": growth_rate,
        "rank": market_rank,
        "credit": credit,
        "manufacturing": manufacturing,
        "digital_inventions": digital_inventions,
        "standards": standards,
        "evaluation": evaluation,
        "active_developers": active_developers,
    }
)
