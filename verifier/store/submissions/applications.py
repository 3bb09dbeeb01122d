"""Applications: made, found, listed, withdrawn; always within one tenant."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from verifier.audit.log import record
from verifier.errors import Conflict, NotFound
from verifier.store.accounts.caller import Caller
from verifier.store.ids import new_id
from verifier.store.submissions.files import check_open
from verifier.store.submissions.state import State
from verifier.store.tables import Application


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


def delete(session: Session, caller: Caller, application: Application, at: datetime) -> None:
    """Withdraw an application; what the law wants kept is removed by retention only."""
    check_open(application)
    application.deleted_at, application.external_id = at, None
    record(session, at, caller.id, application.tenant_id, "application.delete", application.id)
