"""Handing an application in: a run that waits in the queue, and how it is stopped."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from verifier.audit.log import record
from verifier.errors import Conflict, NotFound
from verifier.store.accounts.caller import Caller
from verifier.store.ids import new_id
from verifier.store.submissions.files import check_open, files_of
from verifier.store.submissions.state import BUSY, EVIDENCE, FORM, State
from verifier.store.tables import Application, Run


def submit(session: Session, caller: Caller, application: Application, kind: str, at: datetime) -> Run:
    """Hand an application in for a verification or a pre-check: a run that waits in the queue.

    Raises:
        Conflict: it is being verified (`APPLICATION_BUSY`), or has no form (`FORM_MISSING`), no evidence
            (`EVIDENCE_MISSING`).
    """
    check_open(application)
    files = files_of(session, application.id)
    for part, code, say in ((FORM, "FORM_MISSING", "申报表"), (EVIDENCE, "EVIDENCE_MISSING", "证明材料")):
        if not any(f.part == part for f in files):
            raise Conflict(code, f"尚未上传{say}，不能提交：请先上传")
    latest = session.scalar(
        select(Run.number).where(Run.application_id == application.id).order_by(Run.number.desc()).limit(1)
    )
    run = Run(
        id=new_id("run"),
        application_id=application.id,
        tenant_id=application.tenant_id,
        number=(latest or 0) + 1,
        kind=kind,
        state=State.QUEUED,
        stage="queued",
        inputs=[{"part": f.part, "name": f.name, "sha256": f.sha256, "size": f.size} for f in files],
        pages_done=0,
        pages_at_start=0,
        requested_by=caller.id,
        created_at=at,
        updated_at=at,
    )
    session.add(run)
    application.state, application.run_id = State.QUEUED, run.id
    application.updated_at = at
    record(
        session, at, caller.id, application.tenant_id, f"application.{kind}", application.id, {"run": run.id}
    )
    session.flush()
    return run


def cancel(session: Session, caller: Caller, application: Application, at: datetime) -> Run:
    """Stop the run that waits or goes on.

    Raises:
        Conflict: none does (`NOTHING_TO_CANCEL`).
    """
    run = session.get(Run, application.run_id) if application.run_id else None
    if run is None or run.state not in BUSY:
        raise Conflict("NOTHING_TO_CANCEL", "该申报没有正在进行的核验，无须取消")
    run.state = run.stage = State.CANCELLED
    run.finished_at = run.updated_at = at
    application.state = State.DONE if application.report_id else State.CANCELLED
    application.updated_at = at
    record(
        session, at, caller.id, application.tenant_id, "application.cancel", application.id, {"run": run.id}
    )
    return run


def run_of(session: Session, caller: Caller, id_: str) -> Run:
    """A run of the caller's tenant."""
    run = session.get(Run, id_)
    if run is None or run.tenant_id != caller.tenant_id:
        raise NotFound(f"没有编号为 {id_} 的核验：请核对编号")
    return run


def runs_of(session: Session, application: Application) -> Sequence[Run]:
    """All runs of an application, the newest first."""
    query = select(Run).where(Run.application_id == application.id).order_by(Run.number.desc())
    return session.scalars(query).all()
