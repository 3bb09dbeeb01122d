"""Draws pages ahead: when a report is there, its pages are rendered before a reviewer asks for them.

In a thread of its own, one application after another, what speaks against claims first; a run never waits
for it, and what is not drawn yet is drawn when it is looked at.
"""

import json
import logging
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

from api.context import Context
from api.errors import ApiError
from api.html.view import in_order
from api.images import LARGE, Wanted
from verifier.errors import VerifierError
from verifier.report.recalling import recall
from verifier.report.report import Report
from verifier.store.submissions import runs
from verifier.store.submissions.state import EVIDENCE
from verifier.store.tables import Application, Run, StoredReport

log = logging.getLogger("hezheng.ahead")


class DrawingAhead:
    """The thread."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="drawing-ahead")

    def ask(self, application_id: str) -> None:
        """Draw the pages of an application's report when there is time."""
        self._thread.submit(self._draw, application_id)

    def finish(self) -> None:
        """Draw what was asked for, and wait for it."""
        self._thread.shutdown()

    def close(self) -> None:
        """Leave what is not drawn."""
        self._thread.shutdown(wait=False, cancel_futures=True)

    def _draw(self, application_id: str) -> None:
        try:
            wanted = list(self._wanted(application_id))
        except (VerifierError, OSError):
            log.warning("pages of %s are not drawn ahead", application_id, exc_info=True)
            return
        for one in wanted:
            try:
                self._context.images.get(one)
            except (ApiError, OSError):
                continue  # the reviewer is told when the page is looked at

    def _wanted(self, application_id: str) -> Iterator[Wanted]:
        """Each page once: those with evidence first, in the order in which claims are looked at."""
        with self._context.store.reading() as session:
            application = session.get(Application, application_id)
            if application is None or application.report_id is None:
                return
            stored = session.get_one(StoredReport, application.report_id)
            inputs = runs.inputs_of(session.get_one(Run, stored.run_id))
        report = recall(json.loads(self._context.files.get(stored.sha256)))
        names = {i.sha256: i.name for i in inputs if i.part == EVIDENCE}
        for sha256, page, turn in dict.fromkeys(_pages(report)):
            if sha256 in names:
                path = self._context.named_copy(sha256, names[sha256].rpartition(".")[2].lower())
                yield Wanted(path, sha256, page, LARGE, turn=turn)


def _pages(report: Report) -> Iterator[tuple[str, int, int]]:
    turns = {(f.sha256, e.page): e.turn for f in report.files for e in f.ledger if e.width > 0}
    exhibits = {exhibit.id: exhibit for exhibit in report.exhibits}
    for evidence in in_order(report.verdicts):
        exhibit = exhibits.get(evidence.exhibit)
        if exhibit is not None and evidence.place is not None:
            key = (exhibit.sha256, evidence.place.page)
            if key in turns:
                yield (*key, turns[key])
    for (sha256, page), turn in turns.items():
        yield sha256, page, turn
