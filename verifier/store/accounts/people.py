"""Tenants and their people."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from verifier.audit.log import record
from verifier.errors import Conflict, NotFound
from verifier.store.accounts.passwords import HASHER, check_password
from verifier.store.accounts.roles import Role
from verifier.store.accounts.sessions import end_sessions
from verifier.store.ids import new_id
from verifier.store.tables import Tenant, User


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


def disable_user(session: Session, user: User, at: datetime, actor: str) -> None:
    """Nobody signs in with it any more; all sessions end."""
    user.disabled_at = user.disabled_at or at
    end_sessions(session, user.id)
    record(session, at, actor, user.tenant_id, "user.disable", user.id)
