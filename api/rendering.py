"""A stored report in each format that it can be had in; what is made is masked first."""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy.orm import Session

from api.context import Context
from api.masking import mask
from extractors.files import EvidenceFile
from verifier.exports.catalog import EXPORTS, Export, Letterhead
from verifier.report.recalling import recall
from verifier.reviewing.reviewed import Decisions
from verifier.rules import load_rules
from verifier.store import reviews
from verifier.store.submissions import runs
from verifier.store.submissions.state import EVIDENCE
from verifier.store.tables import Application, Run, StoredReport

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Format:
    """A format of reports; `version` changes when the same report is shown otherwise."""

    name: str
    media_type: str
    version: str
    write: Callable[[Json, Sequence[EvidenceFile], Context, Decisions], bytes]
    suffix: str
    decided: bool = False
    """Whether it tells what people decided, too."""


def _json(flat: Json, evidence: Sequence[EvidenceFile], context: Context, _: Decisions) -> bytes:
    return json.dumps(flat, ensure_ascii=False, separators=(",", ":")).encode()


def _html(flat: Json, evidence: Sequence[EvidenceFile], context: Context, _: Decisions) -> bytes:
    from api.html.page import render_report

    return render_report(recall(flat), evidence, context.settings).encode()


def _pdf(flat: Json, evidence: Sequence[EvidenceFile], context: Context, _: Decisions) -> bytes:
    from api.html.printing import print_report

    return print_report(recall(flat), evidence, context.settings).body


def _exported(export: Export) -> Format:
    def write(
        flat: Json, evidence: Sequence[EvidenceFile], context: Context, decisions: Decisions
    ) -> bytes:
        letterhead = Letterhead(day=context.now.date(), decisions=decisions)
        return export.write(recall(flat), load_rules(), letterhead)

    decided = export.id in ("opinion", "notice")
    return Format(export.id, export.media_type, f"{export.id}1", write, export.suffix, decided)


FORMATS = (
    Format("json", "application/json", "j1", _json, ".json"),
    Format("html", "text/html; charset=utf-8", "h1", _html, ".html"),
    Format("pdf", "application/pdf", "p1", _pdf, ".pdf"),
    *(_exported(export) for export in EXPORTS),
)
"""Every format, in the order in which they are offered."""


def rendered(report: StoredReport, wanted: Format, context: Context, session: Session) -> bytes:
    """A report in a format."""
    application = session.get_one(Application, report.application_id)
    # Decisions are about the report that counts; an earlier one is shown as it was.
    decided = wanted.decided and application.report_id == report.id
    decisions = mask(reviews.decisions(session, application)) if decided else {}
    flat = mask(flat_of(report, context))
    return wanted.write(flat, evidence_of(report, context, session), context, decisions)


def flat_of(report: StoredReport, context: Context) -> Json:
    """A report as JSON, unmasked; its place in the audit log is printed in it, an anchor on paper.

    Raises:
        FileChanged: its bytes are not those that were kept.
    """
    flat: Json = json.loads(context.files.get(report.sha256))
    flat["provenance"]["audit"] = {"seq": report.audit_seq, "hash": report.audit_hash}
    return flat


def evidence_of(report: StoredReport, context: Context, session: Session) -> tuple[EvidenceFile, ...]:
    """The files that a report is about, as they were handed in."""
    run = session.get_one(Run, report.run_id)
    return tuple(
        EvidenceFile(file.name, context.files.path(file.sha256))
        for file in runs.inputs_of(run)
        if file.part == EVIDENCE
    )
