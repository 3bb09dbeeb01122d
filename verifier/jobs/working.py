"""A worker: takes runs from the queues, and takes up those of workers that died.

worker = Worker(equipment, url, lives, limits)
worker.start()
…
worker.stop()
"""

import logging
import threading
from collections.abc import Callable, Sequence
from typing import Protocol

from dbos import DBOS

from verifier.errors import StoreError
from verifier.jobs import verifying
from verifier.jobs.lives import Lives
from verifier.jobs.loading import load
from verifier.jobs.queueing import NAME, VERSION, Limits, register_queues
from verifier.jobs.verifying import Equipment
from verifier.store.database import new_engine
from verifier.store.ids import new_id

LOOK_SECONDS = 2.0
"""How often a worker looks who has died."""

log = logging.getLogger("hezheng.jobs")


class Workflows(Protocol):
    """Tells DBOS further workflows, which belong to floors above."""

    def __call__(self, equipment: Equipment) -> None:
        """Register them; DBOS is not launched yet."""

    def schedule(self) -> None:
        """Put on a schedule what has one; DBOS runs."""


class Worker:
    """One worker in this process; a process has one at most."""

    def __init__(
        self,
        equipment: Equipment,
        url: str,
        lives: Lives,
        limits: Limits,
        further: Sequence[Workflows] = (),
        chores: Sequence[Callable[[], None]] = (),
        traces: str | None = None,
    ) -> None:
        load()
        self.name = new_id("worker")
        self._lives, self._limits, self._chores = lives, limits, chores
        self._stopping = threading.Event()
        self._watch = threading.Thread(target=self._look_around, name="lives", daemon=True)
        self._engine = new_engine(url)
        DBOS(
            config={
                "name": NAME,
                "system_database_url": url,
                "system_database_engine": self._engine,
                "executor_id": self.name,
                "application_version": VERSION,
                "run_migrations": False,
                "log_level": "WARNING",
                "use_listen_notify": False,
                "max_executor_threads": 64,
                "enable_otlp": traces is not None,
                "otlp_traces_endpoints": [traces] if traces else [],
            }
        )
        verifying.register(equipment)
        self._further = further
        for register in further:
            register(equipment)

    def start(self) -> None:
        """Live, and take up work: first that of the dead."""
        self._lives.hold(self.name)
        DBOS.launch()
        register_queues(self._limits)
        self.take_over()
        for one in self._further:
            one.schedule()
        self._watch.start()

    def stop(self, grace_seconds: int = 0) -> None:
        """Take nothing new; what is not done within the grace goes on in another worker, from its last page."""
        self._stopping.set()
        DBOS.destroy(workflow_completion_timeout_sec=grace_seconds)
        self._lives.leave()
        self._engine.dispose()

    def take_over(self) -> tuple[str, ...]:
        """Put the runs of dead workers back into their queues; the names of the dead."""
        pending = DBOS.list_workflows(status="PENDING", load_input=False, load_output=False)
        others = {w.executor_id for w in pending if w.executor_id and w.executor_id != self.name}
        dead = tuple(sorted(name for name in others if self._lives.dead(name)))
        if dead:
            log.warning("taking over from %s", ", ".join(dead))
            DBOS._recover_pending_workflows(list(dead))
        return dead

    def _look_around(self) -> None:
        while not self._stopping.wait(LOOK_SECONDS):
            try:
                self._lives.hold(self.name)
                self.take_over()
                for chore in self._chores:
                    chore()
            except StoreError as error:
                log.warning("cannot look around: %s", error.code)
            except Exception:
                # The watch must outlive whatever the database says while it is away.
                log.warning("cannot look around", exc_info=True)
