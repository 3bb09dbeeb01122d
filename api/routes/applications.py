"""Applications: made, listed, looked at, submitted, cancelled, withdrawn."""

import json
from typing import Annotated

from fastapi import Path, Query, Response

from api.deps import ContextDep, Reader, UnitDep, Writer
from api.routes.routing import router
from api.schemas.applications import ApplicationOut, ApplicationWithFiles, NewApplication, RunOut
from api.schemas.paging import Cursor, Limit, Portion, portion
from verifier.store import telling
from verifier.store.submissions import applications, files, state, submitting
from verifier.store.submissions.applications import Draft, Wanted
from verifier.store.submissions.files import Kept
from verifier.store.submissions.state import State

routes = router("applications")

Id = Annotated[str, Path(max_length=40, pattern="^app_[a-z0-9]+$", examples=["app_01k3x8"])]


@routes.post("/applications", status_code=201)
def create_application(
    caller: Writer, new: NewApplication, unit: UnitDep, context: ContextDep, response: Response
) -> ApplicationWithFiles:
    """Make an application, with its form as JSON or still without one."""
    sha256, body = "", b""
    if new.form is not None:
        body = json.dumps(new.form, ensure_ascii=False).encode()
        sha256 = context.files.put(body)
    at, session = context.now, unit.session
    draft = Draft(new.title, new.city, new.external_id, new.as_of)
    made = applications.create(session, caller, draft, at)
    session.flush()
    if new.form is not None:
        files.add_file(
            session, caller, made, Kept(state.FORM, "form.json", sha256, len(body)), at
        )
    response.headers["Location"] = f"/api/v1/applications/{made.id}"
    return ApplicationWithFiles.from_parts(made, files.files_of(session, made.id))


@routes.get("/applications")
def list_applications(
    caller: Reader,
    unit: UnitDep,
    state: Annotated[State | None, Query(description="Only those in this state.")] = None,
    city: Annotated[str | None, Query(max_length=100)] = None,
    external_id: Annotated[str | None, Query(max_length=200, description="The portal's own number.")] = None,
    q: Annotated[str | None, Query(max_length=100, description="Part of the title or the company.")] = None,
    cursor: Cursor = None,
    limit: Limit = 50,
) -> Portion[ApplicationOut]:
    """The applications of the caller's tenant, the newest first."""
    wanted = Wanted(state, city, q, external_id, cursor, limit)
    found = applications.listed(unit.session, caller, wanted)
    return portion([ApplicationOut.from_stored(a) for a in found], limit, "id")


@routes.get("/applications/{id}")
def get_application(caller: Reader, id: Id, unit: UnitDep) -> ApplicationWithFiles:
    """An application and its files."""
    found = applications.find(unit.session, caller, id)
    return ApplicationWithFiles.from_parts(found, files.files_of(unit.session, id))


@routes.delete("/applications/{id}", status_code=204)
def delete_application(caller: Writer, id: Id, unit: UnitDep, context: ContextDep) -> None:
    """Withdraw an application; it is gone for all who ask, and kept as long as the rules of retention say."""
    found = applications.find(unit.session, caller, id, lock=True)
    applications.delete(unit.session, caller, found, context.now)


@routes.post("/applications/{id}/submit", status_code=202)
def submit_application(caller: Writer, id: Id, unit: UnitDep, context: ContextDep) -> RunOut:
    """Hand the application in for verification; again after its files changed, or to verify it anew."""
    return _start(caller, id, unit, context, "verify")


@routes.post("/applications/{id}/verify", status_code=202)
def verify_again(caller: Writer, id: Id, unit: UnitDep, context: ContextDep) -> RunOut:
    """Verify the application anew, with the registries and rules that hold now; no page is read twice."""
    return _start(caller, id, unit, context, "verify")


@routes.post("/applications/{id}/precheck", status_code=202)
def precheck_application(caller: Writer, id: Id, unit: UnitDep, context: ContextDep) -> RunOut:
    """自查: what can be mended before submission; nothing of any registry is asked or told."""
    return _start(caller, id, unit, context, "precheck")


def _start(caller: Writer, id: str, unit: UnitDep, context: ContextDep, kind: str) -> RunOut:
    session = unit.session
    found = applications.find(session, caller, id, lock=True)
    run = submitting.submit(session, caller, found, kind, context.now)
    context.queueing.put(session, run)
    return RunOut.from_stored(run, context.now)


@routes.post("/applications/{id}/cancel")
def cancel_application(caller: Writer, id: Id, unit: UnitDep, context: ContextDep) -> RunOut:
    """Stop the run that waits or goes on; what was read is kept for the next one."""
    session = unit.session
    found = applications.find(session, caller, id, lock=True)
    run = submitting.cancel(session, caller, found, context.now)
    context.queueing.deliver(session, telling.tell_end(session, run, context.now))
    unit.then(lambda: context.queueing.drop(run.id))
    return RunOut.from_stored(run, context.now)
