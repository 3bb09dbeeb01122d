"""What the registries say of an application: answers to questions, the applicant's names, and what is registered as its own."""

from collections.abc import Mapping, Sequence
from datetime import date
from types import MappingProxyType

from registries.catalog import Registries
from registries.companies import CompanyNames
from registries.match import Findings, Match
from registries.owning import owned_by
from registries.query import Query
from verifier.claims import Claim

COUNTED = ("patents", "software_copyrights", "standards")
"""Kinds of things that are counted."""


def search_all(queries: Sequence[Query], registries: Registries | None, as_of: date) -> tuple[Findings, ...]:
    """What the registries answer to some questions; where none is loaded, that nobody was asked."""
    if registries is None:
        return tuple(Findings(query, asked=False, problem="未提供登记库") for query in queries)
    return tuple(registries.search(query, as_of) for query in queries)


def names_of(claims: Sequence[Claim], registries: Registries | None) -> CompanyNames | None:
    """All names of the applicant that the companies registry knows, by its code, else by its name."""
    if registries is None:
        return None
    told = (c.text.strip() for key in ("org_code", "company_name") for c in claims if c.key == key)
    found = (registries.names_of(text) for text in told if text)
    return next((names for names in found if names is not None), None)


def owned_of(
    claims: Sequence[Claim], registries: Registries | None, day: date
) -> Mapping[str, tuple[Match, ...]]:
    """What the registries keep as the applicant's, for the kinds of things that are counted."""
    if registries is None:
        return MappingProxyType({})
    known = names_of(claims, registries)
    told = tuple(c.text.strip() for c in claims if c.key == "company_name" and not c.blank)
    names = (*told, *((known.current, *(f.name for f in known.former)) if known else ()))
    return MappingProxyType({kind: owned_by(registries, kind, names, day) for kind in COUNTED})
