"""Tenants, people and keys: who there is, and who somebody is that shows a password or a key."""

import hashlib
import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

import pyotp
from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from sqlalchemy import select, update
from sqlalchemy.orm import Session

from verifier.audit.log import record
from verifier.errors import Conflict, NotFound
from verifier.store.ids import new_id
from verifier.store.roles import Role, permissions
from verifier.store.tables import ApiKey, SignIn, Tenant, User

PASSWORD_LEAST = 10
FAILURES_FREE = 5
"""Wrong passwords before an account waits; then 1, 2, 4 … minutes, at most an hour."""
LONGEST_WAIT = timedelta(hours=1)
SESSION_HOURS = 12
IDLE = timedelta(minutes=60)
CLOCK_SLACK = timedelta(hours=1)
"""So far clocks of several machines, or one that was set, may be apart."""
USED_EVERY = timedelta(hours=1)
"""So exactly it is kept when a key was used: most requests write nothing."""

HASHER = PasswordHasher()
_NOBODY = HASHER.hash(secrets.token_hex(16))
"""Checked where there is no such login, so that its absence takes as long as a wrong password."""


@dataclass(frozen=True, slots=True)
class Caller:
    """Who asks: a person or a machine, of which tenant, and what it may do."""

    id: str
    tenant_id: str
    name: str
    role: Role
    may: frozenset[str]
    csrf: str = ""
    """What a browser must show with every change; empty for machines."""
    stale: bool = False
    """When it was used last is known too roughly by now."""


def add_tenant(session: Session, name: str, at: datetime, actor: str = "system") -> Tenant:
    """A new tenant."""
    if session.scalar(select(Tenant.id).where(Tenant.name == name)):
        raise Conflict("NAME_TAKEN", f"已有名为“{name}”的单位：请换一个名称")
    tenant = Tenant(id=new_id("ten"), name=name, created_at=at)
    session.add(tenant)
    record(session, at, actor, tenant.id, "tenant.add", tenant.id, {"name": name})
    return tenant


def tenant_named(session: Session, name: str) -> Tenant:
    """The tenant of that id or name."""
    found = session.scalar(select(Tenant).where((Tenant.id == name) | (Tenant.name == name)))
    if found is None:
        raise NotFound(f"没有名为“{name}”的单位：请先用 hezheng accounts add-tenant 添加")
    return found


def add_user(
    session: Session,
    tenant_id: str,
    login: str,
    name: str,
    role: Role,
    password: str,
    at: datetime,
    actor: str = "system",
) -> User:
    """A new person of a tenant."""
    check_password(password, login)
    if session.scalar(select(User.id).where(User.login == login)):
        raise Conflict("NAME_TAKEN", f"登录名“{login}”已被使用：请换一个")
    user = User(
        id=new_id("usr"),
        tenant_id=tenant_id,
        login=login,
        name=name,
        role=role.value,
        password=HASHER.hash(password),
        failures=0,
        created_at=at,
    )
    session.add(user)
    record(session, at, actor, tenant_id, "user.add", user.id, {"login": login, "role": role.value})
    return user


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


def disable_user(session: Session, user: User, at: datetime, actor: str) -> None:
    """Nobody signs in with it any more; all sessions end."""
    user.disabled_at = user.disabled_at or at
    end_sessions(session, user.id)
    record(session, at, actor, user.tenant_id, "user.disable", user.id)


def end_sessions(session: Session, user_id: str) -> None:
    """Sign a person out everywhere."""
    for signed in session.scalars(select(SignIn).where(SignIn.user_id == user_id)):
        session.delete(signed)


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


def _matches(hashed: str, password: str) -> bool:
    try:
        return HASHER.verify(hashed, password)
    except (VerificationError, InvalidHashError):
        return False


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


def touch_key(session: Session, key_id: str, at: datetime) -> None:
    """The key was used just now."""
    session.execute(update(ApiKey).where(ApiKey.id == key_id).values(used_at=at))


def touch_session(session: Session, token: str, at: datetime) -> None:
    """The session was used just now."""
    session.execute(update(SignIn).where(SignIn.token == digest(token)).values(seen_at=at))


def digest(secret: str) -> str:
    """How secrets of machines and sessions are kept: they are long and random, so one hash is enough."""
    return hashlib.sha256(secret.encode()).hexdigest()
