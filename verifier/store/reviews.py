"""Reviews in the database: appended one by one, each on the version that its author saw.

Two persons who decide at once: the first is kept, the second is told what the first one did
(`CHANGED_MEANWHILE`) and loses nothing of what it wrote.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from verifier.audit.log import record
from verifier.errors import Conflict, NotFound
from verifier.reviewing.reviewed import Reviewed
from verifier.reviewing.standing import Act, Review, Stand, Standing, basis_of, objection, standing
from verifier.store.accounts.caller import Caller
from verifier.store.ids import new_id
from verifier.store.tables import Application, StoredReview, StoredStanding, StoredVerdict, User
from verifier.verdict import Flag


@dataclass(frozen=True, slots=True)
class Wish:
    """What a person wants to do about a claim, and the version that it saw."""

    key: str
    act: Act
    seen: int
    flag: Flag | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """A review with its author's name and its time, as the history shows it."""

    id: str
    key: str
    review: Review
    name: str
    at: datetime
    machine: str


def verdicts_of(session: Session, application: Application) -> Sequence[StoredVerdict]:
    """The verdicts of the report that counts, in the order of the form."""
    query = select(StoredVerdict).where(StoredVerdict.report_id == application.report_id)
    return session.scalars(query.order_by(StoredVerdict.position)).all()


def basis(verdict: StoredVerdict) -> str:
    """What a review of this verdict is about."""
    return basis_of(
        verdict.flag, verdict.outcome, verdict.claimed, verdict.verified, [str(r) for r in verdict.reasons]
    )


def history(session: Session, application_id: str, key: str | None = None) -> Sequence[Told]:
    """Every act on an application, or on one claim of it, in the order in which they were done."""
    query = select(StoredReview, User.name).join(User, User.id == StoredReview.user_id)
    query = query.where(StoredReview.application_id == application_id)
    if key is not None:
        query = query.where(StoredReview.key == key)
    rows = session.execute(query.order_by(StoredReview.id)).all()
    return [Told(r.id, r.key, _review(r), name, r.created_at, r.machine) for r, name in rows]


def bases(session: Session, report_id: str) -> Mapping[str, str]:
    """What reviews of each verdict of a report are about, by key; it never changes."""
    query = select(StoredVerdict).where(StoredVerdict.report_id == report_id)
    return {v.key: basis(v) for v in session.scalars(query.order_by(StoredVerdict.position))}


def standings(session: Session, application: Application) -> Mapping[str, Standing]:
    """How every claim of the report that counts stands, by key; those that nobody touched are open."""
    return stand(history(session, application.id), bases(session, application.report_id or ""))


def stand(told: Sequence[Told], bases: Mapping[str, str]) -> Mapping[str, Standing]:
    """How every claim stands, by key, after all that was done about an application."""
    acts: dict[str, list[Review]] = {}
    for one in told:
        acts.setdefault(one.key, []).append(one.review)
    return {key: standing(acts.get(key, ()), basis) for key, basis in bases.items()}


def act(session: Session, caller: Caller, application: Application, wish: Wish, at: datetime) -> Standing:
    """Keep one act, and how the claim stands after it.

    Args:
        session: a transaction to write in.
        caller: a person.
        application: locked, or on SQLite with the writer's turn.
        wish: what is to be done.
        at: now.

    Raises:
        Conflict: somebody else was first (`CHANGED_MEANWHILE`), or it cannot be (`INVALID`, `SECOND_PERSON`,
            `CONFLICT`).
        NotFound: there is no such claim.
    """
    query = select(StoredVerdict).where(StoredVerdict.report_id == application.report_id)
    verdict = session.scalar(query.where(StoredVerdict.key == wish.key))
    if verdict is None:
        raise NotFound("报告中没有这一申报项：请刷新页面")
    before = [told.review for told in history(session, application.id, wish.key)]
    now = standing(before, basis(verdict))
    if now.version != wish.seen:
        raise Conflict("CHANGED_MEANWHILE", "他人已先作出决定：请看过之后再定，您填写的内容仍在")
    against = objection(wish.act, wish.flag, wish.reason, now, caller.id)
    if against is not None:
        raise Conflict(*against)
    row = StoredReview(
        id=new_id("rev"),
        tenant_id=application.tenant_id,
        application_id=application.id,
        report_id=application.report_id or "",
        key=wish.key,
        version=now.version + 1,
        act=wish.act.value,
        flag=_flag(wish, now, verdict),
        reason=wish.reason.strip(),
        basis=basis(verdict),
        machine=verdict.flag,
        user_id=caller.id,
        created_at=at,
    )
    session.add(row)
    after = standing([*before, _review(row)], basis(verdict))
    _stand(session, row, after)
    application.undecided += now.settled - after.settled
    detail = {"review": row.id, "claim": wish.key, "version": row.version, "flag": row.flag}
    record(session, at, caller.id, application.tenant_id, f"review.{wish.act}", application.id, detail)
    return after


def carry_over(session: Session, application: Application) -> None:
    """A new report counts: acts on verdicts that stayed the same hold, the others are open again."""
    verdicts = {v.key: v for v in verdicts_of(session, application)}
    after = standings(session, application)
    for kept in session.scalars(
        select(StoredStanding).where(StoredStanding.application_id == application.id)
    ):
        now = after.get(kept.key, Standing(Stand.OPEN, None))
        kept.stand, kept.flag, kept.settled = now.stand.value, now.flag, now.settled
        if kept.key in verdicts:
            kept.machine = verdicts[kept.key].flag
    application.undecided = sum(
        verdicts[key].flag != Flag.NOT_CLAIMED and not now.settled for key, now in after.items()
    )


def decisions(session: Session, application: Application) -> Mapping[str, Reviewed]:
    """The decisions in force, by key, as letters tell them."""
    names = {t.review.by: t.name for t in history(session, application.id)}
    return {
        key: Reviewed(key, now.stand, now.flag, now.reason, names.get(now.by, ""))
        for key, now in standings(session, application).items()
        if now.stand is not Stand.OPEN
    }


def count(session: Session, application_id: str) -> int:
    """How many acts there are on an application."""
    query = select(func.count()).where(StoredReview.application_id == application_id)
    return session.scalar(query) or 0


def latest(session: Session, application_id: str) -> str:
    """The id of the newest act on an application; empty where there is none."""
    query = select(StoredReview.id).where(StoredReview.application_id == application_id)
    return session.scalar(query.order_by(StoredReview.id.desc()).limit(1)) or ""


def _flag(wish: Wish, now: Standing, verdict: StoredVerdict) -> str | None:
    """What the claim's flag is after the act, where the act says so."""
    if wish.act is Act.ACCEPT:
        return verdict.flag
    if wish.act is Act.CONFIRM:
        return now.flag.value if now.flag else None
    return wish.flag.value if wish.act is Act.OVERRULE and wish.flag else None


def _review(row: StoredReview) -> Review:
    flag = Flag(row.flag) if row.flag else None
    return Review(row.version, Act(row.act), flag, row.reason, row.user_id, row.basis)


def _stand(session: Session, row: StoredReview, after: Standing) -> None:
    kept = session.get(StoredStanding, (row.application_id, row.key))
    if kept is None:
        kept = StoredStanding(application_id=row.application_id, key=row.key, tenant_id=row.tenant_id)
        session.add(kept)
    kept.version, kept.stand, kept.flag = row.version, after.stand.value, after.flag
    kept.machine, kept.settled = row.machine, after.settled
    # A note of somebody else is no decision: who decided stays who has to be told apart from the second person.
    kept.user_id, kept.decided_at = after.by or row.user_id, row.created_at
