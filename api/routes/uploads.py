"""Large files in parts: begun, sent part by part in any order, completed; a lost connection costs one part."""

from typing import Annotated

from fastapi import Path, Request
from starlette.concurrency import run_in_threadpool

from api.deps import ContextDep, Reader, UnitDep, Writer
from api.errors import ApiError
from api.receiving import Received, receive, safe_name
from api.routes.applications import Id
from api.routes.files import BYTES, NO_LIMIT
from api.routes.routing import router
from api.schemas.applications import FileOut
from api.schemas.uploads import NewUpload, UploadOut
from verifier.store.accounts.caller import Caller
from verifier.store.submissions import applications, files, uploads
from verifier.store.submissions.files import Kept
from verifier.store.tables import Upload

routes = router("uploads")

UploadId = Annotated[str, Path(max_length=40, pattern="^upl_[a-z0-9]+$", examples=["upl_01k3x8"])]
PartNumber = Annotated[int, Path(ge=1, le=uploads.MOST_PARTS, examples=[1])]


@routes.post("/applications/{id}/uploads", status_code=201)
def begin_upload(caller: Writer, id: Id, new: NewUpload, unit: UnitDep, context: ContextDep) -> UploadOut:
    """Begin an upload, or go on with one that was begun for the same bytes."""
    if new.size > context.settings.max_file_bytes:
        raise ApiError("TOO_LARGE", "文件超过上限：请拆分后上传")
    found = applications.find(unit.session, caller, id, lock=True)
    asked = Upload(
        part=new.part, name=safe_name(new.name), size=new.size, sha256=new.sha256, part_size=new.part_size
    )
    upload = uploads.begin_upload(unit.session, found, asked, context.now)
    return UploadOut.from_stored(upload, set(uploads.arrived(unit.session, upload)))


@routes.get("/uploads/{id}")
def get_upload(caller: Reader, id: UploadId, unit: UnitDep) -> UploadOut:
    """Which parts of an upload are still to come."""
    upload, _ = uploads.upload_of(unit.session, caller, id)
    return UploadOut.from_stored(upload, set(uploads.arrived(unit.session, upload)))


@routes.put("/uploads/{id}/parts/{number}", openapi_extra=BYTES, max_body_size=NO_LIMIT)
async def put_part(
    caller: Writer, id: UploadId, number: PartNumber, request: Request, unit: UnitDep, context: ContextDep
) -> UploadOut:
    """Send one part; sent again it takes the place of the earlier one."""
    most = await run_in_threadpool(_part_size, caller, id, context)
    received = await receive(request, context, most)
    return await run_in_threadpool(_keep_part, caller, id, number, received, unit, context)


def _part_size(caller: Caller, id: str, context: ContextDep) -> int:
    with context.store.reading() as session:
        return uploads.upload_of(session, caller, id)[0].part_size


def _keep_part(
    caller: Caller, id: str, number: int, received: Received, unit: UnitDep, context: ContextDep
) -> UploadOut:
    upload, _ = uploads.upload_of(unit.session, caller, id, lock=True)
    if upload.file_id is None:
        uploads.keep_part(unit.session, upload, number, received.sha256, received.size, context.now)
    made = UploadOut.from_stored(upload, set(uploads.arrived(unit.session, upload)))
    unit.keep()
    return made


@routes.post("/uploads/{id}/complete", status_code=201)
def complete_upload(caller: Writer, id: UploadId, unit: UnitDep, context: ContextDep) -> FileOut:
    """Put the parts together, check the whole, and take it into the application; completed again it is the same."""
    with context.store.reading() as session:
        upload, _ = uploads.upload_of(session, caller, id)
        parts = uploads.arrived(session, upload)
    if upload.file_id is None:
        uploads.put_together(upload, parts, context.files)
    session = unit.session
    upload, application = uploads.upload_of(session, caller, id, lock=True)
    if upload.file_id is not None:
        return FileOut.from_stored(files.file_of(session, application, upload.file_id))
    kept = Kept(upload.part, upload.name, upload.sha256, upload.size)
    file, _ = files.add_file(session, caller, application, kept, context.now)
    upload.file_id = file.id
    uploads.forget_parts(session, upload)
    return FileOut.from_stored(file)
