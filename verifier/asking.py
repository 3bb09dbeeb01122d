"""Which registries an exhibit is looked up in, and with which fields.

A number is asked first; the same fields are asked once more without it, so that a misread number
does not hide the record that was meant. Where a thing has no number, its name finds it.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from extractors.exhibit import Exhibit
from registries.query import Query
from registries.values.names import normalize_name
from verifier.claims import Claim
from verifier.rules import Rules, load_rules

# Registry kind -> column of the registry -> field of the document.
FIELDS: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "companies": {
            "uscc": "uscc",
            "name": "holder",
            "legal_representative": "legal_representative",
            "registered_capital_wan": "capital",
            "address": "address",
        },
        "patents": {
            "application_no": "number",
            "publication_no": "publication_no",
            "title": "title",
            "owners": "holder",
            "filing_date": "filing_date",
            "grant_date": "grant_date",
            "certificate_no": "certificate_no",
        },
        "software_copyrights": {
            "registration_no": "number",
            "certificate_no": "certificate_no",
            "name": "title",
            "version": "version",
            "owners": "holder",
            "registered_on": "grant_date",
        },
        "standards": {"standard_no": "number", "title": "title", "drafters": "drafters"},
        "awards": {
            "name": "award",
            "level": "level",
            "grade": "grade",
            "year": "year",
            "project": "title",
            "winners": "holder",
        },
        "first_sets": {"product": "title", "company": "holder", "level": "level", "year": "year"},
        "honors": {
            "list": "award",
            "level": "level",
            "year": "year",
            "company": "holder",
            "project": "title",
        },
        "credit_ratings": {"uscc": "uscc", "company": "holder", "grade": "grade", "date": "date"},
        "security_filings": {"number": "number", "company": "holder", "system": "system", "level": "level"},
    }
)

NUMBERS: Mapping[str, str] = MappingProxyType(
    {
        "companies": "uscc",
        "patents": "application_no",
        "software_copyrights": "registration_no",
        "standards": "standard_no",
        "credit_ratings": "uscc",
        "security_filings": "number",
    }
)
"""The column that identifies a record, for the kinds that have one."""


def ask(exhibit: Exhibit, rules: Rules | None = None, partners: Collection[str] = ()) -> tuple[Query, ...]:
    """What the registries are to be asked about an exhibit; nothing where no registry knows its kind.

    Args:
        exhibit: one paper.
        rules: the edition of the rules.
        partners: companies whose rows of a list are asked for as well: users of the applicant.
    """
    kinds = (rules or load_rules()).registries.get(exhibit.type, ())
    own = [query for kind in kinds for query in _queries(kind, exhibit)]
    return (*own, *(q for kind in kinds for row in _rows_of(exhibit, partners) for q in _queries(kind, row)))


def partners_of(exhibits: Iterable[Exhibit], rules: Rules) -> frozenset[str]:
    """The customers whom contracts name, as names are compared."""
    names = rules.facts["customer"]
    contracts = (e for e in exhibits if e.type == "application_contract")
    return frozenset(normalize_name(e.text(n)) for e in contracts for n in names) - {""}


def _rows_of(exhibit: Exhibit, partners: Collection[str]) -> list[Exhibit]:
    """For each partner's row of a list, the exhibit as if it named that partner alone."""
    found = []
    for row in exhibit.rows if partners else ():
        holder = row.get("holder")
        if holder is not None and normalize_name(str(holder.value)) in partners:
            names = {fact.name for fact in row.facts}
            facts = (*row.facts, *(f for f in exhibit.facts if f.name not in names))
            found.append(replace(exhibit, facts=facts, rows=()))
    return found[:MOST_PARTNERS]


MOST_PARTNERS = 50
"""A list of hundreds of customers is sampled: the claim rarely names more."""


def ask_company(claims: Sequence[Claim]) -> tuple[Query, ...]:
    """What the companies registry is to be asked about the applicant, by name and by code."""
    text = {c.key: c.text.strip() for c in claims if not c.blank}
    name, code = text.get("company_name", ""), text.get("org_code", "")
    queries = []
    if name:
        queries.append(Query("companies", fields=MappingProxyType({"name": name})))
    if code:
        queries.append(Query("companies", number=code, fields=MappingProxyType({"uscc": code})))
    return tuple(queries)


def _queries(kind: str, exhibit: Exhibit) -> tuple[Query, ...]:
    fields = {column: exhibit.text(name) for column, name in FIELDS[kind].items()}
    stated = {column: text for column, text in fields.items() if text}
    number = stated.get(NUMBERS.get(kind, ""), "")
    named = {column: text for column, text in stated.items() if column != NUMBERS.get(kind)}
    queries = [Query(kind, number, MappingProxyType(stated))] if number else []
    if named:
        queries.append(Query(kind, "", MappingProxyType(named)))
    return tuple(queries)
