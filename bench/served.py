"""A real service for tests and benches: `hezheng serve` in processes of its own on a free port of the loopback."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import httpx

from api.client import Client
from verifier.errors import NotFound
from verifier.store.accounts import keys, people
from verifier.store.accounts.roles import Role
from verifier.store.database import now, open_store

PASSWORD = "一叶渔船两小童-42"


def free_port() -> int:
    """A port of the loopback that nobody uses just now."""
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        return int(listening.getsockname()[1])


@dataclass
class Served:
    """A service that can be killed and started anew; `settings` goes to its environment."""

    folder: Path
    settings: Mapping[str, str] = field(default_factory=dict)
    port: int = field(default_factory=free_port)
    process: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        """Where it answers."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def environment(self) -> dict[str, str]:
        """What its processes find in their environment."""
        return {
            **{k: v for k, v in os.environ.items() if not k.startswith("HEZHENG_")},
            "HEZHENG_FOLDER": str(self.folder),
            "HEZHENG_CACHE": str(self.folder / "reading.db"),
            "HEZHENG_PORT": str(self.port),
            "HEZHENG_ROOM_BYTES": "0",
            **self.settings,
        }

    def run(self, *arguments: str) -> subprocess.Popen[bytes]:
        """A command of the program in a process group of its own."""
        self.folder.mkdir(parents=True, exist_ok=True)
        with (self.folder / "log.txt").open("ab") as log:
            return subprocess.Popen(
                [sys.executable, "-m", "api.cli", *arguments],
                env=self.environment,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )

    def start(self, *arguments: str) -> "Served":
        """Start it, and wait until it is ready."""
        self.process = self.run("serve", *arguments)
        self.wait_ready()
        return self

    def wait_ready(self, seconds: float = 60) -> None:
        """Wait until database and files can be used."""
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            try:
                if httpx.get(f"{self.url}/ready", timeout=5).status_code == 200:
                    return
            except httpx.TransportError:
                pass
            if self.process is not None and self.process.poll() is not None:
                break
            time.sleep(0.1)
        raise AssertionError(f"not ready: {self.log[-2000:]}")

    @property
    def log(self) -> str:
        """What it has logged so far."""
        return (self.folder / "log.txt").read_text("utf-8", "replace")

    def kill(self) -> None:
        """As when the power of the process is cut: the API and its worker at once."""
        if self.process is not None and self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()

    def stop(self) -> int | None:
        """As an administrator does it."""
        if self.process is not None and self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
            try:
                return self.process.wait(60)
            finally:
                self.kill()
        return None

    @property
    def database(self) -> str:
        """The URL of its database."""
        return self.settings.get("HEZHENG_DATABASE", f"sqlite:///{self.folder / 'hezheng.db'}")

    def key(self, tenant: str = "杭州市", role: Role = Role.PORTAL) -> str:
        """A new key; the tenant is made where there is none."""
        store = open_store(self.database)
        with store.writing() as session:
            try:
                owner = people.tenant_named(session, tenant)
            except NotFound:
                owner = people.add_tenant(session, tenant, now())
                session.flush()
            secret = keys.add_key(session, owner.id, "测试", role, (), now())[1]
        store.close()
        return secret

    def client(self, key: str | None = None, timeout: float = 60) -> Client:
        """A client, with a new key where none is given."""
        return Client(self.url, key or self.key(), timeout=timeout)
