"""Tenants, made by the system administrator; what is within one is the affair of its own administrators."""

from typing import Annotated

from fastapi import Depends
from sqlalchemy import select

from api.deps import ContextDep, UnitDep, may
from api.routes.routing import router
from api.schemas.accounts import NewTenant, TenantOut
from api.schemas.paging import Cursor, Limit, Portion, portion
from verifier.store.accounts import people
from verifier.store.accounts.caller import Caller
from verifier.store.accounts.roles import Role
from verifier.store.tables import Tenant

routes = router("tenants")

Operator = Annotated[Caller, Depends(may("tenants:write"))]


@routes.get("/tenants")
def list_tenants(
    caller: Operator, unit: UnitDep, cursor: Cursor = None, limit: Limit = 50
) -> Portion[TenantOut]:
    """All tenants of the service."""
    query = select(Tenant).order_by(Tenant.id)
    rows = unit.session.scalars((query.where(Tenant.id > cursor) if cursor else query).limit(limit + 1)).all()
    return portion([TenantOut.model_validate(t, from_attributes=True) for t in rows], limit, "id")


@routes.post("/tenants", status_code=201)
def add_tenant(caller: Operator, new: NewTenant, unit: UnitDep, context: ContextDep) -> TenantOut:
    """Make a tenant, with its security administrator, who alone makes all further accounts and keys."""
    tenant = people.add_tenant(unit.session, new.name, context.now, caller.id)
    unit.session.flush()
    first = new.administrator
    people.add_user(
        unit.session, tenant.id, first.login, first.name, Role.SECURITY, first.password, context.now, caller.id
    )
    return TenantOut.model_validate(tenant, from_attributes=True)
