"""Signing in and out, as pages; what is checked and how often one may try is the session's own business."""

from urllib.parse import parse_qs

from fastapi import Request, Response
from fastapi.responses import RedirectResponse
from pydantic import ValidationError
from sqlalchemy import select
from starlette.concurrency import run_in_threadpool

from api.deps import ContextDep, UnitDep, caller_or_none
from api.errors import ApiError
from api.routes.session import set_cookie, sign_in
from api.schemas.accounts import Credentials
from api.workbench.page import page
from api.workbench.routing import router
from verifier.errors import Conflict
from verifier.store.tables import User

routes = router()

HOME = "/inbox"


@routes.get("/")
def home() -> Response:
    """Where one begins."""
    return RedirectResponse(HOME, 303)


@routes.get("/login")
def login_page(request: Request, unit: UnitDep, next: str = HOME) -> Response:
    """The page to sign in."""
    if caller_or_none(request) is not None:
        return RedirectResponse(_inside(next), 303)
    return _login(next, nobody=unit.session.scalar(select(User.id).limit(1)) is None)


@routes.post("/login")
async def login(request: Request, unit: UnitDep, context: ContextDep) -> Response:
    """Sign in, and go on to where one wanted."""
    if request.headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
        raise ApiError("NOT_ALLOWED", "请在本系统的登录页登录")
    told = {
        name: values[0]
        for name, values in parse_qs((await request.body()).decode("utf-8", "replace")).items()
    }
    return await run_in_threadpool(_sign_in, told, request, unit, context)


def _sign_in(told: dict[str, str], request: Request, unit: UnitDep, context: ContextDep) -> Response:
    wanted = told.get("next", HOME)
    try:
        credentials = Credentials(
            login=told.get("login", ""), password=told.get("password", ""), code=told.get("code") or None
        )
        _, token = sign_in(credentials, request, unit, context)
    except ValidationError:
        return _login(wanted, said="请填写登录名和密码", login=told.get("login", ""), status=422)
    except (ApiError, Conflict) as error:
        code = error.code == "TOTP_NEEDED" or "code" in told
        return _login(wanted, said=str(error), login=told.get("login", ""), code=code, status=401)
    response = RedirectResponse(_inside(wanted), 303)
    set_cookie(response, token, context)
    return response


def _login(
    wanted: str,
    *,
    said: str = "",
    login: str = "",
    code: bool = False,
    nobody: bool = False,
    status: int = 200,
) -> Response:
    return page(
        "login", None, status=status, next=_inside(wanted), said=said, login=login, code=code, nobody=nobody
    )


def _inside(address: str) -> str:
    """An address of this service, whatever somebody put into a link."""
    inside = address.startswith("/") and not address.startswith(("//", "/\\"))
    return address if inside and address.isprintable() else HOME
