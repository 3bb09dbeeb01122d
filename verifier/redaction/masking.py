"""A report without private things: every text of its JSON is masked, codes, ids and hashes stay.

What is a person's is known from the fields that hold persons; those names are then masked wherever they
stand. The masked report is a report like any other and can be shown, exported and recalled.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from verifier.redaction.finding import MASK, masked

Json = Mapping[str, Any]

PERSONS = frozenset(
    {"legal_representative", "inventors", "person", "application_contact", "contact", "author"}
)
"""Fields and claims that hold names of persons."""

WHOLE = frozenset({"id_number", "phone", "email", "telephone", "mobile"})
"""Fields and claims that are private as a whole."""

KEPT = frozenset(
    {"schema", "sha256", "id", "document", "documents", "unused_documents", "key", "claim", "claims", "is", "type",
     "flag", "flags", "outcome", "reasons", "code", "registry", "version", "rules", "rules_digest", "program",
     "readers", "edition", "form_sha256", "as_of", "imported_at", "state", "uscc", "number", "publication_no",
     "certificate_no"}
)  # fmt: skip
"""Names under which codes, numbers of papers and hashes stand: no person is behind them."""

_SEPARATORS = str.maketrans(dict.fromkeys("；、，,;/|", " "))


def redact(flat: Json) -> dict[str, Any]:
    """A report as JSON, safe to pass on; `redacted` says that it is one.

    Args:
        flat: the report as JSON.
    """
    names = persons(flat)
    told: dict[str, Any] = _masked(_without_page_texts(flat), names, "")
    return {**told, "redacted": True}


def _without_page_texts(flat: Json) -> Json:
    """Whose names stand on a page that no kind knows cannot be known either."""
    files = [
        {**file, "ledger": [{k: v for k, v in page.items() if k != "text"} for page in file["ledger"]]}
        for file in flat["files"]
    ]
    return {**flat, "files": files}


def persons(flat: Json) -> frozenset[str]:
    """The names of persons that a report knows: at least two characters, so that no syllable goes everywhere."""
    return frozenset(
        name for text in _texts(flat) for name in text.translate(_SEPARATORS).split() if _is_name(name)
    )


def _is_name(text: str) -> bool:
    return 2 <= len(text) <= 15 and not any(c.isdigit() or c == MASK for c in text)


def _texts(flat: Json) -> Iterator[str]:
    for document in flat["documents"]:
        rows = ({"fields": row} for row in document.get("rows", ()))
        for holder in (document, *rows):
            yield from (str(f["value"]) for n, f in holder["fields"].items() if n in PERSONS)
    for field in (flat.get("form") or {}).get("fields", ()):
        if field["key"] in PERSONS:
            yield field["text"]
    for claim in flat["claims"]:
        if claim["key"] in PERSONS:
            yield str(claim.get("text") or claim.get("claimed") or "")
        for evidence in (
            *claim["evidence"],
            *(e for i in claim["items"] for e in i["evidence"]),
            *claim.get("hints", ()),
        ):
            values = (evidence.get("record") or {}).get("values", {})
            yield from (str(text) for name, text in values.items() if name in PERSONS)


def _masked(value: Any, names: frozenset[str], under: str) -> Any:
    if isinstance(value, Mapping):
        own = str(value.get("key", ""))
        whole = under in WHOLE or own in WHOLE
        return {k: _all(v) if whole and k in _SAID else _masked(v, names, k) for k, v in value.items()}
    if isinstance(value, list | tuple):
        return [_masked(part, names, under) for part in value]
    if isinstance(value, str) and under not in KEPT:
        return MASK * len(value) if under in WHOLE else masked(value, names)
    return value


_SAID = frozenset({"value", "quote", "text", "claimed", "verified"})


def _all(value: Any) -> Any:
    return MASK * len(value) if isinstance(value, str) else value
