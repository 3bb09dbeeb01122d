"""What is remembered, as tables; the migrations beside them make these in a database.

Tenants own everything. An application has files and runs; a finished run has a report; a report has
verdicts; a verdict has reviews. Times are UTC. The bytes of files and reports lie in the file store under their sha256.
"""

from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import (
    JSON,
    BigInteger,
    Computed,
    ForeignKey,
    Index,
    Integer,
    String,
    Text,
    UniqueConstraint,
    text,
)
from sqlalchemy import DateTime as SqlDateTime
from sqlalchemy.engine import Dialect
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from sqlalchemy.types import TypeDecorator


class Instant(TypeDecorator[datetime]):
    """A moment in UTC; SQLite keeps no zone, so it is put back on reading."""

    impl = SqlDateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """To UTC on the way in."""
        return value.astimezone(UTC) if value is not None else None

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """UTC on the way out."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


Big = BigInteger().with_variant(Integer, "sqlite")
"""SQLite counts up only columns of type INTEGER."""


class Base(DeclarativeBase):
    """All tables."""

    type_annotation_map = {datetime: Instant, dict[str, Any]: JSON, list[Any]: JSON}


_LIVE: dict[str, Any] = {
    "sqlite_where": text("deleted_at is null"),
    "postgresql_where": text("deleted_at is null"),
}
"""What was withdrawn is in no list, so it is in no index of one."""


WORDS = "lower(company || ' ' || title || ' ' || uscc || ' ' || coalesce(external_id, ''))"
"""Whatever an application is called, in lower case."""


class Tenant(Base):
    """A city, or whoever else has applications of its own."""

    __tablename__ = "tenants"
    id: Mapped[str] = mapped_column(String(40), primary_key=True)
    name: Mapped[str] = mapped_column(String(200), unique=True)
    created_at: Mapped[datetime]


class User(Base):
    """A person who signs in."""

    __tablename__ = "users"
    id: Mapped[str] = mapped_column(String(40), primary_key=True)
    tenant_id: Mapped[str] = mapped_column(ForeignKey("tenants.id"), index=True)
    login: Mapped[str] = mapped_column(String(100), unique=True)
    name: Mapped[str] = mapped_column(String(100))
    role: Mapped[str] = mapped_column(String(20))
    password: Mapped[str] = mapped_column(String(200))
    """Argon2id, with its own salt and parameters."""
    totp: Mapped[str | None] = mapped_column(String(64))
    totp_last: Mapped[int | None]
    """The 30-second step of the last code that was taken: no code is taken twice."""
    failures: Mapped[int] = mapped_column(default=0)
    locked_until: Mapped[datetime | None]
    disabled_at: Mapped[datetime | None]
    created_at: Mapped[datetime]


class SignIn(Base):
    """A person's session; the cookie is kept as its sha256 only."""

    __tablename__ = "sign_ins"
    token: Mapped[str] = mapped_column(String(64), primary_key=True)
    user_id: Mapped[str] = mapped_column(ForeignKey("users.id"), index=True)
    csrf: Mapped[str] = mapped_column(String(64))
    created_at: Mapped[datetime]
    seen_at: Mapped[datetime]
    expires_at: Mapped[datetime]


class ApiKey(Base):
    """A machine's key; kept as its sha256 only, shown once when made."""

    __tablename__ = "api_keys"
    id: Mapped[str] = mapped_column(String(40), primary_key=True)
    tenant_id: Mapped[str] = mapped_column(ForeignKey("tenants.id"), index=True)
    name: Mapped[str] = mapped_column(String(100))
    secret: Mapped[str] = mapped_column(String(64), unique=True)
    role: Mapped[str] = mapped_column(String(20))
    scopes: Mapped[list[Any]]
    created_at: Mapped[datetime]
    used_at: Mapped[datetime | None]
    expires_at: Mapped[datetime | None]
    revoked_at: Mapped[datetime | None]


