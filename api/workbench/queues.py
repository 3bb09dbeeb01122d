"""The queue by risk: what is doubtful and matters first, and how far the clear ones can be trusted."""

from typing import Annotated

from fastapi import Query, Response

from api.deps import UnitDep
from api.masking import mask
from api.workbench.page import page
from api.workbench.routing import Person, router
from verifier.store import queue

routes = router()


@routes.get("/queue")
def show_queue(
    caller: Person, unit: UnitDep, whose: Annotated[str, Query(pattern="^(all|mine)$")] = "all"
) -> Response:
    """What to look at first."""
    session = unit.session
    rows = mask(queue.waiting(session, caller, whose == "mine"))
    return page("queue", caller, rows=rows, whose=whose, observed=queue.observed(session, caller))
