"""The API in this process, without a worker: two tenants, a key for each role in each."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx
import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from api.app import create_app
from api.context import Context, open_context
from api.settings import Settings, load_settings
from verifier.store.accounts import people
from verifier.store.accounts.keys import add_key
from verifier.store.accounts.roles import Role
from verifier.store.database import now

TENANTS = ("杭州市", "宁波市")
PASSWORD = "一叶渔船两小童-42"


@dataclass
class Api:
    """The API, and who may call it."""

    app: FastAPI
    http: TestClient
    keys: dict[tuple[str, Role], str] = field(default_factory=dict)

    @property
    def context(self) -> Context:
        context: Context = self.app.state.context
        return context

    def call(
        self, method: str, path: str, role: Role = Role.PORTAL, tenant: str = TENANTS[0], **more: Any
    ) -> httpx.Response:
        headers = {"Authorization": f"Bearer {self.keys[tenant, role]}", **more.pop("headers", {})}
        return self.http.request(method, f"/api/v1{path}", headers=headers, **more)

    def application(self, **more: Any) -> str:
        answer = self.call("POST", "/applications", json={"title": "测试申报", **more})
        assert answer.status_code == 201, answer.text
        return str(answer.json()["id"])

    def filled(self) -> str:
        """An application that can be submitted."""
        id_ = self.application(form={"company_name": "某公司"})
        answer = self.call("PUT", f"/applications/{id_}/evidence?name=a.pdf", content=b"%PDF-1.7 \n")
        assert answer.status_code == 200, answer.text
        return id_


def settings_for(folder: Path, **more: Any) -> Settings:
    return load_settings(
        folder=folder, cache=folder / "reading.db", room_bytes=0, secure_cookies=False, database=None, **more
    )


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[tuple[str, Role], str]]:
    """A store with everybody in it, made once: tests get copies."""
    folder = tmp_path_factory.mktemp("template")
    context = open_context(settings_for(folder))
    keys = {}
    with context.store.writing() as session:
        for name in TENANTS:
            tenant = people.add_tenant(session, name, now())
            session.flush()
            for role in Role:
                _, keys[name, role] = add_key(session, tenant.id, role.value, role, (), now())
                login = f"{role.value}.{TENANTS.index(name)}"
                people.add_user(session, tenant.id, login, login, role, PASSWORD, now())
    context.close()
    return folder, keys


@contextmanager
def opened(template: tuple[Path, dict[tuple[str, Role], str]], folder: Path, **more: Any) -> Iterator[Api]:
    """The API on a copy of the template; also for those who need one for a whole module."""
    shutil.copytree(template[0], folder)
    app = create_app(settings_for(folder, **more))
    with TestClient(app, raise_server_exceptions=False) as http:
        yield Api(app, http, template[1])


@pytest.fixture
def api(template: tuple[Path, dict[tuple[str, Role], str]], tmp_path: Path) -> Iterator[Api]:
    with opened(template, tmp_path / "service") as made:
        yield made
