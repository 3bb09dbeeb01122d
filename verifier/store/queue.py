"""The queue: open claims of all applications, the most doubtful first, a random share of clear ones among them."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TypeVar

from sqlalchemy import Select, and_, func, or_, select
from sqlalchemy.orm import Session

from verifier.reviewing.bound import Observed
from verifier.reviewing.risk import CLEAR
from verifier.reviewing.standing import Stand
from verifier.store.accounts.caller import Caller
from verifier.store.tables import Application, StoredStanding, StoredVerdict

T = TypeVar("T")

PORTION = 60
EVERY = 6
"""Each sixth row is one that chance drew."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """One claim that waits to be looked at."""

    application: str
    company: str
    city: str
    position: int
    label: str
    flag: str
    claimed: str
    verified: str
    risk: int
    why: tuple[str, ...]
    control: bool
    proposed: bool
    """Somebody overruled it to «supported»: a second person has to agree."""


def waiting(session: Session, caller: Caller, mine: bool, size: int = PORTION) -> Sequence[Waiting]:
    """The claims to look at first.

    Args:
        session: to look in.
        caller: who looks.
        mine: only those of applications that are assigned to the caller.
        size: how many.
    """
    open_ = _open(caller, mine)
    risky = open_.where(StoredVerdict.risk >= CLEAR).order_by(
        StoredVerdict.risk.desc(), StoredVerdict.report_id
    )
    drawn = open_.where(StoredVerdict.control).order_by(StoredVerdict.report_id)
    found = session.execute(risky.limit(size)).all()
    chance = session.execute(drawn.limit(size // EVERY)).all()
    second = open_.where(StoredStanding.stand == Stand.PROPOSED, StoredStanding.user_id != caller.id)
    proposed = session.execute(second.limit(size)).all()
    first = [_waiting(*row) for row in proposed]
    seen = {(w.application, w.position) for w in first}
    rest = [w for row in _mixed(found, chance) if ((w := _waiting(*row)).application, w.position) not in seen]
    return [*first, *rest][:size]


def observed(session: Session, caller: Caller) -> Observed:
    """How many of those that chance drew people have looked at, and how many they found wrong."""
    query = (
        select(StoredStanding.stand, func.count())
        .join(Application, Application.id == StoredStanding.application_id)
        .join(
            StoredVerdict,
            and_(StoredVerdict.report_id == Application.report_id, StoredVerdict.key == StoredStanding.key),
        )
        .where(
            StoredStanding.tenant_id == caller.tenant_id,
            StoredStanding.settled,
            StoredVerdict.control,
            Application.deleted_at.is_(None),
        )
        .group_by(StoredStanding.stand)
    )
    counts = {stand: count for stand, count in session.execute(query)}
    wrong = sum(count for stand, count in counts.items() if stand != Stand.ACCEPTED)
    return Observed(wrong, sum(counts.values()))


def _open(caller: Caller, mine: bool) -> Select[StoredVerdict, Application, StoredStanding]:
    standing = and_(StoredStanding.application_id == Application.id, StoredStanding.key == StoredVerdict.key)
    query = (
        select(StoredVerdict, Application, StoredStanding)
        .join(Application, Application.report_id == StoredVerdict.report_id)
        .outerjoin(StoredStanding, standing)
        .where(
            Application.tenant_id == caller.tenant_id,
            Application.deleted_at.is_(None),
            StoredVerdict.flag != "not_claimed",
            or_(StoredStanding.settled.is_(None), StoredStanding.settled.is_(False)),
        )
    )
    return query.where(Application.assigned_to == caller.id) if mine else query


def _mixed(risky: Sequence[T], chance: Sequence[T]) -> list[T]:
    """One that chance drew behind every few others."""
    mixed: list[T] = []
    drawn = iter(chance)
    for number, row in enumerate(risky, 1):
        mixed.append(row)
        if number % (EVERY - 1) == 0:
            mixed += islice(drawn, 1)
    return [*mixed, *drawn]


def _waiting(verdict: StoredVerdict, application: Application, standing: StoredStanding | None) -> Waiting:
    return Waiting(
        application.id,
        application.company or application.title,
        application.city,
        verdict.position,
        verdict.label,
        verdict.flag,
        verdict.claimed or "",
        verdict.verified or "",
        verdict.risk,
        tuple(str(reason) for reason in verdict.why),
        verdict.control,
        standing is not None and standing.stand == Stand.PROPOSED,
    )
