"""Who is told what: endpoints, messages, their deliveries."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from verifier.store.tables.base import Base


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
