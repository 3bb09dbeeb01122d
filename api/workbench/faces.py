"""The face of the workbench: its routers, listed by hand."""

from fastapi import FastAPI

from api.workbench import (
    applications,
    correcting,
    deciding,
    inboxes,
    letters,
    live,
    pictures,
    queues,
    signing,
)
from api.workbench.assets import Assets

ROUTERS = (
    signing.routes,
    inboxes.routes,
    queues.routes,
    applications.routes,
    deciding.routes,
    correcting.routes,
    letters.routes,
    pictures.routes,
    live.routes,
)


def mount(app: FastAPI) -> None:
    """Put the workbench beside the API."""
    for router in ROUTERS:
        app.include_router(router)
    app.mount("/assets", Assets(), name="assets")
