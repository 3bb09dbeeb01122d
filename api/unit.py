"""One request is one unit of work: it is kept whole before its answer is sent, or not at all.

An answer to a request with an Idempotency-Key is kept in the same transaction as what it did, so that
whoever sends it again, also after a crash, gets the saved answer and nothing happens twice.
"""

import hashlib
from collections.abc import Callable, Coroutine
from datetime import timedelta
from typing import Any

from fastapi import Request, Response
from fastapi.routing import APIRoute
from sqlalchemy import delete, select, update
from sqlalchemy.engine import CursorResult
from sqlalchemy.orm import Session
from starlette.concurrency import run_in_threadpool

from api.context import Context
from api.errors import ApiError
from verifier.store.accounts.caller import Caller
from verifier.store.database import begin
from verifier.store.ids import new_id
from verifier.store.tables import Answer

CLAIM = timedelta(seconds=60)
"""So long a request may take before another one with its key may try."""

KEPT_HEADERS = ("content-type", "location", "etag", "retry-after")


class Unit:
    """A transaction, begun when it is first needed."""

    def __init__(self, context: Context, writing: bool) -> None:
        self._context, self._writing = context, writing
        self._session: Session | None = None
        self._turn = False
        self._then: list[Callable[[], None]] = []

    @property
    def session(self) -> Session:
        """The session; on SQLite a writer waits here for its turn."""
        if self._session is None:
            if self._writing and self._context.store.embedded:
                self._context.store.turn.acquire()
                self._turn = True
            self._session = self._context.store.sessions()
            if self._writing:
                begin(self._session)
        return self._session

    @property
    def open(self) -> bool:
        """Whether something was begun that is not kept yet."""
        return self._session is not None or self._turn

    def then(self, do: Callable[[], None]) -> None:
        """Do this when all is kept."""
        self._then.append(do)

    def keep(self) -> None:
        """Commit; another transaction may follow."""
        try:
            if self._session is not None:
                self._session.commit()
        finally:
            self.undo()
        done, self._then = self._then, []
        for do in done:
            do()

    def undo(self) -> None:
        """Take back what was not kept."""
        try:
            if self._session is not None:
                self._session.close()
        finally:
            self._session = None
            if self._turn:
                self._turn = False
                self._context.store.turn.release()


class UnitRoute(APIRoute):
    """A route whose requests are units of work, and whose POSTs may carry an Idempotency-Key."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """The route with its transaction round it."""
        inner = super().get_route_handler()

        async def handle(request: Request) -> Response:
            context: Context = request.app.state.context
            unit = request.state.unit = Unit(context, request.method not in ("GET", "HEAD"))
            try:
                key = request.headers.get("idempotency-key") if request.method == "POST" else None
                if key is None:
                    response = await inner(request)
                    await run_in_threadpool(unit.keep)
                    return response
                return await _once(key, request, unit, inner)
            finally:
                if unit.open:
                    await run_in_threadpool(unit.undo)

        return handle


async def _once(key: str, request: Request, unit: Unit, inner: Callable[[Request], Any]) -> Response:
    """The answer to a request with a key: the saved one, or a new one that is saved."""
    from api.deps import caller_of

    if not 1 <= len(key) <= 255 or not key.isprintable():
        raise ApiError("INVALID", "Idempotency-Key 须为 1 至 255 个可见字符")
    caller = await run_in_threadpool(caller_of, request)
    told = f"{request.method} {request.url.path}?{request.url.query}\n".encode() + await request.body()
    fingerprint = hashlib.sha256(told).hexdigest()
    claim = new_id("clm")
    context: Context = request.app.state.context
    saved = await run_in_threadpool(_claim, context, caller, key, fingerprint, claim)
    if saved is not None:
        return saved
    try:
        response: Response = await inner(request)
        await run_in_threadpool(_save, context, unit, caller, key, claim, response)
    except BaseException:
        # Nothing was kept, so the same request may be sent again at once.
        await run_in_threadpool(unit.undo)
        await run_in_threadpool(_release, context, caller, key, claim)
        raise
    return response


def _claim(context: Context, caller: Caller, key: str, fingerprint: str, claim: str) -> Response | None:
    with context.store.writing() as session:
        now = context.now
        answer = session.scalar(
            select(Answer).where(Answer.owner == caller.id, Answer.key == key).with_for_update()
        )
        if answer is None:
            session.add(
                Answer(
                    owner=caller.id,
                    key=key,
                    fingerprint=fingerprint,
                    claim=claim,
                    created_at=now,
                    claimed_until=now + CLAIM,
                )
            )
            return None
        if answer.fingerprint != fingerprint:
            raise ApiError("KEY_REUSED", "该 Idempotency-Key 已用于内容不同的请求：请换用新的键")
        if answer.status is not None:
            headers = {**(answer.headers or {}), "idempotency-replayed": "true"}
            return Response(answer.body, answer.status, headers)
        if now < answer.claimed_until <= now + 2 * CLAIM:  # a later one was made before the clock was set back
            raise ApiError("REQUEST_RUNNING", "同一请求正在处理：请稍后用同一个键再取结果")
        answer.claim, answer.claimed_until = claim, now + CLAIM
        return None


def _save(context: Context, unit: Unit, caller: Caller, key: str, claim: str, response: Response) -> None:
    headers = {k: v for k, v in response.headers.items() if k in KEPT_HEADERS}
    done = unit.session.execute(
        update(Answer)
        .where(Answer.owner == caller.id, Answer.key == key, Answer.claim == claim)
        .values(status=response.status_code, headers=headers, body=bytes(response.body))
    )
    assert isinstance(done, CursorResult)  # an update without returning
    if not done.rowcount:
        raise ApiError("REQUEST_RUNNING", "同一请求处理超时，已由后一次请求接手：请稍后再取结果")
    unit.keep()


def _release(context: Context, caller: Caller, key: str, claim: str) -> None:
    with context.store.writing() as session:
        session.execute(
            delete(Answer).where(
                Answer.owner == caller.id, Answer.key == key, Answer.claim == claim, Answer.status.is_(None)
            )
        )
