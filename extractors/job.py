"""One file on its way from bytes to exhibits, and how it is opened."""

from dataclasses import dataclass, field

from extractors.cache import ReadingCache
from extractors.errors import FileTrouble
from extractors.exhibit import Exhibit, LedgerEntry
from extractors.exhibits import Gathering
from extractors.files import EvidenceFile
from extractors.guard.guarding import Doubt, Glance
from extractors.learnt import Learnt
from extractors.page import Page, Problem
from extractors.pool import FAILED, ReadingPool, out_of_time
from extractors.readers.base import Sheet
from extractors.readers.catalog import check


@dataclass
class Job:
    """One file on its way: its identity, its sheets, the pages read so far, its trouble."""

    file: EvidenceFile
    sha256: str = ""
    sheets: tuple[Sheet, ...] = ()
    pages: dict[int, Page] = field(default_factory=dict)
    state: str = "read"
    repaired: bool = False
    problems: list[Problem] = field(default_factory=list)
    exhibits: tuple[Exhibit, ...] = ()
    ledger: tuple[LedgerEntry, ...] = ()
    seen: dict[Doubt, tuple[Glance, ...]] = field(default_factory=dict)
    learnt: Learnt = field(default_factory=Learnt)
    gathered: Gathering | None = None
    """Its exhibits as far as its first pages go without a gap."""
    final: bool = True
    """Whether another run would read the same: nothing failed that may succeed the next time."""

    def gather(self) -> Gathering:
        """Its exhibits, gathered from every page that was read and from all before it."""
        self.gathered = self.gathered or Gathering(self.file.name, self.sha256)
        for sheet in self.sheets[self.gathered.pages :]:
            if sheet.number not in self.pages:
                break
            self.gathered.take(self.pages[sheet.number])
        return self.gathered

    def missing(self) -> tuple[Sheet, ...]:
        """The sheets whose pages were not read yet."""
        return tuple(s for s in self.sheets if s.number not in self.pages)


def opened(file: EvidenceFile, pool: ReadingPool, cache: ReadingCache, learnt: Learnt) -> Job:
    """A file with its sheets, or with the trouble that it is in: what was opened before is not opened again."""
    job = Job(file, learnt=learnt)
    try:
        job.sha256 = file.sha256()
        if file.trouble is not None:
            raise file.trouble
        check(file.path)
        suffix = file.path.suffix.lower()
        known = cache.sheets(job.sha256, suffix)
        job.sheets, job.repaired = known or pool.sheets(str(file.path))
        if known is None:
            cache.keep_sheets(job.sha256, suffix, job.sheets, job.repaired)
        if job.repaired:
            job.problems.append(Problem("FILE_REPAIRED", "文件结构有损坏，修复后才能打开，可能缺页：请核对页数"))
    except FileTrouble as trouble:
        job.state = trouble.state
        job.problems.append(Problem(f"FILE_{trouble.state.upper()}", str(trouble)))
    except FAILED as error:
        job.state = "timeout" if out_of_time(error) else "damaged"
        job.problems.append(
            Problem(f"FILE_{job.state.upper()}", f"打开文件失败（{type(error).__name__}）：请重新导出后上传")
        )
    return job
