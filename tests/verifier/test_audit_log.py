"""The audit log: six ways to falsify it, each found; and it cannot be changed without taking its guard away."""

import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from verifier.audit.anchoring import Anchor, Anchoring, read_anchors
from verifier.audit.log import hash_of, record
from verifier.audit.verifying import verify_log
from verifier.store.database import Store, migrate, now, open_store

ROWS = 60
FIELDS = "at, actor, tenant_id, action, target, detail"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    made = open_store(f"sqlite:///{tmp_path / 'log.db'}")
    migrate(made)
    yield made
    made.close()


@pytest.fixture
def anchors(store: Store, tmp_path: Path) -> list[Anchor]:
    anchoring = Anchoring(tmp_path / "anchors.jsonl")
    for number in range(ROWS):
        with store.writing() as session:
            record(
                session,
                now(),
                f"usr_{number % 5}",
                "ten_1",
                "verdict.overrule",
                f"app_{number}",
                {"n": number},
            )
        if number % 20 == 19:
            with store.reading() as session:
                anchoring.anchor(session)
    return list(read_anchors([tmp_path / "anchors.jsonl"]))


def unguarded(store: Store, *statements: str) -> None:
    """As somebody does who owns the database."""
    with store.writing() as session:
        for name in ("update", "delete"):
            session.execute(text(f"drop trigger audit_log_no_{name}"))
        for statement in statements:
            session.execute(text(statement))


def flaws(store: Store, anchors: list[Anchor]) -> set[str]:
    with store.reading() as session:
        return {flaw.code for flaw in verify_log(session, anchors).flaws}


def test_an_untouched_log_is_intact(store: Store, anchors: list[Anchor]) -> None:
    assert len(anchors) == 3
    assert flaws(store, anchors) == set()


@pytest.mark.parametrize("statement", ["update audit_log set actor='x'", "delete from audit_log where seq=3"])
def test_the_database_refuses_to_change_it(store: Store, anchors: list[Anchor], statement: str) -> None:
    with pytest.raises(IntegrityError, match="append only"), store.writing() as session:
        session.execute(text(statement))


@pytest.mark.parametrize("seq", random.Random(5).sample(range(1, ROWS - 1), 5))
@pytest.mark.parametrize(
    "attack",
    [
        "update audit_log set detail='{}' where seq={n}",
        "delete from audit_log where seq={n}",
        "update audit_log set target=(select target from audit_log where seq={n}+1) where seq={n}",
        "update audit_log set seq=seq+1000 where seq>{n};"
        "insert into audit_log select {n}+1,at,actor,tenant_id,action,'forged',detail,previous,hash"
        " from audit_log where seq={n};"
        "update audit_log set seq=seq-999 where seq>1000",
    ],
    ids=["edit", "delete", "swap", "insert"],
)
def test_the_chain_shows_it(store: Store, attack: str, seq: int, anchors: list[Anchor]) -> None:
    unguarded(store, *attack.replace("{n}", str(seq)).split(";"))
    assert flaws(store, [])


def test_a_cut_tail_is_shown_by_the_anchors_only(store: Store, anchors: list[Anchor]) -> None:
    unguarded(store, "delete from audit_log where seq>50")
    assert flaws(store, []) == set()
    assert flaws(store, anchors) == {"ANCHOR_MISSING"}


def test_a_log_written_anew_is_shown_by_the_anchors_only(store: Store, anchors: list[Anchor]) -> None:
    unguarded(store)
    with store.writing() as session:
        rows = session.execute(text(f"select seq, previous, {FIELDS} from audit_log order by seq")).all()
        previous = rows[0].previous
        for row in rows:
            fields = ("2020-01-01", *row[3:])
            hash_ = hash_of(previous, row.seq, fields)
            session.execute(
                text("update audit_log set at='2020-01-01', previous=:p, hash=:h where seq=:s"),
                {"p": previous, "h": hash_, "s": row.seq},
            )
            previous = hash_
    assert flaws(store, []) == set()
    assert flaws(store, anchors) == {"ANCHOR_DIFFERS"}
