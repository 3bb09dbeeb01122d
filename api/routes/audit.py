"""The audit log, for the audit administrator: read in portions, verified, and unmasking, which is recorded in it."""

import json
from typing import Annotated, Any

from fastapi import Depends, Query
from pydantic import BaseModel, ConfigDict, Field
from sqlalchemy import select

from api.deps import ContextDep, UnitDep, may
from api.rendering import flat_of
from api.routes.applications import Id
from api.routes.routing import router
from api.schemas.applications import Text
from verifier.audit.anchoring import read_anchors
from verifier.audit.log import record
from verifier.audit.verifying import verify_log
from verifier.store.accounts.caller import Caller
from verifier.store.submissions import applications, reports
from verifier.store.tables import AuditRecord

routes = router("audit")

Auditor = Annotated[Caller, Depends(may("audit:read"))]
Unmasker = Annotated[Caller, Depends(may("personal:read"))]


class AuditRecordOut(BaseModel):
    """One act."""

    seq: int
    at: str
    actor: str = Field(examples=["usr_01k3x8"])
    tenant: str
    action: str = Field(examples=["application.submit"])
    target: str
    detail: dict[str, Any]
    hash: str

    @classmethod
    def from_stored(cls, kept: AuditRecord) -> "AuditRecordOut":
        """A stored record."""
        return cls(
            seq=kept.seq,
            at=kept.at,
            actor=kept.actor,
            tenant=kept.tenant_id,
            action=kept.action,
            target=kept.target,
            detail=json.loads(kept.detail),
            hash=kept.hash,
        )


class AuditPortion(BaseModel):
    """A part of the log."""

    items: list[AuditRecordOut]
    next: int | None = Field(description="`before` of what follows; null at the beginning of the log.")


class FlawOut(BaseModel):
    """A place in the log that is not as it was written."""

    seq: int
    code: str
    text: str


class VerificationOut(BaseModel):
    """Whether the log is as it was written."""

    intact: bool
    records: int
    flaws: list[FlawOut]


class Reason(BaseModel):
    """Why personal numbers must be seen."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"examples": [{"reason": "核对联系人身份"}]})

    reason: Text = Field(min_length=2, max_length=500)


@routes.get("/audit-log")
def read_log(
    caller: Auditor,
    unit: UnitDep,
    before: Annotated[
        int | None, Query(ge=1, le=1 << 62, description="Only records before this one.")
    ] = None,
    actor: Annotated[str | None, Query(max_length=40)] = None,
    target: Annotated[str | None, Query(max_length=200)] = None,
    action: Annotated[str | None, Query(max_length=60)] = None,
    limit: Annotated[int, Query(ge=1, le=500)] = 100,
) -> AuditPortion:
    """Acts within the auditor's tenant, and those that belong to all, the newest first."""
    query = select(AuditRecord).where(AuditRecord.tenant_id.in_((caller.tenant_id, "")))
    wanted = {AuditRecord.actor: actor, AuditRecord.target: target, AuditRecord.action: action}
    for column, value in wanted.items():
        query = query.where(column == value) if value is not None else query
    query = query.where(AuditRecord.seq < before) if before else query
    rows = unit.session.scalars(query.order_by(AuditRecord.seq.desc()).limit(limit + 1)).all()
    kept = rows[:limit]
    following = kept[-1].seq if len(rows) > limit else None
    return AuditPortion(items=[AuditRecordOut.from_stored(r) for r in kept], next=following)


@routes.get("/audit-log/verification")
def verify(caller: Auditor, unit: UnitDep, context: ContextDep) -> VerificationOut:
    """Go through the whole log and its anchors."""
    found = verify_log(unit.session, read_anchors([context.settings.anchor_path]))
    flaws = [FlawOut(seq=f.seq, code=f.code, text=f.text) for f in found.flaws]
    return VerificationOut(intact=not flaws, records=found.records, flaws=flaws)


@routes.post("/applications/{id}/report/unmasked")
def unmask_report(
    caller: Unmasker, id: Id, why: Reason, unit: UnitDep, context: ContextDep
) -> dict[str, Any]:
    """The report with personal numbers in full; who saw it and why is recorded."""
    found = applications.find(unit.session, caller, id)
    report = reports.report_of(unit.session, found, "verify", None)
    detail = {"reason": why.reason, "report": report.id}
    record(unit.session, context.now, caller.id, caller.tenant_id, "personal.read", id, detail)
    return flat_of(report, context)
