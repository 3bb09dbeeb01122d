"""Signing in and out, and one's own account."""

from typing import Annotated

import pyotp
from fastapi import Depends, Request, Response, Security
from sqlalchemy.orm import Session

from api.context import Context
from api.deps import COOKIE, ContextDep, UnitDep, bearer, caller_of, cookie
from api.errors import ApiError
from api.routes.routing import router
from api.schemas.accounts import CallerOut, Credentials, OwnPassword, TotpCode, TotpSecret
from api.throttling import Throttle
from api.unit import Unit
from verifier.audit.log import record
from verifier.store.accounts import passwords, sessions, signing_in
from verifier.store.accounts.caller import Caller
from verifier.store.accounts.sessions import SESSION_HOURS
from verifier.store.tables import User

routes = router("session")

tries = Throttle(burst=20, every_seconds=6)


def anybody(request: Request, _key: object = Security(bearer), _session: object = Security(cookie)) -> Caller:
    """Whoever is signed in, whatever it may."""
    return caller_of(request)


Anybody = Annotated[Caller, Depends(anybody)]


@routes.post("/session", status_code=201)
def open_session(
    told: Credentials, request: Request, response: Response, unit: UnitDep, context: ContextDep
) -> CallerOut:
    """Sign in: sets the session's cookie, and answers with what every change must show beside it."""
    signed, token = sign_in(told, request, unit, context)
    set_cookie(response, token, context)
    return CallerOut.from_caller(signed)


def sign_in(told: Credentials, request: Request, unit: Unit, context: Context) -> tuple[Caller, str]:
    """A new session for whoever knows the password; the caller and the token for the cookie.

    Raises:
        ApiError: it is not so, or not now.
    """
    address = request.client.host if request.client else ""
    if not tries.allows(address):
        raise ApiError("TOO_MANY_REQUESTS", "登录尝试过于频繁：请稍后再试")
    # The hash is slow on purpose: it is checked before anybody's turn to write is taken.
    with context.store.reading() as session:
        right = passwords.knows_password(session, told.login, told.password)
    session = unit.session
    user, right = signing_in.sign_in(session, told.login, right, told.code, context.now)
    if not right:
        unit.keep()  # the wrong try counts
    if user is None or not right:
        raise ApiError("NOT_SIGNED_IN", "登录名、密码或动态口令不正确")
    token, signed = sessions.open_session(session, user, context.now)
    session.flush()
    caller = sessions.caller_of_session(session, token, context.now)
    assert caller is not None and caller.csrf == signed.csrf  # it was opened just now
    return caller, token


def set_cookie(response: Response, token: str, context: Context) -> None:
    """Give the session to the browser, out of reach of scripts and of other sites."""
    response.set_cookie(
        COOKIE,
        token,
        max_age=SESSION_HOURS * 3600,
        httponly=True,
        secure=context.settings.secure_cookies,
        samesite="lax",
    )


@routes.get("/session")
def get_session(caller: Anybody) -> CallerOut:
    """Who one is."""
    return CallerOut.from_caller(caller)


@routes.delete("/session", status_code=204)
def close_session(
    caller: Anybody, request: Request, response: Response, unit: UnitDep, context: ContextDep
) -> None:
    """Sign out."""
    token = request.cookies.get(COOKIE)
    if token:
        sessions.close_session(unit.session, token, context.now)
    response.delete_cookie(COOKIE)


@routes.put("/session/password", status_code=204)
def change_own_password(caller: Anybody, told: OwnPassword, unit: UnitDep, context: ContextDep) -> None:
    """Change one's own password; one is signed out everywhere."""
    with context.store.reading() as session:
        right = passwords.password_is(_person(session, caller), told.present)
    if not right:
        raise ApiError("NOT_ALLOWED", "现密码不正确")
    user = _person(unit.session, caller)
    passwords.change_password(unit.session, user, told.password, context.now, caller.id)


@routes.post("/session/totp")
def offer_totp(caller: Anybody, unit: UnitDep) -> TotpSecret:
    """A secret for an authenticator; nothing changes before `PUT` confirms it with a code."""
    user = _person(unit.session, caller)
    secret = pyotp.random_base32()
    uri = pyotp.TOTP(secret).provisioning_uri(name=user.login, issuer_name="核证")
    return TotpSecret(secret=secret, uri=uri)


@routes.put("/session/totp", status_code=204)
def confirm_totp(caller: Anybody, told: TotpCode, unit: UnitDep, context: ContextDep) -> None:
    """From now on signing in needs a code, too."""
    if not pyotp.TOTP(told.secret).verify(told.code, for_time=context.now, valid_window=1):
        raise ApiError("TOTP_WRONG", "动态口令不正确：请核对手机时间后重试")
    user = _person(unit.session, caller)
    user.totp, user.totp_last = told.secret, None
    record(unit.session, context.now, caller.id, caller.tenant_id, "user.totp", user.id)


def _person(session: Session, caller: Caller) -> User:
    user = session.get(User, caller.id)
    if user is None:
        raise ApiError("NOT_ALLOWED", "API 密钥没有密码：此操作只能由登录的人员进行")
    return user
