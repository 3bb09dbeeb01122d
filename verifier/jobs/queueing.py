"""The queues, and how work is put into them: in the transaction that makes it necessary.

A run waits in the queue of its size, so that small applications are not starved by large ones; each
tenant may have only so many going on at once. Within a queue, first come, first served.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from dbos import DBOS, DBOSClient, EnqueueOptions
from sqlalchemy.orm import Session

from verifier.store.database import new_engine
from verifier.store.tables import Delivery, Run

SMALL, LARGE, DELIVERIES = "small", "large", "deliveries"

SMALL_BYTES = 40_000_000
"""Up to so many bytes of evidence an application waits among the small ones."""

VERIFY, DELIVER = "verify", "deliver"
"""Names of the workflows; they stand in the database, so they do not change."""

VERSION = "1"
"""Of the workflows' steps: raised when steps change so that a run begun before cannot go on."""

NAME = "hezheng"


@dataclass(frozen=True, slots=True)
class Limits:
    """How many runs go on at once: in each queue of one worker, and of one tenant everywhere."""

    small: int = 1
    large: int = 1
    tenant: int = 4
    deliveries: int = 8
    poll_seconds: float = 0.5


class Queueing:
    """Puts runs and deliveries into their queues; DBOS keeps its tables in the same database."""

    def __init__(self, url: str) -> None:
        self._engine = new_engine(url)
        self._client = DBOSClient(
            system_database_engine=self._engine,
            application_name=NAME,
            lazy=True,
            retry_connection_errors=False,
        )

    def put(self, session: Session, run: Run) -> None:
        """A run waits from when the session's transaction is committed."""
        options: EnqueueOptions = {
            "workflow_name": VERIFY,
            "workflow_id": run.id,
            "queue_name": queue_of(run),
            "queue_partition_key": run.tenant_id,
            "app_version": VERSION,
        }
        self._client.enqueue_in_transaction(session, options, run.id)

    def deliver(self, session: Session, deliveries: Sequence[Delivery], delay: float = 0) -> None:
        """Deliveries wait, for `delay` seconds at least."""
        for delivery in deliveries:
            options: EnqueueOptions = {
                "workflow_name": DELIVER,
                "workflow_id": f"{delivery.id}-{delivery.attempts + 1}",
                "queue_name": DELIVERIES,
                "app_version": VERSION,
            }
            if delay:
                options["delay_seconds"] = delay
            self._client.enqueue_in_transaction(session, options, delivery.id)

    def drop(self, run_id: str) -> None:
        """A run that was cancelled need not be taken up."""
        self._client.cancel_workflow(run_id)

    def close(self) -> None:
        """Let go of the database."""
        self._client.destroy()
        self._engine.dispose()


def queue_of(run: Run) -> str:
    """Small or large, by the bytes of the evidence: its pages are not known before it is opened."""
    return SMALL if sum(f["size"] for f in run.inputs) <= SMALL_BYTES else LARGE


def register_queues(limits: Limits) -> None:
    """Tell DBOS the limits; call it when DBOS runs."""
    for name, at_once in ((SMALL, limits.small), (LARGE, limits.large)):
        DBOS.register_queue(
            name,
            worker_concurrency=at_once,
            partition_concurrency=limits.tenant,
            polling_interval_sec=limits.poll_seconds,
            on_conflict="always_update",
        )
    DBOS.register_queue(
        DELIVERIES,
        worker_concurrency=limits.deliveries,
        polling_interval_sec=limits.poll_seconds,
        on_conflict="always_update",
    )


def migrate_queues(url: str) -> None:
    """Make or renew the tables that DBOS keeps in the same database."""
    DBOS.migrate(url)
