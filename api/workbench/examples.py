"""From nothing to the example application: drawn in a child process, handed in as any other.

Where nothing was ever published and nobody has applied, the example's registries are published with it, so
that a first look shows what the program does; the first real import takes their place.
"""

import json
import logging
import threading
from collections.abc import Mapping
from datetime import date
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory

from fastapi import Response
from fastapi.responses import JSONResponse
from pebble import ProcessPool
from sqlalchemy import select

from api.context import Context
from api.deps import ContextDep
from api.errors import ApiError
from api.workbench.routing import Person, router
from registries.intake import import_folder
from registries.snapshot.publishing import publish
from verifier.audit.log import record
from verifier.store.accounts.caller import Caller
from verifier.store.submissions import applications, files, submitting
from verifier.store.submissions.applications import Draft
from verifier.store.submissions.files import Kept
from verifier.store.submissions.state import EVIDENCE, FORM
from verifier.store.tables import Application

routes = router()
log = logging.getLogger("hezheng.example")

SECONDS = 300
TITLE = "示例申报（虚构企业）"


class Making:
    """The one example that is being made in this process, and how it ended."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._states: dict[str, Mapping[str, str]] = {}

    def begin(self, tenant: str) -> bool:
        """Whether it is this request that makes it."""
        with self._lock:
            if self._states.get(tenant, {}).get("state") == "making":
                return False
            self._states[tenant] = {"state": "making"}
            return True

    def end(self, tenant: str, state: Mapping[str, str]) -> None:
        """It is there, or it failed."""
        with self._lock:
            self._states[tenant] = state

    def state(self, tenant: str) -> Mapping[str, str]:
        """How far it is."""
        with self._lock:
            return self._states.get(tenant, {"state": "none"})


making = Making()


@routes.post("/example")
def make_example(caller: Person, context: ContextDep) -> Response:
    """Make the example application; it takes half a minute, and is asked about meanwhile."""
    if "applications:write" not in caller.may:
        raise ApiError("NOT_ALLOWED", "载入示例申报须由组长或申报单位的账号进行")
    if making.begin(caller.tenant_id):
        threading.Thread(target=_make, args=(caller, context), daemon=True, name="example").start()
    return JSONResponse(dict(making.state(caller.tenant_id)), 202)


@routes.get("/example")
def example_state(caller: Person) -> Mapping[str, str]:
    """How far it is, and where it is when it is there."""
    return making.state(caller.tenant_id)


def _make(caller: Caller, context: Context) -> None:
    try:
        context.settings.scratch.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(dir=context.settings.scratch, prefix="example-") as place:
            folder = Path(place)
            with ProcessPool(1, context=get_context("forkserver")) as pool:
                pool.schedule(draw, args=(str(folder),), timeout=SECONDS).result()
            id_ = _hand_in(caller, folder, context)
        making.end(caller.tenant_id, {"state": "done", "application": id_})
    except Exception:
        # Whatever it is: whoever waits for the example must be told that it does not come.
        log.exception("the example was not made")
        making.end(caller.tenant_id, {"state": "failed"})


def draw(folder: str) -> None:
    """What runs in the child: the example application with its registries."""
    from api.example.write import write_demo

    write_demo(Path(folder))


def _hand_in(caller: Caller, folder: Path, context: Context) -> str:
    day = date.fromisoformat(json.loads((folder / "truth.json").read_text("utf-8"))["as_of"])
    kept = [_kept(FORM, folder / "form.docx", "申报表.docx", context)]
    kept += [_kept(EVIDENCE, p, p.name, context) for p in sorted((folder / "evidence").iterdir())]
    _registries(caller, folder, context)
    with context.store.writing() as session:
        made = applications.create(session, caller, Draft(TITLE, "", None, day), context.now)
        session.flush()
        for one in kept:
            files.add_file(session, caller, made, one, context.now)
        session.flush()
        run = submitting.submit(session, caller, made, "verify", context.now)
        context.queueing.put(session, run)
        return made.id


def _registries(caller: Caller, folder: Path, context: Context) -> None:
    """Publish the example's registries on a service that has nothing yet."""
    shelf = context.settings.registries_path
    with context.store.reading() as session:
        first = session.scalar(select(Application.id).limit(1)) is None
    if context.has_registries or shelf.suffix == ".db" or not first:
        return
    working = folder / "registries.db"
    import_folder(folder / "registries", working)
    shelf.mkdir(parents=True, exist_ok=True)
    published = publish(working, shelf)
    with context.store.writing() as session:
        detail = {"version": published.version, "records": published.records}
        record(session, context.now, caller.id, "", "registries.example", "registries", detail)


def _kept(part: str, path: Path, name: str, context: Context) -> Kept:
    body = path.read_bytes()
    return Kept(part, name, context.files.put(body), len(body))
