"""The Reconciliation API as an application of its own, open to clients of every origin.

    mount(app, "/reconcile", shelf.borrow)     0.2 at /reconcile, 1.0-draft at /reconcile/1.0

CORS is asked for on every endpoint by both versions; so the service stands apart from the portal's own API, whose
cookies no other origin may use. It only reads.
"""

from fastapi import FastAPI, Request
from fastapi.middleware.cors import CORSMiddleware
from fastapi.responses import JSONResponse
from starlette.routing import Mount, Route
from starlette.types import ASGIApp, Receive, Scope, Send

from api.routes.reconciliation.matching import NotLoadedError
from api.routes.reconciliation.routes import Lend, routes
from registries.errors import RegistryError, SnapshotError, UnknownKind


def reconciliation_app(lend: Lend) -> FastAPI:
    """The service over the registries that `lend` lends, the version that counts at each request.

    Args:
        lend: gives the registries for the time of one request (`Shelf.borrow`).
    """
    app = FastAPI(title="核证 Reconciliation API", docs_url=None, redoc_url=None, openapi_url=None)
    app.state.lend = lend
    app.add_middleware(
        CORSMiddleware, allow_origins=["*"], allow_methods=["GET", "POST", "OPTIONS"], allow_headers=["*"]
    )
    app.add_exception_handler(RegistryError, _refused)
    app.add_exception_handler(NotLoadedError, _not_loaded)
    app.include_router(routes)
    return app


def mount(app: FastAPI, path: str, lend: Lend) -> None:
    """Puts the service below a path of another application, with and without a slash at its end.

    Args:
        app: the application.
        path: such as `/reconcile`.
        lend: gives the registries for the time of one request.
    """
    service = reconciliation_app(lend)
    # A redirect to the slash would be answered by the outer application, which lets no other origin in.
    app.router.routes.append(Route(path, _Root(service, path), methods=["GET", "POST", "OPTIONS"]))
    app.router.routes.append(Mount(path, service))


class _Root:
    """Answers the bare path as the root of the service."""

    def __init__(self, service: ASGIApp, path: str) -> None:
        self.service, self.path = service, path

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        root = scope.get("root_path", "") + self.path
        await self.service({**scope, "root_path": root, "path": f"{root}/"}, receive, send)


def _refused(_: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, RegistryError)
    status = 400 if isinstance(error, UnknownKind) else 503 if isinstance(error, SnapshotError) else 500
    return JSONResponse({"code": error.code, "detail": str(error)}, status)


def _not_loaded(_: Request, error: Exception) -> JSONResponse:
    return JSONResponse({"code": "REGISTRY_NOT_ASKED", "detail": str(error)}, 503)
