"""Sessions of browsers: opened, used, closed."""

import secrets
from datetime import datetime, timedelta

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from verifier.audit.log import record
from verifier.store.accounts.caller import Caller
from verifier.store.accounts.keys import digest
from verifier.store.accounts.roles import Role, permissions
from verifier.store.accounts.signing_in import CLOCK_SLACK
from verifier.store.tables import SignIn, User

SESSION_HOURS = 12

IDLE = timedelta(minutes=60)


def end_sessions(session: Session, user_id: str) -> None:
    """Sign a person out everywhere."""
    for signed in session.scalars(select(SignIn).where(SignIn.user_id == user_id)):
        session.delete(signed)


def open_session(session: Session, user: User, at: datetime) -> tuple[str, SignIn]:
    """A new session: the token for the cookie, and what is kept of it."""
    token = secrets.token_urlsafe(32)
    signed = SignIn(
        token=digest(token),
        user_id=user.id,
        csrf=secrets.token_urlsafe(24),
        created_at=at,
        seen_at=at,
        expires_at=at + timedelta(hours=SESSION_HOURS),
    )
    session.add(signed)
    record(session, at, user.id, user.tenant_id, "session.open", user.id)
    return token, signed


def caller_of_session(session: Session, token: str, at: datetime) -> Caller | None:
    """Who shows this cookie; None where the session has ended."""
    signed = session.get(SignIn, digest(token))
    if signed is None or signed.expires_at <= at or signed.seen_at + IDLE <= at:
        return None
    if signed.created_at > at + CLOCK_SLACK:
        return None  # the clock was set back: nobody can say how old this session is
    user = session.get(User, signed.user_id)
    if user is None or user.disabled_at:
        return None
    role = Role(user.role)
    return Caller(user.id, user.tenant_id, user.name, role, permissions(role), signed.csrf)


def close_session(session: Session, token: str, at: datetime) -> None:
    """Sign out."""
    signed = session.get(SignIn, digest(token))
    if signed is not None:
        user = session.get_one(User, signed.user_id)
        session.delete(signed)
        record(session, at, user.id, user.tenant_id, "session.close", user.id)


def touch_session(session: Session, token: str, at: datetime) -> None:
    """The session was used just now."""
    session.execute(update(SignIn).where(SignIn.token == digest(token)).values(seen_at=at))
