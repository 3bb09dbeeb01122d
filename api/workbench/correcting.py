"""Corrects a field that was misread: typed, or taken from a box drawn on the page; all verdicts are judged anew.

A box is read anew by itself, as sharp as the file has it; what comes out is offered, and kept only when the
reviewer confirms it. The recipe: take the report that counts; put the correction into what was read; judge; if the report still
counts, keep the new one as the next run, and say what changed. No whole page is read again.
"""

import json
from collections.abc import Sequence
from contextlib import closing, nullcontext
from dataclasses import replace

from fastapi import Response
from fastapi.responses import HTMLResponse
from pydantic import BaseModel, Field
from sqlalchemy.orm import Session

from api.context import Context
from api.deps import ContextDep, UnitDep
from api.errors import ApiError
from api.html.framing import upright
from api.routes.applications import Id
from api.schemas.applications import Text
from api.verifying import reading_settings
from api.workbench.opened import Opened
from api.workbench.page import lay_out
from api.workbench.pictures import path_of
from api.workbench.routing import Reviewer, router
from api.workbench.sitting import Sitting, sit
from extractors.cache import ReadingCache
from extractors.exhibit import Exhibit, LedgerEntry
from extractors.geometry import Box
from verifier.corrections import TYPE, Correction, correct
from verifier.errors import Conflict
from verifier.pipeline import Toolbox, conclude
from verifier.report.report import Report
from verifier.report.writing import as_json
from verifier.reviewing.risk import risks
from verifier.reviewing.within import words_within
from verifier.rules import load_rules
from verifier.spotchecks.changes import Change, changes
from verifier.store.accounts.caller import Caller
from verifier.store.submissions import applications, reports, submitting
from verifier.store.submissions.corrections import add_correction
from verifier.store.submissions.state import State
from verifier.words import plain, words

routes = router()

Edges = tuple[float, float, float, float]


class Drawn(BaseModel):
    """A box that was drawn on a page, in points of the page turned upright."""

    sha256: str = Field(pattern="^[0-9a-f]{64}$")
    page: int = Field(ge=1)
    box: Edges


class InBox(BaseModel):
    """What is offered as the value of a field; nothing is kept before the reviewer confirms it."""

    text: str
    confidence: float
    before: str


class Corrected(BaseModel):
    """The right value of a field; `seen` is the report before the reviewer's eyes."""

    seen: str = Field(max_length=40)
    claim: int = Field(ge=1)
    document: str = Field(min_length=1, max_length=120)
    field: str = Field(min_length=1, max_length=80)
    value: Text = Field(min_length=1, max_length=1000)
    page: int = Field(ge=1)
    box: str = Field("", pattern=r"^$|^-?\d+(\.\d+)?(,-?\d+(\.\d+)?){3}$")


@routes.get("/applications/{id}/claims/{number}/correct")
def ask_for_correction(
    caller: Reviewer, id: Id, number: int, document: str, unit: UnitDep, context: ContextDep
) -> Response:
    """The dialog for one paper: its fields with what was read."""
    context.crops.warm()
    sitting = sit(unit.session, caller, id, context)
    exhibit = _exhibit(sitting.opened, document)
    known = words().fields
    order = list(known)
    stated = sorted((f for f in exhibit.facts if f.name in known), key=lambda f: order.index(f.name))
    facts = [(f.name, known[f.name], f) for f in stated]
    further = [(name, label) for name, label in known.items() if exhibit.fact(name) is None]
    shown = {
        "exhibit": exhibit,
        "facts": facts,
        "further": further,
        "types": words().types,
        "kind": words().types.get(exhibit.type, exhibit.type),
    }
    return HTMLResponse(lay_out("correct", **sitting.shown(sitting.line(number)), **shown))


@routes.post("/applications/{id}/read")
def read_in_box(caller: Reviewer, id: Id, drawn: Drawn, unit: UnitDep, context: ContextDep) -> InBox:
    """What stands in a box on a page: the crop read anew, and what was read there before."""
    sitting = sit(unit.session, caller, id, context)
    entry, box = _displayed(sitting.opened, drawn.sha256, drawn.page, drawn.box)
    path = path_of(unit.session, sitting.application, drawn.sha256, context)
    unit.keep()  # reading takes its time, and needs no database
    before = _read_before(sitting.opened, drawn.sha256, entry, box, context)
    again = context.crops.read(path, drawn.page, box, entry.turn)
    return InBox(text=again.text or before, confidence=again.confidence, before=before)


def _read_before(opened: Opened, sha256: str, entry: LedgerEntry, box: Box, context: Context) -> str:
    file = next(f for f in opened.report.files if f.sha256 == sha256)
    with closing(ReadingCache(context.settings.cache)) as cache:
        for reader in file.readers:
            page = cache.pages(sha256, reader).get(entry.page)
            if page is not None:
                return words_within(page, box)
    return ""


