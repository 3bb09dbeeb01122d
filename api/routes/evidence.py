"""What stands on the evidence: documents with their fields, and pages as pictures with boxes on them."""

import re
from collections.abc import Sequence
from typing import Annotated, Any

from fastapi import Depends, Path, Query, Response

from api.deps import ContextDep, ReportReader, UnitDep, may
from api.errors import ApiError
from api.images import Wanted
from api.masking import mask
from api.rendering import flat_of
from api.routes.applications import Id
from api.routes.files import FileId
from api.routes.routing import router
from verifier.store.accounts.caller import Caller
from verifier.store.submissions import applications, files, reports

routes = router("evidence")

PageReader = Annotated[Caller, Depends(may("pages:read"))]
PageNumber = Annotated[int, Path(ge=1, le=100_000, examples=[1])]
BOX = re.compile(
    r"(\d{1,5}(?:\.\d{1,4})?),(\d{1,5}(?:\.\d{1,4})?),(\d{1,5}(?:\.\d{1,4})?),(\d{1,5}(?:\.\d{1,4})?)"
)
Boxes = Annotated[
    Sequence[Annotated[str, Query(pattern=f"^{BOX.pattern}$")]],
    Query(alias="box", max_length=64, description="`x0,y0,x1,y1` in points; given again for more."),
]
PICTURE: dict[int | str, dict[str, Any]] = {
    200: {"content": {"image/webp": {}}, "description": "The picture."}
}


@routes.get("/applications/{id}/documents")
def list_documents(caller: ReportReader, id: Id, unit: UnitDep, context: ContextDep) -> list[dict[str, Any]]:
    """The documents of the latest report, with the fields that stand on them and their places; masked."""
    found = applications.find(unit.session, caller, id)
    report = reports.report_of(unit.session, found, "verify", None)
    documents: list[dict[str, Any]] = mask(flat_of(report, context))["documents"]
    return documents


@routes.get("/applications/{id}/files/{file}/pages/{page}/image", response_class=Response, responses=PICTURE)
def get_page_image(
    caller: PageReader,
    id: Id,
    file: FileId,
    page: PageNumber,
    unit: UnitDep,
    context: ContextDep,
    width: Annotated[int, Query(ge=100, le=3000, description="Pixels at most.")] = 1200,
    boxes: Boxes = (),
) -> Response:
    """A page as the reader saw it, turned upright, with boxes round what matters."""
    found = applications.find(unit.session, caller, id)
    stored = files.file_of(unit.session, found, file)
    suffix = stored.name.rpartition(".")[2].lower()
    path = context.named_copy(stored.sha256, suffix)
    body = context.images.get(Wanted(path, stored.sha256, page, width, tuple(_box(b) for b in boxes)))
    headers = {"Cache-Control": "private, max-age=86400", "ETag": f'"{stored.sha256[:16]}-{page}-{width}"'}
    return Response(body, media_type="image/webp", headers=headers)


def _box(text: str) -> tuple[float, float, float, float]:
    found = BOX.fullmatch(text)
    if found is None:
        raise ApiError("INVALID", "box 须为 x0,y0,x1,y1（单位：点）")
    x0, y0, x1, y1 = (float(number) for number in found.groups())
    return x0, y0, x1, y1
