"""Names every request, logs it in one line, counts it, and sets the headers that guard browsers."""

import logging
import re
import secrets
import time

import structlog
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.metrics import Requests
from api.tracing import Traced, untraced

log = logging.getLogger("hezheng.requests")

NAME = re.compile(r"[A-Za-z0-9._-]{1,64}")

GUARDS = (
    (b"x-content-type-options", b"nosniff"),
    (b"x-frame-options", b"DENY"),
    (b"referrer-policy", b"same-origin"),
    (b"cross-origin-opener-policy", b"same-origin"),
)
POLICY = (
    b"content-security-policy",
    b"default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; script-src 'self';"
    b" object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'",
)


class Telling:
    """The middleware."""

    def __init__(self, app: ASGIApp, requests: Requests, traced: Traced = untraced) -> None:
        self._app, self._requests, self._traced = app, requests, traced

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        name, begun, status = _name_of(scope), time.perf_counter(), 500

        async def tell(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                headers = list(message.get("headers", ()))
                known = {key.lower() for key, _ in headers}
                headers += [(b"x-request-id", name.encode()), *(g for g in GUARDS if g[0] not in known)]
                headers += [POLICY] if POLICY[0] not in known else []
                message = {**message, "headers": headers}
            await send(message)

        with structlog.contextvars.bound_contextvars(request=name), self._traced(scope, name):
            try:
                await self._app(scope, receive, tell)
            finally:
                self._tell(scope, status, time.perf_counter() - begun)

    def _tell(self, scope: Scope, status: int, seconds: float) -> None:
        route = getattr(scope.get("route"), "path", "(none)")
        self._requests.observe(scope["method"], route, status, seconds)
        if route in ("/health", "/ready") and status == 200:
            return
        caller = getattr(scope.get("state"), "caller", None) or scope.get("state", {}).get("caller")
        extra = {
            "method": scope["method"],
            "path": scope["path"],
            "status": status,
            "ms": round(seconds * 1000, 1),
            "caller": getattr(caller, "id", None),
        }
        log.info("request", extra=extra)


def _name_of(scope: Scope) -> str:
    """The name that the caller gave the request, where it is one; else a new one."""
    given = next((v.decode("latin-1") for k, v in scope["headers"] if k == b"x-request-id"), "")
    return given if NAME.fullmatch(given) else secrets.token_hex(8)
