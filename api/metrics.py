"""Figures for Prometheus: of requests from this process, of everything else from what is stored.

Asked of the database, a figure survives every restart and is the same whichever process is asked.
"""

from collections.abc import Iterator
from datetime import datetime

from prometheus_client import CollectorRegistry, Counter, Histogram
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, Metric
from prometheus_client.registry import Collector
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from api.context import Context
from api.routes.registries import overview
from verifier.errors import StoreError
from verifier.store.submissions.state import State
from verifier.store.tables import AuditRecord, Delivery, Run, StoredReport, StoredVerdict

BUCKETS = (0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30)


class Requests:
    """Counts requests by route, method and status, and how long they took."""

    def __init__(self, registry: CollectorRegistry) -> None:
        labels = ("method", "route", "status")
        self.count = Counter("hezheng_requests", "Requests.", labels, registry=registry)
        self.seconds = Histogram(
            "hezheng_request_seconds", "Seconds a request took.", ("method", "route"), buckets=BUCKETS,
            registry=registry,
        )  # fmt: skip

    def observe(self, method: str, route: str, status: int, seconds: float) -> None:
        """A request was answered."""
        self.count.labels(method, route, str(status)).inc()
        self.seconds.labels(method, route).observe(seconds)


class Stored(Collector):
    """What the database tells when it is asked."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def collect(self) -> Iterator[Metric]:
        """All figures; only `hezheng_up` where the database cannot be reached."""
        try:
            with self._context.store.reading() as session:
                found = [*_of_runs(session, self._context.now), *_of_reports(session), *_of_rest(session)]
        except StoreError:
            yield GaugeMetricFamily("hezheng_up", "Whether the database can be reached.", 0)
            return
        yield GaugeMetricFamily("hezheng_up", "Whether the database can be reached.", 1)
        yield from found
        yield from _of_registries(self._context)
        room = self._context.files.room()
        if room is not None:
            yield GaugeMetricFamily("hezheng_files_free_bytes", "Free bytes of the file store.", room)


def _of_runs(session: Session, now: datetime) -> Iterator[Metric]:
    states = GaugeMetricFamily("hezheng_runs", "Runs by state.", labels=("state",))
    for state, count in session.execute(select(Run.state, func.count()).group_by(Run.state)):
        states.add_metric((state,), count)
    yield states
    oldest = session.scalar(select(func.min(Run.created_at)).where(Run.state == State.QUEUED))
    age = (now - oldest).total_seconds() if oldest else 0.0
    yield GaugeMetricFamily("hezheng_queue_age_seconds", "Age of the oldest run that waits.", age)
    read = session.scalar(select(func.coalesce(func.sum(Run.pages_done - Run.pages_at_start), 0)))
    yield CounterMetricFamily(
        "hezheng_pages_read", "Pages read; its rate is pages a second.", float(read or 0)
    )
    troubled = session.scalar(
        select(func.count()).where(Run.state == State.RUNNING, Run.trouble.is_not(None))
    )
    yield GaugeMetricFamily(
        "hezheng_runs_waiting_for_store", "Runs that wait for disk or database.", troubled or 0
    )


def _of_reports(session: Session) -> Iterator[Metric]:
    outcomes = CounterMetricFamily(
        "hezheng_verdicts", "Verdicts by flag and outcome.", labels=("flag", "outcome")
    )
    query = select(StoredVerdict.flag, StoredVerdict.outcome, func.count())
    for flag, outcome, count in session.execute(query.group_by(StoredVerdict.flag, StoredVerdict.outcome)):
        outcomes.add_metric((flag, outcome), count)
    yield outcomes
    confidence = session.scalar(select(func.avg(StoredReport.confidence)))
    if confidence is not None:
        yield GaugeMetricFamily(
            "hezheng_reader_confidence", "Mean confidence of the fields read.", confidence
        )


def _of_rest(session: Session) -> Iterator[Metric]:
    states = GaugeMetricFamily("hezheng_deliveries", "Deliveries of webhooks by state.", labels=("state",))
    for state, count in session.execute(select(Delivery.state, func.count()).group_by(Delivery.state)):
        states.add_metric((state,), count)
    yield states
    last = session.scalar(select(func.max(AuditRecord.seq)))
    yield CounterMetricFamily("hezheng_audit_records", "Records of the audit log.", last or 0)


def _of_registries(context: Context) -> Iterator[Metric]:
    ages = GaugeMetricFamily("hezheng_registry_age_days", "Age of each registry.", labels=("kind",))
    stale = GaugeMetricFamily("hezheng_registry_stale", "Whether it is too old.", labels=("kind",))
    for kind in overview(context).kinds:
        if kind.days is not None:
            ages.add_metric((kind.kind,), kind.days)
            stale.add_metric((kind.kind,), float(kind.stale or 0))
    yield ages
    yield stale
