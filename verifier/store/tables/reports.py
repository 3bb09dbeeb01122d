"""Runs and what they found: a run has a report, a report has verdicts."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from verifier.store.tables.base import Base, Big


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
