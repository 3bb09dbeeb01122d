"""Pages of evidence as pictures, by the sha256 of their file: also of files inside archives."""

import shutil
from pathlib import Path
from typing import Annotated

from fastapi import Depends, Query, Response
from fastapi import Path as InPath
from sqlalchemy.orm import Session

from api.context import Context
from api.deps import ContextDep, UnitDep, may
from api.errors import ApiError
from api.images import Wanted
from api.routes.applications import Id
from api.workbench.opened import Opened, shelf
from api.workbench.routing import router
from extractors.files import INSIDE, gather
from verifier.errors import Conflict
from verifier.store.accounts.caller import Caller
from verifier.store.submissions import applications, reports, runs, submitting
from verifier.store.submissions.runs import Input
from verifier.store.submissions.state import EVIDENCE
from verifier.store.tables import Application

routes = router()

PageReader = Annotated[Caller, Depends(may("pages:read"))]
Sha256 = Annotated[str, InPath(pattern="^[0-9a-f]{64}$")]


@routes.get("/applications/{id}/pages/{sha256}/{page}.webp")
def get_picture(
    caller: PageReader,
    id: Id,
    sha256: Sha256,
    page: Annotated[int, InPath(ge=1, le=100_000)],
    unit: UnitDep,
    context: ContextDep,
    width: Annotated[int, Query(ge=100, le=2400)] = 1400,
    turn: Annotated[int, Query(ge=0, le=270, multiple_of=90)] = 0,
) -> Response:
    """A page as the reader saw it, turned clockwise; it never changes, so browsers keep it."""
    path = path_of(unit.session, applications.find(unit.session, caller, id), sha256, context)
    unit.keep()  # drawing takes its time, and needs no database
    body = context.images.get(Wanted(path, sha256, page, width, turn=turn))
    headers = {"Cache-Control": "private, max-age=604800, immutable"}
    return Response(body, media_type="image/webp", headers=headers)


def path_of(session: Session, application: Application, sha256: str, context: Context) -> Path:
    """A file of an application's evidence on this machine, also one that lies in an archive.

    Raises:
        ApiError: the application has no such file.
    """
    inputs = [i for run in submitting.runs_of(session, application) for i in runs.inputs_of(run)]
    own = next((i for i in inputs if i.sha256 == sha256 and i.part == EVIDENCE), None)
    if own is not None:
        return context.named_copy(sha256, own.name.rpartition(".")[2].lower())
    try:
        opened = shelf.open(reports.report_of(session, application, "verify", None), context)
    except Conflict:
        raise _unknown() from None
    return _member(sha256, opened, inputs, context)


def _member(sha256: str, opened: Opened, inputs: list[Input], context: Context) -> Path:
    """A file of an archive, taken out once and kept beside the others."""
    file = next((f for f in opened.report.files if f.sha256 == sha256), None)
    if file is None:
        raise _unknown()
    archive = next((i for i in inputs if file.file.startswith(f"{i.name}{INSIDE}")), None)
    if archive is None:
        raise _unknown()
    suffix = file.file.rpartition(".")[2].lower()
    place = context.settings.scratch / "members" / sha256[:2] / f"{sha256}.{suffix}"
    if not place.exists():
        packed = gather([context.named_copy(archive.sha256, archive.name.rpartition(".")[2].lower())])
        member = next((m for m in packed if m.trouble is None and m.sha256() == sha256), None)
        if member is None:
            raise _unknown()
        place.parent.mkdir(parents=True, exist_ok=True)
        part = place.with_name(f"{place.name}.part")
        shutil.copyfile(member.path, part)
        part.replace(place)
    return place


def _unknown() -> ApiError:
    return ApiError("NOT_FOUND", "该申报中没有这个文件：请刷新页面")
