"""A real PostgreSQL on a free port of the loopback, for tests and benches: Debian's package, started and stopped."""

import os
import pwd
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from bench.served import free_port


def programs() -> Path | None:
    """The folder of PostgreSQL's programs; None where it is not installed."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    if found:
        return found[-1].parent
    elsewhere = shutil.which("initdb")
    return Path(elsewhere).resolve().parent if elsewhere else None


@dataclass
class Postgres:
    """A server; databases are made as they are asked for."""

    folder: Path
    port: int
    process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start it, and wait until it answers."""
        bin_ = programs()
        assert bin_ is not None
        command = [str(bin_ / "postgres"), "-D", str(self.folder / "data"), "-p", str(self.port)]
        command += ["-k", str(self.folder), "-c", "listen_addresses=127.0.0.1", "-c", "max_connections=200"]
        with (self.folder / "log").open("ab") as log:
            self.process = subprocess.Popen(as_owner(command), stdout=log, stderr=log, start_new_session=True)
        ready = [str(bin_ / "pg_isready"), "-h", "127.0.0.1", "-p", str(self.port), "-q"]
        for _ in range(300):
            if subprocess.run(ready, check=False).returncode == 0:
                return
            time.sleep(0.1)
        raise RuntimeError((self.folder / "log").read_text("utf-8", "replace")[-2000:])

    def stop(self) -> None:
        """Stop it at once, as when its machine fails: it recovers from its log when it is started again."""
        bin_ = programs()
        assert bin_ is not None
        command = [str(bin_ / "pg_ctl"), "-D", str(self.folder / "data"), "-m", "immediate", "stop"]
        subprocess.run(as_owner(command), check=False, capture_output=True)
        if self.process is not None:
            self.process.wait(30)
            self.process = None

    def new_database(self, name: str) -> str:
        """The URL of a new database."""
        url = f"postgresql://hezheng@127.0.0.1:{self.port}"
        subprocess.run(["psql", "-q", f"{url}/postgres", "-c", f"create database {name}"], check=True)
        return f"{url}/{name}"


def as_owner(command: list[str]) -> list[str]:
    """The command as somebody whom PostgreSQL serves: it refuses to run as root."""
    return ["runuser", "-u", "postgres", "--", *command] if os.getuid() == 0 else command


@contextmanager
def postgres() -> Iterator[Postgres]:
    """A new server, gone at the end."""
    bin_ = programs()
    assert bin_ is not None
    with tempfile.TemporaryDirectory(prefix="hezheng-pg-", dir="/tmp") as place:
        folder = Path(place)
        if os.getuid() == 0:
            shutil.chown(folder, pwd.getpwnam("postgres").pw_uid)
        command = [str(bin_ / "initdb"), "-D", str(folder / "data"), "-U", "hezheng", "-A", "trust"]
        command += ["-E", "UTF8", "--locale=C.UTF-8"]
        subprocess.run(as_owner(command), check=True, capture_output=True)
        server = Postgres(folder, free_port())
        server.start()
        try:
            yield server
        finally:
            server.stop()
