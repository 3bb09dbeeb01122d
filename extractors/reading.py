"""Reads files anew: bytes in, exhibits and an account of every page out.

The recipe: hash; take from the cache what was read before; read the rest in child processes, a
few pages at a time; keep it; put pages together into exhibits as they come. A file that cannot be read has a
named state and a problem; the rest goes on.
"""

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, wait
from functools import lru_cache
from itertools import groupby

from extractors.cache import ReadingCache
from extractors.codec import decode
from extractors.digest import reading_version
from extractors.errors import FileTrouble
from extractors.exhibit import FileReading, PageRole
from extractors.files import EvidenceFile
from extractors.flaws import with_flaws
from extractors.guard.guarding import VERSION as GUARD
from extractors.guard.guarding import Doubt, Glance, doubts, guarded
from extractors.job import Job, opened
from extractors.learnt import Learnt
from extractors.looking import VERSION
from extractors.ocr.base import Reader
from extractors.ocr.catalog import reader_named, second_to
from extractors.page import Page, PageState, Problem
from extractors.pool import FAILED, ReadingPool, chunks
from extractors.readers.base import Sheet
from extractors.readers.pdf_signatures import is_signed
from extractors.restore.printed_seals import Known
from extractors.settings import Progress, ReadingSettings, Step, quiet
from extractors.worker import failed


def read_with_pages(
    files: Sequence[EvidenceFile], settings: ReadingSettings, progress: Progress = quiet
) -> tuple[tuple[FileReading, tuple[Page, ...]], ...]:
    """Read every file; beside its exhibits the pages themselves, for those who export them."""
    version = version_of(reader_named(settings.reader))
    cache = ReadingCache(settings.cache)
    with ReadingPool(settings.workers) as pool:
        jobs = begin_reading(files, pool, cache, version)
        _read_missing(jobs, pool, cache, version, settings.reader, progress)
        for job in jobs:
            job.exhibits, job.ledger = job.gather().found()
        _guard(jobs, pool, cache, settings.reader)
        for job in jobs:
            signed = _signatures(job, pool)
            pages = [job.pages[s.number] for s in job.sheets]
            job.problems += signed
            job.exhibits = with_flaws(job.exhibits, pages, signed)
    readings = [_reading(job, version) for job in jobs]
    for job, reading in zip(jobs, readings, strict=True):
        if job.final and reading.state == "read":
            cache.keep_reading(job.file.path.suffix.lower(), reading_version(settings.reader), reading)
    cache.close()
    return tuple((r, tuple(job.pages[s.number] for s in job.sheets)) for job, r in zip(jobs, readings, strict=True))


def version_of(reader: Reader) -> str:
    """What a page that was kept was read by: another reader or another way of looking reads it anew."""
    return f"{reader.version}+{VERSION}"


def begin_reading(
    files: Sequence[EvidenceFile], pool: ReadingPool, cache: ReadingCache, version: str
) -> list[Job]:
    """Open every file, and take from the cache what was read before."""
    seals: Known = {}  # offices and banks put one picture of their seal into many files
    jobs = [opened(file, pool, cache, Learnt(seals=seals)) for file in files]
    for job in jobs:
        job.pages = cache.pages(job.sha256, version) if job.sheets else {}
    return jobs


def _guard(jobs: Sequence[Job], pool: ReadingPool, cache: ReadingCache, reader: str) -> None:
    """Look again at what is doubtful, one task a page, and settle it; nothing is asked where nothing is."""
    waiting: list[tuple[Job, tuple[Doubt, ...], Future[list[tuple[Glance, ...]]]]] = []
    for job in jobs:
        asked = doubts(job.exhibits, job.pages)
        kept = cache.looks(job.sha256, _readers(reader)) if asked else {}
        job.seen = {doubt: kept.get(doubt.key, ()) for doubt in asked}
        for portion in _by_page(d for d in asked if d.key not in kept):
            waiting.append((job, portion, pool.look_again(str(job.file.path), portion, reader)))
    for job, portion, future in waiting:
        try:
            looks = dict(zip(portion, future.result(), strict=True))
        except (*FAILED, FileTrouble):
            job.final = False  # a look that failed changes nothing: the fact stays flagged as it was
            continue
        job.seen |= looks
        new = {doubt.key: seen for doubt, seen in looks.items() if seen}
        job.final &= len(new) == len(looks)
        cache.keep_looks(job.sha256, _readers(reader), new)
    for job in jobs:
        job.exhibits = guarded(job.exhibits, job.pages, job.seen)


