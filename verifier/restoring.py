"""From a stored report back to what was judged: claims, papers and records; no page is read again.

A report holds every paper's facts and every record that weighed; with registries at hand all papers
are asked about anew, without them the records of the report stand for what was found.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Any

from extractors.exhibit import Exhibit, Fact, FileReading, LedgerEntry, Place, Row
from extractors.forms.form import FormField
from extractors.geometry import Box
from extractors.page import Problem
from registries.catalog import Registries
from registries.match import Findings, Match
from registries.query import Query
from registries.record import Record
from verifier.asking import ask, ask_company, partners_of
from verifier.claims import Claim
from verifier.rules import Rules

Json = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Stored:
    """What a stored report was made of."""

    name: str
    as_of: date
    claims: tuple[Claim, ...]
    exhibits: tuple[Exhibit, ...]
    files: tuple[FileReading, ...]
    records: Mapping[str, tuple[Record, ...]]
    """Exhibit's id → the records that its evidence was held against; company records under «»."""

    loaded: frozenset[str]


def restore(report: Json, name: str = "") -> Stored:
    """What a report as JSON was made of.

    Args:
        report: the JSON object of the contract.
        name: how the report is called in what is told about it.
    """
    exhibits = tuple(_exhibit(d) for d in report["documents"])
    evidence = [
        e for c in report["claims"] for e in (*c["evidence"], *(x for i in c["items"] for x in i["evidence"]))
    ]
    return Stored(
        name or report["company"]["name"],
        date.fromisoformat(report["as_of"]),
        tuple(_claim(c) for c in report["claims"]),
        exhibits,
        tuple(_file(f, exhibits) for f in report["files"]),
        _records(evidence),
        frozenset(report["provenance"]["registries"]),
    )


def ask_again(
    stored: Stored, rules: Rules, registries: Registries | None
) -> tuple[Mapping[str, tuple[Findings, ...]], tuple[Findings, ...]]:
    """What the registries say about each paper, and about the applicant.

    Args:
        stored: a restored report.
        rules: the edition of the rules.
        registries: where to ask; None takes the records of the report.
    """
    partners = partners_of(stored.exhibits, rules)
    company = ask_company(stored.claims)
    if registries is not None:
        found = {
            e.id: tuple(registries.search(q, stored.as_of) for q in ask(e, rules, partners))
            for e in stored.exhibits
        }
        return MappingProxyType(found), tuple(registries.search(q, stored.as_of) for q in company)
    told = {e.id: tuple(_told(stored, e.id, q) for q in ask(e, rules, partners)) for e in stored.exhibits}
    return MappingProxyType(told), tuple(_told(stored, "", q, anywhere=True) for q in company)


def _told(stored: Stored, exhibit: str, query: Query, *, anywhere: bool = False) -> Findings:
    """An answer made of the records in the report: registries that were loaded are known by name."""
    pools = stored.records.values() if anywhere else (stored.records.get(exhibit, ()),)
    matches = {r.id: Match(r, 1.0, (), True) for pool in pools for r in pool if r.registry == query.kind}
    return Findings(query, query.kind in stored.loaded, tuple(matches.values()))


def _claim(flat: Json) -> Claim:
    key, _, year = flat["key"].partition(".")
    claimed = flat["claimed"]
    ticked = tuple(claimed) if isinstance(claimed, list) else ()
    number = float(claimed) if isinstance(claimed, int | float) else None
    text = flat.get("text") or ("" if claimed is None or ticked else str(claimed))
    field = FormField(flat["key"], flat["label"], text, number, ticked)
    return Claim(flat["key"], key, flat["label"], field, int(year) if year.isdigit() else None)


def _exhibit(flat: Json) -> Exhibit:
    facts = tuple(_fact(name, f) for name, f in flat["fields"].items())
    rows = tuple(Row(tuple(_fact(n, f) for n, f in row.items())) for row in flat.get("rows", ()))
    return Exhibit(
        flat["id"], flat["file"], "", tuple(flat["pages"]), flat["type"], facts, rows, tuple(flat["flags"])
    )


def _fact(name: str, flat: Json) -> Fact:
    boxes = flat.get("boxes") or [{"page": flat["page"], "box": flat["box"]}]
    places = tuple(Place(b["page"], Box(*b["box"])) for b in boxes)
    return Fact(name, flat["value"], flat["quote"], places, flat["confidence"], tuple(flat.get("flags", ())))


def _file(flat: Json, exhibits: Sequence[Exhibit]) -> FileReading:
    ledger = tuple(
        LedgerEntry(e["page"], e["is"], e["width"], e["height"], e["rotation"], e["document"] or "")
        for e in flat["ledger"]
    )
    problems = tuple(Problem(p["code"], p["message"], p["page"] or 0) for p in flat["problems"])
    own = tuple(e for e in exhibits if e.file == flat["file"])
    return FileReading(flat["file"], flat["sha256"], flat["state"], ledger, own, problems)


def _records(evidence: Sequence[Json]) -> Mapping[str, tuple[Record, ...]]:
    found: dict[str, dict[str, Record]] = {}
    for one in evidence:
        flat = one["record"]
        if flat:
            record = Record(flat["registry"], flat["id"], MappingProxyType(dict(flat["values"])))
            found.setdefault(one["document"] or "", {})[record.id] = record
    return MappingProxyType({key: tuple(records.values()) for key, records in found.items()})
