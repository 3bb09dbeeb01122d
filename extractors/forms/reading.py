"""Reading a form: `read_form(path)` gives every field of the edition, blank ones included.

1. The file is opened by its kind: tables of .docx and .xlsx become grids, so do the ruled tables of
   pages and scans; .json is keys and values.
2. The edition that knows most of the file's labels is taken; each label's answer is found.
3. Each answer is cleaned for its type: hints and seals go, boxes become options, numbers are parsed.
"""

import hashlib
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from extractors.forms import errors
from extractors.forms.edition import Edition, Entry, editions, plain_label
from extractors.forms.form import Form, FormField
from extractors.forms.grid import Sheets
from extractors.forms.layout import Answer, find_answers, find_label
from extractors.forms.marks import has_marks, ticked_options
from extractors.forms.values import (
    read_code,
    read_day,
    read_number,
    without_hints,
    without_post,
    without_seal,
)
from extractors.settings import ReadingSettings

_CLEANED = {"company_name": without_seal, "org_code": read_code, "legal_representative": without_post}
_NUMBERS = ("number", "amount", "percent")
_OTHERS_DATE = re.compile(r"推荐|主管|经信|审核|意见|通知|印发|号$")
_OWN_SEAL = re.compile(r"盖章|公章|签字|签章|申报单位|申报企业")


WORD = (".docx", ".docm")
EXCEL = (".xlsx", ".xlsm")
PAPER = (".pdf", ".png", ".jpg", ".jpeg", ".tif", ".tiff", ".webp", ".bmp")
"""What a form comes as: Word, Excel, and paper, which is read as evidence is."""


def read_form(path: Path, reading: ReadingSettings | None = None, also: Sequence[Edition] = ()) -> Form:
    """The filled-in form at a path (.docx, .xlsx, .json, .pdf, or a picture).

    Args:
        path: The form's file; nothing is written.
        reading: How pages are read, where the form is a PDF or a picture; default: as evidence is.
        also: Editions of an office's own, beside those that are shipped.

    Returns:
        Every field of the form's edition in printed order.

    Raises:
        FormError: The file cannot be opened, or nothing in it is a field of a known form.
    """
    if not path.is_file():
        raise errors.missing_file(path.name)
    kind, known, sheets = path.suffix.lower(), (*also, *editions()), Sheets(())
    if kind == ".json":
        edition, answers, day = _from_json(path, known)
    else:
        edition, answers, day = _from_sheets(
            sheets := _sheets(path, kind, reading or ReadingSettings(), known), known
        )
    if len(answers) < (1 if kind == ".json" else 3):  # any table may have an address and a telephone
        raise errors.not_a_form(path.name)
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    return Form(path.name, digest, edition.id, tuple(_fields(edition, answers, sheets.sealed)), day)


def _sheets(path: Path, kind: str, reading: ReadingSettings, known: Sequence[Edition]) -> Sheets:
    """The tables of a form; only what opens files of its kind is loaded."""
    if kind in WORD:
        from extractors.forms.docx import read_sheets

        return read_sheets(path)
    if kind in EXCEL:
        from extractors.forms.xlsx import read_workbook

        return read_workbook(path)
    if kind in PAPER:
        from extractors.forms.scanned import read_paper

        return read_paper(path, reading, known)
    raise errors.encrypted_file(path.name) if kind == ".doc" else errors.unknown_format(path.name)


def _from_sheets(sheets: Sheets, known: Sequence[Edition]) -> tuple[Edition, dict[str, Answer], str]:
    found = [(edition, find_answers(sheets, edition)) for edition in known]
    edition, answers = max(found, key=lambda pair: len(pair[1]))
    return edition, answers, _application_date(sheets, edition)


def _from_json(path: Path, known: Sequence[Edition]) -> tuple[Edition, dict[str, Answer], str]:
    raw = _load_json(path)
    found = [(edition, dict(_json_answers(raw, edition))) for edition in known]
    edition, answers = max(found, key=lambda pair: len(pair[1]))
    labels = ("date", "application_date", *edition.date_labels)
    return edition, answers, next((day for label in labels if (day := read_day(str(raw.get(label, ""))))), "")


def _load_json(path: Path) -> Mapping[str, object]:
    content = path.read_bytes()
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            raw = json.loads(content.decode(encoding))
        except (UnicodeDecodeError, json.JSONDecodeError):
            continue
        if isinstance(raw, dict):
            return raw
        raise errors.not_a_form(path.name)
    raise errors.broken_file(path.name)


