"""What the second looks make of a doubtful fact: confirmed, read anew, in doubt, or left as read.

A number that failed its check takes a second reading that passes it. Without one it stays mended by
the single confusion of the known table (OCR_REPAIRED) or as read (NUMBER_CHECK_FAIL). Two readings
that may both be right and differ are DOUBTFUL: the better attested one is kept, never silently.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from extractors.exhibit import Fact, Place, Traits
from extractors.guard.doubting import Doubt
from extractors.guard.glance import Glance
from extractors.guard.grammar import DAY, Grammar, canonical, grammar_named, uneven, valued
from extractors.kinds.fields.numbers import CHECK_FAIL, REPAIRED
from extractors.page import Page
from registries.values.repair import repair

AGAIN = "READ_AGAIN"
"""The value comes from a second look at higher resolution."""

DOUBTFUL = "DOUBTFUL"

CLEARLY = 0.97
"""A reader who is so certain of every character does not misread; what is wrong then is the paper."""


@dataclass(frozen=True, slots=True)
class Look:
    """One reading of a strip in canonical form, and what the reader thought of it."""

    value: str
    text: str
    least: float
    mean: float


def looks_of(grammar: Grammar, seen: Sequence[Glance]) -> tuple[Look, ...]:
    """The second looks that gave something which can be right."""
    found = []
    for glance in seen:
        value = grammar.read(glance.text)
        if value is not None and grammar.right(value):
            mean = sum(glance.confidences) / max(len(glance.confidences), 1)
            found.append(Look(value, glance.text, glance.least, mean))
    return tuple(found)


def settle(fact: Fact, doubt: Doubt, seen: Sequence[Glance]) -> Fact:
    """The fact after its second looks."""
    grammar = grammar_named(doubt.grammar)
    looks = looks_of(grammar, seen)
    if CHECK_FAIL in fact.flags or REPAIRED in fact.flags:
        return _failed(fact, grammar, looks, seen)
    return _unclear(fact, grammar, looks)


def as_printed(fact: Fact, grammar: Grammar | None) -> Fact:
    """A text layer is not misread: a wrong number in it was written so, and is not mended."""
    if grammar is None or grammar.identifier is None or REPAIRED not in fact.flags:
        return fact
    written = grammar.identifier.normalize(fact.quote)
    if written is None:
        return fact
    return replace(fact, value=written, flags=(*_but(fact.flags, REPAIRED), CHECK_FAIL))


def _failed(fact: Fact, grammar: Grammar, looks: Sequence[Look], seen: Sequence[Glance]) -> Fact:
    if not looks:
        printed_so = _clear_twice(fact, grammar, seen)
        return as_printed(fact, grammar) if printed_so else _mended(fact, grammar, seen)
    best = _best(looks)
    others = {look.value for look in looks} - {best.value}
    if REPAIRED in fact.flags:
        others |= {str(fact.value)} - {best.value}
    flags = (*_but(fact.flags, CHECK_FAIL, REPAIRED), AGAIN, *((DOUBTFUL,) if others else ()))
    return _taken(fact, grammar, best, looks, flags, differed=len(others))


def _clear_twice(fact: Fact, grammar: Grammar, seen: Sequence[Glance]) -> bool:
    """The same wrong number was seen twice, clear both times: it stands so on the paper."""
    traits, read = fact.traits, grammar.read(fact.quote)
    if traits is None or traits.least < CLEARLY or read is None:
        return False
    return any(glance.least >= CLEARLY and grammar.read(glance.text) == read for glance in seen)


def _mended(fact: Fact, grammar: Grammar, seen: Sequence[Glance]) -> Fact:
    """No look passes the check: a single confusion in one of them may still explain it."""
    if REPAIRED in fact.flags or grammar.identifier is None:
        return fact
    found = {c for glance in seen for c in repair(grammar.identifier, glance.text)}
    if len(found) != 1:
        return fact
    return replace(fact, value=found.pop(), flags=(*_but(fact.flags, CHECK_FAIL), REPAIRED))


def _unclear(fact: Fact, grammar: Grammar, looks: Sequence[Look]) -> Fact:
    traits = fact.traits or Traits()
    first = Look(canonical(fact, grammar) or "", fact.quote, traits.least, traits.mean)
    best = _best((first, *looks))
    differed = len({look.value for look in looks} - {first.value})
    if grammar is DAY and uneven(fact.quote) and not any(look.least >= CLEARLY for look in looks):
        differed = max(differed, 1)
    flags = (*fact.flags, DOUBTFUL) if differed else fact.flags
    if best.value == first.value:
        agreed = sum(look.value == first.value for look in looks)
        return replace(fact, flags=flags, traits=replace(traits, agreed=agreed, differed=differed))
    return _taken(fact, grammar, best, looks, (*flags, AGAIN), differed=differed)


def _taken(
    fact: Fact, grammar: Grammar, best: Look, looks: Sequence[Look], flags: tuple[str, ...], *, differed: int
) -> Fact:
    agreed = sum(look.value == best.value for look in looks) - 1
    traits = replace(
        fact.traits or Traits(),
        least=best.least,
        mean=round(best.mean, 4),
        length=len(best.text),
        agreed=agreed,
        differed=differed,
    )
    return replace(fact, value=valued(fact, grammar, best.value), quote=best.text, flags=flags, traits=traits)


def _best(looks: Sequence[Look]) -> Look:
    """The value that most looks give; among equals the one that was read with most certainty."""

    def weight(look: Look) -> tuple[int, float]:
        return sum(other.value == look.value for other in looks), look.least + look.mean

    return max(looks, key=weight)


def _but(flags: tuple[str, ...], *dropped: str) -> tuple[str, ...]:
    return tuple(flag for flag in flags if flag not in dropped)


def found_again(doubt: Doubt, seen: Sequence[Glance], page: Page) -> Fact | None:
    """A required number that only the second look could read; None where it could not either."""
    grammar = grammar_named(doubt.grammar)
    looks = looks_of(grammar, seen)
    if not looks:
        return None
    best = _best(looks)
    others = {look.value for look in looks} - {best.value}
    agreed = sum(look.value == best.value for look in looks) - 1
    traits = Traits(best.least, round(best.mean, 4), len(best.text), False, True, agreed, len(others))
    place = Place(doubt.page, page.displayed(doubt.frame), doubt.frame)
    flags = (AGAIN, *((DOUBTFUL,) if others else ()))
    return Fact(doubt.name, best.value, best.text, (place,), 0.0, flags, traits)
