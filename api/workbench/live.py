"""What others do meanwhile, told to an open page: server-sent events `changed` of one application."""

import asyncio
from collections.abc import AsyncIterator
from typing import Annotated

from fastapi import Depends, Request
from fastapi.sse import EventSourceResponse, ServerSentEvent
from starlette.concurrency import run_in_threadpool

from api.context import Context
from api.deps import ContextDep, caller_of
from api.routes.applications import Id
from api.workbench.routing import person, router
from verifier.store import reviews
from verifier.store.accounts.caller import Caller
from verifier.store.submissions import applications

EVERY_SECONDS = 1.0
ASK_AGAIN = 30
"""After so many looks a stream asks whether its reader may still read."""

routes = router()


def _owned(request: Request, id: Id, context: ContextDep) -> Caller:
    """The caller, whose the application is: asked before the stream begins."""
    caller = person(request)
    with context.store.reading() as session:
        applications.find(session, caller, id)
    return caller


@routes.get("/applications/{id}/live", response_class=EventSourceResponse)
async def follow(
    caller: Annotated[Caller, Depends(_owned)], id: Id, request: Request, context: ContextDep
) -> AsyncIterator[ServerSentEvent]:
    """One event for each change of decisions or of the report, until the page is closed."""
    told = await run_in_threadpool(_state, context, caller, id)
    yield ServerSentEvent(raw_data=told, event="begun", retry=3000)
    looks = 0
    while not await request.is_disconnected():
        await asyncio.sleep(EVERY_SECONDS)
        now = await run_in_threadpool(_state, context, caller, id)
        if now != told:
            told = now
            yield ServerSentEvent(raw_data=now, event="changed")
        looks += 1
        if looks % ASK_AGAIN == 0:
            del request.state.caller
            if (await run_in_threadpool(caller_of, request)).id != caller.id:
                return


def _state(context: Context, caller: Caller, id: str) -> str:
    """What changes when the page does; last the number of acts, by which a page knows its own."""
    with context.store.reading() as session:
        found = applications.find(session, caller, id)
        return f"{found.report_id or ''} {found.run_id or ''} {found.state} {reviews.count(session, id)}"
