"""The marks of pages: from the cache where they were made before, else made in child processes.

A file can hang or kill the program that renders it; here that costs its marks, never the run.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from contextlib import closing
from multiprocessing import get_context
from pathlib import Path

from pebble import ProcessPool

from extractors.cache import ReadingCache
from extractors.errors import FileTrouble
from extractors.exhibit import FileReading, LedgerEntry, PageRole
from extractors.files import EvidenceFile
from extractors.marks.sketching import VERSION, Sketch, sketch
from extractors.pool import FAILED
from extractors.readers.catalog import open_source
from extractors.readers.limits import PAGE_SECONDS
from extractors.settings import ReadingSettings
from extractors.worker import settle

MARKED = frozenset({PageRole.EXHIBIT, PageRole.CONTINUATION, PageRole.UNRECOGNISED})
"""Pages that may be somebody's paper; blank, dividing and explaining ones are alike in every application."""

_TROUBLE = (*FAILED, FileTrouble, RuntimeError, ValueError, IndexError, StopIteration)
_KEY = f"sketch/{VERSION}"

Marks = dict[tuple[str, int], Sketch]
Lines = Mapping[tuple[str, int], Sequence[str]]
"""By the file's sha256 and the page's number."""


def mark_pages(
    readings: Sequence[FileReading], files: Sequence[EvidenceFile], settings: ReadingSettings
) -> Marks:
    """The mark of every page that may be somebody's paper; those that cannot be had are left out.

    Args:
        readings: what was read.
        files: the evidence as it was given.
        settings: workers, and where marks are kept.
    """
    wanted = [(r.sha256, e) for r in readings for e in r.ledger if e.role in MARKED and e.width > 0]
    with closing(ReadingCache(settings.cache)) as cache:
        kept = {(sha, e.page): cache.crop(sha, e.page, _KEY) for sha, e in wanted}
        found = {key: _decoded(body) for key, body in kept.items() if body}
        missing = [(sha, e) for sha, e in wanted if (sha, e.page) not in found]
        fresh = _made(missing, files, settings.workers) if missing else {}
        cache.keep_crops((sha, page, _KEY, _encoded(mark)) for (sha, page), mark in fresh.items())
    return found | fresh


def _made(missing: Sequence[tuple[str, LedgerEntry]], files: Sequence[EvidenceFile], workers: int) -> Marks:
    paths = {file.sha256(): str(file.path) for file in files if file.trouble is None}
    made: Marks = {}
    context = get_context("forkserver")
    context.set_forkserver_preload(["extractors.marks.marking"])
    with ProcessPool(max(1, min(workers, len(missing))), initializer=settle, context=context) as pool:
        waiting = [
            (
                sha,
                entry,
                pool.schedule(mark_page, args=(paths[sha], entry.page, entry.turn), timeout=PAGE_SECONDS),
            )
            for sha, entry in missing
            if sha in paths
        ]
        for sha, entry, future in waiting:
            try:
                made[sha, entry.page] = future.result()
            except _TROUBLE:
                continue
    return made


def mark_page(path: str, page: int, turn: int) -> Sketch:
    """The mark of one page of a file."""
    with closing(open_source(Path(path))) as source:
        return sketch(source.picture(page), turn)


def _encoded(mark: Sketch) -> bytes:
    return json.dumps([mark.bits.hex(), mark.body.hex()]).encode()


def _decoded(body: bytes) -> Sketch:
    bits, picture = json.loads(body)
    return Sketch(bytes.fromhex(picture), bytes.fromhex(bits))


def lines_of(readings: Sequence[FileReading], cache: Path | None) -> dict[tuple[str, int], tuple[str, ...]]:
    """What stands on each page, line by line, as it is kept from reading; nothing for pages that are not."""
    found: dict[tuple[str, int], tuple[str, ...]] = {}
    with closing(ReadingCache(cache)) as kept:
        for reading in readings:
            for reader in reading.readers:
                pages = kept.pages(reading.sha256, reader)
                found |= {
                    (reading.sha256, n): _texts(line.text for line in p.lines) for n, p in pages.items()
                }
    return found


def _texts(lines: Iterable[str]) -> tuple[str, ...]:
    return tuple("".join(text.split()) for text in lines)
