"""The files of an application: its form and its evidence, sent whole; large ones go in parts (uploads)."""

from typing import Annotated
from urllib.parse import quote

from fastapi import Path, Query, Request, Response
from fastapi.responses import FileResponse
from starlette.concurrency import run_in_threadpool

from api.deps import ContextDep, Reader, UnitDep, Writer
from api.receiving import Received, receive, safe_name
from api.routes.applications import Id
from api.routes.routing import router
from api.schemas.applications import FileOut
from verifier.store.accounts.caller import Caller
from verifier.store.submissions import applications, files
from verifier.store.submissions.files import Kept
from verifier.store.submissions.state import EVIDENCE, FORM

routes = router("files")

FileId = Annotated[str, Path(max_length=40, pattern="^fil_[a-z0-9]+$", examples=["fil_01k3x8"])]
Name = Annotated[
    str,
    Query(
        min_length=1, max_length=500, description="The file's name, with folders.", examples=["专利/证书.pdf"]
    ),
]
BYTES = {
    "requestBody": {
        "required": True,
        "description": "The bytes of the file. Announce their sha256 with `Repr-Digest` (RFC 9530) or `X-SHA256`.",
        "content": {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}},
    }
}

NO_LIMIT = 1 << 62
"""Of the framework; `max_file_bytes` bounds the bytes as they come."""


@routes.put("/applications/{id}/form", openapi_extra=BYTES, max_body_size=NO_LIMIT)
async def put_form(
    caller: Writer, id: Id, name: Name, request: Request, unit: UnitDep, context: ContextDep
) -> FileOut:
    """Hand the 申报表 in as a file: .docx, .xlsx, .pdf or .json; it takes the place of an earlier one."""
    return await _put(caller, id, FORM, name, request, unit, context)


@routes.put("/applications/{id}/evidence", openapi_extra=BYTES, max_body_size=NO_LIMIT)
async def put_evidence(
    caller: Writer, id: Id, name: Name, request: Request, unit: UnitDep, context: ContextDep
) -> FileOut:
    """Hand one file of evidence in. Sent again it changes nothing; with other bytes it takes the earlier one's place."""
    return await _put(caller, id, EVIDENCE, name, request, unit, context)


async def _put(
    caller: Caller, id: str, part: str, name: str, request: Request, unit: UnitDep, context: ContextDep
) -> FileOut:
    safe = safe_name(name)
    await run_in_threadpool(_check, caller, id, context)
    received = await receive(request, context, context.settings.max_file_bytes)
    return await run_in_threadpool(
        _keep, caller, id, Kept(part, safe, received.sha256, received.size), unit, context
    )


def _check(caller: Caller, id: str, context: ContextDep) -> None:
    """Before bytes are taken: is it the caller's?"""
    with context.store.reading() as session:
        applications.find(session, caller, id)


def _keep(caller: Caller, id: str, kept: Kept, unit: UnitDep, context: ContextDep) -> FileOut:
    application = applications.find(unit.session, caller, id, lock=True)
    file, _ = files.add_file(unit.session, caller, application, kept, context.now)
    made = FileOut.from_stored(file)
    unit.keep()  # in this thread: the loop goes on serving others while the disk writes
    return made


@routes.get("/applications/{id}/files")
def list_files(caller: Reader, id: Id, unit: UnitDep) -> list[FileOut]:
    """The files that an application consists of now, its form first."""
    applications.find(unit.session, caller, id)
    return [FileOut.from_stored(f) for f in files.files_of(unit.session, id)]


@routes.delete("/applications/{id}/files/{file}", status_code=204)
def delete_file(caller: Writer, id: Id, file: FileId, unit: UnitDep, context: ContextDep) -> None:
    """Take a file out of an application; reports that were made with it keep it."""
    found = applications.find(unit.session, caller, id, lock=True)
    stored = files.file_of(unit.session, found, file)
    files.remove_file(unit.session, caller, found, stored, context.now)


@routes.get(
    "/applications/{id}/files/{file}/content",
    response_class=Response,
    responses={200: {"content": {"application/octet-stream": {}}, "description": "The bytes."}},
)
def get_content(caller: Reader, id: Id, file: FileId, unit: UnitDep, context: ContextDep) -> FileResponse:
    """A file as it was handed in, as a download: what is shown to people are the rendered pages."""
    found = applications.find(unit.session, caller, id)
    stored = files.file_of(unit.session, found, file)
    return download(context, Received(stored.sha256, stored.size), stored.name)


def download(context: ContextDep, kept: Received, name: str) -> FileResponse:
    """A file that browsers save and never show."""
    last = name.rpartition("/")[2]
    headers = {
        "ETag": f'"{kept.sha256}"',
        "Content-Disposition": f"attachment; filename*=UTF-8''{quote(last, safe='')}",
        "Content-Security-Policy": "sandbox",
    }
    return FileResponse(
        context.files.path(kept.sha256), media_type="application/octet-stream", headers=headers
    )
