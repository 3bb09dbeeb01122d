"""Lists in portions: a cursor names the last one seen, so that nothing is shown twice or left out."""

from collections.abc import Sequence
from typing import Annotated, Generic, TypeVar

from fastapi import Query
from pydantic import BaseModel, Field

T = TypeVar("T")

Cursor = Annotated[
    str | None,
    Query(
        max_length=64,
        pattern="^[a-z0-9_]+$",
        description="`next` of the portion before.",
        examples=["app_01k3"],
    ),
]
Limit = Annotated[int, Query(ge=1, le=200, description="How many at most.")]


class Portion(BaseModel, Generic[T]):
    """A part of a list."""

    items: list[T]
    next: str | None = Field(None, description="The cursor of what follows; null where nothing does.")


def portion(rows: Sequence[T], limit: int, cursor: str) -> Portion[T]:
    """A portion from up to one row more than it holds; `cursor` names the field that the cursor is."""
    kept = list(rows[:limit])
    more = len(rows) > limit
    return Portion(items=kept, next=str(getattr(kept[-1], cursor)) if more else None)
