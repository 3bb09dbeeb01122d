"""Corrections in the database: what people read on pages, taken in every verification from then on."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from extractors.geometry import Box
from verifier.audit.log import record
from verifier.corrections import Correction
from verifier.store.accounts.caller import Caller
from verifier.store.ids import new_id
from verifier.store.tables import Application, StoredCorrection, User


def corrections_of(session: Session, application_id: str) -> tuple[Correction, ...]:
    """Every correction of an application, in the order in which they are taken."""
    query = (
        select(StoredCorrection, User.name)
        .join(User, User.id == StoredCorrection.user_id)
        .where(StoredCorrection.application_id == application_id)
        .order_by(StoredCorrection.id)
    )
    return tuple(_correction(row, name) for row, name in session.execute(query))


def add_correction(
    session: Session, caller: Caller, application: Application, told: Correction, at: datetime
) -> None:
    """Keep a correction."""
    row = StoredCorrection(
        id=new_id("cor"),
        tenant_id=application.tenant_id,
        application_id=application.id,
        file=told.file,
        page=told.page,
        document=told.document,
        field=told.field,
        value=told.value,
        box=told.box.rounded() if told.box else None,
        user_id=caller.id,
        created_at=at,
    )
    session.add(row)
    detail = {"correction": row.id, "document": told.document, "field": told.field}
    record(session, at, caller.id, application.tenant_id, "correction.add", application.id, detail)


def _correction(row: StoredCorrection, name: str) -> Correction:
    box = Box(*row.box) if row.box else None
    return Correction(row.file, row.page, row.field, row.value, row.document, name, box)
