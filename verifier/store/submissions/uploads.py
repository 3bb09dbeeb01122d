"""Large files that arrive in parts: each part is kept as it comes, and put together at the end."""

from datetime import datetime

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from verifier.errors import Conflict, NotFound
from verifier.store.accounts.caller import Caller
from verifier.store.filestore import BLOCK, FileStore
from verifier.store.ids import new_id
from verifier.store.tables import Application, Blob, Upload, UploadPart

MOST_PARTS = 10_000


def begin_upload(session: Session, application: Application, asked: Upload, at: datetime) -> Upload:
    """A new upload, or the one that was begun before for the same bytes under the same name.

    Raises:
        Conflict: it would have too many parts (`INVALID`).
    """
    if -(-asked.size // asked.part_size) > MOST_PARTS:
        raise Conflict("INVALID", f"分片数超过 {MOST_PARTS}：请增大 part_size")
    before = session.scalar(
        select(Upload).where(
            Upload.application_id == application.id,
            Upload.name == asked.name,
            Upload.part == asked.part,
            Upload.sha256 == asked.sha256,
            Upload.size == asked.size,
            Upload.file_id.is_(None),
        )
    )
    if before is not None:
        return before
    asked.id, asked.application_id, asked.created_at = new_id("upl"), application.id, at
    session.add(asked)
    session.flush()
    return asked


def upload_of(
    session: Session, caller: Caller, id_: str, *, lock: bool = False
) -> tuple[Upload, Application]:
    """An upload of the caller's tenant, and its application."""
    query = (
        select(Upload, Application)
        .join(Application, Application.id == Upload.application_id)
        .where(Upload.id == id_, Application.tenant_id == caller.tenant_id, Application.deleted_at.is_(None))
    )
    found = session.execute(query.with_for_update() if lock else query).first()
    if found is None:
        raise NotFound(f"没有编号为 {id_} 的分片上传：请核对编号")
    return found[0], found[1]


def arrived(session: Session, upload: Upload) -> dict[int, UploadPart]:
    """The parts that have arrived, by number."""
    parts = session.scalars(select(UploadPart).where(UploadPart.upload_id == upload.id))
    return {part.number: part for part in parts}


def keep_part(session: Session, upload: Upload, number: int, sha256: str, size: int, at: datetime) -> None:
    """A part has arrived, perhaps again.

    Raises:
        Conflict: there is no such part, or it has another size (`INVALID`).
    """
    last = -(-upload.size // upload.part_size)
    expected = upload.part_size if number < last else upload.size - upload.part_size * (last - 1)
    if not 1 <= number <= last or size != expected:
        raise Conflict("INVALID", f"第 {number} 片应为 {expected} 字节（共 {last} 片），收到 {size} 字节")
    session.execute(delete(UploadPart).where(UploadPart.upload_id == upload.id, UploadPart.number == number))
    # As every other file of the store it is known by a row: retention removes bytes by these.
    if session.get(Blob, sha256) is None:
        session.add(Blob(sha256=sha256, size=size, created_at=at))
    session.add(UploadPart(upload_id=upload.id, number=number, sha256=sha256, size=size))


def put_together(upload: Upload, parts: dict[int, UploadPart], files: FileStore) -> None:
    """Write the parts of an upload as one file.

    Raises:
        Conflict: some have not arrived (`UPLOAD_INCOMPLETE`).
        DigestMismatch: together they are not what was announced.
    """
    last = -(-upload.size // upload.part_size)
    if missing := [n for n in range(1, last + 1) if n not in parts]:
        raise Conflict("UPLOAD_INCOMPLETE", f"还有 {len(missing)} 片没有传到：请补传后再完成")
    with files.incoming() as whole:
        for number in range(1, last + 1):
            with files.path(parts[number].sha256).open("rb") as part:
                while block := part.read(BLOCK):
                    whole.write(block)
        whole.keep(upload.sha256)


def forget_parts(session: Session, upload: Upload) -> None:
    """The upload is whole, or given up: its parts are no longer needed, and retention removes their bytes."""
    session.execute(delete(UploadPart).where(UploadPart.upload_id == upload.id))
