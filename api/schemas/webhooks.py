"""Webhook endpoints, messages and deliveries on the wire."""

from datetime import datetime
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from verifier.store.tables import Delivery, Endpoint

Type = Literal[
    "verification.done",
    "verification.failed",
    "verification.cancelled",
    "precheck.done",
    "precheck.failed",
    "precheck.cancelled",
    "endpoint.test",
]


class NewEndpoint(BaseModel):
    """Where to tell what."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "examples": [{"url": "https://portal.example/hooks/hezheng", "types": ["verification.done"]}]
        },
    )

    url: str = Field(min_length=1, max_length=2000)
    types: list[Type] = Field(default_factory=list, max_length=20, description="Empty: everything.")


class EndpointOut(BaseModel):
    """An endpoint, without its secret."""

    id: str = Field(examples=["end_01k3x8"])
    url: str
    types: list[str]
    disabled_at: datetime | None
    disabled_for: str | None
    created_at: datetime

    @classmethod
    def from_stored(cls, endpoint: Endpoint) -> "EndpointOut":
        """A stored endpoint."""
        return cls.model_validate(endpoint, from_attributes=True)


class EndpointMade(EndpointOut):
    """An endpoint with the secret that its messages are signed with; it is shown this once."""

    secret: str = Field(examples=["whsec_…"])


class DeliveryOut(BaseModel):
    """A message on its way."""

    id: str = Field(examples=["dlv_01k3x8"])
    message_id: str
    state: Literal["waiting", "arrived", "failed"]
    attempts: int
    status: int | None
    answer: str | None
    next_at: datetime | None
    updated_at: datetime

    @classmethod
    def from_stored(cls, delivery: Delivery) -> "DeliveryOut":
        """A stored delivery."""
        return cls.model_validate(delivery, from_attributes=True)


class Replay(BaseModel):
    """Which messages are to be sent again."""

    model_config = ConfigDict(
        extra="forbid", json_schema_extra={"examples": [{"since": "2022-04-15T00:00:00Z"}]}
    )

    since: datetime = Field(description="All messages from then on; those that arrived, too.")


class Replayed(BaseModel):
    """How many messages are on their way again."""

    deliveries: int


class About(BaseModel):
    """What a message is about; ask the API for the rest."""

    application: str | None = Field(None, examples=["app_01k3x8"])
    run: str | None = None
    number: int | None = None
    state: str | None = None
    code: str | None = Field(None, description="Why it failed.")


class MessageOut(BaseModel):
    """What an endpoint is sent, with the headers webhook-id, webhook-timestamp, webhook-signature."""

    type: Type
    timestamp: datetime
    data: About