def _json_answers(raw: Mapping[str, object], edition: Edition) -> Iterator[tuple[str, Answer]]:
    entries = {entry.key: entry for entry in edition.entries}
    for name, value in raw.items():
        stem, _, year = name.partition(".")
        entry = entries.get(stem) or find_label(stem, edition)
        if entry is None or (year and not year.isdigit()):
            continue
        if isinstance(value, Mapping):
            for inner, part in value.items():
                yield _year_key(entry, str(inner)[:4]), Answer(_as_text(part), f"{name}.{inner}")
        else:
            yield _year_key(entry, year), Answer(_as_text(value), name)


def _year_key(entry: Entry, year: str) -> str:
    return f"{entry.key}.{year}" if year and entry.column == "year" else entry.key


def _as_text(value: object) -> str:
    if isinstance(value, list):
        return "\n".join(f"☑{part}" for part in value)
    return "" if value is None else str(value)


def _fields(edition: Edition, answers: Mapping[str, Answer], sealed: str) -> Iterator[FormField]:
    years = _years(edition, answers)
    for entry in edition.entries:
        if entry.column == "year":
            for year in years:
                yield _field(entry, f"{entry.key}.{year}", f"{year}年{entry.label}", answers)
        else:
            field = _field(entry, entry.key, entry.label, answers)
            yield replace(field, sealed=sealed) if entry.key == "company_name" else field


def _years(edition: Edition, answers: Mapping[str, Answer]) -> tuple[int, ...]:
    """The years that the form itself prints, else those of its edition."""
    seen = {int(key.partition(".")[2]) for key in answers if "." in key}
    return tuple(sorted(seen)) if len(seen) >= len(edition.years) else _filled(edition, seen)


def _filled(edition: Edition, seen: set[int]) -> tuple[int, ...]:
    last = max(seen, default=edition.years[-1])
    if seen <= set(edition.years):
        return edition.years
    return tuple(sorted(seen | {last - back for back in range(len(edition.years))}))


def _field(entry: Entry, key: str, label: str, answers: Mapping[str, Answer]) -> FormField:
    answer = answers.get(key, Answer("", ""))
    text = without_hints(answer.text, entry.hints)
    if entry.type == "ticks":
        return _ticks(entry, text, answer)
    if entry.type == "choice" and has_marks(text):
        text = "、".join(ticked_options(text, entry.options)[0])
    if clean := _CLEANED.get(entry.key):
        text = clean(text)
    number = read_number(text, entry) if entry.type in _NUMBERS else None
    return FormField(key, label, text, number, place=answer.place, sure=round(answer.sure, 3))


def _ticks(entry: Entry, text: str, answer: Answer) -> FormField:
    """A tick-box field: its text is what is chosen, so that a cell of empty boxes is blank."""
    ticked, written = ticked_options(text, entry.options)
    free = "" if has_marks(text) or any(plain_label(o) in plain_label(text) for o in entry.options) else text
    shown = [
        f"{option}：{written}" if written and option in ("其他", "其它") else option for option in ticked
    ]
    return FormField(
        entry.key,
        entry.label,
        "；".join(shown) or free,
        ticked=ticked,
        place=answer.place,
        sure=round(answer.sure, 3),
    )


def _application_date(sheets: Sheets, edition: Edition) -> str:
    """The date behind a date label, else the one under the company's own seal, else a last line alone."""
    cells = [cell.text for grid in sheets.grids for cell in grid.cells]
    texts = [*sheets.before, *sheets.after, *cells]
    labels = "|".join(re.escape(label) for label in edition.date_labels)
    for text in texts:
        if (match := re.search(rf"(?:{labels})\s*[：:]?\s*(.*)", text)) and (day := read_day(match[1][:24])):
            return day
    for grid in sheets.grids:
        for cell in grid.cells:
            right = grid.right_of(cell)
            if (
                right
                and re.fullmatch(rf"(?:{labels})", plain_label(cell.text))
                and (day := read_day(right.text))
            ):
                return day
    sealed = [
        text for text in (*cells, *sheets.after) if _OWN_SEAL.search(text) and not _OTHERS_DATE.search(text)
    ]
    alone = [text for text in sheets.after if len(text) <= 20]
    return next((day for text in (*sealed, *alone[-1:]) if (day := read_day(text))), "")
