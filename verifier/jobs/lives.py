"""A worker's life: a lock that the system lets go of when the worker dies, however it dies.

DBOS takes up the runs of a dead worker once it is told which worker died. Nobody has to tell: whoever
holds the lock of a worker's name lives, and whose lock can be taken is dead. On PostgreSQL the lock
is an advisory one of a session, on SQLite one on a file.
"""

import fcntl
import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Protocol

from sqlalchemy import Connection, text
from sqlalchemy.exc import DBAPIError

from verifier.store.database import Store


class Lives(Protocol):
    """Who lives."""

    def hold(self, name: str) -> None:
        """Live under this name, or go on living after the database was away."""

    def dead(self, name: str) -> bool:
        """Whether the worker of that name is dead."""

    def leave(self) -> None:
        """Die on purpose."""


class LivesOnFiles:
    """Locks on files in a folder of one machine."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._held: int | None = None

    def hold(self, name: str) -> None:
        """Live under this name."""
        if self._held is None:
            self._folder.mkdir(parents=True, exist_ok=True)
            self._held = os.open(self._folder / name, os.O_CREAT | os.O_RDWR | os.O_CLOEXEC, 0o600)
            fcntl.flock(self._held, fcntl.LOCK_EX)

    def dead(self, name: str) -> bool:
        """Whether nobody holds that file's lock; the file of a dead one is removed."""
        try:
            descriptor = os.open(self._folder / name, os.O_RDWR | os.O_CLOEXEC)
        except FileNotFoundError:
            return True
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        else:
            (self._folder / name).unlink(missing_ok=True)
            return True
        finally:
            os.close(descriptor)

    def leave(self) -> None:
        """Let the lock go."""
        if self._held is not None:
            os.close(self._held)
            self._held = None


class LivesOnPostgres:
    """Advisory locks of sessions: the server lets them go when a connection is gone."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._session: Connection | None = None

    def hold(self, name: str) -> None:
        """Live under this name; a lost connection is made anew."""
        if self._session is not None:
            try:
                self._session.exec_driver_sql("select 1")
                return
            except DBAPIError:
                self.leave()
        self._session = self._open()
        self._session.execute(text("select pg_advisory_lock(:key)"), {"key": key_of(name)})

    def dead(self, name: str) -> bool:
        """Whether nobody holds the lock of that name."""
        with self._borrowed() as connection:
            taken = connection.scalar(text("select pg_try_advisory_lock(:key)"), {"key": key_of(name)})
            if taken:
                connection.execute(text("select pg_advisory_unlock(:key)"), {"key": key_of(name)})
            return bool(taken)

    def leave(self) -> None:
        """Let the lock go."""
        if self._session is not None:
            with suppress(DBAPIError):
                self._session.invalidate()
                self._session.close()
            self._session = None

    def _open(self) -> Connection:
        return self._store.engine.connect().execution_options(isolation_level="AUTOCOMMIT")

    @contextmanager
    def _borrowed(self) -> Iterator[Connection]:
        with self._open() as connection:
            yield connection


def key_of(name: str) -> int:
    """The number of a name's advisory lock: 64 bits with a sign."""
    return int.from_bytes(hashlib.sha256(f"hezheng worker {name}".encode()).digest()[:8], "big", signed=True)


def lives_of(store: Store, folder: Path) -> Lives:
    """The lives of those who work on this store; `folder` serves where it is one SQLite file."""
    return LivesOnFiles(folder) if store.embedded else LivesOnPostgres(store)
