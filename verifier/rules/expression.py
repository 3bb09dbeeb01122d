"""Tests of indicators in three-valued logic: met, not met, cannot say.

An expression speaks of measures («revenue > 20000 and growth_avg > 20»). Each measure is a span: what
is proved at least and what may be true at most. A comparison is certain where the whole span agrees.
"""

import ast
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from math import inf
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Span:
    """From what is proved to what may be true; both ends are one where it is known."""

    low: float = -inf
    high: float = inf

    @property
    def known(self) -> bool:
        """There is one value only."""
        return self.low == self.high


UNKNOWN = Span()


def exactly(value: float) -> Span:
    """The span of a known value."""
    return Span(value, value)


_COMPARE: Mapping[type, Callable[[Span, Span], bool | None]] = MappingProxyType(
    {
        ast.Gt: lambda a, b: _surely(a.low > b.high, a.high > b.low),
        ast.GtE: lambda a, b: _surely(a.low >= b.high, a.high >= b.low),
        ast.Lt: lambda a, b: _surely(a.high < b.low, a.low < b.high),
        ast.LtE: lambda a, b: _surely(a.high <= b.low, a.low <= b.high),
    }
)


def _surely(certain: bool, possible: bool) -> bool | None:
    return True if certain else None if possible else False


def both(*parts: bool | None) -> bool | None:
    """Kleene's «and»: false beats unknown, unknown beats true."""
    return False if False in parts else None if None in parts else True


def either(*parts: bool | None) -> bool | None:
    """Kleene's «or»: true beats unknown, unknown beats false."""
    return True if True in parts else None if None in parts else False


def evaluate(expression: str, measures: Mapping[str, Span]) -> bool | None:
    """Whether an expression holds.

    Args:
        expression: comparisons of measures and numbers, joined by and, or, not.
        measures: the span of each measure; one that is missing is unknown.
    """
    return _truth(_parsed(expression), measures)


@cache
def names_in(expression: str) -> tuple[str, ...]:
    """The measures that an expression speaks of, in the order in which it names them."""
    named = [node for node in ast.walk(_parsed(expression)) if isinstance(node, ast.Name)]
    return tuple(dict.fromkeys(node.id for node in sorted(named, key=lambda node: node.col_offset)))


@cache
def _parsed(expression: str) -> ast.expr:
    return ast.parse(expression, mode="eval").body


def _truth(node: ast.expr, measures: Mapping[str, Span]) -> bool | None:
    if isinstance(node, ast.BoolOp):
        parts = [_truth(value, measures) for value in node.values]
        return both(*parts) if isinstance(node.op, ast.And) else either(*parts)
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        inner = _truth(node.operand, measures)
        return None if inner is None else not inner
    if isinstance(node, ast.Compare) and len(node.ops) == 1 and type(node.ops[0]) in _COMPARE:
        left, right = _span(node.left, measures), _span(node.comparators[0], measures)
        return _COMPARE[type(node.ops[0])](left, right)
    if isinstance(node, ast.Name):  # a measure that is true or false stands as 1 or 0
        return _COMPARE[ast.GtE](_span(node, measures), exactly(1))
    raise ValueError(f"no test of an indicator: {ast.unparse(node)}")


def _span(node: ast.expr, measures: Mapping[str, Span]) -> Span:
    if isinstance(node, ast.Name):
        return measures.get(node.id, UNKNOWN)
    if isinstance(node, ast.Constant) and isinstance(node.value, int | float):
        return exactly(node.value)
    raise ValueError(f"no measure and no number: {ast.unparse(node)}")
