"""Webhook endpoints of a tenant: made, tested, given new secrets; what was sent, and sending it again."""

from datetime import UTC
from typing import Annotated

from fastapi import Depends, Path
from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from api.deps import ContextDep, UnitDep, may
from api.errors import ApiError
from api.routes.routing import router
from api.schemas.paging import Cursor, Limit, Portion, portion
from api.schemas.webhooks import DeliveryOut, EndpointMade, EndpointOut, NewEndpoint, Replay, Replayed
from api.webhooks.addresses import check_url
from api.webhooks.sending import new_secret
from verifier.audit.log import record
from verifier.store import telling
from verifier.store.accounts.caller import Caller
from verifier.store.ids import new_id
from verifier.store.tables import Delivery, Endpoint, Message

routes = router("webhooks")

Keeper = Annotated[Caller, Depends(may("webhooks:write"))]
EndpointId = Annotated[str, Path(max_length=40, pattern="^end_[a-z0-9]+$", examples=["end_01k3x8"])]

MOST_REPLAYED = 10_000
MOST_ENDPOINTS = 20


@routes.post("/webhooks", status_code=201)
def add_endpoint(caller: Keeper, new: NewEndpoint, unit: UnitDep, context: ContextDep) -> EndpointMade:
    """Add an endpoint; the secret is shown in this answer only."""
    check_url(new.url, context.settings.webhook_private)
    session, at, secret = unit.session, context.now, new_secret()
    if len(session.scalars(_own(caller)).all()) >= MOST_ENDPOINTS:
        raise ApiError("CONFLICT", f"回调地址不得超过 {MOST_ENDPOINTS} 个：请先删除不用的")
    endpoint = Endpoint(
        id=new_id("end"),
        tenant_id=caller.tenant_id,
        url=new.url,
        types=list(new.types),
        secrets=[secret],
        created_at=at,
    )
    session.add(endpoint)
    record(session, at, caller.id, caller.tenant_id, "webhook.add", endpoint.id)
    return EndpointMade(**EndpointOut.from_stored(endpoint).model_dump(), secret=secret)


@routes.get("/webhooks")
def list_endpoints(caller: Keeper, unit: UnitDep) -> list[EndpointOut]:
    """The tenant's endpoints."""
    return [EndpointOut.from_stored(e) for e in unit.session.scalars(_own(caller))]


@routes.delete("/webhooks/{id}", status_code=204)
def remove_endpoint(caller: Keeper, id: EndpointId, unit: UnitDep, context: ContextDep) -> None:
    """Send nothing there any more."""
    endpoint = _endpoint(unit.session, caller, id)
    endpoint.disabled_at, endpoint.disabled_for = context.now, "removed"
    record(unit.session, context.now, caller.id, caller.tenant_id, "webhook.remove", id)


@routes.post("/webhooks/{id}/secret", status_code=201)
def renew_secret(caller: Keeper, id: EndpointId, unit: UnitDep, context: ContextDep) -> EndpointMade:
    """A new secret; messages are signed with the one before, too, until the next renewal."""
    endpoint = _endpoint(unit.session, caller, id)
    secret = new_secret()
    endpoint.secrets = [secret, *endpoint.secrets[:1]]
    record(unit.session, context.now, caller.id, caller.tenant_id, "webhook.secret", id)
    return EndpointMade(**EndpointOut.from_stored(endpoint).model_dump(), secret=secret)


@routes.post("/webhooks/{id}/test", status_code=202)
def test_endpoint(caller: Keeper, id: EndpointId, unit: UnitDep, context: ContextDep) -> DeliveryOut:
    """Send a message of type `endpoint.test` there."""
    session, at = unit.session, context.now
    endpoint = _endpoint(session, caller, id)
    body = {"type": "endpoint.test", "timestamp": at.isoformat(timespec="milliseconds"), "data": {}}
    message = Message(
        id=new_id("msg"),
        tenant_id=caller.tenant_id,
        type="endpoint.test",
        about=new_id("try"),
        body=body,
        created_at=at,
    )
    session.add(message)
    session.flush()
    delivery = telling.send_to(session, message, endpoint, at)
    context.queueing.deliver(session, [delivery])
    return DeliveryOut.from_stored(delivery)


@routes.get("/webhooks/{id}/deliveries")
def list_deliveries(
    caller: Keeper, id: EndpointId, unit: UnitDep, cursor: Cursor = None, limit: Limit = 50
) -> Portion[DeliveryOut]:
    """What was sent there, the newest first, and what came of it."""
    _endpoint(unit.session, caller, id)
    query = select(Delivery).where(Delivery.endpoint_id == id).order_by(Delivery.id.desc())
    query = query.where(Delivery.id < cursor) if cursor else query
    rows = unit.session.scalars(query.limit(limit + 1)).all()
    return portion([DeliveryOut.from_stored(d) for d in rows], limit, "id")


@routes.post("/webhooks/{id}/replay", status_code=202)
def replay(caller: Keeper, id: EndpointId, told: Replay, unit: UnitDep, context: ContextDep) -> Replayed:
    """Send all messages since a moment again, each under the id that it has."""
    session = unit.session
    endpoint = _endpoint(session, caller, id)
    since = told.since if told.since.tzinfo else told.since.replace(tzinfo=UTC)
    query = (
        select(Message)
        .where(Message.tenant_id == caller.tenant_id, Message.created_at >= since)
        .order_by(Message.id)
        .limit(MOST_REPLAYED)
    )
    wanted = [m for m in session.scalars(query) if not endpoint.types or m.type in endpoint.types]
    again = [telling.send_to(session, message, endpoint, context.now) for message in wanted]
    context.queueing.deliver(session, again)
    return Replayed(deliveries=len(again))


def _own(caller: Caller) -> Select[Endpoint]:
    return select(Endpoint).where(
        Endpoint.tenant_id == caller.tenant_id,
        (Endpoint.disabled_for.is_(None)) | (Endpoint.disabled_for != "removed"),
    )


def _endpoint(session: Session, caller: Caller, id_: str) -> Endpoint:
    found = session.scalar(_own(caller).where(Endpoint.id == id_))
    if found is None:
        raise ApiError("NOT_FOUND", f"没有编号为 {id_} 的回调地址：请核对编号")
    return found
