"""The codes of a page against the numbers printed on it.

Codes say many things: a URL with the publication number, the registration number, the serial of the
application. Only a number of the same kind can agree or differ; all else says nothing. A code is
read with error correction, so a number that failed its check and is one confusion away from the
code's is mended to it, and says so.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from extractors.exhibit import Exhibit, Fact, Traits
from extractors.guard.grammar import Grammar, grammar_of
from extractors.kinds.fields.numbers import CHECK_FAIL, REPAIRED
from extractors.page import Code, Page
from registries.values.identifiers import StandardNumber
from registries.values.repair import repair

AGREES = "CODE_AGREES"
DIFFERS = "CODE_DIFFERS"


def compared(exhibits: Sequence[Exhibit], pages: Mapping[int, Page]) -> tuple[Exhibit, ...]:
    """The exhibits with their numbers compared to the codes of their pages."""
    return tuple(_compared(exhibit, exhibits, pages) for exhibit in exhibits)


def _compared(exhibit: Exhibit, beside: Sequence[Exhibit], pages: Mapping[int, Page]) -> Exhibit:
    codes = [code for number in exhibit.pages for code in pages[number].codes]
    if not codes:
        return exhibit
    shared = [e for e in beside if e is not exhibit and set(e.pages) & set(exhibit.pages)]
    theirs = {str(fact.value) for e in shared for fact in e.facts}
    return replace(exhibit, facts=tuple(_fact(fact, codes, theirs) for fact in exhibit.facts))


def _fact(fact: Fact, codes: Sequence[Code], theirs: set[str]) -> Fact:
    grammar = grammar_of(fact)
    if grammar is None or grammar.identifier is None or grammar.identifier is StandardNumber:
        return fact
    said = set(numbers_in(codes, grammar)) - theirs
    traits = fact.traits or Traits()
    if str(fact.value) in said:
        return replace(fact, flags=(*fact.flags, AGREES), traits=replace(traits, agreed=traits.agreed + 1))
    if not said:
        return fact
    mended = said & set(repair(grammar.identifier, fact.quote))
    flags = tuple(flag for flag in fact.flags if flag not in (CHECK_FAIL, REPAIRED))
    if len(flags) < len(fact.flags) and len(mended) == 1:
        return replace(fact, value=mended.pop(), flags=(*flags, REPAIRED, AGREES))
    read = grammar.identifier.normalize(fact.quote)
    if REPAIRED in fact.flags and read is not None:  # a guess that the code does not bear out is none
        fact = replace(fact, value=read, flags=(*flags, CHECK_FAIL))
    return replace(fact, flags=(*fact.flags, DIFFERS), traits=replace(traits, differed=traits.differed + 1))


def numbers_in(codes: Iterable[Code], grammar: Grammar) -> list[str]:
    """The numbers of one kind that codes say, right ones only."""
    found = []
    for code in codes:
        for word in (*re.split(r"[^0-9A-Za-z.\-]+", code.text), code.text):
            number = grammar.identifier.normalize(word) if grammar.identifier else None
            if number is not None and grammar.right(number) and number not in found:
                found.append(number)
    return found
