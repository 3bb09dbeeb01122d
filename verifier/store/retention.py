"""What is no longer to be kept is removed: forgotten drafts, uploads never finished, applications past their time.

The audit log stays. Saved answers and sessions go, too. A file's bytes go when no application and no report refers to them, and never while they
are young: an upload that is on its way has its bytes before its row.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from verifier.audit.log import record
from verifier.store.filestore import FileStore
from verifier.store.submissions import texts
from verifier.store.submissions.state import BUSY, State
from verifier.store.submissions.uploads import forget_parts
from verifier.store.tables import (
    Answer,
    Application,
    Blob,
    Delivery,
    Message,
    Run,
    SignIn,
    StoredCorrection,
    StoredFile,
    StoredReport,
    StoredReview,
    StoredStanding,
    StoredVerdict,
    Upload,
    UploadPart,
)

ANSWERS = timedelta(days=30)
"""So long a request may be sent again under its key."""

UPLOADS = timedelta(days=7)
"""So long an upload in parts may take, from its beginning to its last part."""

YOUNG = timedelta(days=2)


@dataclass(frozen=True, slots=True)
class Periods:
    """How long things are kept."""

    drafts: timedelta
    files: timedelta


@dataclass(frozen=True, slots=True)
class Removed:
    """What was removed."""

    drafts: int
    applications: int
    files: int
    uploads: int = 0


def tidy(session: Session, files: FileStore, periods: Periods, at: datetime) -> Removed:
    """Remove what is past its time; everything in the session's transaction, bytes after it."""
    drafts = _forget_drafts(session, at - periods.drafts, at)
    gone = [_purge(session, application, at) for application in _past(session, at - periods.files)]
    session.execute(delete(Answer).where(Answer.created_at < at - ANSWERS))
    session.execute(delete(SignIn).where(SignIn.expires_at < at))
    uploads = _give_up_uploads(session, at - UPLOADS)
    unused = _unused(session, at - YOUNG)
    session.execute(delete(Blob).where(Blob.sha256.in_(unused)))
    session.flush()
    for sha256 in unused:
        files.put_aside(sha256)
    files.sweep()
    return Removed(drafts, len(gone), len(unused), uploads)


def _forget_drafts(session: Session, before: datetime, at: datetime) -> int:
    query = select(Application).where(
        Application.state == State.DRAFT, Application.updated_at < before, Application.deleted_at.is_(None)
    )
    drafts = session.scalars(query).all()
    for draft in drafts:
        draft.deleted_at, draft.external_id = at, None
        record(session, at, "system", draft.tenant_id, "retention.draft", draft.id)
    return len(drafts)


def _give_up_uploads(session: Session, before: datetime) -> int:
    """Uploads in parts that were never finished."""
    old = session.scalars(select(Upload).where(Upload.created_at < before, Upload.file_id.is_(None))).all()
    for upload in old:
        forget_parts(session, upload)
        session.delete(upload)
    session.flush()
    return len(old)


def _past(session: Session, before: datetime) -> list[Application]:
    query = select(Application).where(Application.updated_at < before, Application.state.not_in(BUSY))
    return list(session.scalars(query))


def _purge(session: Session, application: Application, at: datetime) -> str:
    """An application with all that belongs to it; its line in the audit log stays."""
    own = application.id
    application.deleted_at = application.deleted_at or at
    session.flush()  # reviews of what is not withdrawn cannot be removed
    session.execute(delete(StoredStanding).where(StoredStanding.application_id == own))
    texts.forget(session, own)
    session.execute(delete(StoredCorrection).where(StoredCorrection.application_id == own))
    session.execute(delete(StoredReview).where(StoredReview.application_id == own))
    reports = select(StoredReport.id).where(StoredReport.application_id == own)
    runs = select(Run.id).where(Run.application_id == own)
    messages = select(Message.id).where(Message.about.in_(runs))
    session.execute(delete(Delivery).where(Delivery.message_id.in_(messages)))
    session.execute(delete(Message).where(Message.about.in_(runs)))
    session.execute(delete(StoredVerdict).where(StoredVerdict.report_id.in_(reports)))
    session.execute(delete(StoredReport).where(StoredReport.application_id == own))
    session.execute(delete(Run).where(Run.application_id == own))
    uploads = select(Upload.id).where(Upload.application_id == own)
    session.execute(delete(UploadPart).where(UploadPart.upload_id.in_(uploads)))
    session.execute(delete(Upload).where(Upload.application_id == own))
    session.execute(delete(StoredFile).where(StoredFile.application_id == own))
    session.delete(application)
    session.flush()
    record(session, at, "system", application.tenant_id, "retention.application", own)
    return own


def _unused(session: Session, before: datetime) -> list[str]:
    """Bytes that no application and no report refers to."""
    query = select(Blob.sha256).where(
        Blob.created_at < before,
        Blob.sha256.not_in(select(StoredFile.sha256)),
        Blob.sha256.not_in(select(StoredReport.sha256)),
        Blob.sha256.not_in(select(UploadPart.sha256)),
    )
    return list(session.scalars(query))
