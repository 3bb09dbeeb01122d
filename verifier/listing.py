"""Finds the applicant's own row in a list that names many companies.

A notice supports a claim by a row, never by being there. Names are compared as registries compare
them; a row of which one character only looks like the applicant's is taken and says so.
"""

from collections.abc import Sequence
from dataclasses import replace

from extractors.exhibit import Exhibit, Fact, Row
from registries.values.names import normalize_name
from registries.values.repair import look_alike

NEAR = "NAME_NEAR"


def with_own_row(exhibit: Exhibit, names: Sequence[str]) -> Exhibit:
    """The exhibit with the facts of the applicant's row beside its own; as it is where no row names it."""
    if not exhibit.rows or exhibit.fact("holder") is not None:
        return exhibit
    for same in (_same, _alike):
        for row in exhibit.rows:
            holder = row.get("holder")
            if holder is not None and any(same(str(holder.value), name) for name in names):
                return _joined(exhibit, row, () if same is _same else (NEAR,))
    return exhibit


def _same(printed: str, name: str) -> bool:
    return bool(name) and normalize_name(printed) == normalize_name(name)


def _alike(printed: str, name: str) -> bool:
    """One character apart, and those two are mistaken for each other by readers."""
    a, b = normalize_name(printed), normalize_name(name)
    if len(a) != len(b) or len(a) < 6:
        return False
    apart = [(x, y) for x, y in zip(a, b, strict=True) if x != y]
    return len(apart) == 1 and look_alike(*apart[0])


def _joined(exhibit: Exhibit, row: Row, flags: tuple[str, ...]) -> Exhibit:
    have = {fact.name for fact in exhibit.facts}
    extra = tuple(_flagged(f, flags) for f in row.facts if f.name not in have and f.name != "sequence")
    return replace(exhibit, facts=(*exhibit.facts, *extra))


def _flagged(fact: Fact, flags: tuple[str, ...]) -> Fact:
    return replace(fact, flags=(*fact.flags, *flags)) if fact.name == "holder" else fact
