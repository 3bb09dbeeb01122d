"""The face of the workbench: its routers, listed by hand."""

from fastapi import FastAPI

from api.workbench import (
    applications,
    comparing,
    correcting,
    dashboards,
    deciding,
    examples,
    inboxes,
    letters,
    live,
    pictures,
    queues,
    searches,
    signing,
    uploads,
)
from api.workbench.assets import Assets

ROUTERS = (
    signing.routes,
    inboxes.routes,
    uploads.routes,
    examples.routes,
    queues.routes,
    searches.routes,
    dashboards.routes,
    applications.routes,
    deciding.routes,
    correcting.routes,
    comparing.routes,
    letters.routes,
    pictures.routes,
    live.routes,
)


def mount(app: FastAPI) -> None:
    """Put the workbench beside the API."""
    for router in ROUTERS:
        app.include_router(router)
    app.mount("/assets", Assets(), name="assets")
