"""A run as its worker sees it: begun, told of progress, waiting, finished or failed.

Every change asks whether the run is still wanted: what was cancelled stops at the next page.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import CursorResult, update
from sqlalchemy.orm import Session

from verifier.errors import RunCancelled
from verifier.store.submissions.state import BUSY, State
from verifier.store.tables import Application, Run

READING, JUDGING, WRITING, FINISHED = "reading", "judging", "writing", "finished"


@dataclass(frozen=True, slots=True)
class Input:
    """One file that a run is about."""

    part: str
    name: str
    sha256: str
    size: int


def inputs_of(run: Run) -> tuple[Input, ...]:
    """The files that a run is about."""
    return tuple(Input(f["part"], f["name"], f["sha256"], f["size"]) for f in run.inputs)


def begin(session: Session, run_id: str, at: datetime) -> Run:
    """A worker has taken the run up, perhaps from a dead one.

    Raises:
        RunCancelled: nobody wants it any more.
    """
    _change(session, run_id, state=State.RUNNING, stage=READING, trouble=None, updated_at=at)
    run = session.get(Run, run_id)
    assert run is not None  # it was changed just now
    run.started_at = run.started_at or at
    application = session.get(Application, run.application_id)
    assert application is not None  # a run refers to it
    application.state = State.RUNNING
    return run


def advance(session: Session, run_id: str, done: int, total: int, at: datetime) -> None:
    """So many pages of so many are read.

    Raises:
        RunCancelled: nobody wants it any more.
    """
    _change(session, run_id, pages_done=done, pages_total=total, trouble=None, updated_at=at)


def start_reading(session: Session, run_id: str, done: int, total: int, at: datetime) -> None:
    """From here on the pages read tell how fast it goes."""
    _change(
        session, run_id, pages_done=done, pages_at_start=done, pages_total=total, reading_at=at, updated_at=at
    )


def enter(session: Session, run_id: str, stage: str, at: datetime) -> None:
    """The run is in another stage now."""
    _change(session, run_id, stage=stage, trouble=None, updated_at=at)


def wait(session: Session, run_id: str, code: str, message: str, at: datetime) -> None:
    """The run cannot go on just now and will be tried again."""
    _change(session, run_id, trouble={"code": code, "message": message}, updated_at=at)


def end(
    session: Session, run: Run, state: State, at: datetime, trouble: dict[str, Any] | None = None
) -> bool:
    """The run is over; False where it was over before."""
    if run.state not in BUSY:
        return False
    run.state, run.trouble = state, trouble
    run.stage = FINISHED if state is State.DONE else state.value
    run.finished_at = run.updated_at = at
    application = session.get(Application, run.application_id)
    if application is not None and application.run_id == run.id:
        application.state = _state_after(application, run, state)
        application.updated_at = at
    return True


def _state_after(application: Application, run: Run, state: State) -> State:
    """A pre-check leaves the application as it was: open."""
    if run.kind == "precheck" and application.report_id is None:
        return State.DRAFT
    return State.DONE if application.report_id and state is not State.FAILED else state


def _change(session: Session, run_id: str, **values: Any) -> None:
    done = session.execute(update(Run).where(Run.id == run_id, Run.state.in_(BUSY)).values(**values))
    assert isinstance(done, CursorResult)  # an update without returning
    if not done.rowcount:
        raise RunCancelled("核验已被取消")
