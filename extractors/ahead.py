"""Reads ahead into the cache, some pages at a time, for those who must be able to stop and go on.

    with ReadingAhead(files, settings) as ahead:
        while ahead.read(24, progress):
            …

Whoever reads the same files afterwards finds every page that could be read in the cache.
"""

from collections.abc import Callable, Sequence
from types import TracebackType
from typing import Self

from extractors.cache import ReadingCache
from extractors.files import EvidenceFile
from extractors.ocr.catalog import reader_named
from extractors.page import Page
from extractors.pool import ReadingPool
from extractors.reading import begin_reading, read_some, version_of
from extractors.settings import Progress, ReadingSettings, Step

Fetch = Callable[[Sequence[str], str, ReadingCache], object]
Kept = Callable[[str, str, Sequence[Page]], object]


class ReadingAhead:
    """The pages of some files that are not in the cache yet."""

    def __init__(
        self,
        files: Sequence[EvidenceFile],
        settings: ReadingSettings,
        fetch: Fetch = lambda files, version, cache: None,
        kept: Kept = lambda sha256, version, pages: None,
    ) -> None:
        """Takes what brings pages that others have read into the cache, and what is told of pages kept."""
        self._settings, self._kept = settings, kept
        self._version = version_of(reader_named(settings.reader))
        self._cache = ReadingCache(settings.cache)
        fetch(tuple(file.sha256() for file in files if file.trouble is None), self._version, self._cache)
        self._pool = ReadingPool(settings.workers)
        self._jobs = begin_reading(files, self._pool, self._cache, self._version)
        self._missing = [(job, sheet) for job in self._jobs for sheet in job.missing()]
        self.total = sum(len(job.sheets) for job in self._jobs)

    @property
    def done(self) -> int:
        """Pages that were read, in this run or before."""
        return self.total - len(self._missing)

    def read(self, most: int, progress: Progress) -> int:
        """Read up to `most` pages, each kept as soon as it is read; how many are left."""
        batch, left = self._missing[:most], self._missing[most:]
        done = self.done
        for job, pages in read_some(batch, self._pool, self._cache, self._version, self._settings.reader):
            done += len(pages)
            self._kept(job.sha256, self._version, pages)
            progress(Step(done, self.total, job.file.name))
        self._missing = left
        return len(left)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._pool.__exit__()
        self._cache.close()
