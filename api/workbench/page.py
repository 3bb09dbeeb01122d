"""Lays pages out: one Jinja environment that escapes everything, the words and signs that all pages share."""

import hashlib
import re
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta, timezone
from functools import cache
from importlib.resources import files as resources
from typing import Any

from fastapi.responses import HTMLResponse
from jinja2 import Environment, PackageLoader, StrictUndefined

from verifier.store.accounts.caller import Caller
from verifier.words import plain, words

CHINA = timezone(timedelta(hours=8), "CST")
"""What reviewers' clocks show."""

TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")
"""Marks that would make 发.docx of xcod.发: on papers and in names they have no innocent use (UAX 9)."""

STATES: Mapping[str, tuple[str, str]] = {
    "draft": ("·", "草稿"),
    "queued": ("…", "排队"),
    "running": ("▷", "核验中"),
    "done": ("✓", "已核验"),
    "failed": ("!", "失败"),
    "cancelled": ("–", "已取消"),
}
"""Of an application: its sign and its word."""

STANDS: Mapping[str, tuple[str, str]] = {
    "open": ("", "未决"),
    "accepted": ("●", "已采纳"),
    "proposed": ("◐", "待第二人复核"),
    "overruled": ("◆", "已改判"),
    "asked": ("▲", "已请补正"),
}
"""Of a claim after its reviews."""

ACTS: Mapping[str, str] = {
    "accept": "采纳",
    "overrule": "改判",
    "ask": "请企业补正",
    "confirm": "复核同意",
    "note": "备注",
    "undo": "撤销",
}


def page(name: str, caller: Caller | None, *, status: int = 200, **shown: Any) -> HTMLResponse:
    """One template laid out, with who is signed in."""
    return HTMLResponse(lay_out(name, caller=caller, **shown), status)


def lay_out(name: str, **shown: Any) -> str:
    """One template as text."""
    return _environment().get_template(f"{name}.html.j2").render(**shown)


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader(__package__, "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=seen,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,  # else the disk is asked about every template of every page
    )
    environment.filters |= {"plain": plain, "when": when, "day": day, "age": age}
    environment.globals |= {
        "flags": words().flags,
        "roles": words().roles,
        "states": STATES,
        "stands": STANDS,
        "acts": ACTS,
        "asset": asset,
    }
    return environment


@cache
def asset(name: str) -> str:
    """The address of a file of the page; it changes when the file does, so that browsers may keep it."""
    body = resources(__package__).joinpath("static", name).read_bytes()
    return f"/assets/{name}?v={hashlib.sha256(body).hexdigest()[:12]}"


def seen(value: object) -> object:
    """A text without marks that turn the direction of what stands behind them: each is shown as a mark."""
    return TURNING.sub("\N{REPLACEMENT CHARACTER}", value) if type(value) is str else value


def when(at: datetime) -> str:
    """A moment as a reviewer's clock shows it."""
    return at.astimezone(CHINA).strftime("%Y-%m-%d %H:%M")


def day(at: datetime) -> str:
    """A day as a reviewer's calendar shows it."""
    return at.astimezone(CHINA).strftime("%Y-%m-%d")


def age(at: datetime) -> str:
    """How long ago, roughly."""
    past = datetime.now(UTC) - at
    if past < timedelta(hours=1):
        return f"{max(1, past // timedelta(minutes=1))}分钟"
    return f"{past // timedelta(hours=1)}小时" if past < timedelta(days=1) else f"{past.days}天"
