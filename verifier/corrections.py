"""Corrections: what a person read on a page, put in the place of what the program read.

A corrected fact is as sure as a person (confidence 1) and says CORRECTED wherever it is shown; a correction
that fits no paper is named in the report, never dropped. Verdicts are not corrected: they follow.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from extractors.exhibit import Exhibit, Fact, FileReading, LedgerEntry, PageRole, Place, Value
from extractors.geometry import Box
from verifier.errors import CorrectionsUnread

CORRECTED = "CORRECTED"
TYPE = "type"
"""The field whose correction says what kind of paper it is."""

UNKNOWN = (PageRole.UNRECOGNISED, PageRole.UNREADABLE)
"""Pages that a person may say what they are."""

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "file": ("文件", "文件名"),
    "page": ("页", "页码"),
    "field": ("字段", "项目"),
    "value": ("正确值", "值", "right value"),
    "document": ("材料编号", "id"),
    "by": ("更正人", "核对人"),
}


@dataclass(frozen=True, slots=True)
class Correction:
    """One field of the paper on a page, and its right value; `document` tells papers on one page apart."""

    file: str
    page: int
    field: str
    value: str
    document: str = ""
    by: str = ""
    box: Box | None = None
    """Where on the page, as displayed, whoever read it drew a box."""


@dataclass(frozen=True, slots=True)
class Corrected:
    """What became of a correction: the value before, or why it was not taken."""

    correction: Correction
    before: Value | None = None
    problem: str = ""


def read_corrections(path: Path) -> tuple[Correction, ...]:
    """The corrections of a table (file, page, field, value; optional document, by).

    Args:
        path: a .csv, .xlsx, .json or .jsonl file.

    Raises:
        CorrectionsUnread: it cannot be read, or a row lacks what it must have.
    """
    from verifier.tables import read_rows  # loads what opens workbooks; most runs have no corrections

    rows = read_rows(path, COLUMNS, ("file", "page", "field", "value"), CorrectionsUnread)
    return tuple(_correction(number, row) for number, row in enumerate(rows, 2))


def _correction(number: int, row: Mapping[str, str]) -> Correction:
    page = row["page"].removeprefix("第").removesuffix("页").removesuffix(".0")
    if not page.isdigit() or not int(page):
        raise CorrectionsUnread(f"第{number}行：页码“{row['page']}”应为从1起的整数")
    if not row["file"] or not row["field"]:
        raise CorrectionsUnread(f"第{number}行：文件和字段不能为空")
    return Correction(
        row["file"], int(page), row["field"], row["value"], row.get("document", ""), row.get("by", "")
    )


def correct(
    readings: Sequence[FileReading], corrections: Sequence[Correction]
) -> tuple[tuple[FileReading, ...], tuple[Corrected, ...]]:
    """The readings as people corrected them, and what became of each correction.

    Args:
        readings: what was read.
        corrections: in the order in which they are taken.
    """
    by_file = {reading.file: reading for reading in readings}
    told = []
    for correction in corrections:
        reading = by_file.get(correction.file)
        if reading is None:
            told.append(Corrected(correction, problem="证明材料中没有此文件"))
            continue
        by_file[correction.file], outcome = _in_file(reading, correction)
        told.append(outcome)
    return tuple(by_file[reading.file] for reading in readings), tuple(told)


def _in_file(reading: FileReading, correction: Correction) -> tuple[FileReading, Corrected]:
    entry = next((e for e in reading.ledger if e.page == correction.page), None)
    if entry is not None and entry.role in UNKNOWN and correction.field == TYPE:
        return _classed(reading, entry, correction), Corrected(correction)
    here = [e for e in reading.exhibits if correction.page in e.pages]
    named = [e for e in here if not correction.document or e.id == correction.document]
    holding = [e for e in named if e.fact(correction.field) is not None]
    chosen = named if len(named) == 1 else holding
    if len(chosen) != 1:
        why = "该页有多份材料，请写明材料编号" if len(named) > 1 else "该页没有识别出的材料"
        return reading, Corrected(correction, problem=why)
    exhibit = chosen[0]
    if correction.field == TYPE:
        fixed, before = (
            replace(exhibit, type=correction.value, flags=(*exhibit.flags, CORRECTED)),
            exhibit.type,
        )
        return _with(reading, fixed), Corrected(correction, before)
    old = exhibit.fact(correction.field)
    fact = _fact(reading, correction, old)
    kept = tuple(f for f in exhibit.facts if f.name != correction.field)
    fixed = replace(exhibit, facts=(*kept, fact))
    return _with(reading, fixed), Corrected(correction, old.value if old else None)


def _classed(reading: FileReading, entry: LedgerEntry, correction: Correction) -> FileReading:
    """A page of which nobody knew what it is becomes a paper; what it states can be given by further corrections."""
    key = f"{reading.sha256[:12]}-{entry.page}-{len(reading.exhibits)}"
    exhibit = Exhibit(key, reading.file, reading.sha256, (entry.page,), correction.value, (), flags=(CORRECTED,))
    known = replace(entry, role=PageRole.EXHIBIT, exhibit=key, exhibits=(key,), text="")
    ledger = tuple(known if e is entry else e for e in reading.ledger)
    exhibits = sorted((*reading.exhibits, exhibit), key=lambda e: e.pages[0])
    return replace(reading, ledger=ledger, exhibits=tuple(exhibits))


def _fact(reading: FileReading, correction: Correction, old: Fact | None) -> Fact:
    """The corrected fact, where the old one stood; a fact that was not read at all stands anywhere on its page."""
    if old is not None:
        kept = replace(old, value=_typed(correction, old), confidence=1.0, flags=(CORRECTED,), traits=None)
        return replace(kept, places=(Place(correction.page, correction.box),)) if correction.box else kept
    entry = next((e for e in reading.ledger if e.page == correction.page), None)
    whole = Box(0.0, 0.0, entry.width, entry.height) if entry else Box(0.0, 0.0, 1.0, 1.0)
    box = correction.box or whole
    place = Place(correction.page, box)
    return Fact(correction.field, _typed(correction, None), correction.value, (place,), 1.0, (CORRECTED,))


def _typed(correction: Correction, old: Fact | None) -> Value:
    """The value as a number where the field is one."""
    text = correction.value.replace(",", "").replace("，", "")
    numeric = isinstance(old.value, int | float) if old else correction.field.endswith("_wan")
    if not numeric:
        return correction.value
    try:
        number = float(text)
    except ValueError:
        raise CorrectionsUnread(
            f"{correction.file} 第{correction.page}页 {correction.field}：“{correction.value}”应为数字"
        ) from None
    return int(number) if number.is_integer() and isinstance(old.value if old else 0.0, int) else number


def _with(reading: FileReading, fixed: Exhibit) -> FileReading:
    return replace(reading, exhibits=tuple(fixed if e.id == fixed.id else e for e in reading.exhibits))
