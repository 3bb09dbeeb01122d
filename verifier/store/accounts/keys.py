"""Keys of machines: made, shown once, used, revoked."""

import hashlib
import secrets
from collections.abc import Iterable
from datetime import datetime, timedelta

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from verifier.audit.log import record
from verifier.errors import Conflict
from verifier.store.accounts.caller import Caller
from verifier.store.accounts.roles import Role, permissions
from verifier.store.ids import new_id
from verifier.store.tables import ApiKey

USED_EVERY = timedelta(hours=1)
"""So exactly it is kept when a key was used: most requests write nothing."""


def add_key(
    session: Session,
    tenant_id: str,
    name: str,
    role: Role,
    scopes: Iterable[str],
    at: datetime,
    actor: str = "system",
    expires_at: datetime | None = None,
) -> tuple[ApiKey, str]:
    """A new key of a machine, and its secret, which nobody can show again."""
    wanted = frozenset(scopes)
    if not wanted <= permissions(role):
        raise Conflict(
            "SCOPE_UNKNOWN", f"该角色没有这些权限：{'、'.join(sorted(wanted - permissions(role)))}"
        )
    secret = f"hz_{secrets.token_urlsafe(32)}"
    key = ApiKey(
        id=new_id("key"),
        tenant_id=tenant_id,
        name=name,
        secret=digest(secret),
        role=role.value,
        scopes=sorted(wanted),
        created_at=at,
        expires_at=expires_at,
    )
    session.add(key)
    record(session, at, actor, tenant_id, "key.add", key.id, {"name": name, "role": role.value})
    return key, secret


def revoke_key(session: Session, key: ApiKey, at: datetime, actor: str) -> None:
    """The key is worth nothing from now on."""
    key.revoked_at = key.revoked_at or at
    record(session, at, actor, key.tenant_id, "key.revoke", key.id)


def caller_of_key(session: Session, secret: str, at: datetime) -> Caller | None:
    """Who shows this key; None where it is none, or no longer."""
    key = session.scalar(select(ApiKey).where(ApiKey.secret == digest(secret)))
    if key is None or key.revoked_at or (key.expires_at and key.expires_at <= at):
        return None
    role = Role(key.role)
    may = permissions(role, frozenset(key.scopes))
    stale = key.used_at is None or abs(at - key.used_at) >= USED_EVERY
    return Caller(key.id, key.tenant_id, key.name, role, may, stale=stale)


def touch_key(session: Session, key_id: str, at: datetime) -> None:
    """The key was used just now."""
    session.execute(update(ApiKey).where(ApiKey.id == key_id).values(used_at=at))


def digest(secret: str) -> str:
    """How secrets of machines and sessions are kept: they are long and random, so one hash is enough."""
    return hashlib.sha256(secret.encode()).hexdigest()
