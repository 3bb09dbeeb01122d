"""Traces of requests for OpenTelemetry, where somebody asks for them: none, and no network, unless an address is set.

Runs and their steps are traced by DBOS itself, to the same address (`verifier/jobs/working.py`).
"""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from typing import Any

from starlette.types import Scope

Traced = Callable[[Scope, str], AbstractContextManager[Any]]
"""What stands round one request, by its scope and its name."""


def untraced(scope: Scope, name: str) -> AbstractContextManager[Any]:
    """Nothing stands round it."""
    return nullcontext()


def tracing(endpoint: str | None) -> Traced:
    """What stands round requests whose spans go to an OTLP endpoint (HTTP); nothing where there is none.

    Raises:
        ModuleNotFoundError: the extra `otel` is not installed.
    """
    if endpoint is None:
        return untraced
    try:
        from opentelemetry import trace
        from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
        from opentelemetry.sdk.resources import Resource
        from opentelemetry.sdk.trace import TracerProvider
        from opentelemetry.sdk.trace.export import BatchSpanProcessor
    except ModuleNotFoundError as error:
        raise ModuleNotFoundError("HEZHENG_TRACES 需要附加组件：pip install 'hezheng[otel]'") from error
    provider = TracerProvider(resource=Resource.create({"service.name": "hezheng"}))
    provider.add_span_processor(
        BatchSpanProcessor(OTLPSpanExporter(endpoint=endpoint), schedule_delay_millis=1000)
    )
    tracer = provider.get_tracer("hezheng.api")

    @contextmanager
    def traced(scope: Scope, name: str) -> Iterator[None]:
        attributes = {"http.request.method": scope["method"], "hezheng.request": name}
        with tracer.start_as_current_span(scope["method"], kind=trace.SpanKind.SERVER) as span:
            span.set_attributes(attributes)
            try:
                yield
            finally:
                # Of the path only the pattern is told: ids of applications are nobody else's affair.
                route = getattr(scope.get("route"), "path", "(none)")
                span.update_name(f"{scope['method']} {route}")
                span.set_attribute("http.route", route)

    return traced
