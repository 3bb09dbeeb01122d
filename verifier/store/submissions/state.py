"""Where an application stands, and what its files are."""

from enum import StrEnum


class State(StrEnum):
    """Where an application stands."""

    DRAFT = "draft"
    QUEUED = "queued"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"


BUSY = (State.QUEUED, State.RUNNING)

FORM, EVIDENCE = "form", "evidence"
