"""Figures of the review: how far it is, how people and machine agree, how well pages are read as time goes by."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Date, cast, func, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from verifier.reviewing.standing import Stand
from verifier.store.accounts.caller import Caller
from verifier.store.tables import Application, StoredReport, StoredReview, StoredStanding, User

DAYS = 30


@dataclass(frozen=True, slots=True)
class Agreement:
    """How often people held with the machine about one claim of the form."""

    key: str
    accepted: int
    overruled: int
    asked: int

    @property
    def decided(self) -> int:
        """How often people decided about it at all."""
        return self.accepted + self.overruled + self.asked

    @property
    def share(self) -> float:
        """Of the decisions in which the machine was right or wrong, how many held with it."""
        judged = self.accepted + self.overruled
        return self.accepted / judged if judged else 1.0


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a reviewer is with what is assigned to it."""

    name: str
    applications: int
    undecided: int


@dataclass(frozen=True, slots=True)
class Reading:
    """How well the pages of one day were read: the mean confidence of the fields on them."""

    day: date
    reports: int
    confidence: float


def agreement(session: Session, caller: Caller) -> Sequence[Agreement]:
    """By claim, those about which people and machine agree least first."""
    query = (
        select(StoredStanding.key, StoredStanding.stand, func.count())
        .where(StoredStanding.tenant_id == caller.tenant_id, StoredStanding.settled)
        .group_by(StoredStanding.key, StoredStanding.stand)
    )
    counts: dict[str, dict[str, int]] = {}
    for key, stand, count in session.execute(query):
        counts.setdefault(key.partition(".")[0], {}).setdefault(stand, 0)
        counts[key.partition(".")[0]][stand] += count
    made = (
        Agreement(key, c.get(Stand.ACCEPTED, 0), c.get(Stand.OVERRULED, 0), c.get(Stand.ASKED, 0))
        for key, c in counts.items()
    )
    return sorted(made, key=lambda a: (a.share, -a.decided, a.key))


def decisions_by_day(session: Session, caller: Caller, today: datetime) -> Mapping[date, int]:
    """How many acts there were on each of the last days; days without any are there, too."""
    begin = today - timedelta(days=DAYS - 1)
    day = _day(session, StoredReview.created_at)
    query = (
        select(day, func.count())
        .where(StoredReview.tenant_id == caller.tenant_id, StoredReview.created_at >= begin)
        .group_by(day)
    )
    found = {_date(d): count for d, count in session.execute(query)}
    return {
        (begin + timedelta(days=n)).date(): found.get((begin + timedelta(days=n)).date(), 0)
        for n in range(DAYS)
    }


def readings_by_day(session: Session, caller: Caller, today: datetime) -> Sequence[Reading]:
    """How well pages were read on the days on which reports were made."""
    day = _day(session, StoredReport.created_at)
    query = (
        select(day, func.count(), func.avg(StoredReport.confidence))
        .where(
            StoredReport.tenant_id == caller.tenant_id,
            StoredReport.created_at >= today - timedelta(days=DAYS * 6),
            StoredReport.confidence.is_not(None),
        )
        .group_by(day)
        .order_by(day)
    )
    return [Reading(_date(d), count, float(mean)) for d, count, mean in session.execute(query)]


def progress(session: Session, caller: Caller) -> Sequence[Progress]:
    """By reviewer, and what is assigned to nobody; only what was verified counts."""
    query = (
        select(User.name, func.count(), func.sum(Application.undecided))
        .select_from(Application)
        .outerjoin(User, User.id == Application.assigned_to)
        .where(
            Application.tenant_id == caller.tenant_id,
            Application.deleted_at.is_(None),
            Application.report_id.is_not(None),
        )
        .group_by(User.name)
        .order_by(User.name)
    )
    return [
        Progress(name or "未分派", count, int(open_ or 0)) for name, count, open_ in session.execute(query)
    ]


def _day(session: Session, column: InstrumentedAttribute[datetime]) -> ColumnElement[Any]:
    """The day of a moment as both databases tell it."""
    embedded = session.get_bind().dialect.name == "sqlite"
    return func.date(column) if embedded else cast(column, Date)


def _date(told: object) -> date:
    return told if isinstance(told, date) else date.fromisoformat(str(told))
