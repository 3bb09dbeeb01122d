"""Figures for Prometheus, for whoever runs the service."""

from typing import Annotated

from fastapi import Depends, Request, Response
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest
from starlette.concurrency import run_in_threadpool

from api.deps import may
from api.routes.routing import router
from verifier.store.accounts.caller import Caller

routes = router("metrics")

Operator = Annotated[Caller, Depends(may("system:read"))]


@routes.get(
    "/metrics",
    response_class=Response,
    responses={200: {"content": {"text/plain": {}}, "description": "Prometheus' text format."}},
)
async def get_metrics(caller: Operator, request: Request) -> Response:
    """Requests, queue age, pages, verdicts by outcome, deliveries, registries, confidence."""
    body = await run_in_threadpool(generate_latest, request.app.state.figures)
    return Response(body, media_type=CONTENT_TYPE_LATEST)
