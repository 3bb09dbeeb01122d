"""Whom a row of a list names: companies, several of them, with what a seal left behind their names."""

import re
from collections.abc import Sequence
from dataclasses import replace

from extractors.exhibit import Fact
from extractors.kinds.fields.facts import make_fact
from extractors.kinds.fields.texts import organisations
from extractors.kinds.kind import Parse, Reading
from extractors.kinds.tables.belonging import Cell
from extractors.kinds.tables.companies import SHORTEST, ends_whole, names_in, text_in
from extractors.layout import Script


def cell_fact(script: Script, name: str, cell: Cell, parse: Parse) -> Fact | None:
    """What a cell of a list states; of a cell that names companies, each of their whole names."""
    if isinstance(cell, Fact) or cell is None:
        return cell
    if name != "holder":
        return make_fact(script, name, parse, [(p.start, p.end) for p in cell])
    # Behind a whole name may stand another company's, or what a seal left.
    whole = [c for c in names_in(script, cell) if ends_whole(script, c)]
    names = [c for c in whole if len(text_in(script, c)) >= SHORTEST or text_in(script, c).endswith("大学")] or whole or [list(cell)]
    facts = [make_fact(script, name, _company, [(p.start, p.end) for p in c]) for c in names]
    return together([fact for fact in facts if fact is not None])


def _company(text: str) -> Reading | None:
    """A company's name without the bracket that a seal left open behind it."""
    return organisations(re.sub(r"[(（][^)）]*$", "", text.strip()))


def together(facts: Sequence[Fact]) -> Fact | None:
    """Several names of organisations as one fact, a semicolon between them."""
    if len(facts) < 2:
        return facts[0] if facts else None
    value, quote = (";".join(words) for words in zip(*((str(f.value), f.quote) for f in facts), strict=True))
    places = tuple(place for fact in facts for place in fact.places)
    return replace(
        facts[0], value=value, quote=quote, places=places, confidence=min(f.confidence for f in facts)
    )
