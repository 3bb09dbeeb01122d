"""The face of the guard: what to look at again in a file, and its exhibits after that.

The recipe, twice pure with the workers between: `doubts` names the strips; workers give `Glance`s
for each; `guarded` settles every doubt, compares numbers with codes, flags what does not fit, and
gives each fact its confidence.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from extractors.exhibit import Exhibit, Fact, Row
from extractors.guard.agreeing import compared
from extractors.guard.certainty import certainty
from extractors.guard.doubting import Doubt, doubts
from extractors.guard.fitting import misfits
from extractors.guard.glance import Glance
from extractors.guard.grammar import grammar_of
from extractors.guard.settling import as_printed, found_again, settle
from extractors.page import Page

VERSION = 2
"""Part of the key of every second look that is kept."""

Seen = Mapping[Doubt, tuple[Glance, ...]]


def guarded(exhibits: Sequence[Exhibit], pages: Mapping[int, Page], seen: Seen) -> tuple[Exhibit, ...]:
    """The exhibits after their second looks; what nobody looked at stays as it was read."""
    settled = tuple(_settled(exhibit, pages, seen) for exhibit in exhibits)
    return tuple(_rated(_flagged(exhibit)) for exhibit in compared(settled, pages))


def _settled(exhibit: Exhibit, pages: Mapping[int, Page], seen: Seen) -> Exhibit:
    mine = {doubt.name: doubt for doubt in seen if doubt.exhibit == exhibit.id}
    facts = [_once_more(fact, mine.get(fact.name), seen) for fact in exhibit.facts]
    for name, doubt in mine.items():
        late = found_again(doubt, seen[doubt], pages[doubt.page]) if exhibit.fact(name) is None else None
        facts += [late] if late is not None else []
    return replace(exhibit, facts=tuple(facts))


def _once_more(fact: Fact, doubt: Doubt | None, seen: Seen) -> Fact:
    if fact.traits is not None and fact.traits.printed:
        return as_printed(fact, grammar_of(fact))
    return fact if doubt is None else settle(fact, doubt, seen[doubt])


def _flagged(exhibit: Exhibit) -> Exhibit:
    unfit = misfits(exhibit)
    facts = (replace(f, flags=(*f.flags, *unfit.get(f.name, ()))) for f in exhibit.facts)
    return replace(exhibit, facts=tuple(facts))


def _rated(exhibit: Exhibit) -> Exhibit:
    facts = tuple(replace(fact, confidence=certainty(fact)) for fact in exhibit.facts)
    rows = tuple(
        Row(tuple(replace(fact, confidence=certainty(fact, listed=True)) for fact in row.facts))
        for row in exhibit.rows
    )
    return replace(exhibit, facts=facts, rows=rows)


__all__ = ["VERSION", "Doubt", "Glance", "doubts", "guarded"]
