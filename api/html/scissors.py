"""Cuts crops out of the evidence: a page at a time, in child processes with a bound on time and memory."""

from collections.abc import Sequence
from concurrent.futures import Future
from itertools import groupby
from multiprocessing import get_context

from pebble import ProcessPool

from api.html.cutting import cut_page
from api.html.framing import Frame
from api.settings import Settings
from extractors.errors import FileTrouble
from extractors.files import EvidenceFile
from extractors.pool import FAILED
from extractors.readers.limits import PAGE_SECONDS
from extractors.worker import settle

# What a hostile page may provoke in an engine: it costs its crops, never the report.
TROUBLE = (*FAILED, FileTrouble, RuntimeError, ValueError, IndexError, StopIteration)


def cut(missing: Sequence[Frame], files: Sequence[EvidenceFile], settings: Settings) -> dict[Frame, bytes]:
    """A picture for each frame that can be had."""
    wanted = {frame.sha256 for frame in missing}
    paths = {sha: str(file.path) for file in files if (sha := file.sha256()) in wanted}
    order = sorted((f for f in missing if f.sha256 in paths), key=lambda f: (f.sha256, f.page))
    pages = [list(group) for _, group in groupby(order, key=lambda f: (f.sha256, f.page))]
    if not pages:
        return {}
    found: dict[Frame, bytes] = {}
    context = get_context("forkserver")
    context.set_forkserver_preload(["api.html.cutting", "pymupdf"])
    workers = min(settings.workers, len(pages))
    with ProcessPool(workers, initializer=settle, context=context) as pool:
        waiting = [(page, _submit(pool, paths[page[0].sha256], page, settings.crop_dpi)) for page in pages]
        for page, future in waiting:
            try:
                found |= dict(zip(page, future.result(), strict=True))
            except TROUBLE:
                continue  # the report says where the evidence stands even without its picture
    return found


def _submit(pool: ProcessPool, path: str, page: list[Frame], dpi: int) -> "Future[list[bytes]]":
    arguments = (path, page[0].page, tuple(page), dpi)
    future: Future[list[bytes]] = pool.schedule(cut_page, args=arguments, timeout=PAGE_SECONDS)
    return future
