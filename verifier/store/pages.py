"""Pages that were read, in the database: so that a worker on another machine need not read them again.

Where the database is one SQLite file there is one machine, and its reading cache is enough.
"""

from collections.abc import Sequence

from sqlalchemy import insert, select
from sqlalchemy.exc import IntegrityError

from extractors.cache import ReadingCache
from extractors.codec import FORMAT, decode, encode
from extractors.page import Page
from verifier.store.database import Store
from verifier.store.tables import SharedPage


class SharedPages:
    """The pages of all machines."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def fetch(self, files: Sequence[str], version: str, cache: ReadingCache) -> int:
        """Bring the pages of some files into this machine's cache; how many were new to it."""
        if self._store.embedded:
            return 0
        new = 0
        for sha256 in dict.fromkeys(files):
            with self._store.reading() as session:
                rows = session.execute(
                    select(SharedPage.page, SharedPage.body).where(
                        SharedPage.sha256 == sha256, SharedPage.reader == _key(version)
                    )
                ).all()
            here = cache.pages(sha256, version) if rows else {}
            missing = [decode(row.body) for row in rows if row.page not in here]
            cache.keep_pages(sha256, version, missing)
            new += len(missing)
        return new

    def push(self, sha256: str, version: str, pages: Sequence[Page]) -> None:
        """Give pages to the others; a page that they have stays as it is."""
        if self._store.embedded or not pages:
            return
        rows = [
            {"sha256": sha256, "page": p.number, "reader": _key(version), "body": encode(p)} for p in pages
        ]
        for row in rows:
            try:
                with self._store.writing() as session:
                    session.execute(insert(SharedPage), [row])
            except IntegrityError:
                continue


def _key(version: str) -> str:
    return f"{version}/{FORMAT}"[:100]
