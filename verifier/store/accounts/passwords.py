"""Passwords: what a good one is, and whether one is right, as slow where there is no such login."""

import secrets
from datetime import datetime

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from sqlalchemy import select
from sqlalchemy.orm import Session

from verifier.audit.log import record
from verifier.errors import Conflict
from verifier.store.accounts.sessions import end_sessions
from verifier.store.tables import User

PASSWORD_LEAST = 10

HASHER = PasswordHasher()

_NOBODY = HASHER.hash(secrets.token_hex(16))
"""Checked where there is no such login, so that its absence takes as long as a wrong password."""


def check_password(password: str, login: str) -> None:
    """Length counts, not composition (NIST SP 800-63B, 5.1.1.2); not the login itself."""
    if len(password) < PASSWORD_LEAST or login.lower() in password.lower():
        raise Conflict("PASSWORD_WEAK", f"密码至少 {PASSWORD_LEAST} 位，且不得包含登录名：请另设密码")


def change_password(session: Session, user: User, password: str, at: datetime, actor: str) -> None:
    """A new password; all sessions end."""
    check_password(password, user.login)
    user.password, user.failures, user.locked_until = HASHER.hash(password), 0, None
    end_sessions(session, user.id)
    record(session, at, actor, user.tenant_id, "user.password", user.id)


def knows_password(session: Session, login: str, password: str) -> bool:
    """Whether this is the login's password; as slow where there is no such login."""
    user = session.scalar(select(User).where(User.login == login))
    if user is None:
        _matches(_NOBODY, password)
        return False
    return password_is(user, password)


def password_is(user: User, password: str) -> bool:
    """Whether this is somebody's password."""
    return _matches(user.password, password)


def _matches(hashed: str, password: str) -> bool:
    try:
        return HASHER.verify(hashed, password)
    except (VerificationError, InvalidHashError):
        return False
