"""Reads a box of a page anew: the crop alone, as sharp as the file has it, in a child process that stays warm.

A page is read once at the resolution that serves whole pages; a person who draws a box asks about a few
words. The first reading stays as it is: what comes out here is an offer, kept only when the person confirms it.
"""

import os
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from threading import Lock

from pebble import ProcessPool

from api.images import NICE, TROUBLE
from extractors.crop import load, read_crop
from extractors.geometry import Box
from extractors.worker import settle

SECONDS = 15
"""After so long a crop is given up; one takes a few tenths of a second."""


@dataclass(frozen=True, slots=True)
class Reread:
    """What was read in a box, and how surely, from 0 to 1."""

    text: str
    confidence: float


NOTHING = Reread("", 0.0)


class CropReader:
    """One child process with its reader; it is started when first wanted."""

    def __init__(self, reader: str) -> None:
        self._reader = reader
        self._pool: ProcessPool | None = None
        self._lock = Lock()

    def warm(self) -> None:
        """Start the child and load its models, so that the first box need not wait for them."""
        if self._pool is None:
            self._started().schedule(load, args=(self._reader,))

    def read(self, path: Path, page: int, box: Box, turn: int) -> Reread:
        """What stands in a box; `NOTHING` where nothing can be read.

        Args:
            path: the file.
            page: its number, from 1.
            box: in points of the page as displayed.
            turn: clockwise degrees that set the page upright.
        """
        arguments = (str(path), page, tuple(box), turn, self._reader)
        try:
            text, confidence = self._started().schedule(read_crop, args=arguments, timeout=SECONDS).result()
        except TROUBLE:
            return NOTHING
        return Reread(text, confidence)

    def close(self) -> None:
        """Stop the child process."""
        if self._pool is not None:
            self._pool.stop()
            self._pool.join()

    def _started(self) -> ProcessPool:
        with self._lock:
            if self._pool is None:
                context = get_context("forkserver")
                context.set_forkserver_preload(["api.images", "pymupdf"])
                self._pool = ProcessPool(1, initializer=begin, initargs=(self._reader,), context=context)
            return self._pool


# What runs in the child.


def begin(reader: str) -> None:
    """Before readers of whole pages, behind requests; models are loaded before a crop's clock runs."""
    os.nice(NICE)
    settle()
    load(reader)
