"""Writes a report as the one JSON object of the contract."""

from collections.abc import Mapping
from typing import Any

from verifier.report.account import correction_as_json, indicator_as_json, reuse_as_json, section_as_json
from verifier.report.papers import document_as_json, file_as_json, form_as_json
from verifier.report.report import Report
from verifier.report.verdicts import claim_as_json

SCHEMA = "hezheng/report/1"

Json = Mapping[str, Any]
"""A report as JSON, or a part of one."""


def as_json(report: Report) -> dict[str, Any]:
    """The report as the one JSON object of the contract."""
    return {
        "schema": SCHEMA,
        "as_of": report.as_of.isoformat(),
        "company": {"name": report.company, "uscc": report.uscc},
        "provenance": {
            "program": report.provenance.program,
            "rules": report.provenance.rules,
            "rules_digest": report.provenance.rules_digest,
            "registries": {k: dict(v) for k, v in report.provenance.registries.items()},
            "readers": list(report.provenance.readers),
            "settings": dict(report.provenance.settings),
        },
        "form": form_as_json(report.form) if report.form else None,
        "summary": report.counts(),
        "undecidable": {kind: list(keys) for kind, keys in report.undecidable.items()},
        "files": [file_as_json(f) for f in report.files],
        "documents": [document_as_json(e) for e in report.exhibits],
        "unused_documents": [e.id for e in report.unused()],
        "claims": [claim_as_json(v) for v in report.verdicts],
        "form_checks": [
            {"code": c.code, "claims": list(c.keys), "message": c.message} for c in report.form_checks
        ],
        "indicators": [indicator_as_json(i) for i in report.indicators],
        "checklist": [section_as_json(s) for s in report.checklist],
        "corrections": [correction_as_json(c) for c in report.corrections],
        "reuse": [reuse_as_json(r) for r in report.reuse],
        "redacted": report.redacted,
        "precheck": report.precheck,
        "advice": [
            {
                "code": a.code,
                "message": a.message,
                "claim": a.claim or None,
                "file": a.file or None,
                "page": a.page or None,
            }
            for a in report.advice
        ],
    }
