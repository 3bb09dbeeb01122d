"""How every page of the workbench is answered: as a unit of work, under a strict policy, its troubles as pages.

A request of the page's own script gets its trouble as a problem (JSON); a person who opens an address gets a
page that says what to do next, or the way to sign in.
"""

from collections.abc import Callable, Coroutine
from typing import Annotated, Any
from urllib.parse import quote

from fastapi import APIRouter, Depends, Request, Response
from fastapi.responses import RedirectResponse
from starlette.concurrency import run_in_threadpool

from api.deps import caller_of
from api.errors import CODES, ApiError
from api.unit import UnitRoute
from api.workbench.page import page
from verifier.errors import VerifierError
from verifier.store.accounts.caller import Caller

POLICY = (
    "default-src 'none'; img-src 'self' data:; style-src 'self'; script-src 'self'; connect-src 'self';"
    " font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
FORM_BYTES = 256 * 1024
SCRIPT = "x-workbench"
"""The header by which the page's own script is known."""


class PageRoute(UnitRoute):
    """A unit of work whose answer is a page."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """The route with its policy, and its troubles as pages."""
        inner = super().get_route_handler()

        async def handle(request: Request) -> Response:
            try:
                response = await inner(request)
            except (ApiError, VerifierError) as error:
                if SCRIPT in request.headers or request.method not in ("GET", "HEAD"):
                    raise
                response = await run_in_threadpool(trouble, request, error)
            response.headers.setdefault("Content-Security-Policy", POLICY)
            response.headers.setdefault("Cache-Control", "private, no-store")
            return response

        return handle


def trouble(request: Request, error: ApiError | VerifierError) -> Response:
    """What a person sees of an error."""
    if error.code == "NOT_SIGNED_IN":
        wanted = request.url.path + (f"?{request.url.query}" if request.url.query else "")
        return RedirectResponse(f"/login?next={quote(wanted, safe='')}", 303)
    status, title = CODES.get(error.code, (409, "与当前状态冲突"))
    caller = getattr(request.state, "caller", None)
    return page("trouble", caller, status=status, title=title, said=str(error), code=error.code)


def router() -> APIRouter:
    """A router of the workbench; its pages are no part of the API's document."""
    return APIRouter(route_class=PageRoute, include_in_schema=False, max_body_size=FORM_BYTES)


def person(request: Request) -> Caller:
    """Who is signed in and may see applications.

    Raises:
        ApiError: nobody is, or it may not.
    """
    caller = caller_of(request)
    if "applications:read" not in caller.may:
        raise ApiError("NOT_ALLOWED", f"账号“{caller.name}”不参与审核：请用评审员或组长账号登录")
    return caller


def reviewer(request: Request) -> Caller:
    """Who is signed in as a person and may decide about claims.

    Raises:
        ApiError: nobody is, or it may not.
    """
    caller = person(request)
    if "reviews:write" not in caller.may or not caller.csrf:
        raise ApiError("NOT_ALLOWED", "作出审核决定须由评审员或组长本人登录")
    return caller


Person = Annotated[Caller, Depends(person)]
Reviewer = Annotated[Caller, Depends(reviewer)]
