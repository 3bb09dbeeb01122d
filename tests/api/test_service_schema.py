"""The document of the API against the API: examples for every operation, and schemathesis over all of it."""

import os
from collections.abc import Iterator
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, settings
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from api.routes.session import tries
from tests.api.conftest import TENANTS, Api, opened
from verifier.store import telling
from verifier.store.accounts.roles import Role

EXAMPLES = int(os.environ.get("SCHEMA_EXAMPLES", "3"))
"""For each operation and role; SCHEMA_EXAMPLES=100 goes on for longer."""

SKIPPED = "/events"
"""A stream; its own test reads it."""


@pytest.fixture(scope="module")
def api(template: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Api]:
    with opened(template, tmp_path_factory.mktemp("schema") / "service", webhook_private=True) as made:
        made.filled()
        yield made


def test_every_operation_says_what_it_is_and_shows_what_it_takes(api: Api) -> None:
    document = api.app.openapi()
    assert document["openapi"].startswith("3.1")
    for path, methods in document["paths"].items():
        for method, operation in methods.items():
            assert operation.get("description"), f"{method} {path}"
            assert "4XX" in operation["responses"] and "5XX" in operation["responses"]
            body = operation.get("requestBody", {}).get("content", {}).get("application/json")
            if body is not None:
                name = body["schema"]["$ref"].rpartition("/")[2]
                schema = document["components"]["schemas"][name]
                shown = schema.get("examples") or any("examples" in p for p in schema["properties"].values())
                assert shown, f"{method} {path}: {name} has no example"


def test_what_webhooks_are_sent_is_described_as_it_is_sent(api: Api) -> None:
    described = api.app.openapi()["webhooks"]
    assert set(described) == set(telling.TYPES)
    for type_, operations in described.items():
        told = operations["post"]
        assert {p["name"] for p in told["parameters"]} == {"webhook-id", "webhook-timestamp", "webhook-signature"}
        assert told["requestBody"]["content"]["application/json"]["schema"]["$ref"].endswith("/MessageOut")
        assert told["description"], type_


def test_no_request_that_the_document_allows_breaks_the_service(api: Api) -> None:
    schema = schemathesis.openapi.from_asgi("/openapi.json", api.app)
    checks = [response_schema_conformance, status_code_conformance, content_type_conformance]
    roles = (Role.PORTAL, Role.LEAD, Role.SECURITY, Role.AUDITOR, Role.SYSTEM)

    for result in schema.get_all_operations():
        operation = result.ok()
        if operation.path.endswith(SKIPPED):
            continue

        @settings(
            max_examples=EXAMPLES,
            deadline=None,
            database=None,
            derandomize=True,
            phases=[Phase.explicit, Phase.generate],
            suppress_health_check=list(HealthCheck),
        )
        @schemathesis_given(operation)
        def probe(case: Any) -> None:
            for role in roles:
                tries.forget()
                headers = {"Authorization": f"Bearer {api.keys[TENANTS[0], role]}"}
                answer = case.call(headers=headers)
                assert answer.status_code < 500, f"{case.method} {case.path}: {answer.text}"
                case.validate_response(answer, checks=checks)

        probe()


def schemathesis_given(operation: Any) -> Any:
    from hypothesis import given

    return given(case=operation.as_strategy())
