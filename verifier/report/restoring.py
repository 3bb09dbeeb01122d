"""From a stored report back to what was judged: claims, papers and records; no page is read again."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from extractors.exhibit import Exhibit, FileReading
from extractors.forms.form import Form, FormField
from registries.catalog import Registries
from registries.match import Findings, Match
from registries.query import Query
from registries.record import Record
from verifier.asking import ask, ask_company, partners_of
from verifier.claims import Claim, find_claims
from verifier.report.restored_papers import restore_exhibits, restore_files
from verifier.report.writing import Json
from verifier.rules import Rules


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
    form: Form


def restore(report: Json, name: str = "") -> Stored:
    """What a report as JSON was made of.

    Args:
        report: the JSON object of the contract.
        name: how the report is called in what is told about it.
    """
    form = restore_form(report)
    evidence = [
        e for c in report["claims"] for e in (*c["evidence"], *(x for i in c["items"] for x in i["evidence"]))
    ]
    return Stored(
        name or report["company"]["name"],
        date.fromisoformat(report["as_of"]),
        find_claims(form),
        restore_exhibits(report),
        restore_files(report),
        _records(evidence),
        frozenset(report["provenance"]["registries"]),
        form,
    )


def restore_form(report: Json) -> Form:
    """The form of a stored report; what its claims tell, where the report is of the time before it held the form."""
    flat = report.get("form")
    if flat is None:
        return Form("", "", "", tuple(_claimed(c) for c in report["claims"]))
    fields = tuple(
        FormField(
            f["key"], f["label"], f["text"], f["number"], tuple(f["ticked"]), f["place"],
            f.get("sure", 1.0), f.get("sealed") or "",
        )
        for f in flat["fields"]
    )
    return Form(flat["file"], flat["sha256"], flat["edition"], fields, flat["date"] or "")


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


def _claimed(flat: Json) -> FormField:
    claimed = flat["claimed"]
    ticked = tuple(claimed) if isinstance(claimed, list) else ()
    number = float(claimed) if isinstance(claimed, int | float) else None
    text = flat.get("text") or ("" if claimed is None or ticked else str(claimed))
    return FormField(flat["key"], flat["label"], text, number, ticked)


def _records(evidence: Sequence[Json]) -> Mapping[str, tuple[Record, ...]]:
    found: dict[str, dict[str, Record]] = {}
    for one in evidence:
        flat = one["record"]
        if flat:
            record = Record(flat["registry"], flat["id"], MappingProxyType(dict(flat["values"])))
            found.setdefault(one["document"] or "", {})[record.id] = record
    return MappingProxyType({key: tuple(records.values()) for key, records in found.items()})
