"""The dashboard: how far the review is, how people and machine agree, how well pages are read."""

from fastapi import Response

from api.deps import ContextDep, UnitDep
from api.workbench import plots
from api.workbench.page import CHINA, page
from api.workbench.routing import Person, router
from extractors.forms.edition import editions
from verifier.store import figures, inbox, queue

routes = router()


@routes.get("/dashboard")
def show_dashboard(caller: Person, unit: UnitDep, context: ContextDep) -> Response:
    """Figures and plots."""
    session, today = unit.session, context.now.astimezone(CHINA)
    by_day = figures.decisions_by_day(session, caller, today)
    readings = figures.readings_by_day(session, caller, today)
    return page(
        "dashboard",
        caller,
        counts=inbox.states(session, caller),
        progress=figures.progress(session, caller),
        agreement=figures.agreement(session, caller),
        labels={entry.key: entry.label for edition in editions() for entry in edition.entries},
        observed=queue.observed(session, caller),
        by_day=by_day,
        acts_plot=plots.bars([(f"{d:%m-%d}", count) for d, count in by_day.items()], "次"),
        readings=readings,
        reading_plot=plots.line([(f"{r.day:%m-%d}", r.confidence) for r in readings]),
    )
