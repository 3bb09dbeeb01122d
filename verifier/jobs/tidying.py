"""Tidies four times a day, as a durable schedule: of several workers one does it, and what it began is finished."""

import logging
from contextlib import suppress
from dataclasses import asdict
from datetime import datetime
from typing import Any

from dbos import DBOS
from dbos import error as dbos_error

from verifier.jobs.patience import until_done
from verifier.jobs.verifying import Equipment
from verifier.store.database import now
from verifier.store.retention import Periods, tidy

TIDY = "tidy"
"""Name of workflow and schedule; it stands in the database, so it does not change."""

WHEN = "17 1,7,13,19 * * *"
"""Minutes past what others choose; four times, so that a machine that is off at night is tidied, too."""

log = logging.getLogger("hezheng.jobs")


class Tidying:
    """Tells DBOS the workflow and its schedule."""

    def __init__(self, periods: Periods) -> None:
        self._periods = periods

    def __call__(self, equipment: Equipment) -> None:
        """Register the workflow; DBOS is not launched yet."""

        @DBOS.workflow(name=TIDY, max_recovery_attempts=None)
        def tidy_service(scheduled: datetime, context: Any) -> None:
            DBOS.run_step({"name": TIDY}, lambda: until_done(lambda: self._tidy(equipment)))

        self._workflow = tidy_service

    def schedule(self) -> None:
        """Put it on the schedule; call it when DBOS runs. Another worker may have done so."""
        if DBOS.get_schedule(TIDY) is None:
            with suppress(dbos_error.DBOSException):
                DBOS.create_schedule(
                    schedule_name=TIDY,
                    workflow_fn=self._workflow,
                    schedule=WHEN,
                    cron_timezone="Asia/Shanghai",
                )

    def _tidy(self, equipment: Equipment) -> None:
        with equipment.store.writing() as session:
            removed = tidy(session, equipment.files, self._periods, now())
        log.info("tidied", extra=asdict(removed))
