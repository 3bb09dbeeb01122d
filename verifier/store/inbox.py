"""The inbox: applications filtered, sorted, in portions; every order has an index, no portion is counted through.

A portion begins behind the last row of the one before (its sort value and id), so that the thousandth
portion costs as much as the first.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType
from typing import Any

from sqlalchemy import ColumnElement, Integer, Select, and_, func, or_, select, update
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.orm import InstrumentedAttribute, Session
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement

from verifier.audit.log import record
from verifier.errors import Conflict
from verifier.store.accounts.caller import Caller
from verifier.store.accounts.roles import Role
from verifier.store.submissions.state import State
from verifier.store.tables import Application, User

PORTION = 50

NOBODY = "-"
"""Asked for in place of a reviewer: what is assigned to nobody."""


@dataclass(frozen=True, slots=True)
class Order:
    """One way to sort: its name on the page, the column, and whether the largest come first."""

    label: str
    column: InstrumentedAttribute[Any] | None
    descending: bool = True


ORDERS: Mapping[str, Order] = MappingProxyType(
    {
        "newest": Order("最新提交", None),
        "oldest": Order("最早提交", None, descending=False),
        "undecided": Order("待决最多", Application.undecided),
        "unsupported": Order("不支持最多", Application.unsupported),
        "needs_review": Order("需核对最多", Application.needs_review),
        "company": Order("企业名称", Application.company, descending=False),
    }
)


@dataclass(frozen=True, slots=True)
class Filter:
    """Which applications, in which order, from behind which."""

    state: str = ""
    city: str = ""
    reviewer: str = ""
    text: str = ""
    order: str = "newest"
    after: str = ""
    """Of the last row before, as `Row.cursor` tells it."""


@dataclass(frozen=True, slots=True)
class Portion:
    """Some rows, and where the next ones begin; empty where there are no more."""

    rows: tuple[tuple[Application, str], ...]
    """Each with the name of its reviewer."""
    after: str


def portion(session: Session, caller: Caller, wanted: Filter, size: int = PORTION) -> Portion:
    """One portion of the inbox."""
    order = ORDERS[wanted.order]
    query = select(Application, User.name).outerjoin(User, User.id == Application.assigned_to)
    query = _filtered(query, caller, wanted)
    if wanted.after:
        query = query.where(_behind(order, wanted.after))
    rows = session.execute(query.order_by(*_sorted(order)).limit(size + 1)).all()
    shown = tuple((application, name or "") for application, name in rows[:size])
    return Portion(shown, _cursor(order, shown[-1][0]) if len(rows) > size else "")


def next_open(session: Session, caller: Caller, done: str) -> str | None:
    """The oldest application with something to decide: one's own first, then what is given to nobody."""
    open_ = select(Application.id).where(
        Application.tenant_id == caller.tenant_id,
        Application.deleted_at.is_(None),
        Application.state == State.DONE,
        Application.undecided > 0,
        Application.id != done,
    )
    for whose in (Application.assigned_to == caller.id, Application.assigned_to.is_(None)):
        found = session.scalar(open_.where(whose).order_by(Application.id).limit(1))
        if found is not None:
            return found
    return None


def states(session: Session, caller: Caller) -> Mapping[str, int]:
    """How many applications are in each state."""
    query = select(Application.state, func.count()).where(
        Application.tenant_id == caller.tenant_id, Application.deleted_at.is_(None)
    )
    return {state: count for state, count in session.execute(query.group_by(Application.state))}


def cities(session: Session, caller: Caller) -> Sequence[str]:
    """The cities that applications come from: from one to the next by the index, not through all of them."""
    found: list[str] = []
    least = select(func.min(Application.city)).where(
        Application.tenant_id == caller.tenant_id, Application.deleted_at.is_(None)
    )
    city = session.scalar(least)
    while city is not None:
        if city:
            found.append(city)
        city = session.scalar(least.where(Application.city > city))
    return found


def reviewers(session: Session, caller: Caller) -> Sequence[User]:
    """Who may be given applications."""
    roles = (Role.REVIEWER.value, Role.LEAD.value)
    query = select(User).where(
        User.tenant_id == caller.tenant_id, User.role.in_(roles), User.disabled_at.is_(None)
    )
    return session.scalars(query.order_by(User.name)).all()


def assign(session: Session, caller: Caller, ids: Sequence[str], user_id: str | None, at: datetime) -> int:
    """Give applications to a reviewer, or to nobody; how many there were.

    Raises:
        Conflict: there is no such reviewer (`INVALID`).
    """
    if user_id is not None and user_id not in {user.id for user in reviewers(session, caller)}:
        raise Conflict("INVALID", "没有这名评审员：请刷新页面后重选")
    own = select(Application.id).where(
        Application.id.in_(ids), Application.tenant_id == caller.tenant_id, Application.deleted_at.is_(None)
    )
    found = session.scalars(own).all()
    session.execute(
        update(Application).where(Application.id.in_(found)).values(assigned_to=user_id, updated_at=at)
    )
    for id_ in found:
        record(session, at, caller.id, caller.tenant_id, "application.assign", id_, {"to": user_id})
    return len(found)


def _filtered(
    query: "Select[Application, str]", caller: Caller, wanted: Filter
) -> "Select[Application, str]":
    query = query.where(Application.tenant_id == caller.tenant_id, Application.deleted_at.is_(None))
    if wanted.state:
        query = query.where(Application.state == wanted.state)
    if wanted.city:
        query = query.where(Application.city == wanted.city)
    if wanted.reviewer == NOBODY:
        query = query.where(Application.assigned_to.is_(None))
    elif wanted.reviewer:
        query = query.where(Application.assigned_to == wanted.reviewer)
    for word in wanted.text.split():
        query = query.where(_says(word))
    return query


def _says(word: str) -> ColumnElement[bool]:
    return _Place(Application.words, word.lower()) > 0


class _Place(FunctionElement[int]):
    """Where one text stands in another, from 1; 0 where it does not. Cheaper than LIKE, which looks for signs."""

    type = Integer()
    inherit_cache = True


@compiles(_Place)
def _instr(element: _Place, compiler: SQLCompiler, **more: Any) -> str:
    return f"instr({compiler.process(element.clauses, **more)})"


@compiles(_Place, "postgresql")
def _strpos(element: _Place, compiler: SQLCompiler, **more: Any) -> str:
    return f"strpos({compiler.process(element.clauses, **more)})"


def _sorted(order: Order) -> tuple[ColumnElement[Any], ...]:
    columns = [c for c in (order.column, Application.id) if c is not None]
    return tuple(c.desc() if order.descending else c.asc() for c in columns)


def _cursor(order: Order, last: Application) -> str:
    return f"{getattr(last, order.column.key)}\n{last.id}" if order.column is not None else last.id


def _behind(order: Order, after: str) -> ColumnElement[bool]:
    value, _, id_ = after.rpartition("\n")
    further = Application.id < id_ if order.descending else Application.id > id_
    if order.column is None:
        return further
    given: Any = value if order.column is Application.company else _number(value)
    beyond = order.column < given if order.descending else order.column > given
    return or_(beyond, and_(order.column == given, further))


def _number(text: str) -> int:
    return int(text) if text.lstrip("-").isdigit() else 0
