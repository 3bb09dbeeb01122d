"""Comparisons: two versions of an application, a company over the years, one paper in two applications."""

from dataclasses import dataclass
from typing import Annotated

from fastapi import Query, Response
from sqlalchemy import select
from sqlalchemy.orm import Session

from api.context import Context
from api.deps import ContextDep, UnitDep
from api.errors import ApiError
from api.html.differences import Run as Words
from api.html.differences import differences
from api.routes.applications import Id
from api.workbench.opened import Line, Opened, shelf
from api.workbench.page import day, page
from api.workbench.plates import Plate
from api.workbench.routing import Person, router
from api.workbench.sitting import Sitting, sit
from verifier.errors import Conflict
from verifier.signals.reuse import SHARED
from verifier.store.accounts.caller import Caller
from verifier.store.submissions import applications, reports, texts
from verifier.store.tables import Application, Run, StoredReport
from verifier.words import words

routes = router()

LEAST_NUMBER = 6
"""Characters of a number that tells one paper from all others."""


@dataclass(frozen=True, slots=True)
class Other:
    """Another report that this one can be held against."""

    report: str
    name: str


@dataclass(frozen=True, slots=True)
class Row:
    """One claim in both reports; None where one of them does not have it."""

    label: str
    before: Line | None
    after: Line | None
    claimed: tuple[tuple[Words, ...], tuple[Words, ...]]

    @property
    def same(self) -> bool:
        """Nothing that a reviewer sees differs."""
        b, a = self.before, self.after
        return (
            b is not None
            and a is not None
            and (b.flag, b.claimed, b.verified) == (a.flag, a.claimed, a.verified)
        )


@dataclass(frozen=True, slots=True)
class Pair:
    """One paper here and there."""

    kind: str
    number: str
    here: Plate | None
    there: Plate | None
    company: str
    application: str
    same_company: bool


@routes.get("/applications/{id}/compare")
def show_comparison(
    caller: Person,
    id: Id,
    unit: UnitDep,
    context: ContextDep,
    other: Annotated[str, Query(max_length=40)] = "",
) -> Response:
    """This application beside an earlier version of it, or beside another year of the company."""
    session = unit.session
    sitting = sit(session, caller, id, context)
    others = [*_versions(session, sitting), *_years(session, caller, sitting)]
    chosen = next((o for o in others if o.report == other), others[0] if others else None)
    if other and (chosen is None or chosen.report != other):
        raise ApiError("NOT_FOUND", "没有可比较的这一版本：请从列表中选择")
    before = shelf.open(session.get_one(StoredReport, chosen.report), context) if chosen else None
    rows = _rows(before, sitting.opened) if before else []
    return page(
        "compare",
        caller,
        sitting=sitting,
        application=sitting.application,
        opened=sitting.opened,
        tab="compare",
        others=others,
        chosen=chosen,
        rows=[row for row in rows if not row.same],
        same=sum(row.same for row in rows),
        pairs=_pairs(session, caller, sitting, context),
    )


def _versions(session: Session, sitting: Sitting) -> list[Other]:
    """Earlier reports of the same application, the newest first."""
    query = (
        select(StoredReport, Run.number)
        .join(Run, Run.id == StoredReport.run_id)
        .where(
            StoredReport.application_id == sitting.application.id,
            StoredReport.kind == "verify",
            StoredReport.id != sitting.opened.id,
        )
        .order_by(Run.number.desc())
        .limit(20)
    )
    return [Other(r.id, f"第{number}次核验（{day(r.created_at)}）") for r, number in session.execute(query)]


def _years(session: Session, caller: Caller, sitting: Sitting) -> list[Other]:
    """Other applications of the same company."""
    application = sitting.application
    if not application.uscc:
        return []
    query = (
        select(Application, StoredReport)
        .join(StoredReport, StoredReport.id == Application.report_id)
        .where(
            Application.tenant_id == caller.tenant_id,
            Application.deleted_at.is_(None),
            Application.uscc == application.uscc,
            Application.id != application.id,
        )
        .order_by(StoredReport.as_of.desc())
        .limit(20)
    )
    return [Other(r.id, f"{a.title}（核验日 {r.as_of}）") for a, r in session.execute(query)]


def _rows(before: Opened, after: Opened) -> list[Row]:
    old, new = ({line.key: line for line in opened.lines} for opened in (before, after))
    keys = [*new, *(key for key in old if key not in new)]
    return [_row(old.get(key), new.get(key)) for key in keys]


def _row(before: Line | None, after: Line | None) -> Row:
    told = after or before
    assert told is not None  # the key comes from one of them
    claimed = differences(before.claimed if before else "", after.claimed if after else "")
    return Row(told.label, before, after, claimed)


def _pairs(session: Session, caller: Caller, sitting: Sitting, context: Context) -> list[Pair]:
    """Papers whose number stands on a page of another application; papers that many share are left out."""
    found: dict[tuple[str, str], Pair] = {}
    for exhibit in sitting.opened.report.exhibits:
        number = exhibit.text("number")
        if exhibit.type in SHARED or sum(c.isalnum() for c in number) < LEAST_NUMBER or not exhibit.pages:
            continue
        for hit in texts.search(session, caller, number.replace(" ", "")):
            if hit.application == sitting.application.id or (hit.application, number) in found:
                continue
            here = sitting.opened.plates.page(exhibit.sha256, exhibit.pages[0])
            kind = words().types.get(exhibit.type, exhibit.type)
            found[hit.application, number] = _pair(session, caller, sitting, hit, kind, number, here, context)
    return list(found.values())


def _pair(
    session: Session,
    caller: Caller,
    sitting: Sitting,
    hit: texts.Found,
    kind: str,
    number: str,
    here: Plate | None,
    context: Context,
) -> Pair:
    other = applications.find(session, caller, hit.application)
    there = None
    try:
        opened = shelf.open(reports.report_of(session, other, "verify", None), context)
        there = opened.plates.page(hit.sha256, hit.page)
    except Conflict:  # it was withdrawn from or is verified anew: its words are known, its pages are not
        pass
    same = bool(other.uscc) and other.uscc == sitting.application.uscc
    return Pair(kind, number, here, there, hit.company, hit.application, same)