class Application(Base):
    """One company's application, whatever its state."""

    __tablename__ = "applications"
    __mapper_args__ = {"eager_defaults": False}
    __table_args__ = (
        UniqueConstraint("tenant_id", "external_id"),
        Index("ix_applications_inbox", "tenant_id", "state", "id"),
        *(
            Index(f"ix_applications_{column}", "tenant_id", column, "id", **_LIVE)
            for column in ("city", "assigned_to", "unsupported", "needs_review", "undecided", "company")
        ),
        *(
            Index(f"ix_applications_state_{column}", "tenant_id", "state", column, "id", **_LIVE)
            for column in ("unsupported", "needs_review", "undecided", "company")
        ),
        Index("ix_applications_live", "tenant_id", "id", "state", **_LIVE),
        Index("ix_applications_report", "report_id"),
        Index("ix_applications_states", "tenant_id", "state", **_LIVE),
    )
    id: Mapped[str] = mapped_column(String(40), primary_key=True)
    tenant_id: Mapped[str] = mapped_column(ForeignKey("tenants.id"))
    external_id: Mapped[str | None] = mapped_column(String(200))
    """The portal's own name for it."""
    title: Mapped[str] = mapped_column(String(300))
    city: Mapped[str] = mapped_column(String(100), default="")
    as_of: Mapped[date | None]
    state: Mapped[str] = mapped_column(String(20))
    revision: Mapped[int] = mapped_column(default=1)
    company: Mapped[str] = mapped_column(String(300), default="")
    uscc: Mapped[str] = mapped_column(String(40), default="", index=True)
    assigned_to: Mapped[str | None] = mapped_column(ForeignKey("users.id"))
    run_id: Mapped[str | None] = mapped_column(String(40))
    """The latest run."""
    report_id: Mapped[str | None] = mapped_column(String(40))
    """The report that counts: of the latest verification that finished."""
    supported: Mapped[int] = mapped_column(default=0)
    unsupported: Mapped[int] = mapped_column(default=0)
    needs_review: Mapped[int] = mapped_column(default=0)
    met: Mapped[int] = mapped_column(default=0)
    not_met: Mapped[int] = mapped_column(default=0)
    open: Mapped[int] = mapped_column(default=0)
    """Flags and indicators of that report, here too so that 100,000 applications can be sorted by them."""
    undecided: Mapped[int] = mapped_column(default=0)
    """Claims that no person has decided about."""
    words: Mapped[str] = mapped_column(Text, Computed(WORDS), deferred=True)
    """All that an application can be searched by, in one text; the database itself keeps it."""
    created_by: Mapped[str] = mapped_column(String(40))
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]
    deleted_at: Mapped[datetime | None]


class Blob(Base):
    """Bytes in the file store."""

    __tablename__ = "blobs"
    sha256: Mapped[str] = mapped_column(String(64), primary_key=True)
    size: Mapped[int] = mapped_column(Big)
    created_at: Mapped[datetime]


class StoredFile(Base):
    """A file of an application, by the name that it was handed in under."""

    __tablename__ = "files"
    __table_args__ = (Index("ix_files_application", "application_id", "part", "name"),)
    id: Mapped[str] = mapped_column(String(40), primary_key=True)
    application_id: Mapped[str] = mapped_column(ForeignKey("applications.id"))
    part: Mapped[str] = mapped_column(String(10))
    """`form` or `evidence`."""
    name: Mapped[str] = mapped_column(String(500))
    sha256: Mapped[str] = mapped_column(ForeignKey("blobs.sha256"), index=True)
    size: Mapped[int] = mapped_column(Big)
    created_at: Mapped[datetime]
    removed_at: Mapped[datetime | None]


