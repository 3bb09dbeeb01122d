"""The inbox: what there is to review, filtered, sorted, given to reviewers."""

from time import monotonic
from typing import Annotated, Any
from urllib.parse import urlencode

from fastapi import Query, Response
from fastapi.responses import RedirectResponse
from pydantic import BaseModel, Field
from sqlalchemy.orm import Session

from api.deps import ContextDep, UnitDep
from api.errors import ApiError
from api.workbench.page import page
from api.workbench.routing import Person, router
from verifier.store import inbox
from verifier.store.accounts.caller import Caller
from verifier.store.inbox import NOBODY, ORDERS, Filter
from verifier.store.tables import Application

routes = router()

KEPT_SECONDS = 3.0
_kept: dict[str, tuple[float, dict[str, Any]]] = {}

Short = Annotated[str, Query(max_length=120)]


@routes.get("/inbox")
def show_inbox(
    caller: Person,
    unit: UnitDep,
    context: ContextDep,
    state: Short = "",
    city: Short = "",
    reviewer: Short = "",
    q: Short = "",
    order: Annotated[str, Query(pattern=f"^({'|'.join(ORDERS)})$")] = "newest",
    after: Annotated[str, Query(max_length=400)] = "",
) -> Response:
    """One portion of the inbox."""
    context.images.warm()
    session = unit.session
    wanted = Filter(state, city, reviewer, q, order, after)
    found = inbox.portion(session, caller, wanted)
    asked = {"state": state, "city": city, "reviewer": reviewer, "q": q, "order": order}
    if not found.rows and not any((state, city, reviewer, q, after)):
        return page("welcome", caller)
    return page(
        "inbox",
        caller,
        rows=found.rows,
        further=urlencode({**{k: v for k, v in asked.items() if v}, "after": found.after})
        if found.after
        else "",
        asked=asked,
        after=after,
        **_around(session, caller),
        nobody=NOBODY,
        orders=ORDERS,
        name_of=name_of,
    )


def _around(session: Session, caller: Caller) -> dict[str, Any]:
    """What stands round the list: the same for all of a tenant, reckoned anew every few seconds."""
    at, known = _kept.get(caller.tenant_id, (0.0, {}))
    if known and monotonic() < at + KEPT_SECONDS:
        return known
    if known:
        # Others go on with what there was while one of them counts.
        _kept[caller.tenant_id] = (monotonic(), known)
    counted = _counted(session, caller)
    _kept[caller.tenant_id] = (monotonic(), counted)
    return counted


def _counted(session: Session, caller: Caller) -> dict[str, Any]:
    return {
        "counts": inbox.states(session, caller),
        "cities": inbox.cities(session, caller),
        "reviewers": [(user.id, user.name) for user in inbox.reviewers(session, caller)],
    }


def name_of(application: Application) -> str:
    """What an application is called: by its company where that is known."""
    return application.company or application.title


@routes.get("/next")
def go_on(caller: Person, unit: UnitDep, done: Short = "") -> Response:
    """On to the next application that waits, from one that is done; to the inbox where none does."""
    found = inbox.next_open(unit.session, caller, done)
    return RedirectResponse(f"/applications/{found}" if found else "/inbox", 303)


class Assignment(BaseModel):
    """Applications for a reviewer; empty for nobody."""

    ids: list[str] = Field(min_length=1, max_length=500)
    reviewer: str = Field("", max_length=40)


@routes.post("/inbox/assign")
def assign(caller: Person, told: Assignment, unit: UnitDep, context: ContextDep) -> dict[str, int]:
    """Give applications to a reviewer."""
    if "applications:assign" not in caller.may:
        raise ApiError("NOT_ALLOWED", "分派申报须由组长进行")
    return {"assigned": inbox.assign(unit.session, caller, told.ids, told.reviewer or None, context.now)}
