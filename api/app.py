"""The application of the service: its routers stand in one tuple, by hand.

app = create_app(Settings())
"""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib.metadata import version

from anyio.to_thread import current_default_thread_limiter
from fastapi import FastAPI
from prometheus_client import CollectorRegistry
from starlette.concurrency import run_in_threadpool

from api import errors
from api.context import open_context
from api.metrics import Requests, Stored
from api.middleware.telling import Telling
from api.openapi import Described
from api.routes import (
    accounts,
    applications,
    audit,
    evidence,
    files,
    health,
    metrics,
    registries,
    reports,
    runs,
    session,
    tenants,
    uploads,
    webhooks,
)
from api.routes.reconciliation.app import mount
from api.settings import Settings
from api.tracing import tracing
from api.webhooks.described import described
from api.workbench import faces

THREADS = 96
"""Requests worked on at once: on SQLite writers wait in theirs for their turn, and readers must not wait for them."""

ROUTERS = (
    applications.routes,
    files.routes,
    uploads.routes,
    runs.routes,
    reports.routes,
    evidence.routes,
    registries.routes,
    webhooks.routes,
    session.routes,
    accounts.routes,
    tenants.routes,
    audit.routes,
    metrics.routes,
    health.routes,
)


def create_app(settings: Settings) -> FastAPI:
    """The application; database and files are opened when it starts."""

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        current_default_thread_limiter().total_tokens = THREADS
        app.state.context = await run_in_threadpool(open_context, settings)
        stored = Stored(app.state.context)
        figures.register(stored)
        yield
        figures.unregister(stored)
        await run_in_threadpool(app.state.context.close)

    app = Described(
        title="核证 Hézhèng",
        summary="Verifies applications for Zhejiang's 数字工厂: claims against scanned evidence and registries.",
        version=version("hezheng"),
        lifespan=lifespan,
        webhooks=described,
        license_info={"name": "AGPL-3.0-or-later", "identifier": "AGPL-3.0-or-later"},
    )
    errors.install(app)
    figures = app.state.figures = CollectorRegistry()
    app.add_middleware(Telling, requests=Requests(figures), traced=tracing(settings.traces))
    for router in ROUTERS:
        app.include_router(router)
    faces.mount(app)
    if settings.open_reconciliation:
        mount(app, "/reconcile", lambda: app.state.context.shelf.borrow())
    return app
