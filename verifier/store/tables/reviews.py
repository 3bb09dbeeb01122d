"""What people decide and correct: acts are only added to, how a claim stands is made from them."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from verifier.store.tables.base import Base


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
