"""The database: SQLite in one file, or PostgreSQL; the same tables, the same code.

store = open_store("sqlite:////var/lib/hezheng/hezheng.db")
with store.reading() as session: …
with store.writing() as session: …       # commits at the end, or takes everything back
"""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass, field
from datetime import UTC, datetime
from importlib.resources import files as resources
from pathlib import Path
from threading import Lock
from typing import Any

from alembic import command
from alembic.config import Config
from sqlalchemy import Engine, create_engine, event, make_url, text
from sqlalchemy.exc import DBAPIError, InterfaceError, OperationalError
from sqlalchemy.orm import Session, sessionmaker

from verifier.errors import StoreAway, StoreFull

BUSY_MS = 30_000
"""How long a writer waits for its turn on SQLite."""

CONNECT_SECONDS = 5


@dataclass(frozen=True)
class Store:
    """The database, and who opens sessions on it."""

    engine: Engine
    sessions: "sessionmaker[Session]"
    turn: Lock = field(default_factory=Lock)
    """Who writes in this process: on SQLite one at a time, and none has to ask again and again."""

    @property
    def embedded(self) -> bool:
        """One SQLite file rather than a server."""
        return self.engine.dialect.name == "sqlite"

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """A session that only looks."""
        with named_trouble(), self.sessions() as session:
            yield session

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """A session that is committed at the end, or not at all.

        Raises:
            StoreAway: the database cannot be reached.
            StoreFull: its disk is full.
        """
        with named_trouble(), self._turn(), self.sessions() as session:
            begin(session)
            yield session
            session.commit()

    def _turn(self) -> AbstractContextManager[object]:
        return self.turn if self.embedded else nullcontext()

    def close(self) -> None:
        """Let go of all connections."""
        self.engine.dispose()


def begin(session: Session) -> None:
    """Begin to write: on SQLite the one writer's turn is taken before anything is read."""
    if session.get_bind().dialect.name == "sqlite":
        session.execute(text("BEGIN IMMEDIATE"))


@contextmanager
def named_trouble() -> Iterator[None]:
    """What a driver calls trouble, as one of our named states."""
    try:
        yield
    except (OperationalError, InterfaceError) as error:
        raise named(error) from error


def named(error: DBAPIError) -> StoreAway | StoreFull:
    """The state that the database is in, by what its driver said."""
    said = str(error.orig).lower()
    if "disk is full" in said or "no space" in said or "disk i/o error" in said:
        return StoreFull("存储空间已满，本次请求未受理：请管理员清理磁盘后重试")
    return StoreAway("数据库暂时无法访问，本次请求未受理：请稍后重试")


def now() -> datetime:
    """This moment, in UTC."""
    return datetime.now(UTC)


def new_engine(url: str, **options: Any) -> Engine:
    """An engine with what keeps a commit through the loss of power."""
    address = make_url(url)
    if address.get_backend_name() == "sqlite":
        if address.database:
            Path(address.database).parent.mkdir(parents=True, exist_ok=True)
        engine = create_engine(address, pool_size=20, max_overflow=40, **options)
        event.listen(engine, "connect", _settle)
        return engine
    if address.drivername in ("postgresql", "postgres"):
        address = address.set(drivername="postgresql+psycopg")
    arguments = {"connect_timeout": CONNECT_SECONDS}
    return create_engine(
        address, pool_size=10, max_overflow=30, pool_pre_ping=True, connect_args=arguments, **options
    )


def _settle(connection: Any, _: object) -> None:
    connection.isolation_level = "IMMEDIATE"
    connection.execute(f"pragma busy_timeout={BUSY_MS}")
    connection.execute("pragma journal_mode=wal")
    # In WAL mode NORMAL may lose the last commits with the power; what was acknowledged must stay.
    connection.execute("pragma synchronous=full")
    connection.execute("pragma foreign_keys=on")


def open_store(url: str) -> Store:
    """Open the database as it is."""
    engine = new_engine(url)
    return Store(engine, sessionmaker(engine, expire_on_commit=False))


def migrate(store: Store) -> None:
    """Bring the tables to this version of the program; several may try at once."""
    configuration = Config()
    configuration.set_main_option("script_location", str(resources(__package__) / "migrations"))
    with named_trouble(), store.engine.connect() as connection:
        if store.embedded:
            connection.exec_driver_sql("BEGIN IMMEDIATE")
        else:
            connection.exec_driver_sql(f"select pg_advisory_xact_lock({MIGRATING})")
        configuration.attributes["connection"] = connection
        command.upgrade(configuration, "head")
        connection.commit()


MIGRATING = 0x48455A48454E4700
"""The advisory lock of whoever changes tables: «HEZHENG» in ASCII."""
