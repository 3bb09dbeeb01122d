"""Reports: as JSON, and as a page; each has an ETag, and what did not change is not sent again."""

from typing import Annotated, Any

from fastapi import Header, Query, Request, Response

from api.deps import ContextDep, ReportReader, UnitDep
from api.rendering import FORMATS, rendered
from api.routes.applications import Id
from api.routes.routing import router
from verifier.store import reviews
from verifier.store.submissions import applications, reports
from verifier.store.tables import StoredReport

routes = router("reports")

Kind = Annotated[
    str, Query(pattern="^(verify|precheck)$", description="Of a verification or of a pre-check.")
]
Number = Annotated[
    int | None, Query(ge=1, le=1_000_000, description="Of an earlier run; default: the newest.")
]
Seen = Annotated[str | None, Header(alias="If-None-Match", max_length=500)]
FILES: dict[int | str, dict[str, Any]] = {
    200: {"content": {f.media_type: {} for f in FORMATS}, "description": "The report."},
    304: {"description": "Not changed."},
}


@routes.get("/applications/{id}/report", response_class=Response, responses=FILES)
def get_report(
    caller: ReportReader,
    id: Id,
    request: Request,
    unit: UnitDep,
    context: ContextDep,
    format: Annotated[str, Query(pattern=f"^({'|'.join(f.name for f in FORMATS)})$")] = "json",
    kind: Kind = "verify",
    run: Number = None,
    seen: Seen = None,
) -> Response:
    """The report of an application; personal numbers are masked."""
    found = applications.find(unit.session, caller, id)
    report = reports.report_of(unit.session, found, kind, run)
    chosen = next(f for f in FORMATS if f.name == format)
    decided = reviews.latest(unit.session, found.id) if chosen.decided else ""
    tag = etag_of(report, chosen.version + decided[-12:])
    headers = {"ETag": tag, "Cache-Control": "private, no-cache", "Vary": "Authorization, Cookie"}
    if seen is not None and tag in {part.strip().removeprefix("W/") for part in seen.split(",")}:
        return Response(status_code=304, headers=headers)
    body = rendered(report, chosen, context, unit.session)
    return Response(body, media_type=chosen.media_type, headers=headers)


def etag_of(report: StoredReport, version: str) -> str:
    """Changes when the report does, or how it is shown."""
    return f'"{report.sha256[:32]}-{version}"'
