"""The face of the workbench: its routers, listed by hand."""

from fastapi import FastAPI

from api.workbench import applications, deciding, inboxes, letters, live, pictures, signing
from api.workbench.assets import Assets

ROUTERS = (
    signing.routes,
    inboxes.routes,
    applications.routes,
    deciding.routes,
    letters.routes,
    pictures.routes,
    live.routes,
)


def mount(app: FastAPI) -> None:
    """Put the workbench beside the API."""
    for router in ROUTERS:
        app.include_router(router)
    app.mount("/assets", Assets(), name="assets")
