"""Inbox and queue in the database: filters, orders, portions that neither lose nor repeat a row."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy.orm import Session

from verifier.errors import Conflict, NotFound
from verifier.reviewing.standing import Act
from verifier.store import inbox, queue, reviews
from verifier.store.accounts import people
from verifier.store.accounts.caller import Caller
from verifier.store.accounts.roles import Role, permissions
from verifier.store.database import migrate, now, open_store
from verifier.store.ids import new_id
from verifier.store.inbox import NOBODY, ORDERS, Filter
from verifier.store.reviews import Wish
from verifier.store.submissions import applications
from verifier.store.submissions.applications import Draft
from verifier.store.tables import Application, Blob, Run, StoredReport, StoredVerdict


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    store = open_store(f"sqlite:///{tmp_path / 'lists.db'}")
    migrate(store)
    with store.writing() as opened:
        yield opened
    store.close()


def person(session: Session, tenant: str = "杭州市", login: str = "lead", role: Role = Role.LEAD) -> Caller:
    try:
        owner = people.tenant_named(session, tenant)
    except NotFound:
        owner = people.add_tenant(session, tenant, now())
        session.flush()
    user = people.add_user(session, owner.id, login, login, role, "一叶渔船两小童-42", now())
    session.flush()
    return Caller(user.id, owner.id, user.name, role, permissions(role))


def many(session: Session, caller: Caller, count: int) -> list[str]:
    made = []
    for n in range(count):
        application = applications.create(
            session, caller, Draft(f"申报{n:03d}", ("杭州市", "宁波市")[n % 2]), now()
        )
        application.unsupported, application.undecided, application.company = n % 3, n % 5, f"企业{n % 7}"
        application.state = "done" if n % 4 else "draft"
        made.append(application)
    session.flush()
    return [a.id for a in made]


@pytest.mark.parametrize("order", list(ORDERS))
@pytest.mark.parametrize("size", [1, 7, 50])
def test_portions_together_are_everything_once(session: Session, order: str, size: int) -> None:
    caller = person(session)
    made = many(session, caller, 41)
    seen: list[str] = []
    after = ""
    while True:
        found = inbox.portion(session, caller, Filter(order=order, after=after), size)
        seen += [a.id for a, _ in found.rows]
        after = found.after
        if not after:
            break
    assert sorted(seen) == sorted(made)


def test_filters_hold_together_and_tenants_apart(session: Session) -> None:
    caller, stranger = person(session), person(session, "宁波市", "other")
    many(session, caller, 20)
    many(session, stranger, 3)
    found = inbox.portion(session, caller, Filter(state="done", city="宁波市", text="企业3"))
    assert found.rows and all(
        (a.state, a.city, a.company) == ("done", "宁波市", "企业3") for a, _ in found.rows
    )
    assert sum(inbox.states(session, caller).values()) == 20
    assert inbox.cities(session, caller) == ["宁波市", "杭州市"]
    assert not inbox.portion(session, caller, Filter(text="100%")).rows  # no wildcard of anybody's


def test_applications_are_given_to_reviewers_of_the_own_tenant(session: Session) -> None:
    caller, stranger = person(session), person(session, "宁波市", "other")
    made, theirs = many(session, caller, 3), many(session, stranger, 1)
    assert inbox.assign(session, caller, [made[0], theirs[0]], caller.id, now()) == 1
    session.expire_all()
    mine = inbox.portion(session, caller, Filter(reviewer=caller.id))
    assert [(a.id, name) for a, name in mine.rows] == [(made[0], "lead")]
    assert len(inbox.portion(session, caller, Filter(reviewer=NOBODY)).rows) == 2
    with pytest.raises(Conflict):
        inbox.assign(session, caller, made, stranger.id, now())


def test_the_next_application_is_ones_own_then_nobodys_and_never_a_colleagues(session: Session) -> None:
    caller, colleague = person(session), person(session, login="rev", role=Role.REVIEWER)
    made = [id_ for id_ in many(session, caller, 14)]
    waiting = [a.id for a, _ in inbox.portion(session, caller, Filter(state="done", order="oldest")).rows]
    waiting = [id_ for id_ in waiting if session.get_one(Application, id_).undecided]
    inbox.assign(session, caller, [waiting[0]], colleague.id, now())
    inbox.assign(session, caller, [waiting[3]], caller.id, now())
    session.expire_all()
    assert inbox.next_open(session, caller, made[0]) == waiting[3]
    assert inbox.next_open(session, caller, waiting[3]) == waiting[1]
    assert inbox.next_open(session, person(session, "宁波市", "other"), "") is None


def test_search_finds_any_part_of_a_name_in_any_case(session: Session) -> None:
    caller = person(session)
    made = applications.create(session, caller, Draft("ABC Robotics 申报", external_id="X-100%"), now())
    session.flush()
    for text, found in (("robot", 1), ("x-100%", 1), ("申报 abc", 1), ("x_100", 0), ("没有", 0)):
        assert [a.id for a, _ in inbox.portion(session, caller, Filter(text=text)).rows] == [made.id] * found


def judged(session: Session, caller: Caller, risks: list[tuple[int, bool]]) -> str:
    """An application with claims of such risk; True is one that chance drew."""
    application = applications.create(session, caller, Draft("申报"), now())
    session.merge(Blob(sha256="0" * 64, size=1, created_at=now()))
    session.flush()
    run = Run(
        id=new_id("run"), application_id=application.id, tenant_id=caller.tenant_id, number=1, kind="verify",
        state="done", stage="finished", inputs=[], requested_by=caller.id, created_at=now(), updated_at=now(),
    )  # fmt: skip
    session.add(run)
    session.flush()
    report = StoredReport(
        id=new_id("rep"), run_id=run.id, application_id=application.id, tenant_id=caller.tenant_id, kind="verify",
        sha256="0" * 64, as_of=now().date(), company="", supported=0, unsupported=0, needs_review=0, not_claimed=0,
        met=0, not_met=0, open=0, pages=0, documents=0, created_at=now(),
    )  # fmt: skip
    session.add(report)
    session.flush()
    session.add_all(
        StoredVerdict(
            report_id=report.id, position=n, key=f"k{n}", label=f"项{n}", flag="supported", outcome="supported",
            reasons=[], risk=risk, why=[], control=control,
        )
        for n, (risk, control) in enumerate(risks, 1)
    )  # fmt: skip
    application.report_id, application.undecided = report.id, len(risks)
    session.flush()
    return application.id


def test_the_queue_is_by_risk_with_chance_mixed_in_and_without_what_is_settled(session: Session) -> None:
    caller = person(session)
    id_ = judged(session, caller, [(60, False), (0, False), (30, False), (0, True), (45, False)])
    assert [w.position for w in queue.waiting(session, caller, mine=False)] == [1, 5, 3, 4]
    application = applications.find(session, caller, id_)
    reviews.act(session, caller, application, Wish("k5", Act.ACCEPT, 0), now())
    session.flush()
    assert [w.position for w in queue.waiting(session, caller, mine=False)] == [1, 3, 4]
    assert not queue.waiting(session, caller, mine=True)


def test_the_bound_counts_what_chance_drew_and_people_looked_at(session: Session) -> None:
    caller = person(session)
    id_ = judged(session, caller, [(0, True)] * 59 + [(60, False)])
    application = applications.find(session, caller, id_)
    assert queue.observed(session, caller).bound is None
    for n in range(1, 61):
        reviews.act(session, caller, application, Wish(f"k{n}", Act.ACCEPT, 0), now())
    session.flush()
    found = queue.observed(session, caller)
    assert (found.wrong, found.looked_at) == (0, 59)
    assert found.bound is not None and found.bound < 0.05
    assert application.undecided == 0
