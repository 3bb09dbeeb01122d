"""Forms as PDF or pictures: read like any evidence, in child processes, then put into grids."""

from pathlib import Path

from extractors.errors import FileTrouble
from extractors.files import EvidenceFile
from extractors.forms import errors
from extractors.forms.grid import Sheets
from extractors.forms.paper import sheets_of
from extractors.page import PageState
from extractors.pool import FAILED, ReadingPool
from extractors.reading import read_with_pages
from extractors.settings import ReadingSettings


def read_paper(path: Path, settings: ReadingSettings) -> Sheets:
    """The tables of a form on paper; raises FormError where not one page can be read."""
    [(reading, pages)] = read_with_pages([EvidenceFile(path.name, path)], settings)
    read = tuple(page for page in pages if page.state is PageState.READ)
    if not read:
        why = next((problem.message for problem in reading.problems), "没有可读的页面")
        raise errors.unread_form(path.name, why.rstrip("。"))
    try:
        with ReadingPool(settings.workers) as pool:
            tasks = [pool.form_page(str(path), page, settings.reader) for page in read]
            return sheets_of([task.result() for task in tasks])
    except (*FAILED, FileTrouble) as error:
        raise errors.unread_form(path.name, f"查找表格时出错（{type(error).__name__}）") from error
