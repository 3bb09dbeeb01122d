"""Three values, spans, and what an expression may say."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verifier.rules.expression import Span, both, either, evaluate

TRUTHS = st.sampled_from([True, False, None])


@given(TRUTHS, TRUTHS)
def test_kleene_logic_is_dual_and_never_guesses(a: bool | None, b: bool | None) -> None:
    def negated(x: bool | None) -> bool | None:
        return None if x is None else not x

    assert both(a, b) == both(b, a)
    assert negated(both(a, b)) == either(negated(a), negated(b))
    if both(a, b) is not None and None in (a, b):
        assert both(a, b) is False


@given(st.floats(-1e6, 1e6), st.floats(0, 1e6), st.integers(0, 1_000_000))
def test_a_span_decides_only_where_every_value_in_it_would(low: float, width: float, limit: int) -> None:
    span = Span(low, low + width)
    told = evaluate(f"x >= {limit}", {"x": span})
    ends = {end >= limit for end in (span.low, span.high)}
    assert told is (ends.pop() if len(ends) == 1 else None)


def test_an_expression_is_arithmetic_of_measures_and_nothing_else() -> None:
    for bad in ("__import__('os')", "a + 1 > 2", "f(x) > 1"):
        with pytest.raises(ValueError, match="no "):
            evaluate(bad, {})
