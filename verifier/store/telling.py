"""What happened, as messages for those who want to be told; made in the transaction in which it happens.

A message has one id for ever; a delivery is the message on its way to one endpoint.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from verifier.store.ids import new_id
from verifier.store.tables import Delivery, Endpoint, Message, Run

TYPES = (
    "verification.done",
    "verification.failed",
    "verification.cancelled",
    "precheck.done",
    "precheck.failed",
    "precheck.cancelled",
    "endpoint.test",
)
"""Everything that is told."""

KINDS = {"verify": "verification", "precheck": "precheck"}


def tell_end(session: Session, run: Run, at: datetime) -> Sequence[Delivery]:
    """A run is over: a message, thin, and its deliveries, which still have to be queued."""
    told = {"application": run.application_id, "run": run.id, "number": run.number, "state": run.state}
    if run.trouble:
        told["code"] = run.trouble["code"]
    return tell(session, run.tenant_id, f"{KINDS[run.kind]}.{run.state}", run.id, told, at)


def tell(
    session: Session, tenant_id: str, type_: str, about: str, told: dict[str, Any], at: datetime
) -> Sequence[Delivery]:
    """A message about something, for every endpoint that wants messages of that type."""
    message = Message(
        id=new_id("msg"),
        tenant_id=tenant_id,
        type=type_,
        about=about,
        body={"type": type_, "timestamp": at.isoformat(timespec="milliseconds"), "data": told},
        created_at=at,
    )
    session.add(message)
    session.flush()
    wanting = select(Endpoint).where(Endpoint.tenant_id == tenant_id, Endpoint.disabled_at.is_(None))
    endpoints = [e for e in session.scalars(wanting) if not e.types or type_ in e.types]
    return [send_to(session, message, endpoint, at) for endpoint in endpoints]


def send_to(session: Session, message: Message, endpoint: Endpoint, at: datetime) -> Delivery:
    """A delivery of a message to one endpoint, to be queued."""
    delivery = Delivery(
        id=new_id("dlv"),
        message_id=message.id,
        endpoint_id=endpoint.id,
        state="waiting",
        attempts=0,
        next_at=at,
        created_at=at,
        updated_at=at,
    )
    session.add(delivery)
    session.flush()
    return delivery
