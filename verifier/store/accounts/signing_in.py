"""Signing in: what was wrong is counted, and who guesses has to wait."""

import secrets
from datetime import datetime, timedelta

import pyotp
from sqlalchemy import select
from sqlalchemy.orm import Session

from verifier.audit.log import record
from verifier.errors import Conflict
from verifier.store.tables import User

FAILURES_FREE = 5
"""Wrong passwords before an account waits; then 1, 2, 4 … minutes, at most an hour."""

LONGEST_WAIT = timedelta(hours=1)

CLOCK_SLACK = timedelta(hours=1)
"""So far clocks of several machines, or one that was set, may be apart."""


def sign_in(
    session: Session, login: str, right: bool, code: str | None, at: datetime
) -> tuple[User | None, bool]:
    """Whether somebody may come in who knew the password or not; what was wrong is counted.

    Args:
        session: a transaction to write in: it must be committed also where the answer is no.
        login: of whom.
        right: whether `knows_password`.
        code: of an authenticator, where one was shown.
        at: now.

    Raises:
        Conflict: too many wrong ones (`LOGIN_WAIT`), or a code is needed (`TOTP_NEEDED`).
    """
    user = session.scalar(select(User).where(User.login == login).with_for_update())
    if user is None:
        return None, False
    # A lock of more than that was set before the clock was set back.
    if user.locked_until and at < user.locked_until <= at + LONGEST_WAIT:
        raise Conflict("LOGIN_WAIT", "连续输错密码，账号暂时锁定：请稍后再试")
    if user.disabled_at or not right:
        return _wrong(session, user, at)
    if user.totp and not code:
        raise Conflict("TOTP_NEEDED", "该账号已启用动态口令：请输入六位动态口令")
    if user.totp and not _code_is_right(user, code or "", at):
        return _wrong(session, user, at)
    user.failures, user.locked_until = 0, None
    return user, True


def _wrong(session: Session, user: User, at: datetime) -> tuple[User, bool]:
    user.failures += 1
    if user.failures >= FAILURES_FREE:
        minutes = 2 ** min(user.failures - FAILURES_FREE, 6)
        user.locked_until = at + min(timedelta(minutes=minutes), LONGEST_WAIT)
    record(session, at, user.id, user.tenant_id, "session.refused", user.id, {"failures": user.failures})
    return user, False


def _code_is_right(user: User, code: str, at: datetime) -> bool:
    """RFC 6238 with one step of drift; a code is taken once."""
    totp = pyotp.TOTP(user.totp or "")
    step = int(at.timestamp()) // totp.interval
    for near in (step, step - 1, step + 1):
        fresh = user.totp_last is None or near > user.totp_last
        if fresh and secrets.compare_digest(totp.at(near * totp.interval), code):
            user.totp_last = near
            return True
    return False
