"""What every request works with, opened once when the service starts and closed when it ends."""

from dataclasses import dataclass
from datetime import datetime

from api.settings import Settings
from registries.shelf import Shelf
from verifier.jobs.queueing import Queueing, migrate_queues
from verifier.store.database import Store, migrate, now, open_store
from verifier.store.filestore import FileStore


@dataclass(frozen=True)
class Context:
    """Settings, database, files, queues, registries."""

    settings: Settings
    store: Store
    files: FileStore
    queueing: Queueing
    shelf: Shelf

    @property
    def now(self) -> datetime:
        """This moment."""
        return now()

    def close(self) -> None:
        """Let go of everything."""
        self.queueing.close()
        self.shelf.close()
        self.store.close()


def open_context(settings: Settings) -> Context:
    """Open the database, brought up to date, and all that stands beside it.

    Raises:
        StoreAway: the database cannot be reached.
    """
    url = settings.database_url
    store = open_store(url)
    migrate(store)
    migrate_queues(url)
    files = FileStore(settings.files_url, settings.scratch)
    return Context(settings, store, files, Queueing(url), Shelf(settings.registries_path))
