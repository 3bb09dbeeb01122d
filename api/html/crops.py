"""The crops of a report: from the cache where they were cut before, else cut, a page at a time.

The recipe: ask the cache for every frame; group what is missing by page; cut each page in a child
process with a bound on time and memory; keep what was cut; leave out the last ones where all of them
together would be more than the page may carry.
"""

from collections.abc import Iterable, Sequence
from concurrent.futures import Future
from contextlib import closing
from itertools import groupby
from multiprocessing import get_context

from pebble import ProcessPool

from api.html.cutting import cut_page
from api.html.framing import Frame
from api.settings import Settings
from extractors.cache import ReadingCache
from extractors.errors import FileTrouble
from extractors.files import EvidenceFile
from extractors.pool import FAILED
from extractors.readers.limits import PAGE_SECONDS
from extractors.worker import settle

# What a hostile page may provoke in an engine: it costs its crops, never the report.
TROUBLE = (*FAILED, FileTrouble, RuntimeError, ValueError, IndexError, StopIteration)


def cut_crops(
    frames: Sequence[Frame], files: Sequence[EvidenceFile], settings: Settings
) -> dict[Frame, bytes]:
    """A picture for each frame, as the bytes of a WebP file; those that cannot be had are left out.

    Args:
        frames: what to show, the most important first.
        files: the evidence as it was given.
        settings: where crops are kept, how sharp they are, and how many bytes they may take.
    """
    with closing(ReadingCache(settings.cache)) as cache:
        found = {f: body for f in frames if (body := cache.crop(f.sha256, f.page, _key(f, settings)))}
        missing = [frame for frame in dict.fromkeys(frames) if frame not in found]
        if missing:
            fresh = _cut(missing, files, settings)
            cache.keep_crops((f.sha256, f.page, _key(f, settings), body) for f, body in fresh.items())
            found |= fresh
    return _bounded(((f, found[f]) for f in dict.fromkeys(frames) if f in found), settings.crop_bytes)


def _key(frame: Frame, settings: Settings) -> str:
    return f"{frame.key}@{settings.crop_dpi}"


def _cut(missing: list[Frame], files: Sequence[EvidenceFile], settings: Settings) -> dict[Frame, bytes]:
    wanted = {frame.sha256 for frame in missing}
    paths = {sha: str(file.path) for file in files if (sha := file.sha256()) in wanted}
    order = sorted((f for f in missing if f.sha256 in paths), key=lambda f: (f.sha256, f.page))
    pages = [list(group) for _, group in groupby(order, key=lambda f: (f.sha256, f.page))]
    if not pages:
        return {}
    cut: dict[Frame, bytes] = {}
    context = get_context("forkserver")
    context.set_forkserver_preload(["api.html.cutting", "pymupdf"])
    workers = min(settings.workers, len(pages))
    with ProcessPool(workers, initializer=settle, context=context) as pool:
        waiting = [(page, _submit(pool, paths[page[0].sha256], page, settings.crop_dpi)) for page in pages]
        for page, future in waiting:
            try:
                cut |= dict(zip(page, future.result(), strict=True))
            except TROUBLE:
                continue  # the report says where the evidence stands even without its picture
    return cut


def _submit(pool: ProcessPool, path: str, page: list[Frame], dpi: int) -> "Future[list[bytes]]":
    arguments = (path, page[0].page, tuple(page), dpi)
    future: Future[list[bytes]] = pool.schedule(cut_page, args=arguments, timeout=PAGE_SECONDS)
    return future


def _bounded(crops: Iterable[tuple[Frame, bytes]], most: int) -> dict[Frame, bytes]:
    kept: dict[Frame, bytes] = {}
    for frame, body in crops:
        most -= len(body)
        if most < 0:
            break
        kept[frame] = body
    return kept
