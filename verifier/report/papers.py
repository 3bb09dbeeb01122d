"""Files and papers as JSON: the account of every page, and what each paper states and where."""

from collections.abc import Sequence
from typing import Any

from extractors.exhibit import Exhibit, Fact, FileReading, Place
from extractors.forms.form import Form
from extractors.page import Problem


def file_as_json(reading: FileReading) -> dict[str, Any]:
    """One file: state, the account of every page, problems."""
    return {
        "file": reading.file,
        "sha256": reading.sha256,
        "pages": len(reading.ledger),
        "state": reading.state,
        "readers": list(reading.readers),
        "ledger": [
            {
                "page": e.page,
                "is": e.role,
                "width": e.width,
                "height": e.height,
                "rotation": e.rotation,
                "turn": e.turn,
                "document": e.exhibit or None,
                "documents": list(e.exhibits),
                **({"text": e.text} if e.text else {}),
            }
            for e in reading.ledger
        ],
        "problems": [_problem(p) for p in reading.problems],
    }


def document_as_json(exhibit: Exhibit) -> dict[str, Any]:
    """One exhibit: type, pages, fields, and the rows of a list."""
    return {
        "id": exhibit.id,
        "file": exhibit.file,
        "pages": list(exhibit.pages),
        "type": exhibit.type,
        "fields": {f.name: _fact(f) for f in exhibit.facts},
        "rows": [{f.name: _fact(f) for f in row.facts} for row in exhibit.rows],
        "flags": list(exhibit.flags),
    }


def form_as_json(form: Form) -> dict[str, Any]:
    """The form, field by field."""
    fields = [
        {
            "key": f.key,
            "label": f.label,
            "text": f.text,
            "number": f.number,
            "ticked": list(f.ticked),
            "place": f.place,
            "sure": f.sure,
            "sealed": f.sealed or None,
        }
        for f in form.fields
    ]
    return {
        "file": form.file,
        "sha256": form.sha256,
        "edition": form.edition,
        "date": form.date or None,
        "fields": fields,
    }


def _problem(problem: Problem) -> dict[str, Any]:
    return {"page": problem.page or None, "code": problem.code, "message": problem.message}


def _fact(fact: Fact) -> dict[str, Any]:
    flat: dict[str, Any] = {
        "value": fact.value,
        "quote": fact.quote,
        **(place_as_json(fact.places[0]) if fact.places else {"page": 0, "box": fact.box.rounded()}),
        "confidence": round(fact.confidence, 3),
    }
    if len(fact.places) > 1:
        flat["boxes"] = [place_as_json(p) for p in fact.places]
    if fact.flags:
        flat["flags"] = list(fact.flags)
    return flat


def place_as_json(place: Place) -> dict[str, Any]:
    """Page and box; paragraph or cell instead of a box where the file has no pages in points."""
    if place.where:
        return {"page": place.page, "box": None, "place": place.where}
    return {"page": place.page, "box": place.box.rounded()}


def documents_as_json(readings: Sequence[FileReading]) -> dict[str, Any]:
    """What `hezheng read` prints: files and documents, without form or registries."""
    return {
        "schema": "hezheng/reading/1",
        "files": [file_as_json(r) for r in readings],
        "documents": [document_as_json(e) for r in readings for e in r.exhibits],
    }
