"""The letters of an application: 审核意见 and 补正通知, with what reviewers decided."""

from typing import Annotated
from urllib.parse import quote

from fastapi import Path, Response

from api.deps import ContextDep, UnitDep
from api.rendering import FORMATS, rendered
from api.routes.applications import Id
from api.workbench.routing import Person, router
from verifier.store.submissions import applications, reports

routes = router()

NAMES = {"opinion": "审核意见", "notice": "补正通知"}
Letter = Annotated[str, Path(pattern=f"^({'|'.join(NAMES)})$")]


@routes.get("/applications/{id}/{letter}.docx")
def get_letter(caller: Person, id: Id, letter: Letter, unit: UnitDep, context: ContextDep) -> Response:
    """A letter as a file to save."""
    application = applications.find(unit.session, caller, id)
    report = reports.report_of(unit.session, application, "verify", None)
    chosen = next(f for f in FORMATS if f.name == letter)
    body = rendered(report, chosen, context, unit.session)
    name = quote(f"{NAMES[letter]}-{application.company or application.title}.docx", safe="")
    headers = {"Content-Disposition": f"attachment; filename*=UTF-8''{name}"}
    return Response(body, media_type=chosen.media_type, headers=headers)
