"""Child processes that read pages side by side, each with a bound on time and memory."""

import signal
from collections.abc import Callable, Iterator
from concurrent.futures import CancelledError, Future, TimeoutError
from dataclasses import dataclass, field
from itertools import groupby
from multiprocessing import get_context
from typing import Any

from pebble import ProcessExpired, ProcessPool

from extractors import worker
from extractors.forms.paper import FormPage
from extractors.guard.doubting import Doubt
from extractors.guard.glance import Glance
from extractors.learnt import Learnt
from extractors.page import Page, Problem
from extractors.readers.base import Sheet
from extractors.readers.limits import PAGE_CLOCK_SECONDS, PAGE_SECONDS

CHUNK = 3
"""Pages that a worker takes at a time: enough to share the cost of opening the file."""

TYPED = 8
"""As many where they have a text of their own: they take a fraction of the time, and a worker keeps their file open."""

MANY = 60
"""Pages from which on portions are larger: what was learnt about a file's fonts serves longer."""

FAILED = (TimeoutError, ProcessExpired, CancelledError, MemoryError, OSError)
"""What a task ends with when its worker was stopped or died."""


def out_of_time(error: BaseException) -> bool:
    """Whether a task ended because it took longer than it may, on the clock or of a core."""
    return isinstance(error, TimeoutError) or getattr(error, "exitcode", None) == -signal.SIGXCPU


@dataclass
class ReadingPool:
    """Workers for reading; started on the first task, stopped on leaving the context."""

    workers: int
    page_seconds: int = PAGE_SECONDS
    _pool: ProcessPool | None = field(default=None, init=False)

    def __enter__(self) -> "ReadingPool":
        return self

    def __exit__(self, *_: object) -> None:
        if self._pool is not None:
            self._pool.stop()
            self._pool.join()
            self._pool = None

    def sheets(self, path: str) -> tuple[tuple[Sheet, ...], bool]:
        """A file's sheets, and whether it was repaired; FileTrouble from the worker, or one of FAILED."""
        future = self.ask(worker.open_sheets, (path,), 1)
        found: tuple[tuple[Sheet, ...], bool] = future.result()
        return found

    @property
    def ahead(self) -> int:
        """Portions that are with the workers at a time: each has one more to go on with."""
        return 2 * self.workers

    def submit(
        self, path: str, sheets: tuple[Sheet, ...], reader: str, known: Learnt
    ) -> "Future[tuple[list[bytes], Learnt]]":
        """Read some pages of a file of which something is known; what else was learnt comes back with them."""
        return self.ask(worker.read_pages, (path, sheets, reader, known), len(sheets))

    def look_again(
        self, path: str, asked: tuple[Doubt, ...], reader: str
    ) -> "Future[list[tuple[Glance, ...]]]":
        """Take a second look at some strips of one page."""
        return self.ask(worker.look_again, (path, asked, reader), 1)

    def form_page(
        self, path: str, page: Page, reader: str, options: tuple[tuple[str, ...], ...]
    ) -> "Future[FormPage]":
        """Find the tables of a page of a form, whose boxes are those of some options."""
        return self.ask(worker.ruled_page, (path, page, reader, options), 1)

    def signatures(self, path: str) -> tuple[Problem, ...]:
        """What speaks against a PDF's electronic signatures; one of FAILED where its worker died."""
        found: tuple[Problem, ...] = self.ask(worker.signatures, (path,), 1).result()
        return found

    def ask(self, call: Callable[..., Any], arguments: tuple[Any, ...], pages: int) -> "Future[Any]":
        """Call something in a worker, with the bounds of that many pages."""
        if self._pool is None:
            context = get_context("forkserver")
            # Engines take two seconds to import and load: the server does it once, workers are forked from it.
            context.set_forkserver_preload(["extractors.warm"])
            self._pool = ProcessPool(self.workers, initializer=worker.settle, context=context)
        within = (self.page_seconds * pages, call, arguments)
        future: Future[Any] = self._pool.schedule(
            worker.bounded, args=within, timeout=PAGE_CLOCK_SECONDS * pages
        )
        return future


def chunks(sheets: tuple[Sheet, ...], last: bool) -> Iterator[tuple[Sheet, ...]]:
    """The sheets in portions for one worker each; the very last go singly, lest one worker ends long before another."""
    size = CHUNK if len(sheets) < MANY else 2 * CHUNK
    single = max(len(sheets) - 2 * size, 0) if last else len(sheets)
    done = 0
    for typed, pages in groupby(sheets, key=lambda sheet: sheet.typed):
        run = tuple(pages)
        # A short run is halved, so that two workers share it.
        most = min(TYPED, max(CHUNK, (len(run) + 1) // 2)) if typed else size
        several = len(run) if typed else min(len(run), max(single - done, 0))
        yield from (run[i : min(i + most, several)] for i in range(0, several, most))
        yield from ((sheet,) for sheet in run[several:])
        done += len(run)


__all__ = ["FAILED", "ReadingPool", "chunks", "out_of_time"]
