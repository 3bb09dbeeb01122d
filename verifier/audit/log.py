"""Records acts in the audit log, each chained to the one before by its hash.

A record is written in the transaction of the act itself: an act that is kept has its record, an act
whose record cannot be written does not happen. The database refuses to change or delete records.
"""

import hashlib
import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import select, text
from sqlalchemy.orm import Session

from verifier.store.tables import AuditRecord

START = "0" * 64
"""What the first record names as the hash before it."""

LOCK = 0x415544495400
"""The advisory lock of whoever appends on PostgreSQL: «AUDIT»."""


def record(
    session: Session,
    at: datetime,
    actor: str,
    tenant_id: str,
    action: str,
    target: str,
    detail: Mapping[str, Any] | None = None,
) -> AuditRecord:
    """Append one act; it is kept when the session's transaction is.

    Args:
        session: the transaction of the act; on SQLite it must have begun to write.
        at: when it happened.
        actor: the id of a user or an API key, `system` where nobody asked.
        tenant_id: to whom the target belongs, «» for what belongs to all.
        action: what was done, as `application.submit`.
        target: the id of what it was done to.
        detail: what else is to be known; no personal data, no secrets.
    """
    if session.get_bind().dialect.name != "sqlite":
        session.execute(text(f"select pg_advisory_xact_lock({LOCK})"))
    last = session.execute(
        select(AuditRecord.seq, AuditRecord.hash).order_by(AuditRecord.seq.desc()).limit(1)
    ).first()
    seq, previous = (last.seq + 1, last.hash) if last is not None else (1, START)
    fields = (
        at.isoformat(timespec="milliseconds"),
        actor,
        tenant_id,
        action,
        target,
        json.dumps(detail or {}, ensure_ascii=False, sort_keys=True, separators=(",", ":")),
    )
    made = AuditRecord(
        seq=seq,
        at=fields[0],
        actor=actor,
        tenant_id=tenant_id,
        action=action,
        target=target,
        detail=fields[5],
        previous=previous,
        hash=hash_of(previous, seq, fields),
    )
    session.add(made)
    session.flush()
    return made


def hash_of(previous: str, seq: int, fields: tuple[str, ...]) -> str:
    """The hash of a record: of the hash before it and all its fields as JSON."""
    told = json.dumps([seq, *fields], ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256((previous + told).encode()).hexdigest()
