"""How probably a fact is right: a small logistic model of how it was read, fitted on pages of our own.

The coefficients are data (certainty.json, written by `bench/calibration.py --fit`, which says on
what). Their signs are bound, so that a harder read character never makes a fact surer; and no sort
of fact is ever called surer than the number of examples behind it allows.
"""

import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from math import exp, log, log10
from types import MappingProxyType
from typing import Any

from extractors.exhibit import Fact, Traits
from extractors.guard.fitting import KIND, LATER, OFFSET, ORDER, YEAR
from extractors.guard.grammar import NAMED, STATED, grammar_of
from extractors.kinds.fields.numbers import CHECK_FAIL, REPAIRED

PRINTED = "printed"
"""Facts of a text layer: nothing was seen, so nothing was misread."""

CELL = "cell"

FEATURES: Mapping[str, int] = MappingProxyType(
    {
        "least": 1,
        "mean": 1,
        "length": -1,
        "tail": -1,
        "agreed": 1,
        "differed": -1,
        "repaired": -1,
        "failed": -1,
        "again": -1,
        "misfit": -1,
    }
)
"""What the model looks at, and the sign that its coefficient may have."""

MISFITS = frozenset((OFFSET, YEAR, LATER, KIND, ORDER))


def sort_of(fact: Fact, *, listed: bool = False) -> str:
    """The sort of a fact: each has its own intercept and its own bound.

    `listed` facts are cells of a list's rows, which may be well read and belong to another row.
    """
    if fact.traits is not None and fact.traits.printed:
        return PRINTED
    if listed:
        return CELL
    grammar = grammar_of(fact)
    if grammar is not None:
        if grammar.identifier is not None:
            return "checked number" if grammar.checked else "number"
        return "amount" if grammar in (STATED, NAMED) else "date"
    return "figure" if isinstance(fact.value, int | float) else "text"


def features(fact: Fact) -> tuple[float, ...]:
    """The fact's features in the order of FEATURES."""
    traits = fact.traits or Traits(fact.confidence, fact.confidence, len(fact.quote), False)
    return (
        _nines(traits.least),
        _nines(traits.mean),
        log(max(traits.length, 1)),
        float(not traits.whole),
        float(min(traits.agreed, 2)),
        float(min(traits.differed, 2)),
        float(REPAIRED in fact.flags),
        float(CHECK_FAIL in fact.flags),
        float("READ_AGAIN" in fact.flags),
        float(any(flag in MISFITS for flag in fact.flags)),
    )


def _nines(certain: float) -> float:
    """0.9 is one nine, 0.99 two: readers' certainties crowd near 1."""
    return -log10(1.001 - min(certain, 1.0))


def certainty(fact: Fact, *, listed: bool = False) -> float:
    """The probability that a fact is what the paper states."""
    sort = sort_of(fact, listed=listed)
    bound: float = _model()["bounds"].get(sort, _model()["bounds"]["text"])
    if sort == PRINTED:
        return bound
    weights: dict[str, float] = _model()["weights"]
    score: float = _model()["intercepts"].get(sort, _model()["intercepts"]["text"])
    for name, value in zip(FEATURES, features(fact), strict=True):
        score += weights[name] * value
    return round(min(bound, 1 / (1 + exp(-max(-30.0, min(30.0, score))))), 4)


@cache
def _model() -> dict[str, Any]:
    text = files("extractors.guard").joinpath("certainty.json").read_text("utf-8")
    model: dict[str, Any] = json.loads(text)
    return model
