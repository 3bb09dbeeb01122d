"""A delivery as a durable workflow, one for each attempt; the next one is queued with what came of it.

Killed between the answer and its record, the attempt is made again: a message arrives at least once,
always under the same id.
"""

import random
from datetime import timedelta

from dbos import DBOS
from sqlalchemy.orm import Session

from api.webhooks.sending import Outcome, send
from verifier.audit.log import record
from verifier.jobs.patience import until_done
from verifier.jobs.queueing import DELIVER
from verifier.jobs.verifying import Equipment
from verifier.store.database import now
from verifier.store.tables import Delivery, Endpoint, Message

SCHEDULE = (0, 5, 300, 1800, 7200, 18000, 36000, 50400, 72000, 86400)
"""Seconds before each attempt, from the one before (Standard Webhooks, «Retry schedule»)."""

JITTER = 0.1

GONE = 410
"""The receiver does not want any more messages."""


class Deliveries:
    """Tells DBOS the workflow of deliveries."""

    def __init__(self, private: bool) -> None:
        self._private = private

    def __call__(self, equipment: Equipment) -> None:
        """Register it; DBOS is not launched yet."""

        @DBOS.workflow(name=DELIVER, max_recovery_attempts=None)
        def deliver(delivery_id: str) -> None:
            DBOS.run_step({"name": "attempt"}, lambda: attempt(delivery_id, equipment, self._private))

    def schedule(self) -> None:
        """Deliveries have no schedule of their own: each attempt puts off the next."""


def attempt(delivery_id: str, equipment: Equipment, private: bool) -> None:
    """Send it once, and keep what came of it."""

    def look() -> tuple[Delivery, Message, Endpoint]:
        with equipment.store.reading() as session:
            delivery = session.get_one(Delivery, delivery_id)
            message = session.get_one(Message, delivery.message_id)
            return delivery, message, session.get_one(Endpoint, delivery.endpoint_id)

    delivery, message, endpoint = until_done(look)
    if delivery.state != "waiting":
        return
    if endpoint.disabled_at is not None:
        outcome = Outcome(None, "endpoint disabled")
    else:
        outcome = send(endpoint.url, message.id, message.body, endpoint.secrets, now(), private)

    def keep() -> None:
        with equipment.store.writing() as session:
            _keep(session, session.get_one(Delivery, delivery_id), outcome, equipment)

    until_done(keep)


def _keep(session: Session, delivery: Delivery, outcome: Outcome, equipment: Equipment) -> None:
    at = now()
    delivery.attempts += 1
    delivery.status, delivery.answer, delivery.updated_at = outcome.status, outcome.answer[:500], at
    endpoint = session.get_one(Endpoint, delivery.endpoint_id)
    if outcome.arrived:
        delivery.state, delivery.next_at = "arrived", None
        return
    if outcome.status == GONE:
        endpoint.disabled_at, endpoint.disabled_for = at, "410 Gone"
        record(session, at, "system", endpoint.tenant_id, "webhook.disable", endpoint.id)
    if endpoint.disabled_at is not None or delivery.attempts >= len(SCHEDULE):
        delivery.state, delivery.next_at = "failed", None
        return
    seconds = SCHEDULE[delivery.attempts] * (1 + random.uniform(0, JITTER))
    delivery.next_at = at + timedelta(seconds=seconds)
    equipment.queueing.deliver(session, [delivery], delay=seconds)
