"""Decisions: one act on one claim; the answer is the claim to look at next, and what changed in the list."""

from fastapi import Response
from fastapi.responses import HTMLResponse
from pydantic import BaseModel, Field

from api.deps import ContextDep, UnitDep
from api.routes.applications import Id
from api.schemas.applications import Text
from api.workbench.opened import shelf
from api.workbench.page import lay_out
from api.workbench.routing import Reviewer, router
from api.workbench.sitting import Sitting, line_of, sit_at
from verifier.errors import Conflict
from verifier.reviewing.standing import Act
from verifier.store import reviews
from verifier.store.reviews import Wish
from verifier.store.submissions import applications, reports
from verifier.verdict import Flag

routes = router()

STAYS = frozenset({Act.NOTE, Act.UNDO})
"""After these one stays with the claim."""


class Decision(BaseModel):
    """One act on one claim, and the version of the claim that its author saw."""

    act: Act
    seen: int = Field(ge=0)
    flag: Flag | None = None
    reason: Text = Field("", max_length=2000)


@routes.post("/applications/{id}/claims/{number}/reviews")
def decide(
    caller: Reviewer, id: Id, number: int, told: Decision, unit: UnitDep, context: ContextDep
) -> Response:
    """Keep an act; where somebody else was first, both are shown and nothing is lost."""
    session = unit.session
    application = applications.find(session, caller, id, lock=True)
    opened = shelf.open(reports.report_of(session, application, "verify", None), context)
    line = line_of(opened, number)
    try:
        wish = Wish(line.key, told.act, told.seen, told.flag, told.reason)
        reviews.act(session, caller, application, wish, context.now)
    except Conflict as error:
        if error.code != "CHANGED_MEANWHILE":
            raise
        before = sit_at(session, caller, application, opened)
        return HTMLResponse(lay_out("conflict", **before.shown(line), mine=told), 412)
    session.flush()
    return HTMLResponse(_answer(sit_at(session, caller, application, opened), number, told))


def _answer(sitting: Sitting, number: int, told: Decision) -> str:
    line = sitting.line(number)
    after = line if told.act in STAYS else sitting.next_after(line) or line
    return lay_out(
        "decided", **sitting.shown(after), done=line, act=told.act.value, stand=sitting.standing(line)
    )
