"""Deliveries that wait longer than their schedule says: the clock was set back after they were put off.

Their time is told by the clock, so one that was a day ahead would keep them waiting for a day more.
"""

import logging
import time
from datetime import timedelta

from dbos import DBOS
from sqlalchemy import select

from api.webhooks.delivering import JITTER, SCHEDULE
from verifier.store.database import Store, now
from verifier.store.tables import Delivery

EVERY_SECONDS = 60.0
SLACK = timedelta(minutes=2)

log = logging.getLogger("hezheng.webhooks")


class Hastening:
    """A chore of the worker; it looks once a minute."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._looked: float | None = None

    def __call__(self) -> None:
        """Look, if it is time to."""
        if self._looked is not None and time.monotonic() < self._looked + EVERY_SECONDS:
            return
        self._looked = time.monotonic()
        for delivery in self.stuck():
            log.warning("delivery %s was put off by a clock that was set back", delivery.id)
            DBOS.set_workflow_delay(f"{delivery.id}-{delivery.attempts + 1}", delay_seconds=0)

    def stuck(self) -> list[Delivery]:
        """What waits for longer than any schedule would have it."""
        at = now()
        with self._store.reading() as session:
            waiting = session.scalars(
                select(Delivery).where(Delivery.state == "waiting", Delivery.next_at > at + SLACK)
            )
            return [d for d in waiting if d.next_at is not None and d.next_at > at + _longest(d) + SLACK]


def _longest(delivery: Delivery) -> timedelta:
    seconds = SCHEDULE[min(delivery.attempts, len(SCHEDULE) - 1)]
    return timedelta(seconds=seconds * (1 + JITTER))