def _signatures(job: Job, pool: ReadingPool) -> tuple[Problem, ...]:
    """What speaks against the file's electronic signatures, where it bears any."""
    if job.state != "read" or not is_signed(job.file.path):
        return ()
    try:
        return pool.signatures(str(job.file.path))
    except (*FAILED, FileTrouble):
        job.final = False
        return ()


@lru_cache(maxsize=4)
def _readers(reader: str) -> str:
    """Which readers take second looks, as part of a cache key."""
    second = second_to(reader)
    versions = (reader_named(reader).version, second.version if second is not None else "")
    return f"{'+'.join(versions)}/{GUARD}"


def _by_page(asked: Iterable[Doubt]) -> Iterator[tuple[Doubt, ...]]:
    for _, portion in groupby(sorted(asked, key=lambda d: d.page), key=lambda d: d.page):
        yield tuple(portion)


def _read_missing(
    jobs: Sequence[Job], pool: ReadingPool, cache: ReadingCache, version: str, reader: str, progress: Progress
) -> None:
    total = sum(len(job.sheets) for job in jobs)
    done = sum(len(job.pages) for job in jobs)
    progress(Step(done, total))
    missing = [(job, sheet) for job in jobs for sheet in job.missing()]
    for job, pages in read_some(missing, pool, cache, version, reader):
        done += len(pages)
        progress(Step(done, total, job.file.name))
        job.gather()  # while the workers read on


def read_some(
    wanted: Sequence[tuple[Job, Sheet]], pool: ReadingPool, cache: ReadingCache, version: str, reader: str
) -> Iterator[tuple[Job, list[Page]]]:
    """Read some pages of some files; tells of every portion when its pages are kept."""
    for job, pages in _as_read(wanted, pool, reader):
        read = [p for p in pages if p.state is not PageState.FAILED]
        cache.keep_pages(job.sha256, version, read)
        job.final &= len(read) == len(pages)
        job.pages.update({p.number: p for p in pages})
        yield job, pages


def _as_read(
    wanted: Sequence[tuple[Job, Sheet]], pool: ReadingPool, reader: str
) -> Iterator[tuple[Job, list[Page]]]:
    """Pages as they come from the workers; a portion whose worker died is tried page by page."""
    waiting = deque(_portions(wanted))
    reading: dict[Future[tuple[list[bytes], Learnt]], tuple[Job, tuple[Sheet, ...]]] = {}
    while waiting or reading:
        while waiting and len(reading) < pool.ahead:
            job, portion = waiting.popleft()
            reading[pool.submit(str(job.file.path), portion, reader, job.learnt.copy())] = (job, portion)
        for future in wait(reading, return_when=FIRST_COMPLETED).done:
            job, portion = reading.pop(future)
            try:
                pages, learnt = future.result()
            except FAILED as error:
                if len(portion) == 1:
                    yield job, [failed(portion[0], f"页面无法读取（{type(error).__name__}）：请重新扫描该页")]
                else:
                    waiting.extend((job, (sheet,)) for sheet in portion)
                continue
            job.learnt.take(learnt)
            yield job, [decode(body) for body in pages]


def _portions(wanted: Sequence[tuple[Job, Sheet]]) -> Iterator[tuple[Job, tuple[Sheet, ...]]]:
    for _, asked in groupby(wanted, key=lambda w: id(w[0])):
        of_one = list(asked)
        job = of_one[0][0]
        for portion in chunks(tuple(sheet for _, sheet in of_one), last=job is wanted[-1][0]):
            yield job, portion


def _reading(job: Job, version: str) -> FileReading:
    pages = [job.pages[s.number] for s in job.sheets]
    exhibits, ledger = job.exhibits, job.ledger
    problems = [*job.problems, *(problem for page in pages for problem in page.problems)]
    state = job.state
    if pages and all(entry.role == PageRole.BLANK for entry in ledger):
        # «Opened, nothing to see» is how a truncated file looks.
        state = "damaged" if job.repaired else state
        problems.append(Problem("FILE_BLANK", "所有页面均为空白：请核对是否上传了正确的文件"))
    return FileReading(
        job.file.name, job.sha256, state, ledger, exhibits, tuple(problems), (version,)
    )
