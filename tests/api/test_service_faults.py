"""What fails round the service: each has a state with a name, then all goes on, and nothing is lost."""

import sqlite3
import subprocess
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import update

from api.routes.session import tries
from api.webhooks.hastening import Hastening
from bench.faults.disk import SmallDisk, can_mount
from tests.api.conftest import PASSWORD, Api, opened
from verifier.store import database
from verifier.store.accounts import signing_in
from verifier.store.accounts.roles import Role
from verifier.store.database import now
from verifier.store.tables import Answer, Delivery

FILE = b"%PDF-1.7 " + bytes(1_500_000)


@pytest.fixture
def small(tmp_path: Path) -> Iterator[SmallDisk]:
    if not can_mount():
        pytest.skip("no tmpfs can be mounted here")
    with SmallDisk(tmp_path / "small", megabytes=4) as disk:
        yield disk


def put(api: Api, id_: str, name: str) -> tuple[int, str]:
    answer = api.call("PUT", f"/applications/{id_}/evidence?name={name}", content=FILE)
    return answer.status_code, answer.json().get("code", "")


def test_a_full_disk_refuses_files_until_there_is_room(
    template: object, tmp_path: Path, small: SmallDisk
) -> None:
    files = str(small.folder / "files")
    with opened(template, tmp_path / "service", files=files) as api:  # type: ignore[arg-type]
        id_ = api.application()
        assert put(api, id_, "a.pdf")[0] == 200
        small.fill(leave=500_000)
        assert put(api, id_, "b.pdf") == (507, "STORE_FULL")
        left = list((small.folder / "files" / "incoming").iterdir())
        assert not left, "what did not fit takes no room"
        small.clear()
        assert put(api, id_, "b.pdf")[0] == 200
        names = {f["name"] for f in api.call("GET", f"/applications/{id_}").json()["files"]}
        assert names == {"a.pdf", "b.pdf"}


def test_a_full_disk_under_the_database_is_named_and_loses_nothing(
    template: object, tmp_path: Path, small: SmallDisk
) -> None:
    folder = small.folder / "service"
    with opened(template, folder) as api:  # type: ignore[arg-type]
        id_ = api.application()
        small.fill(leave=0)
        codes = {
            api.call("POST", "/applications", json={"title": "长" * 200}).json().get("code")
            for _ in range(30)
        }
        assert "STORE_FULL" in codes and codes <= {"STORE_FULL", None}
        small.clear()
        assert api.call("POST", "/applications", json={"title": "又有空间"}).status_code == 201
        assert api.call("GET", f"/applications/{id_}").status_code == 200


def test_a_database_that_another_process_holds_is_away(
    template: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "BUSY_MS", 200)
    with opened(template, tmp_path / "service") as api:  # type: ignore[arg-type]
        id_ = api.application()
        holder = sqlite3.connect(tmp_path / "service" / "hezheng.db", isolation_level=None)
        holder.execute("begin immediate")
        refused = api.call("POST", "/applications", json={"title": "甲"})
        assert (refused.status_code, refused.json()["code"]) == (503, "STORE_AWAY")
        assert "retry-after" in refused.headers
        assert api.call("GET", f"/applications/{id_}").status_code == 200, "readers go on beside a writer"
        holder.execute("rollback")
        holder.close()
        assert api.call("POST", "/applications", json={"title": "甲"}).status_code == 201


class Clock:
    """The service's clock, which somebody sets."""

    def __init__(self) -> None:
        self.by = timedelta()

    def __call__(self) -> datetime:
        return now() + self.by


@pytest.fixture(autouse=True)
def unhurried() -> Iterator[None]:
    """Signing in is bounded by address, and all tests of a process come from one."""
    tries.forget()
    yield
    tries.forget()


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    made = Clock()
    monkeypatch.setattr("api.context.now", made)
    monkeypatch.setattr("api.webhooks.hastening.now", made)
    return made


