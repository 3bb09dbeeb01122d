"""Editions: what one year's printed form asks, kept as JSON files beside this module.

An edition lists its fields in printed order with labels, synonyms, options and the hints that the
form prints inside the cells. Another year or city is another file in `editions/`, not other code.
"""

import json
import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

from extractors.forms import errors

_ENUMERATOR = re.compile(
    r"^\s*(?:[一二三四五六七八九十]+\s*[、.．]|[（(][一二三四五六七八九十\d]+[）)]|\d+\s*[、.．]|[①-⑳])\s*"
)
_BRACKETED = re.compile(r"\([^()]*\)")
_STOPS = re.compile(r"[\s、,.。;:·*_/\"'“”\-—]+")


TYPES = frozenset({"text", "choice", "number", "amount", "percent", "ticks", "narrative"})


@dataclass(frozen=True, slots=True)
class Entry:
    """What an edition prints for one field.

    `type`: text, choice, number, amount, percent, ticks or narrative. `column` is «year» where the
    form has a column a year, «latest» where only the last of these columns is asked for.
    """

    key: str
    label: str
    type: str
    section: str
    group: str = ""
    unit: str = ""
    synonyms: tuple[str, ...] = ()
    options: tuple[str, ...] = ()
    hints: tuple[str, ...] = ()
    column: str = ""


@dataclass(frozen=True, slots=True)
class Edition:
    """One year's form of one city; `source` is the notice that prints it."""

    id: str
    name: str
    source: str
    years: tuple[int, ...]
    headings: tuple[str, ...]
    date_labels: tuple[str, ...]
    entries: tuple[Entry, ...]


def plain_label(text: str) -> str:
    """A label without spaces, brackets, punctuation and the number in front of it."""
    folded = unicodedata.normalize("NFKC", _ENUMERATOR.sub("", text))
    bare = _STOPS.sub("", _BRACKETED.sub("", folded))
    return (bare or _STOPS.sub("", folded)).upper()


@cache
def editions() -> tuple[Edition, ...]:
    """Every edition that is shipped, in the order of their file names."""
    folder = resources.files(__package__) / "editions"
    files = sorted((f for f in folder.iterdir() if f.name.endswith(".json")), key=lambda f: f.name)
    return tuple(_edition(json.loads(file.read_text("utf-8"))) for file in files)


def read_edition(path: Path) -> Edition:
    """An office's own edition, from a file laid out as those in `editions/`.

    Args:
        path: a JSON file.

    Raises:
        FormError: it cannot be read, or lacks what an edition has; the message names it.
    """
    try:
        raw = json.loads(path.read_text("utf-8"))
        made = _edition(raw)
    except OSError as error:
        raise errors.broken_edition(path.name, f"无法读取（{error.strerror}）") from error
    except json.JSONDecodeError as error:
        raise errors.broken_edition(path.name, f"不是 JSON（第{error.lineno}行）") from error
    except (KeyError, TypeError, AssertionError) as error:
        raise errors.broken_edition(path.name, f"缺少或多出 {error}") from error
    if unknown := {e.type for e in made.entries} - TYPES:
        raise errors.broken_edition(path.name, f"没有这种字段类型：{'、'.join(sorted(unknown))}")
    return made


def _edition(raw: dict[str, object]) -> Edition:
    fields = raw["fields"]
    assert isinstance(fields, list)
    return Edition(
        str(raw["id"]),
        str(raw["name"]),
        str(raw["source"]),
        tuple(int(year) for year in _strings(raw["years"])),
        _strings(raw["headings"]),
        _strings(raw["date_labels"]),
        tuple(_entry(field) for field in fields),
    )


def _entry(raw: dict[str, object]) -> Entry:
    lists = {name: _strings(raw.get(name, [])) for name in ("synonyms", "options", "hints")}
    read: dict[str, Any] = {name: str(value) for name, value in raw.items()}
    return Entry(**read | lists)


def _strings(raw: object) -> tuple[str, ...]:
    return tuple(str(part) for part in raw) if isinstance(raw, list) else ()
