"""Applications and their files: made, filled, submitted, looked up; always within one tenant."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from verifier.audit.log import record
from verifier.errors import Conflict, NotFound
from verifier.reviewing.risk import Risk, control
from verifier.store import reviews
from verifier.store.accounts import Caller
from verifier.store.ids import new_id
from verifier.store.tables import Application, Blob, Run, StoredFile, StoredReport, StoredVerdict


class State(StrEnum):
    """Where an application stands."""

    DRAFT = "draft"
    QUEUED = "queued"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"


BUSY = (State.QUEUED, State.RUNNING)

FORM, EVIDENCE = "form", "evidence"


@dataclass(frozen=True, slots=True)
class Draft:
    """What is told about an application when it is made."""

    title: str
    city: str = ""
    external_id: str | None = None
    as_of: date | None = None


def create(session: Session, caller: Caller, draft: Draft, at: datetime) -> Application:
    """A new application, empty yet.

    Raises:
        Conflict: the tenant has one of that external id (`EXTERNAL_ID_TAKEN`).
    """
    taken = draft.external_id and session.scalar(
        select(Application.id).where(
            Application.tenant_id == caller.tenant_id, Application.external_id == draft.external_id
        )
    )
    if taken:
        raise Conflict("EXTERNAL_ID_TAKEN", f"外部编号 {draft.external_id} 已对应申报 {taken}：请勿重复创建")
    application = Application(
        id=new_id("app"),
        tenant_id=caller.tenant_id,
        external_id=draft.external_id,
        title=draft.title,
        city=draft.city,
        as_of=draft.as_of,
        state=State.DRAFT,
        revision=1,
        company="",
        uscc="",
        created_by=caller.id,
        created_at=at,
        updated_at=at,
    )
    session.add(application)
    record(session, at, caller.id, caller.tenant_id, "application.create", application.id)
    return application


def find(session: Session, caller: Caller, id_: str, *, lock: bool = False) -> Application:
    """An application of the caller's tenant.

    Raises:
        NotFound: there is none, or it is somebody else's: nobody learns which.
    """
    query = _own(caller).where(Application.id == id_)
    found = session.scalar(query.with_for_update() if lock else query)
    if found is None:
        raise NotFound(f"没有编号为 {id_} 的申报：请核对编号")
    return found


def _own(caller: Caller) -> Select[Application]:
    return select(Application).where(
        Application.tenant_id == caller.tenant_id, Application.deleted_at.is_(None)
    )


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which applications a list is to hold; the newest first, from behind `after`."""

    state: str | None = None
    city: str | None = None
    text: str | None = None
    external_id: str | None = None
    after: str | None = None
    limit: int = 50


def listed(session: Session, caller: Caller, wanted: Wanted) -> Sequence[Application]:
    """Up to one more than `limit`, so that the asker sees whether there are more."""
    query = _own(caller)
    if wanted.state:
        query = query.where(Application.state == wanted.state)
    if wanted.city:
        query = query.where(Application.city == wanted.city)
    if wanted.external_id:
        query = query.where(Application.external_id == wanted.external_id)
    if wanted.text:
        like = f"%{_literal(wanted.text)}%"
        query = query.where(
            Application.title.like(like, escape="\\") | Application.company.like(like, escape="\\")
        )
    if wanted.after:
        query = query.where(Application.id < wanted.after)
    return session.scalars(query.order_by(Application.id.desc()).limit(wanted.limit + 1)).all()


def _literal(text: str) -> str:
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")


def files_of(session: Session, application_id: str) -> Sequence[StoredFile]:
    """The files that an application consists of now, its form first."""
    query = select(StoredFile).where(
        StoredFile.application_id == application_id, StoredFile.removed_at.is_(None)
    )
    return sorted(session.scalars(query), key=lambda f: (f.part != FORM, f.name))


def file_of(session: Session, application: Application, id_: str) -> StoredFile:
    """One file of an application."""
    found = session.get(StoredFile, id_)
    if found is None or found.application_id != application.id or found.removed_at is not None:
        raise NotFound(f"该申报中没有编号为 {id_} 的文件：请核对编号")
    return found


@dataclass(frozen=True, slots=True)
class Kept:
    """A file whose bytes lie in the file store."""

    part: str
    name: str
    sha256: str
    size: int


def add_file(
    session: Session, caller: Caller, application: Application, kept: Kept, at: datetime
) -> tuple[StoredFile, bool]:
    """Take a file into an application, in place of one of that name; whether anything changed.

    Raises:
        Conflict: it is being verified (`APPLICATION_BUSY`).
    """
    _check_open(application)
    same_place = [
        f
        for f in files_of(session, application.id)
        if f.part == kept.part and (kept.part == FORM or f.name == kept.name)
    ]
    known = next((f for f in same_place if (f.name, f.sha256) == (kept.name, kept.sha256)), None)
    if known is not None:
        return known, False
    for old in same_place:
        old.removed_at = at
    if session.get(Blob, kept.sha256) is None:
        session.add(Blob(sha256=kept.sha256, size=kept.size, created_at=at))
        session.flush()
    file = StoredFile(
        id=new_id("fil"),
        application_id=application.id,
        part=kept.part,
        name=kept.name,
        sha256=kept.sha256,
        size=kept.size,
        created_at=at,
    )
    session.add(file)
    _changed(application, at)
    record(
        session,
        at,
        caller.id,
        application.tenant_id,
        f"{kept.part}.add",
        application.id,
        {"file": file.id, "sha256": kept.sha256, "size": kept.size},
    )
    return file, True


def remove_file(
    session: Session, caller: Caller, application: Application, file: StoredFile, at: datetime
) -> None:
    """Take a file out; earlier reports keep it."""
    _check_open(application)
    file.removed_at = at
    _changed(application, at)
    record(
        session,
        at,
        caller.id,
        application.tenant_id,
        f"{file.part}.remove",
        application.id,
        {"file": file.id},
    )


def delete(session: Session, caller: Caller, application: Application, at: datetime) -> None:
    """Withdraw an application; what the law wants kept is removed by retention only."""
    _check_open(application)
    application.deleted_at, application.external_id = at, None
    record(session, at, caller.id, application.tenant_id, "application.delete", application.id)


def _check_open(application: Application) -> None:
    if application.state in BUSY:
        raise Conflict("APPLICATION_BUSY", "该申报正在核验，暂不能更改：请先取消，或等核验完成")


def _changed(application: Application, at: datetime) -> None:
    application.updated_at = at
    application.revision += 1


def submit(session: Session, caller: Caller, application: Application, kind: str, at: datetime) -> Run:
    """Hand an application in for a verification or a pre-check: a run that waits in the queue.

    Raises:
        Conflict: it is being verified (`APPLICATION_BUSY`), or has no form (`FORM_MISSING`), no evidence
            (`EVIDENCE_MISSING`).
    """
    _check_open(application)
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
