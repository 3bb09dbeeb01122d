"""What routes ask for, named once: the context, the unit of work, who calls, and whether it may.

A machine shows its key (`Authorization: Bearer hz_…`), a person's browser a session cookie; with a cookie
every change must also show the page's token, so that no other site can make a browser do it.
"""

import secrets
from collections.abc import Callable
from contextlib import suppress
from datetime import timedelta
from typing import Annotated, cast

from fastapi import Depends, Request, Security
from fastapi.security import APIKeyCookie, HTTPBearer

from api.context import Context
from api.errors import ApiError
from api.unit import Unit
from verifier.errors import StoreError
from verifier.store.accounts import keys, sessions
from verifier.store.accounts.caller import Caller
from verifier.store.tables import SignIn

COOKIE = "hezheng_session"
CSRF_HEADER = "x-csrf-token"
TOUCH = timedelta(minutes=1)

bearer = HTTPBearer(auto_error=False, scheme_name="key", description="An API key, `hz_…`.")
cookie = APIKeyCookie(name=COOKIE, auto_error=False, scheme_name="session", description="A person's session.")


def context_of(request: Request) -> Context:
    """The context of the service."""
    return cast(Context, request.app.state.context)


def unit_of(request: Request) -> Unit:
    """The request's unit of work."""
    return cast(Unit, request.state.unit)


def caller_or_none(request: Request) -> Caller | None:
    """Who calls; looked up once a request, in a transaction of its own."""
    if not hasattr(request.state, "caller"):
        request.state.caller = _look_up(request)
    return cast("Caller | None", request.state.caller)


def caller_of(request: Request) -> Caller:
    """Who calls.

    Raises:
        ApiError: nobody that is known.
    """
    caller = caller_or_none(request)
    if caller is None:
        raise ApiError("NOT_SIGNED_IN", "请先登录，或在 Authorization 头中提供有效的 API 密钥")
    return caller


def _look_up(request: Request) -> Caller | None:
    context = context_of(request)
    scheme, _, secret = request.headers.get("authorization", "").partition(" ")
    if secret:
        if scheme.lower() != "bearer":
            return None
        with context.store.reading() as session:
            caller = keys.caller_of_key(session, secret.strip(), context.now)
        if caller is not None and caller.stale:
            with suppress(StoreError), context.store.writing() as session:  # never at the request's cost
                keys.touch_key(session, caller.id, context.now)
        return caller
    token = request.cookies.get(COOKIE)
    if not token:
        return None
    with context.store.reading() as session:
        caller = sessions.caller_of_session(session, token, context.now)
        signed = session.get(SignIn, keys.digest(token))
    if caller is not None and signed is not None and signed.seen_at + TOUCH <= context.now:
        with context.store.writing() as session:
            sessions.touch_session(session, token, context.now)
    if caller is not None:
        _check_csrf(request, caller)
    return caller


def _check_csrf(request: Request, caller: Caller) -> None:
    if request.method in ("GET", "HEAD", "OPTIONS"):
        return
    shown = request.headers.get(CSRF_HEADER, "")
    if not secrets.compare_digest(shown.encode(), caller.csrf.encode()):
        raise ApiError("CSRF_MISSING", "页面令牌缺失或已失效：请刷新页面后重试")


def may(permission: str) -> Callable[..., Caller]:
    """A dependency: the caller, who may do this.

    Raises:
        ApiError: it may not.
    """

    def allowed(
        request: Request, _key: object = Security(bearer), _session: object = Security(cookie)
    ) -> Caller:
        caller = caller_of(request)
        if permission not in caller.may:
            raise ApiError("NOT_ALLOWED", f"当前账号或密钥没有“{permission}”权限：请联系安全管理员")
        return caller

    allowed.__name__ = f"may_{permission.replace(':', '_')}"
    return allowed


# As coroutines they run where they are: a plain function would wait for a thread, only to look at the request.


async def _context(request: Request) -> Context:
    return context_of(request)


async def _unit(request: Request) -> Unit:
    return unit_of(request)


ContextDep = Annotated[Context, Depends(_context)]
UnitDep = Annotated[Unit, Depends(_unit)]
Reader = Annotated[Caller, Depends(may("applications:read"))]
Writer = Annotated[Caller, Depends(may("applications:write"))]
ReportReader = Annotated[Caller, Depends(may("reports:read"))]
