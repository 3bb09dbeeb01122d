"""A stored report in each format that it can be had in; what is made is masked first."""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy.orm import Session

from api.context import Context
from api.masking import mask
from extractors.files import EvidenceFile
from verifier.recalling import recall
from verifier.store import runs
from verifier.store.applications import EVIDENCE
from verifier.store.tables import Run, StoredReport

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Format:
    """A format of reports; `version` changes when the same report is shown otherwise."""

    name: str
    media_type: str
    version: str
    write: Callable[[Json, Sequence[EvidenceFile], Context], bytes]


def _json(flat: Json, evidence: Sequence[EvidenceFile], context: Context) -> bytes:
    return json.dumps(flat, ensure_ascii=False, separators=(",", ":")).encode()


def _html(flat: Json, evidence: Sequence[EvidenceFile], context: Context) -> bytes:
    from api.html.page import render_report

    return render_report(recall(flat), evidence, context.settings).encode()


FORMATS = (
    Format("json", "application/json", "j1", _json),
    Format("html", "text/html; charset=utf-8", "h1", _html),
)


def rendered(report: StoredReport, wanted: Format, context: Context, session: Session) -> bytes:
    """A report in a format."""
    return wanted.write(mask(flat_of(report, context)), evidence_of(report, context, session), context)


def flat_of(report: StoredReport, context: Context) -> Json:
    """A report as JSON, unmasked; its seq in the audit log is printed in it.

    Raises:
        FileChanged: its bytes are not those that were kept.
    """
    flat: Json = json.loads(context.files.get(report.sha256))
    return flat


def evidence_of(report: StoredReport, context: Context, session: Session) -> tuple[EvidenceFile, ...]:
    """The files that a report is about, as they were handed in."""
    run = session.get_one(Run, report.run_id)
    return tuple(
        EvidenceFile(file.name, context.files.path(file.sha256))
        for file in runs.inputs_of(run)
        if file.part == EVIDENCE
    )
