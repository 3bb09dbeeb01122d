"""How every router of the API is made: its routes are units of work and may answer with problems."""

from fastapi import APIRouter

from api.errors import RESPONSES
from api.unit import UnitRoute

PREFIX = "/api/v1"

JSON_BYTES = 8 * 1024 * 1024
"""The largest request that is no file."""


def router(tag: str) -> APIRouter:
    """A router of the API; `tag` groups its operations in the document."""
    return APIRouter(
        prefix=PREFIX, tags=[tag], route_class=UnitRoute, responses=RESPONSES, max_body_size=JSON_BYTES
    )