@routes.post("/applications/{id}/corrections")
def add(caller: Reviewer, id: Id, told: Corrected, unit: UnitDep, context: ContextDep) -> Response:
    """Take a correction; every verdict is judged anew, and what changed is said."""
    with context.store.reading() as session:
        before = sit(session, caller, id, context)
    if before.opened.id != told.seen:
        raise Conflict("CHANGED_MEANWHILE", "报告已更新：请看过新的核验结果后再更正，您填写的内容仍在")
    correction = _correction(before.opened, told, caller)
    after = _judged(before.opened.report, correction, context)
    if problem := after.corrections[-1].problem:
        raise ApiError("INVALID", f"更正未采用：{problem}")
    _keep(unit.session, caller, before, after, correction, context)
    unit.session.flush()
    now = sit(unit.session, caller, id, context)
    moved = changes(as_json(before.opened.report), as_json(after))
    return HTMLResponse(_answer(now, told.claim, moved, told))


def _judged(report: Report, correction: Correction, context: Context) -> Report:
    """The report as it comes out with the correction."""
    read, corrected = correct(report.files, [correction])
    assert report.form is not None  # reports of the service hold their form
    lend = context.shelf.borrow if context.has_registries else nullcontext
    with lend() as registries:
        toolbox = Toolbox(reading_settings(context.settings), registries, load_rules())
        judged = conclude(report.form, read, report.as_of, toolbox)
    return replace(judged, corrections=(*report.corrections, *corrected), reuse=report.reuse)


def _keep(
    session: Session,
    caller: Caller,
    before: Sitting,
    after: Report,
    correction: Correction,
    context: Context,
) -> None:
    """The new report as a run of its own that was over at once."""
    application = applications.find(session, caller, before.application.id, lock=True)
    if application.report_id != before.opened.id:
        raise Conflict("CHANGED_MEANWHILE", "他人刚刚更正过：请看过新的核验结果后再更正，您填写的内容仍在")
    at = context.now
    add_correction(session, caller, application, correction, at)
    run = submitting.submit(session, caller, application, "verify", at)
    run.state, run.stage = State.DONE, "finished"
    run.started_at = run.finished_at = at
    application.state = State.DONE
    flat = as_json(after)
    body = json.dumps(flat, ensure_ascii=False, separators=(",", ":")).encode()
    reports.keep_report(session, run, flat, context.files.put(body), len(body), at, risks(after))


def _correction(opened: Opened, told: Corrected, caller: Caller) -> Correction:
    exhibit = _exhibit(opened, told.document)
    if told.page not in exhibit.pages:
        raise ApiError("INVALID", "该材料不在这一页：请在材料所在的页面上框选")
    box = None
    if told.box:
        x0, y0, x1, y1 = map(float, told.box.split(","))
        _, box = _displayed(opened, exhibit.sha256, told.page, (x0, y0, x1, y1))
    value = told.value.strip()
    if told.field == TYPE and value not in words().types:
        raise ApiError("INVALID", "没有这种材料：请从列表中选择")
    return Correction(exhibit.file, told.page, told.field, value, exhibit.id, caller.name, box)


def _exhibit(opened: Opened, id_: str) -> Exhibit:
    found = opened.report.exhibit(id_)
    if found is None:
        raise ApiError("NOT_FOUND", "报告中没有这份材料：请刷新页面")
    return found


def _displayed(opened: Opened, sha256: str, number: int, edges: Edges) -> tuple[LedgerEntry, Box]:
    """A box of the upright page on the page as displayed."""
    entry = next(
        (e for f in opened.report.files if f.sha256 == sha256 for e in f.ledger if e.page == number), None
    )
    if entry is None:
        raise ApiError("NOT_FOUND", "报告中没有这一页：请刷新页面")
    x0, x1 = sorted((edges[0], edges[2]))
    y0, y1 = sorted((edges[1], edges[3]))
    turned = entry.turn in (90, 270)
    width, height = (entry.height, entry.width) if turned else (entry.width, entry.height)
    return entry, upright(Box(x0, y0, x1, y1), width, height, -entry.turn % 360)


def _answer(sitting: Sitting, number: int, moved: Sequence[Change], told: Corrected) -> str:
    flag, numbers = words().flags, sitting.opened.numbers
    said = [
        (numbers[c.key], c.label, flag[c.before], flag[c.after], tuple(plain(v) for v in c.verified))
        for c in moved
    ]
    return lay_out(
        "corrected",
        **sitting.shown(sitting.line(number)),
        opened=sitting.opened,
        moved=said,
        field=words().fields.get(told.field, told.field),
        value=told.value,
    )
