"""The upload page, for clerks without a portal: what it sends goes to the API as any portal's does."""

import json
from typing import Annotated

from fastapi import Query, Response

from api.deps import ContextDep, UnitDep
from api.errors import ApiError
from api.masking import mask
from api.routes.applications import Id
from api.workbench.page import page
from api.workbench.routing import Person, router
from verifier.advice import Advice
from verifier.exports.notice import HEADINGS
from verifier.report.recalling import recall
from verifier.store import inbox
from verifier.store.accounts.caller import Caller
from verifier.store.submissions import applications, files, reports
from verifier.store.submissions.state import EVIDENCE, FORM

routes = router()


@routes.get("/upload")
def show_upload(
    caller: Person, unit: UnitDep, application: Annotated[str, Query(max_length=40)] = ""
) -> Response:
    """A new application, or one that is not handed in yet."""
    _may_write(caller)
    found = applications.find(unit.session, caller, application) if application else None
    held = files.files_of(unit.session, found.id) if found else ()
    return page(
        "upload",
        caller,
        application=found,
        form=next((f for f in held if f.part == FORM), None),
        evidence=[f for f in held if f.part == EVIDENCE],
        cities=inbox.cities(unit.session, caller),
    )


@routes.get("/applications/{id}/precheck")
def show_precheck(caller: Person, id: Id, unit: UnitDep, context: ContextDep) -> Response:
    """自查: what can be mended before the application is handed in."""
    application = applications.find(unit.session, caller, id)
    stored = reports.report_of(unit.session, application, "precheck", None)
    report = recall(json.loads(context.files.get(stored.sha256)))
    advice: dict[str, list[Advice]] = {}
    for one in mask(report.advice):
        advice.setdefault(HEADINGS.get(one.code, "其他需要处理的事项"), []).append(one)
    return page("precheck", caller, application=application, advice=advice, report=report)


def _may_write(caller: Caller) -> None:
    if "applications:write" not in caller.may:
        raise ApiError("NOT_ALLOWED", "上传申报须由组长或申报单位的账号进行")
