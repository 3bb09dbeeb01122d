"""What runs in a child process: opens one file and reads some of its pages.

A file can hang or kill the program that opens it; here that costs one worker and a named state.
Each worker reads on one thread and keeps its reader between pages.
"""

import ctypes
import os
import resource
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from functools import lru_cache
from pathlib import Path

for _threads in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "OMP_THREAD_LIMIT"):
    os.environ.setdefault(_threads, "1")

from extractors.codec import encode
from extractors.errors import FileTrouble, PageTrouble, ReadingError
from extractors.forms.paper import FormPage, form_page
from extractors.forms.straight import straight
from extractors.guard.doubting import Doubt
from extractors.guard.glance import Glance
from extractors.guard.glancing import glances
from extractors.learnt import Learnt
from extractors.looking import look
from extractors.ocr.base import Reader
from extractors.ocr.catalog import reader_named, second_to
from extractors.page import Page, PageState, Problem
from extractors.readers.base import PageSource, Sheet
from extractors.readers.catalog import open_source
from extractors.readers.limits import WORKER_BYTES
from extractors.readers.pdf_signatures import signature_problems

MMAP_THRESHOLD, TRIM_THRESHOLD, ARENAS = -3, -1, -8
"""Settings of glibc's mallopt (malloc.h)."""

KEPT = 256 * 1024**2
"""Bytes that a worker may keep rather than give back: pages and tensors of the last page serve the next one."""


def settle() -> None:
    """Bounds of a worker, set once: memory, and one thread for every engine."""
    import cv2

    cv2.setNumThreads(1)
    _keep_memory()
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    bound = WORKER_BYTES if hard == resource.RLIM_INFINITY else min(WORKER_BYTES, hard)
    resource.setrlimit(resource.RLIMIT_AS, (bound, hard))


def _keep_memory() -> None:
    """Asking the kernel for fresh memory for each tensor costs a tenth of the time (measured); glibc only."""
    mallopt = getattr(ctypes.CDLL(None), "mallopt", None)
    if mallopt is not None:
        for setting, size in ((MMAP_THRESHOLD, KEPT), (TRIM_THRESHOLD, KEPT), (ARENAS, 1)):
            mallopt(setting, size)


def bounded(seconds: int, call: Callable[..., object], arguments: tuple[object, ...]) -> object:
    """Call something; the kernel ends this process when that takes more seconds of a core (SIGXCPU)."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    soft = int(used.ru_utime + used.ru_stime) + 1 + seconds
    resource.setrlimit(
        resource.RLIMIT_CPU, (soft if hard == resource.RLIM_INFINITY else min(soft, hard), hard)
    )
    return call(*arguments)


@lru_cache(maxsize=2)
def reader_of(name: str) -> Reader:
    """The reader of that name, kept from one page to the next."""
    return reader_named(name)


@lru_cache(maxsize=2)
def _second(name: str) -> Reader | None:
    return second_to(name)


def open_sheets(path: str) -> tuple[tuple[Sheet, ...], bool]:
    """The sheets of a file and whether it had to be repaired; FileTrouble where it cannot be opened."""
    try:
        with closing(open_source(Path(path))) as source:
            return source.sheets(), source.repaired
    except FileTrouble:
        raise
    except Exception as error:
        raise FileTrouble(
            "damaged", f"文件已损坏，无法打开（{type(error).__name__}）：请重新导出后上传"
        ) from None


def read_pages(path: str, sheets: Sequence[Sheet], reader: str, known: Learnt) -> tuple[list[bytes], Learnt]:
    """Some pages of a file, encoded, and what was learnt beyond what is known.

    A page that fails is an unreadable page, not an exception.
    """
    learnt = _learnt(*_identity(path))
    learnt.take(known)
    with _opened(path, typed=all(sheet.typed for sheet in sheets)) as source:
        pages = [encode(_page(source, sheet, reader_of(reader), learnt)) for sheet in sheets]
    return pages, learnt.beyond(known)


Identity = tuple[str, int, int]
"""A file and the state in which it is: written anew under the same name it is another."""


def _identity(path: str) -> Identity:
    state = Path(path).stat()
    return path, state.st_mtime_ns, state.st_size


_kept: dict[Identity, PageSource] = {}
"""The file whose typed pages were read last, still open: loading its fonts costs as much as a third of a page."""


@contextmanager
def _opened(path: str, *, typed: bool) -> Iterator[PageSource]:
    """A file, open; between portions only one of typed pages stays so, for scans would fill the memory."""
    identity = _identity(path)
    for other in [known for known in _kept if known != identity or not typed]:
        _kept.pop(other).close()
    source = _kept.pop(identity, None) or open_source(Path(path))
    try:
        yield source
    except BaseException:
        source.close()
        raise
    if typed:
        _kept[identity] = source
    else:
        source.close()


@lru_cache(maxsize=2)
def _learnt(path: str, written: int, size: int) -> Learnt:
    """What this worker has learnt about a file, kept from one portion of its pages to the next."""
    return Learnt()


def ruled_page(path: str, page: Page, reader: str, options: tuple[tuple[str, ...], ...]) -> FormPage:
    """The tables of a page of a form that was read before."""
    with closing(open_source(Path(path))) as source:
        return form_page(straight(source.picture(page.number), page), page, reader_of(reader).line, options)


def signatures(path: str) -> tuple[Problem, ...]:
    """What speaks against a PDF's electronic signatures."""
    return signature_problems(Path(path))


def look_again(path: str, asked: Sequence[Doubt], reader: str) -> list[tuple[Glance, ...]]:
    """Second looks at some strips of one page; a strip that fails was seen by nobody."""
    second = _second(reader)
    readers = (reader_of(reader), *((second,) if second is not None else ()))
    with closing(open_source(Path(path))) as source:
        return [_glances(source, doubt, readers) for doubt in asked]


def _glances(source: PageSource, doubt: Doubt, readers: Sequence[Reader]) -> tuple[Glance, ...]:
    try:
        return glances(source, doubt, readers)
    except (ReadingError, RuntimeError, ValueError, MemoryError, OSError, IndexError):
        return ()


def _page(source: PageSource, sheet: Sheet, reader: Reader, learnt: Learnt) -> Page:
    try:
        return look(source, sheet, reader, learnt)
    except PageTrouble as trouble:
        return failed(sheet, str(trouble))
    # Whatever a hostile page provokes in an engine must not cost the pages beside it; some of the
    # engines' errors cannot even be sent home.
    except Exception as error:
        return failed(sheet, f"读取页面时出错（{type(error).__name__}）：请重新扫描该页")


def failed(sheet: Sheet, message: str) -> Page:
    """The account of a page on which reading stopped."""
    problem = Problem("UNREADABLE_PAGE", message, sheet.number)
    return Page(
        sheet.number, sheet.width, sheet.height, sheet.rotation, state=PageState.FAILED, problems=(problem,)
    )
