"""Runs: how far each is, asked for or told as it goes."""

import asyncio
from collections.abc import AsyncIterator
from typing import Annotated

from fastapi import Depends, Path, Request
from fastapi.sse import EventSourceResponse, ServerSentEvent
from sqlalchemy import func, select
from sqlalchemy.orm import Session
from starlette.concurrency import run_in_threadpool

from api.context import Context
from api.deps import ContextDep, Reader, UnitDep, caller_of
from api.routes.applications import Id
from api.routes.routing import router
from api.schemas.applications import RunOut
from verifier.store.accounts.caller import Caller
from verifier.store.submissions import applications, submitting
from verifier.store.submissions.state import BUSY, State
from verifier.store.tables import Run

routes = router("runs")

Number = Annotated[int, Path(ge=1, le=1_000_000, description="Of the run, within the application.")]

EVERY_SECONDS = 0.5
ASK_AGAIN_SECONDS = 5.0
"""How often a stream asks whether its reader may still read: a revoked key ends it."""


@routes.get("/applications/{id}/runs")
def list_runs(caller: Reader, id: Id, unit: UnitDep, context: ContextDep) -> list[RunOut]:
    """All runs of an application, the newest first."""
    found = applications.find(unit.session, caller, id)
    return [run_out(unit.session, run, context) for run in submitting.runs_of(unit.session, found)]


@routes.get("/applications/{id}/progress")
def get_progress(caller: Reader, id: Id, unit: UnitDep, context: ContextDep) -> RunOut | None:
    """How far the latest run is; null where there is none."""
    found = applications.find(unit.session, caller, id)
    run = unit.session.get(Run, found.run_id) if found.run_id else None
    return run_out(unit.session, run, context) if run is not None else None


def _owned(caller: Reader, id: Id, context: ContextDep) -> Caller:
    """The caller, whose the application is: asked before the stream begins, which always answers 200."""
    with context.store.reading() as session:
        applications.find(session, caller, id)
    return caller


@routes.get("/applications/{id}/events", response_class=EventSourceResponse)
async def follow_progress(
    caller: Annotated[Caller, Depends(_owned)], id: Id, request: Request, context: ContextDep
) -> AsyncIterator[ServerSentEvent]:
    """The latest run as server-sent events `progress`, one for each change, until it is over."""
    told: str | None = None
    waited = 0.0
    while True:
        run = await run_in_threadpool(_latest, context, caller, id)
        now = run.model_dump_json() if run is not None else "null"
        if now != told:
            told = now
            yield ServerSentEvent(raw_data=now, event="progress", retry=3000)
        if run is None or run.state not in BUSY:
            return
        await asyncio.sleep(EVERY_SECONDS)
        waited += EVERY_SECONDS
        if waited >= ASK_AGAIN_SECONDS:
            waited = 0.0
            del request.state.caller
            if (await run_in_threadpool(caller_of, request)).id != caller.id:
                return


def _latest(context: Context, caller: Caller, id: str) -> RunOut | None:
    with context.store.reading() as session:
        found = applications.find(session, caller, id)
        run = session.get(Run, found.run_id) if found.run_id else None
        return run_out(session, run, context) if run is not None else None


def run_out(session: Session, run: Run, context: Context) -> RunOut:
    """A run as it is now, with how many wait before it."""
    waiting = None
    if run.state == State.QUEUED:
        before = select(func.count()).select_from(Run).where(Run.state == State.QUEUED, Run.id < run.id)
        waiting = session.scalar(before)
    return RunOut.from_stored(run, context.now, waiting)