class Upload(Base):
    """A large file that arrives in parts."""

    __tablename__ = "uploads"
    id: Mapped[str] = mapped_column(String(40), primary_key=True)
    application_id: Mapped[str] = mapped_column(ForeignKey("applications.id"), index=True)
    part: Mapped[str] = mapped_column(String(10))
    name: Mapped[str] = mapped_column(String(500))
    size: Mapped[int] = mapped_column(Big)
    sha256: Mapped[str] = mapped_column(String(64))
    part_size: Mapped[int]
    file_id: Mapped[str | None] = mapped_column(String(40))
    created_at: Mapped[datetime]


class UploadPart(Base):
    """One part of an upload, numbered from 1."""

    __tablename__ = "upload_parts"
    upload_id: Mapped[str] = mapped_column(ForeignKey("uploads.id"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    sha256: Mapped[str] = mapped_column(String(64))
    size: Mapped[int]


class Run(Base):
    """One verification or pre-check of an application, from queue to report."""

    __tablename__ = "runs"
    __table_args__ = (UniqueConstraint("application_id", "number"),)
    id: Mapped[str] = mapped_column(String(40), primary_key=True)
    application_id: Mapped[str] = mapped_column(ForeignKey("applications.id"))
    tenant_id: Mapped[str] = mapped_column(ForeignKey("tenants.id"))
    number: Mapped[int]
    kind: Mapped[str] = mapped_column(String(10))
    state: Mapped[str] = mapped_column(String(20), index=True)
    stage: Mapped[str] = mapped_column(String(20))
    inputs: Mapped[list[Any]]
    """What it is about: `[{part, name, sha256, size}]`."""
    pages_done: Mapped[int] = mapped_column(default=0)
    pages_total: Mapped[int | None]
    pages_at_start: Mapped[int] = mapped_column(default=0)
    """Pages that were known when it began: they say nothing about its speed."""
    trouble: Mapped[dict[str, Any] | None]
    """Why it waits or failed: `{code, message}`."""
    requested_by: Mapped[str] = mapped_column(String(40))
    created_at: Mapped[datetime]
    started_at: Mapped[datetime | None]
    reading_at: Mapped[datetime | None]
    updated_at: Mapped[datetime]
    finished_at: Mapped[datetime | None]


class StoredReport(Base):
    """What a run found; the report itself lies in the file store."""

    __tablename__ = "reports"
    id: Mapped[str] = mapped_column(String(40), primary_key=True)
    run_id: Mapped[str] = mapped_column(ForeignKey("runs.id"), unique=True)
    application_id: Mapped[str] = mapped_column(ForeignKey("applications.id"), index=True)
    tenant_id: Mapped[str] = mapped_column(ForeignKey("tenants.id"))
    kind: Mapped[str] = mapped_column(String(10))
    sha256: Mapped[str] = mapped_column(ForeignKey("blobs.sha256"))
    as_of: Mapped[date]
    company: Mapped[str] = mapped_column(String(300))
    supported: Mapped[int]
    unsupported: Mapped[int]
    needs_review: Mapped[int]
    not_claimed: Mapped[int]
    met: Mapped[int]
    not_met: Mapped[int]
    open: Mapped[int]
    """Indicators of which nobody can say whether they are met."""
    pages: Mapped[int]
    documents: Mapped[int]
    confidence: Mapped[float | None]
    """Mean of the fields read from scans and text layers."""
    audit_seq: Mapped[int | None] = mapped_column(Big)
    audit_hash: Mapped[str | None] = mapped_column(String(64))
    """Of the record that says that this report was kept."""
    created_at: Mapped[datetime]


class StoredVerdict(Base):
    """One verdict of a report, for lists, queues and figures."""

    __tablename__ = "verdicts"
    __table_args__ = (
        Index("ix_verdicts_flag", "flag", "key"),
        Index("ix_verdicts_risk", "risk", "report_id"),
    )
    report_id: Mapped[str] = mapped_column(ForeignKey("reports.id"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(String(80))
    label: Mapped[str] = mapped_column(String(200))
    flag: Mapped[str] = mapped_column(String(20))
    outcome: Mapped[str] = mapped_column(String(30))
    claimed: Mapped[str | None] = mapped_column(Text)
    verified: Mapped[str | None] = mapped_column(Text)
    reasons: Mapped[list[Any]]
    risk: Mapped[int] = mapped_column(default=0)
    """How much speaks for looking at it first."""
    why: Mapped[list[Any]] = mapped_column(default=list)
    """For what it has its risk, in words."""
    control: Mapped[bool] = mapped_column(default=False)
    """Clear, and drawn by chance to be looked at all the same."""


class StoredReview(Base):
    """One act of a person on the verdict of one claim; never changed, never taken away on its own."""

    __tablename__ = "reviews"
    __table_args__ = (
        UniqueConstraint("application_id", "key", "version"),
        Index("ix_reviews_tenant", "tenant_id", "id"),
    )
    id: Mapped[str] = mapped_column(String(40), primary_key=True)
    tenant_id: Mapped[str] = mapped_column(ForeignKey("tenants.id"))
    application_id: Mapped[str] = mapped_column(ForeignKey("applications.id"))
    report_id: Mapped[str] = mapped_column(String(40))
    """The report that its author saw."""
    key: Mapped[str] = mapped_column(String(80))
    version: Mapped[int]
    """Counts from 1 within the claim: of two acts on one version the second is refused."""
    act: Mapped[str] = mapped_column(String(12))
    flag: Mapped[str | None] = mapped_column(String(20))
    reason: Mapped[str] = mapped_column(Text)
    basis: Mapped[str] = mapped_column(String(64))
    """Of the verdict that its author saw."""
    machine: Mapped[str] = mapped_column(String(20))
    """The machine's flag at that time."""
    user_id: Mapped[str] = mapped_column(ForeignKey("users.id"))
    created_at: Mapped[datetime]


class StoredStanding(Base):
    """How a claim stands after its reviews; made from them, for lists, queues and figures."""

    __tablename__ = "standings"
    __table_args__ = (Index("ix_standings_tenant", "tenant_id", "stand"),)
    application_id: Mapped[str] = mapped_column(ForeignKey("applications.id"), primary_key=True)
    key: Mapped[str] = mapped_column(String(80), primary_key=True)
    tenant_id: Mapped[str] = mapped_column(ForeignKey("tenants.id"))
    version: Mapped[int]
    stand: Mapped[str] = mapped_column(String(12))
    flag: Mapped[str | None] = mapped_column(String(20))
    machine: Mapped[str] = mapped_column(String(20))
    settled: Mapped[bool]
    user_id: Mapped[str] = mapped_column(ForeignKey("users.id"))
    decided_at: Mapped[datetime]


class StoredCorrection(Base):
    """What a person read on a page in place of the program; the later one of a field holds."""

    __tablename__ = "corrections"
    __table_args__ = (Index("ix_corrections_application", "application_id", "id"),)
    id: Mapped[str] = mapped_column(String(40), primary_key=True)
    tenant_id: Mapped[str] = mapped_column(ForeignKey("tenants.id"))
    application_id: Mapped[str] = mapped_column(ForeignKey("applications.id"))
    file: Mapped[str] = mapped_column(String(500))
    page: Mapped[int]
    document: Mapped[str] = mapped_column(String(120))
    field: Mapped[str] = mapped_column(String(80))
    value: Mapped[str] = mapped_column(Text)
    box: Mapped[list[Any] | None]
    user_id: Mapped[str] = mapped_column(ForeignKey("users.id"))
    created_at: Mapped[datetime]


class PageText(Base):
    """What stands on a page of evidence, for search; its pairs of characters are indexed beside it."""

    __tablename__ = "page_texts"
    __table_args__ = (Index("ix_page_texts_application", "application_id"),)
    id: Mapped[int] = mapped_column(Big, primary_key=True)
    tenant_id: Mapped[str] = mapped_column(ForeignKey("tenants.id"))
    application_id: Mapped[str] = mapped_column(ForeignKey("applications.id"))
    file: Mapped[str] = mapped_column(String(500))
    sha256: Mapped[str] = mapped_column(String(64))
    page: Mapped[int]
    text: Mapped[str] = mapped_column(Text)


class Endpoint(Base):
    """Where a tenant wants to be told."""

    __tablename__ = "endpoints"
    id: Mapped[str] = mapped_column(String(40), primary_key=True)
    tenant_id: Mapped[str] = mapped_column(ForeignKey("tenants.id"), index=True)
    url: Mapped[str] = mapped_column(String(2000))
    types: Mapped[list[Any]]
    secrets: Mapped[list[Any]]
    """The newest first; while two are valid, messages are signed with both."""
    disabled_at: Mapped[datetime | None]
    disabled_for: Mapped[str | None] = mapped_column(String(200))
    created_at: Mapped[datetime]


class Message(Base):
    """Something that happened, told under one id however often it is sent."""

    __tablename__ = "messages"
    __table_args__ = (UniqueConstraint("about", "type"),)
    id: Mapped[str] = mapped_column(String(40), primary_key=True)
    tenant_id: Mapped[str] = mapped_column(ForeignKey("tenants.id"), index=True)
    type: Mapped[str] = mapped_column(String(60))
    about: Mapped[str] = mapped_column(String(60))
    body: Mapped[dict[str, Any]]
    created_at: Mapped[datetime]


class Delivery(Base):
    """One message on its way to one endpoint."""

    __tablename__ = "deliveries"
    id: Mapped[str] = mapped_column(String(40), primary_key=True)
    message_id: Mapped[str] = mapped_column(ForeignKey("messages.id"), index=True)
    endpoint_id: Mapped[str] = mapped_column(ForeignKey("endpoints.id"), index=True)
    state: Mapped[str] = mapped_column(String(20))
    attempts: Mapped[int] = mapped_column(default=0)
    status: Mapped[int | None]
    answer: Mapped[str | None] = mapped_column(String(500))
    next_at: Mapped[datetime | None]
    updated_at: Mapped[datetime]
    created_at: Mapped[datetime]


class Answer(Base):
    """The answer that was given to a request with an idempotency key."""

    __tablename__ = "answers"
    owner: Mapped[str] = mapped_column(String(40), primary_key=True)
    key: Mapped[str] = mapped_column(String(255), primary_key=True)
    fingerprint: Mapped[str] = mapped_column(String(64))
    claim: Mapped[str] = mapped_column(String(40))
    """Of whoever works on it now."""
    status: Mapped[int | None]
    headers: Mapped[dict[str, Any] | None]
    body: Mapped[bytes | None]
    created_at: Mapped[datetime]
    claimed_until: Mapped[datetime]


class AuditRecord(Base):
    """One line of the audit log; never changed, never taken away."""

    __tablename__ = "audit_log"
    seq: Mapped[int] = mapped_column(Big, primary_key=True, autoincrement=False)
    at: Mapped[str] = mapped_column(String(40))
    actor: Mapped[str] = mapped_column(String(40))
    tenant_id: Mapped[str] = mapped_column(String(40))
    action: Mapped[str] = mapped_column(String(60))
    target: Mapped[str] = mapped_column(String(200))
    detail: Mapped[str] = mapped_column(Text)
    previous: Mapped[str] = mapped_column(String(64))
    hash: Mapped[str] = mapped_column(String(64))


class SharedPage(Base):
    """A page as it was read, for workers on other machines."""

    __tablename__ = "pages"
    sha256: Mapped[str] = mapped_column(String(64), primary_key=True)
    page: Mapped[int] = mapped_column(primary_key=True)
    reader: Mapped[str] = mapped_column(String(100), primary_key=True)
    body: Mapped[bytes]
