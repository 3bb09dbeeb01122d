"""What webhook endpoints are sent, as the `webhooks` of the OpenAPI 3.1 document."""

from typing import Annotated, get_args

from fastapi import APIRouter, Header

from api.schemas.webhooks import MessageOut, Type

described = APIRouter()


def _describe(type_: str) -> None:
    @described.post(type_, status_code=204, operation_id=f"told_{type_.replace('.', '_')}", tags=["webhooks"])
    def told(
        message: MessageOut,
        webhook_id: Annotated[str, Header(description="One id for a message, however often it is sent.")],
        webhook_timestamp: Annotated[int, Header(description="Seconds since 1970, of this attempt.")],
        webhook_signature: Annotated[str, Header(description="v1,… for each secret: HMAC-SHA256 over id.timestamp.body.")],
    ) -> None:
        """Any 2xx within 20 s takes it; else it is sent again as Standard Webhooks 1.0.0 schedules."""


for _type in get_args(Type):
    _describe(_type)
