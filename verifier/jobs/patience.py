"""Waits where the store is full or away, says so in the run where it can, and then goes on.

It waits for as long as it takes: an administrator clears the disk or brings the database back, and
nobody has to start anything anew. A run that is cancelled meanwhile stops.
"""

import logging
import time
from collections.abc import Callable
from contextlib import suppress
from typing import TypeVar

from verifier.errors import FileChanged, StoreError
from verifier.store.database import Store, now
from verifier.store.submissions import runs

T = TypeVar("T")

FIRST_SECONDS, LONGEST_SECONDS = 0.5, 15.0

log = logging.getLogger("hezheng.jobs")


def patiently(run_id: str, store: Store, do: Callable[[], T]) -> T:
    """What `do` gives, however long the store is full or away.

    Raises:
        RunCancelled: the run was cancelled while it waited.
        FileChanged: waiting does not mend a damaged file.
    """

    def say(error: StoreError) -> None:
        log.warning("run %s waits: %s", run_id, error.code)
        _say(run_id, store, error)

    return until_done(do, say)


def until_done(do: Callable[[], T], say: Callable[[StoreError], None] = lambda error: None) -> T:
    """What `do` gives in the end; `say` is told of each time that it could not."""
    seconds = FIRST_SECONDS
    while True:
        try:
            return do()
        except FileChanged:
            raise
        except StoreError as error:
            say(error)
        time.sleep(seconds)
        seconds = min(seconds * 2, LONGEST_SECONDS)


def _say(run_id: str, store: Store, trouble: StoreError) -> None:
    """Best effort: the database itself may be what is away."""
    with suppress(StoreError), store.writing() as session:
        runs.wait(session, run_id, trouble.code, str(trouble), now())
