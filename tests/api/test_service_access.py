"""Who may do what: every route with every role of the own and of another tenant, and nobody."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from starlette.routing import Route

from api.deps import COOKIE
from tests.api.conftest import TENANTS, Api, opened
from verifier.store.accounts.roles import PERMISSIONS, Role

ELSEWHERE = TENANTS[1]

NEEDS = {
    "applications:read": "GET /applications · GET /applications/{id} · GET /applications/{id}/files"
    " · GET /applications/{id}/files/{file}/content · GET /applications/{id}/runs"
    " · GET /applications/{id}/progress · GET /applications/{id}/events · GET /uploads/{id}",
    "applications:write": "POST /applications · DELETE /applications/{id} · POST /applications/{id}/submit"
    " · POST /applications/{id}/verify · POST /applications/{id}/precheck · POST /applications/{id}/cancel"
    " · PUT /applications/{id}/form · PUT /applications/{id}/evidence · DELETE /applications/{id}/files/{file}"
    " · POST /applications/{id}/uploads · PUT /uploads/{id}/parts/{number} · POST /uploads/{id}/complete",
    "reports:read": "GET /applications/{id}/report · GET /applications/{id}/documents",
    "pages:read": "GET /applications/{id}/files/{file}/pages/{page}/image",
    "personal:read": "POST /applications/{id}/report/unmasked",
    "registries:read": "GET /registries",
    "webhooks:write": "POST /webhooks · GET /webhooks · DELETE /webhooks/{id} · POST /webhooks/{id}/secret"
    " · POST /webhooks/{id}/test · GET /webhooks/{id}/deliveries · POST /webhooks/{id}/replay",
    "accounts:write": "GET /users · POST /users · PUT /users/{id}/password · DELETE /users/{id}"
    " · GET /keys · POST /keys · DELETE /keys/{id}",
    "audit:read": "GET /audit-log · GET /audit-log/verification",
    "system:read": "GET /metrics",
    "tenants:write": "GET /tenants · POST /tenants",
}
"""Written down apart from the routes: a route that changes whom it serves must be changed here, too."""

ANYBODY = "GET /session · DELETE /session · PUT /session/password · POST /session/totp · PUT /session/totp"
NOBODY = "POST /session"

EXPECTED = {operation: need for need, told in NEEDS.items() for operation in told.split(" · ")}


@pytest.fixture(scope="module")
def shop(template: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Api, dict[str, str]]]:
    with opened(template, tmp_path_factory.mktemp("access") / "service", webhook_private=True) as api:
        application = api.filled()
        files = api.call("GET", f"/applications/{application}/files").json()
        told = {"name": "b.pdf", "size": 100_000, "sha256": "a" * 64, "part_size": 65_536}
        upload = api.call("POST", f"/applications/{application}/uploads", json=told).json()["id"]
        endpoint = api.call("POST", "/webhooks", json={"url": "http://127.0.0.1:9/x"}).json()["id"]
        user = api.call("GET", "/users", Role.SECURITY).json()["items"][0]["id"]
        key = api.call("GET", "/keys", Role.SECURITY).json()["items"][0]["id"]
        yield (
            api,
            {
                "/applications/{id}": application,
                "/uploads/{id}": upload,
                "/webhooks/{id}": endpoint,
                "/users/{id}": user,
                "/keys/{id}": key,
                "{file}": files[-1]["id"],
            },
        )


def operations(api: Api) -> list[str]:
    document = api.app.openapi()
    return [
        f"{method.upper()} {path.removeprefix('/api/v1')}"
        for path, methods in document["paths"].items()
        for method in methods
        if path.startswith("/api/v1")
    ]


def place(path: str, ids: dict[str, str]) -> str:
    for prefix, id_ in ids.items():
        if prefix.startswith("/") and path.startswith(prefix):
            path = path.replace("{id}", id_)
    path = path.replace("{file}", ids["{file}"]).replace("{page}", "1").replace("{number}", "1")
    return path + ("?name=n.pdf" if path.endswith(("/form", "/evidence")) else "")


def probe(api: Api, operation: str, ids: dict[str, str], key: str | None) -> int:
    method, path = operation.split(" ", 1)
    headers = {"Authorization": f"Bearer {key}"} if key else {}
    # An empty body: nothing is changed by those who may, and those who may not must be told so before.
    body: dict[str, Any] = {"content": b""} if method in ("POST", "PUT") else {}
    return api.http.request(
        method, f"/api/v1{place(path, ids)}", headers={**headers, "Content-Type": "application/json"}, **body
    ).status_code


def test_every_route_says_whom_it_serves(shop: tuple[Api, dict[str, str]]) -> None:
    known = EXPECTED.keys() | set(ANYBODY.split(" · ")) | {NOBODY}
    assert set(operations(shop[0])) == known


def test_nothing_is_served_outside_the_documented_routes(shop: tuple[Api, dict[str, str]]) -> None:
    paths = {route.path for route in shop[0].app.routes if isinstance(route, Route)}
    open_ones = {p for p in paths if not p.startswith("/api/v1")}
    assert open_ones <= {"/openapi.json", "/docs", "/docs/oauth2-redirect", "/redoc", "/health", "/ready"}


@pytest.mark.parametrize("role", Role)
def test_a_role_may_what_is_written_and_nothing_else(shop: tuple[Api, dict[str, str]], role: Role) -> None:
    api, ids = shop
    for operation, need in EXPECTED.items():
        if operation.startswith(("DELETE", "POST /webhooks/{id}/replay")):
            continue  # would change what the other probes look at; whom it refuses is looked at below
        status = probe(api, operation, ids, api.keys[TENANTS[0], role])
        allowed = need in PERMISSIONS[role]
        assert (status != 403) if allowed else (status == 403), (operation, role, status)
        assert status < 500 and status != 401


@pytest.mark.parametrize("role", Role)
def test_who_may_not_is_refused_before_anything_happens(shop: tuple[Api, dict[str, str]], role: Role) -> None:
    api, ids = shop
    for operation, need in EXPECTED.items():
        if need not in PERMISSIONS[role]:
            assert probe(api, operation, ids, api.keys[TENANTS[0], role]) == 403, operation


@pytest.mark.parametrize("role", Role)
def test_another_tenants_things_do_not_exist(shop: tuple[Api, dict[str, str]], role: Role) -> None:
    api, ids = shop
    for operation, need in EXPECTED.items():
        if "{id}" not in operation:
            continue
        status = probe(api, operation, ids, api.keys[ELSEWHERE, role])
        expected = {404, 422} if need in PERMISSIONS[role] else {403}
        assert status in expected, (operation, role, status)
    lists = ("/applications", "/webhooks", "/users", "/keys")
    for path in lists:
        answer = api.call("GET", f"{path}?limit=200", role, ELSEWHERE)
        assert not any(id_ in answer.text for id_ in ids.values()), path


def test_nobody_gets_nothing(shop: tuple[Api, dict[str, str]]) -> None:
    api, ids = shop
    for key in (None, "hz_wrong", "", "hz_" + "x" * 4000):
        for operation in (*EXPECTED, *ANYBODY.split(" · ")):
            assert probe(api, operation, ids, key) == 401, operation


def test_a_forged_cookie_is_nobody(shop: tuple[Api, dict[str, str]]) -> None:
    api, _ = shop
    answer = api.http.get("/api/v1/session", headers={"Cookie": f"{COOKIE}=forged"})
    assert answer.status_code == 401


def test_no_route_has_an_id_that_is_not_checked(shop: tuple[Api, dict[str, str]]) -> None:
    api, _ = shop
    for operation in operations(api):
        if re.search(r"\{id\}", operation):
            assert operation in EXPECTED


def test_unmasking_is_recorded(shop: tuple[Api, dict[str, str]], tmp_path: Path) -> None:
    api, ids = shop
    id_ = ids["/applications/{id}"]
    answer = api.call("POST", f"/applications/{id_}/report/unmasked", Role.LEAD, json={"reason": "核对身份"})
    assert answer.json()["code"] == "REPORT_NOT_READY"
    log = api.call("GET", "/audit-log?action=personal.read", Role.AUDITOR).json()
    assert log["items"] == []  # nothing was seen, so nothing is recorded
