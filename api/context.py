"""What every request works with, opened once when the service starts and closed when it ends."""

import secrets
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from api.images import PageImages
from api.rereading import CropReader
from api.settings import Settings
from api.turns import Turns
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
    images: PageImages
    crops: CropReader
    turns: Turns = field(default_factory=Turns)
    """Of whoever sends files in."""

    @property
    def has_registries(self) -> bool:
        """Whether any registries were published."""
        path = self.settings.registries_path
        return path.is_file() or (path.is_dir() and any(path.iterdir()))

    def named_copy(self, sha256: str, suffix: str) -> Path:
        """A stored file under a name with its ending: readers know files by their endings."""
        link = self.settings.scratch / "named" / sha256[:2] / f"{sha256}.{suffix}"
        if not link.exists():
            link.parent.mkdir(parents=True, exist_ok=True)
            part = link.with_name(f"{link.name}.{secrets.token_hex(4)}")
            part.symlink_to(self.files.path(sha256).resolve())
            part.replace(link)
        return link

    @property
    def now(self) -> datetime:
        """This moment."""
        return now()

    def close(self) -> None:
        """Let go of everything."""
        self.images.close()
        self.crops.close()
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
    images = PageImages(settings.scratch / "images", workers=2)
    shelf, crops = Shelf(settings.registries_path), CropReader(settings.reader)
    return Context(settings, store, files, Queueing(url), shelf, images, crops)
