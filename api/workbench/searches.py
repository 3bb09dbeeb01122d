"""Search across the text of all evidence, of one application or of all."""

from typing import Annotated

from fastapi import Query, Response

from api.deps import UnitDep
from api.masking import mask
from api.workbench.page import page
from api.workbench.routing import Person, router
from verifier.store.submissions import texts

routes = router()


@routes.get("/search")
def show_search(
    caller: Person,
    unit: UnitDep,
    q: Annotated[str, Query(max_length=120)] = "",
    application: Annotated[str, Query(max_length=40)] = "",
) -> Response:
    """The pages on which all words stand."""
    found = mask(texts.search(unit.session, caller, q, application)) if q.strip() else []
    return page(
        "search",
        caller,
        q=q,
        application_id=application,
        found=found,
        most=texts.MOST,
        least=texts.LEAST,
        short=not texts.words_of(q),
        indexed=bool(found) or texts.has_any(unit.session, caller, application),
    )
