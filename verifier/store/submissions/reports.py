"""What runs found: each report, and every verdict of it as a row."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from verifier.errors import Conflict
from verifier.reviewing.risk import Risk, control
from verifier.store import reviews
from verifier.store.ids import new_id
from verifier.store.tables import Application, Blob, Run, StoredReport, StoredVerdict


def report_of(session: Session, application: Application, kind: str, number: int | None) -> StoredReport:
    """The report of a run by its number; without one the newest of that kind."""
    query = (
        select(StoredReport)
        .join(Run, Run.id == StoredReport.run_id)
        .where(StoredReport.application_id == application.id, StoredReport.kind == kind)
        .order_by(Run.number.desc())
    )
    found = session.scalar((query.where(Run.number == number) if number else query).limit(1))
    if found is None:
        raise Conflict("REPORT_NOT_READY", "核验报告尚未生成：请在核验完成后再取")
    return found


def keep_report(
    session: Session,
    run: Run,
    flat: Mapping[str, Any],
    sha256: str,
    size: int,
    at: datetime,
    risks: Mapping[str, Risk] | None = None,
) -> StoredReport:
    """What a run found: its report, and every verdict as a row; `risks` by key, where somebody reckoned them."""
    if session.get(Blob, sha256) is None:
        session.add(Blob(sha256=sha256, size=size, created_at=at))
        session.flush()
    met = [i["met"] for i in flat["indicators"]]
    report = StoredReport(
        id=new_id("rep"),
        run_id=run.id,
        application_id=run.application_id,
        tenant_id=run.tenant_id,
        kind=run.kind,
        sha256=sha256,
        as_of=date.fromisoformat(flat["as_of"]),
        company=flat["company"]["name"][:300],
        **flat["summary"],
        met=met.count(True),
        not_met=met.count(False),
        open=met.count(None),
        pages=sum(f["pages"] for f in flat["files"]),
        documents=len(flat["documents"]),
        confidence=_confidence(flat),
        created_at=at,
    )
    session.add(report)
    session.flush()
    found = risks or {}
    session.add_all(
        _verdict(report.id, n, claim, found.get(claim["key"])) for n, claim in enumerate(flat["claims"], 1)
    )
    session.flush()
    if run.kind == "verify":
        _now_counts(session, session.get_one(Application, run.application_id), report, flat)
    return report


def _now_counts(
    session: Session, application: Application, report: StoredReport, flat: Mapping[str, Any]
) -> None:
    """From now on this is the report that counts."""
    application.report_id, application.company = report.id, report.company
    application.uscc = flat["company"]["uscc"][:40]
    for name in ("supported", "unsupported", "needs_review", "met", "not_met", "open"):
        setattr(application, name, getattr(report, name))
    reviews.carry_over(session, application)


def _confidence(flat: Mapping[str, Any]) -> float | None:
    told = [f["confidence"] for d in flat["documents"] for f in d["fields"].values() if "confidence" in f]
    return sum(told) / len(told) if told else None


def _verdict(report_id: str, position: int, claim: Mapping[str, Any], risk: Risk | None) -> StoredVerdict:
    clear = risk is not None and risk.clear
    return StoredVerdict(
        risk=risk.points if risk else 0,
        why=list(risk.why) if risk else [],
        control=clear and control(report_id, claim["key"]),
        report_id=report_id,
        position=position,
        key=claim["key"],
        label=claim["label"],
        flag=claim["flag"],
        outcome=claim["outcome"],
        claimed=_text(claim["claimed"]),
        verified=_text(claim["verified"]),
        reasons=list(claim["reasons"]),
    )


def _text(value: object) -> str | None:
    if value is None:
        return None
    return "；".join(str(v) for v in value) if isinstance(value, list | tuple) else str(value)
