"""The registries of a service that runs for months: new versions are taken up without a restart.

    shelf = Shelf("registries/")
    with shelf.borrow() as registries:      # one version from the beginning to the end of a verification
        registries.search(…)

A verification keeps the version that it began with; the last one to give a version back closes it. A version is read
ahead from the disk while the first are asking.
"""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from registries.catalog import Registries
from registries.snapshot.publishing import current
from registries.snapshot.warming import Warming


@dataclass(slots=True)
class _Lent:
    """An opened version, how many have borrowed it, and how it is read ahead."""

    registries: Registries
    warming: Warming
    borrowers: int = 0

    def close(self) -> None:
        self.warming.stop()
        self.registries.close()


class Shelf:
    """Lends the version that counts; safe for many threads."""

    def __init__(self, path: Path | str) -> None:
        """Takes a folder of published versions, or one snapshot file that stays the same."""
        self.path = Path(path)
        self._lock = threading.Lock()
        self._latest: _Lent | None = None

    @contextmanager
    def borrow(self) -> Iterator[Registries]:
        """The registries that count now, the same until they are given back.

        Raises:
            SnapshotMissing: nothing was published.
            SnapshotBroken: the version is damaged.
        """
        lent = self._take()
        try:
            yield lent.registries
        finally:
            with self._lock:
                lent.borrowers -= 1
                if not lent.borrowers and lent is not self._latest:
                    lent.close()

    def _take(self) -> _Lent:
        path = current(self.path) if self.path.is_dir() else self.path
        with self._lock:
            if self._latest is None or self._latest.registries.path != path:
                opened = _Lent(Registries(path), Warming(path))
                if self._latest is not None and not self._latest.borrowers:
                    self._latest.close()
                self._latest = opened
            self._latest.borrowers += 1
            return self._latest

    def close(self) -> None:
        """Closes the version that counts, when nobody has it."""
        with self._lock:
            if self._latest is not None and not self._latest.borrowers:
                self._latest.close()
            self._latest = None
