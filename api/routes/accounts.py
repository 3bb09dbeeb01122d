"""People and keys of the caller's tenant; kept by the security administrator."""

from typing import Annotated

from fastapi import Depends, Path
from sqlalchemy import select
from sqlalchemy.orm import Session

from api.deps import ContextDep, UnitDep, may
from api.errors import ApiError
from api.routes.routing import router
from api.schemas.accounts import KeyMade, KeyOut, NewKey, NewPassword, NewUser, UserOut
from api.schemas.paging import Cursor, Limit, Portion, portion
from verifier.store.accounts import keys, passwords, people
from verifier.store.accounts.caller import Caller
from verifier.store.tables import ApiKey, User

routes = router("accounts")

Keeper = Annotated[Caller, Depends(may("accounts:write"))]
UserId = Annotated[str, Path(max_length=40, pattern="^usr_[a-z0-9]+$", examples=["usr_01k3x8"])]
KeyId = Annotated[str, Path(max_length=40, pattern="^key_[a-z0-9]+$", examples=["key_01k3x8"])]


@routes.get("/users")
def list_users(caller: Keeper, unit: UnitDep, cursor: Cursor = None, limit: Limit = 50) -> Portion[UserOut]:
    """The people of the tenant."""
    query = select(User).where(User.tenant_id == caller.tenant_id).order_by(User.id)
    rows = unit.session.scalars((query.where(User.id > cursor) if cursor else query).limit(limit + 1)).all()
    return portion([UserOut.from_stored(u) for u in rows], limit, "id")


@routes.post("/users", status_code=201)
def add_user(caller: Keeper, new: NewUser, unit: UnitDep, context: ContextDep) -> UserOut:
    """Give a person an account."""
    user = people.add_user(
        unit.session, caller.tenant_id, new.login, new.name, new.role, new.password, context.now, caller.id
    )
    return UserOut.from_stored(user)


@routes.put("/users/{id}/password", status_code=204)
def set_password(caller: Keeper, id: UserId, told: NewPassword, unit: UnitDep, context: ContextDep) -> None:
    """Give a person a new password; it is signed out everywhere, and its waiting ends."""
    user = _user(unit.session, caller, id)
    passwords.change_password(unit.session, user, told.password, context.now, caller.id)


@routes.delete("/users/{id}", status_code=204)
def disable_user(caller: Keeper, id: UserId, unit: UnitDep, context: ContextDep) -> None:
    """Close an account; what the person did keeps its name."""
    people.disable_user(unit.session, _user(unit.session, caller, id), context.now, caller.id)


@routes.get("/keys")
def list_keys(caller: Keeper, unit: UnitDep, cursor: Cursor = None, limit: Limit = 50) -> Portion[KeyOut]:
    """The keys of the tenant, also revoked ones."""
    query = select(ApiKey).where(ApiKey.tenant_id == caller.tenant_id).order_by(ApiKey.id)
    rows = unit.session.scalars((query.where(ApiKey.id > cursor) if cursor else query).limit(limit + 1)).all()
    return portion([KeyOut.from_stored(k) for k in rows], limit, "id")


@routes.post("/keys", status_code=201)
def add_key(caller: Keeper, new: NewKey, unit: UnitDep, context: ContextDep) -> KeyMade:
    """Make a key; its secret is shown in this answer only."""
    key, secret = keys.add_key(
        unit.session, caller.tenant_id, new.name, new.role, new.scopes, context.now, caller.id, new.expires_at
    )
    return KeyMade(**KeyOut.from_stored(key).model_dump(), secret=secret)


@routes.delete("/keys/{id}", status_code=204)
def revoke_key(caller: Keeper, id: KeyId, unit: UnitDep, context: ContextDep) -> None:
    """Make a key worthless, from the next request on."""
    key = unit.session.get(ApiKey, id)
    if key is None or key.tenant_id != caller.tenant_id:
        raise ApiError("NOT_FOUND", f"没有编号为 {id} 的密钥：请核对编号")
    keys.revoke_key(unit.session, key, context.now, caller.id)


def _user(session: Session, caller: Caller, id_: str) -> User:
    user = session.get(User, id_)
    if user is None or user.tenant_id != caller.tenant_id:
        raise ApiError("NOT_FOUND", f"没有编号为 {id_} 的账号：请核对编号")
    return user
