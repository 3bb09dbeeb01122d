"""The files of an application: put in, taken out; earlier reports keep theirs."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from verifier.audit.log import record
from verifier.errors import Conflict, NotFound
from verifier.store.accounts.caller import Caller
from verifier.store.ids import new_id
from verifier.store.submissions.state import BUSY, FORM
from verifier.store.tables import Application, Blob, StoredFile


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
    check_open(application)
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
    check_open(application)
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


def check_open(application: Application) -> None:
    """Nothing of an application changes while it is being verified."""
    if application.state in BUSY:
        raise Conflict("APPLICATION_BUSY", "该申报正在核验，暂不能更改：请先取消，或等核验完成")


def _changed(application: Application, at: datetime) -> None:
    application.updated_at = at
    application.revision += 1
