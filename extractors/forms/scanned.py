"""Forms as PDF or pictures: read like any evidence, in child processes, then put into grids."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from extractors.errors import FileTrouble
from extractors.files import EvidenceFile
from extractors.forms import errors
from extractors.forms.edition import Edition
from extractors.forms.grid import Sheets
from extractors.forms.growing import sheets_of
from extractors.forms.ticked import TICKED
from extractors.kinds.sealing import sealed_by
from extractors.page import PageState
from extractors.pool import FAILED, ReadingPool
from extractors.reading import read_with_pages
from extractors.settings import ReadingSettings


def read_paper(path: Path, settings: ReadingSettings, known: Sequence[Edition]) -> Sheets:
    """The tables of a form on paper, and its seals; `known` are the editions whose boxes may be ticked.

    Raises FormError where not one page can be read.
    """
    options = tuple(e.options for edition in known for e in edition.entries if e.type in TICKED)
    [(reading, pages)] = read_with_pages([EvidenceFile(path.name, path)], settings)
    read = tuple(page for page in pages if page.state is PageState.READ)
    if not read:
        why = next((problem.message for problem in reading.problems), "没有可读的页面")
        raise errors.unread_form(path.name, why.rstrip("。"))
    try:
        with ReadingPool(settings.workers) as pool:
            tasks = [pool.form_page(str(path), page, settings.reader, options) for page in read]
            sheets = sheets_of([task.result() for task in tasks])
    except (*FAILED, FileTrouble) as error:
        raise errors.unread_form(path.name, f"查找表格时出错（{type(error).__name__}）") from error
    sealed = sealed_by(read)
    return replace(sheets, sealed=str(sealed.value) if sealed is not None else "")