def test_a_request_that_broke_off_before_the_clock_was_set_back_can_be_sent_again(
    api: Api, clock: Clock
) -> None:
    headers = {"Idempotency-Key": "k-1"}
    assert api.call("POST", "/applications", json={"title": "甲"}, headers=headers).status_code == 201
    with api.context.store.writing() as session:  # as if it had been killed before its answer was kept
        session.execute(update(Answer).values(status=None))
    again = api.call("POST", "/applications", json={"title": "甲"}, headers=headers)
    assert again.json()["code"] == "REQUEST_RUNNING"
    clock.by = -timedelta(days=1)
    assert api.call("POST", "/applications", json={"title": "甲"}, headers=headers).status_code == 201


@pytest.mark.parametrize(("days", "status"), [(1, 401), (-1, 401), (0, 200)])
def test_sessions_end_when_nobody_can_say_how_old_they_are(
    api: Api, clock: Clock, days: int, status: int
) -> None:
    told = {"login": "reviewer.0", "password": PASSWORD}
    assert api.http.post("/api/v1/session", json=told).status_code == 201
    clock.by = timedelta(days=days)
    assert api.http.get("/api/v1/applications").status_code == status
    clock.by = timedelta()
    assert api.http.post("/api/v1/session", json=told).status_code == 201


def test_who_was_locked_out_before_the_clock_was_set_back_need_not_wait_a_day(api: Api, clock: Clock) -> None:
    wrong = {"login": "reviewer.0", "password": "不是这个密码"}
    for _ in range(signing_in.FAILURES_FREE):
        api.http.post("/api/v1/session", json=wrong)
    right = {**wrong, "password": PASSWORD}
    assert api.http.post("/api/v1/session", json=right).json()["code"] == "LOGIN_WAIT"
    clock.by = -timedelta(days=1)
    assert api.http.post("/api/v1/session", json=right).status_code == 201


def test_deliveries_put_off_by_a_wrong_clock_are_found(api: Api, clock: Clock) -> None:
    endpoint = api.call("POST", "/webhooks", json={"url": "https://portal.example/hook"})
    assert endpoint.status_code == 201, endpoint.text
    from verifier.store.tables import Message

    with api.context.store.writing() as session:
        at, tenant = now(), api.call("GET", "/session").json()["tenant"]
        session.add(Message(id="msg_1", tenant_id=tenant, type="t", about="run_1", body={}, created_at=at))
        session.flush()
        for n, attempts in enumerate((1, 9)):
            delay = timedelta(seconds=(0, 5, 300, 1800, 7200, 18000, 36000, 50400, 72000, 86400)[attempts])
            session.add(
                Delivery(
                    id=f"del_{n}",
                    message_id="msg_1",
                    endpoint_id=endpoint.json()["id"],
                    state="waiting",
                    attempts=attempts,
                    next_at=at + delay,
                    updated_at=at,
                    created_at=at,
                )
            )
    found = Hastening(api.context.store)
    assert not found.stuck()
    clock.by = -timedelta(days=1)
    assert {d.id for d in found.stuck()} == {"del_0", "del_1"}


def test_when_a_key_was_used_is_kept_to_the_hour(api: Api, clock: Clock) -> None:
    def used() -> str | None:
        keys = api.call("GET", "/keys", role=Role.SECURITY).json()["items"]
        return next(k["used_at"] for k in keys if k["role"] == "portal")  # type: ignore[no-any-return]

    assert used() is None
    api.application()
    first = used()
    assert first is not None
    clock.by = timedelta(minutes=30)
    api.application()
    assert used() == first
    clock.by = timedelta(minutes=61)
    api.application()
    assert used() not in (None, first)


def test_the_disk_that_is_used_here_is_a_real_one(small: SmallDisk) -> None:
    said = subprocess.run(
        ["stat", "-f", "-c", "%T", str(small.folder)], capture_output=True, text=True, check=True
    )
    assert said.stdout.strip() == "tmpfs"
