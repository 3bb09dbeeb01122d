"""Applications and their files; large files arrive in parts, bytes lie in the file store under their sha256."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import Computed, ForeignKey, Index, String, Text, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from verifier.store.tables.base import Base, Big

_LIVE: dict[str, Any] = {
    "sqlite_where": text("deleted_at is null"),
    "postgresql_where": text("deleted_at is null"),
}
"""What was withdrawn is in no list, so it is in no index of one."""

WORDS = "lower(company || ' ' || title || ' ' || uscc || ' ' || coalesce(external_id, ''))"
"""Whatever an application is called, in lower case."""


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
