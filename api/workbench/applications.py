"""The page of one application: the form as it was filled in, one claim with its evidence, the page itself."""

from typing import Annotated

from fastapi import Query, Request, Response
from fastapi.responses import HTMLResponse
from sqlalchemy.orm import Session

from api.deps import ContextDep, UnitDep
from api.routes.applications import Id
from api.routes.runs import run_out
from api.workbench.page import lay_out, page
from api.workbench.routing import Person, router
from api.workbench.sitting import Sitting, sit
from verifier.errors import Conflict
from verifier.store.accounts.caller import Caller
from verifier.store.submissions import applications, files
from verifier.store.tables import Application, Run

routes = router()


@routes.get("/applications/{id}")
def show_application(
    caller: Person,
    id: Id,
    unit: UnitDep,
    context: ContextDep,
    c: Annotated[int, Query(ge=0, le=10_000, description="The claim to begin with.")] = 0,
) -> Response:
    """An application: at the claim that was asked for, else at the one that most waits to be looked at."""
    try:
        sitting = sit(unit.session, caller, id, context)
    except Conflict as error:
        if error.code != "REPORT_NOT_READY":
            raise
        return _not_verified(unit.session, caller, applications.find(unit.session, caller, id), context)
    line = sitting.line(c) if c else sitting.next_after(None) or sitting.opened.lines[0]
    sitting.opened.warm()
    return page("application", **sitting.shown(line), tab="claims", opened=sitting.opened)


@routes.get("/applications/{id}/claims/{number}")
def show_claim(
    caller: Person, id: Id, number: int, request: Request, unit: UnitDep, context: ContextDep
) -> Response:
    """One claim as a part of the page."""
    sitting = sit(unit.session, caller, id, context)
    return HTMLResponse(lay_out("claim", **sitting.shown(sitting.line(number))))


@routes.get("/applications/{id}/list")
def show_list(caller: Person, id: Id, unit: UnitDep, context: ContextDep, c: int = 0) -> Response:
    """The list of claims and how many are decided, as parts of the page: what others did meanwhile."""
    sitting = sit(unit.session, caller, id, context)
    shown = {"sitting": sitting, "opened": sitting.opened, "application": sitting.application, "current": c}
    return HTMLResponse(lay_out("list", **shown) + lay_out("progress", sitting=sitting))


@routes.get("/applications/{id}/sheets")
def show_sheets(caller: Person, id: Id, unit: UnitDep, context: ContextDep) -> Response:
    """What the verdicts amount to: indicators, and 附件2 topic by topic."""
    return _tab("sheets", caller, sit(unit.session, caller, id, context))


@routes.get("/applications/{id}/papers")
def show_papers(caller: Person, id: Id, unit: UnitDep, context: ContextDep) -> Response:
    """Every file, every page and what became of it."""
    return _tab("papers", caller, sit(unit.session, caller, id, context))


@routes.get("/applications/{id}/history")
def show_history(caller: Person, id: Id, unit: UnitDep, context: ContextDep) -> Response:
    """Everything that people did about this application, the newest first."""
    return _tab("history", caller, sit(unit.session, caller, id, context))


def _tab(name: str, caller: Caller, sitting: Sitting) -> Response:
    opened, application = sitting.opened, sitting.application
    return page(name, caller, sitting=sitting, application=application, opened=opened, tab=name)


def _not_verified(
    session: Session, caller: Caller, application: Application, context: ContextDep
) -> Response:
    """An application without a report: its files, and how far its run is."""
    run = session.get(Run, application.run_id) if application.run_id else None
    return page(
        "waiting",
        caller,
        application=application,
        files=files.files_of(session, application.id),
        run=run_out(session, run, context) if run is not None else None,
    )
