"""What differs between two reports on one application, verdict by verdict, with the papers behind it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

Json = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Moved:
    """One paper that counts otherwise, and the columns of its record that read otherwise."""

    document: str
    quote: str
    before: str
    """«counted», the reason why not, or empty where it was no evidence."""

    after: str
    record: str
    columns: tuple[tuple[str, str, str], ...]
    """Column, text before, text after."""


@dataclass(frozen=True, slots=True)
class Change:
    """One verdict that comes out otherwise; `indicators` are those that it touches."""

    key: str
    label: str
    before: str
    after: str
    verified: tuple[object, object]
    why: str
    moved: tuple[Moved, ...]
    indicators: tuple["Touched", ...]


@dataclass(frozen=True, slots=True)
class Touched:
    """An indicator that rests on a changed verdict, and its result before and after."""

    id: str
    text: str
    before: bool | None
    after: bool | None


def changes(before: Json, after: Json) -> tuple[Change, ...]:
    """Every verdict whose flag, figure or reasons differ.

    Args:
        before: the earlier report as JSON.
        after: the later one, on the same form.
    """
    new = {c["key"]: c for c in after["claims"]}
    pairs = [(c, new[c["key"]]) for c in before["claims"] if c["key"] in new]
    return tuple(_change(old, now, before, after) for old, now in pairs if _verdict(old) != _verdict(now))


def _verdict(claim: Json) -> tuple[object, ...]:
    items = [(i["name"], i["flag"], i["reasons"]) for i in claim["items"]]
    return (claim["flag"], claim["outcome"], claim["verified"], claim["reasons"], items)


def _change(old: Json, now: Json, before: Json, after: Json) -> Change:
    return Change(
        old["key"],
        old["label"],
        old["flag"],
        now["flag"],
        (old["verified"], now["verified"]),
        now["explanation"],
        tuple(_moved(old, now)),
        tuple(_touched(old["key"].partition(".")[0], before, after)),
    )


def _moved(old: Json, now: Json) -> Iterator[Moved]:
    was, is_ = _pieces(old), _pieces(now)
    for key in [*was, *(k for k in is_ if k not in was)]:
        a, b = was.get(key), is_.get(key)
        columns = tuple(_columns(a, b))
        if _counts(a) != _counts(b) or columns:
            shown: Json = b or a or {}
            record = shown.get("record") or {}
            yield Moved(key[0], shown["quote"], _counts(a), _counts(b), record.get("id", ""), columns)


def _pieces(claim: Json) -> dict[tuple[str, str], Json]:
    """Each paper once, by its id and its record; counted evidence first."""
    found: dict[tuple[str, str], Json] = {}
    every = (*claim["evidence"], *(e for i in claim["items"] for e in i["evidence"]))
    for piece in sorted(every, key=lambda e: not e["counted"]):
        record = piece["record"] or {}
        found.setdefault((piece["document"] or "", record.get("registry", "")), piece)
    return found


def _counts(piece: Json | None) -> str:
    if piece is None:
        return ""
    return "counted" if piece["counted"] else piece["reason"] or "not_counted"


def _columns(old: Json | None, now: Json | None) -> Iterator[tuple[str, str, str]]:
    """Columns of one and the same record that read otherwise."""
    was, is_ = ((p or {}).get("record") or {} for p in (old, now))
    if not was or not is_ or was["registry"] != is_["registry"]:
        return
    a, b = was["values"], is_["values"]
    for name in [*a, *(n for n in b if n not in a)]:
        if (a.get(name) or "") != (b.get(name) or ""):
            yield name, str(a.get(name) or ""), str(b.get(name) or "")


def _touched(claim: str, before: Json, after: Json) -> Iterator[Touched]:
    was = {i["id"]: i["met"] for i in before.get("indicators", ())}
    for now in after.get("indicators", ()):
        if claim in now["claims"] and was.get(now["id"]) != now["met"]:
            yield Touched(now["id"], now["text"], was.get(now["id"]), now["met"])
