"""Whether the service lives, and whether it can work; asked by those who run it, without a key."""

from typing import Literal

from fastapi import APIRouter, Response
from pydantic import BaseModel, Field
from sqlalchemy import text

from api.deps import ContextDep
from api.errors import RESPONSES
from verifier.errors import StoreError

routes = APIRouter(tags=["health"], responses=RESPONSES)


class Alive(BaseModel):
    """The process answers."""

    status: Literal["alive"] = "alive"


class Ready(BaseModel):
    """Whether requests can be met, and what is in the way."""

    status: Literal["ready", "not_ready"]
    checks: dict[str, str] = Field(examples=[{"database": "ok", "files": "ok"}])


@routes.get("/health")
def get_health() -> Alive:
    """Answers as long as the process lives."""
    return Alive()


@routes.get("/ready", responses={503: {"model": Ready, "description": "Not ready; the checks say why."}})
def get_ready(response: Response, context: ContextDep) -> Ready:
    """Whether database and files can be reached and have room; 503 where not."""
    checks = {"database": _database(context), "files": _files(context)}
    ready = all(state == "ok" for state in checks.values())
    response.status_code = 200 if ready else 503
    return Ready(status="ready" if ready else "not_ready", checks=checks)


def _database(context: ContextDep) -> str:
    try:
        with context.store.reading() as session:
            session.execute(text("select 1"))
    except StoreError as error:
        return error.code
    return "ok"


def _files(context: ContextDep) -> str:
    try:
        room = context.files.room()
    except (StoreError, OSError):
        return "STORE_AWAY"
    return "STORE_FULL" if room is not None and room < context.settings.room_bytes else "ok"
