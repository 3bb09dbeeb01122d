"""From rows of text to entries of a registry: values cleaned, checked, and their identities made.

A `RowReader` is made once for a table and reads its rows a batch at a time, column by column: what is asked of a
whole column at once costs a fraction of what it costs cell by cell. It says what each row is, or why it is none.
Whether a row repeats or contradicts another one is found out by the snapshot, which sees all of them.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from hashlib import blake2b
from itertools import repeat, zip_longest

from registries.compare.columns import number_key
from registries.importing.base import Cells, Rejected, Row
from registries.importing.cleaning import clean, without_values
from registries.importing.header import Header
from registries.schema import Column, Kind, Role
from registries.values.dates import parse_date
from registries.values.names import normalize_name

_NO_DATE = frozenset({"", "未发表", "无", "-", "—", "/", "不详", "长期"})
_as_json = json.JSONEncoder(ensure_ascii=False, sort_keys=True).encode

Texts = Sequence[str]
Doubts = Mapping[int, Sequence[str]]
"""Place of a row in its batch -> what is doubtful about it."""


@dataclass(frozen=True, slots=True)
class Entries:
    """Rows ready to be stored, column by column; every column is as long as `rows`, the numbers in the file."""

    rows: Sequence[int]
    columns: tuple[Texts, ...]
    """In the order of the kind's columns."""
    ids: Texts = ()
    number_keys: Texts = ()
    contents: Texts = ()
    days: Texts = ()
    extras: Texts = ()
    other_numbers: tuple[Texts, ...] = ()
    doubts: Doubts = field(default_factory=dict)
    rejected: tuple[Rejected, ...] = ()


class _Told:
    """What is found out about the rows of a batch by the way."""

    def __init__(self) -> None:
        self.doubts: dict[int, list[str]] = {}
        self.refused: dict[int, str] = {}
        self.extras: dict[int, dict[str, str]] = {}

    def doubt(self, doubts: Mapping[int, str]) -> None:
        for place, doubt in doubts.items():
            self.doubts.setdefault(place, []).append(doubt)

    def extra(self, place: int, head: str, text: str) -> None:
        self.extras.setdefault(place, {})[head] = text


class RowReader:
    """Reads the rows of one table of a kind."""

    def __init__(self, kind: Kind, header: Header) -> None:
        """Works out where each column stands; see `read`."""
        self.kind, self.header = kind, header
        self._index = {column.name: at for at, column in enumerate(kind.columns)}
        # By name, as JSON has them.
        self._dates = sorted(kind.by_role(Role.DATE), key=lambda column: column.name)
        self._others = tuple(c for c in kind.by_role(Role.NUMBER) if c.name != kind.number)
        self._holders = tuple(self._index[c.name] for c in kind.by_role(Role.COMPANY))

    def repeats_header(self, cells: Cells) -> bool:
        """Whether a row is the header once more, as at the top of each page of a long list."""
        return cells == self.header.cells

    def read(self, batch: Sequence[Row]) -> Entries:
        """Reads some rows.

        Args:
            batch: the rows, each with its number in the file.

        Returns:
            The rows that are entries, and of the others why they are none.
        """
        told = _Told()
        columns = self._columns([cells for _, cells in batch], told)
        self._require(columns, told)
        number_keys = self._numbers(columns, told)
        if told.refused:
            kept = [row for place, row in enumerate(batch) if place not in told.refused]
            rejected = (Rejected(batch[place][0], why) for place, why in sorted(told.refused.items()))
            return replace(self.read(kept), rejected=tuple(rejected))
        days = self._days(columns, told)
        extras = [_as_json(told.extras[at]) if at in told.extras else "{}" for at in range(len(batch))]
        contents = [
            blake2b(text.encode(), digest_size=16).hexdigest()
            for text in map("\x1f".join, zip(*columns, extras, strict=True))
        ]
        return Entries(
            [number for number, _ in batch],
            columns,
            self._ids(columns, number_keys, contents),
            number_keys,
            contents,
            days,
            extras,
            tuple(self._other_numbers(column, columns, told) for column in self._others),
            told.doubts,
        )

    def _columns(self, rows: Sequence[Cells], told: _Told) -> tuple[Texts, ...]:
        """The kind's columns, cleaned; what stands in others, and beyond the header, is noted as extra."""
        width = len(self.header.cells)
        found: dict[str, Texts] = {}
        within = (cells if len(cells) <= width else cells[:width] for cells in rows)
        for place, cells in enumerate(zip_longest(*within, fillvalue="")):
            column, doubts = without_values(clean(cells), place)
            told.doubt(doubts)
            name = self.header.columns.get(place)
            if name is not None:
                found[name] = column
                continue
            for at in (at for at, text in enumerate(column) if text):
                told.extra(at, self._head(place), column[at])
        for at, cells in enumerate(rows):
            if len(cells) > width:
                self._beyond(at, cells, width, told)
        nothing = ("",) * len(rows)
        return tuple(found.get(column.name, nothing) for column in self.kind.columns)

    def _beyond(self, at: int, cells: Cells, width: int, told: _Told) -> None:
        for place, text in enumerate(clean(cells[width:]), width):
            (kept,), doubts = without_values([text], place)
            for doubt in doubts.values():
                told.doubt({at: doubt})
            if kept:
                told.extra(at, self._head(place), kept)

    def _head(self, place: int) -> str:
        """The head of a column that is none of ours; cells beyond the header are numbered."""
        heads = self.header.cells
        return (heads[place].strip() if place < len(heads) else "") or f"列{place + 1}"

    def _require(self, columns: Sequence[Texts], told: _Told) -> None:
        """Refuses rows that lack what every record of the kind must have."""
        required = [(c.labels[0], columns[self._index[c.name]]) for c in self.kind.columns if c.required]
        blank = {at for _, texts in required if "" in texts for at, text in enumerate(texts) if not text}
        for at in blank:
            lacking = "、".join(label for label, texts in required if not texts[at])
            doubts = told.doubts.get(at)
            told.refused[at] = f"缺少{lacking}" + (f"（{doubts[0]}）" if doubts else "")

    def _numbers(self, columns: Sequence[Texts], told: _Told) -> Texts:
        """What each record is looked up by; a number whose check can tell must have the right shape."""
        column = self.kind.column(self.kind.number)
        if column is None:
            return ("",) * len(columns[0])
        texts = columns[self._index[column.name]]
        keys, wrong, shapeless = _checked(column, texts)
        for at in shapeless:
            title = column.identifier.TITLE if column.identifier is not None else ""
            reason = f"{column.labels[0]}“{texts[at]}”不合{title}的格式，请更正后重新导入"
            told.refused.setdefault(at, reason)
        told.doubt(wrong)
        return keys

    def _other_numbers(self, column: Column, columns: Sequence[Texts], told: _Told) -> Texts:
        keys, wrong, _ = _checked(column, columns[self._index[column.name]])
        told.doubt(wrong)
        return keys

    def _days(self, columns: Sequence[Texts], told: _Told) -> Texts:
        """The days of each row as JSON, which holds them in ISO form."""
        written: list[Iterator[str]] = []
        for column in self._dates:
            texts = columns[self._index[column.name]]
            if not any(texts):
                continue
            days = list(map(_day, texts))
            if "" in days:
                told.doubt(
                    {
                        at: f"{column.labels[0]}“{text}”不是可识别的日期"
                        for at, (text, day) in enumerate(zip(texts, days, strict=True))
                        if not day and text not in _NO_DATE
                    }
                )
            written.append(map(_day_json, repeat(column.name), days))
        if not written:
            return ("{}",) * len(columns[0])
        return ["{" + ", ".join(filter(None, each)) + "}" for each in zip(*written, strict=True)]

    def _ids(self, columns: Sequence[Texts], numbers: Texts, contents: Texts) -> Texts:
        """The registry's own keys; a company without number is known by its name, all else by its content."""
        if not self.kind.key:
            return [content[:24] for content in contents]
        if not self.kind.dated and all(numbers):
            return numbers
        return [
            self._id(number or self._holder(columns, at), columns, at) or contents[at][:24]
            for at, number in enumerate(numbers)
        ]

    def _id(self, head: str, columns: Sequence[Texts], at: int) -> str:
        if not head or not self.kind.dated:
            return head
        text = columns[self._index[self.kind.dated]][at]
        return f"{head}@{_day(text) or text}"

    def _holder(self, columns: Sequence[Texts], at: int) -> str:
        return next((normalize_name(columns[each][at]) for each in self._holders if columns[each][at]), "")


def _checked(column: Column, texts: Texts) -> tuple[Texts, dict[int, str], list[int]]:
    """The keys of numbers, what is doubtful about which, and which have not the shape that they must have."""
    identifier = column.identifier
    if not any(texts):
        return texts, {}, []
    if identifier is None:
        return [number_key(None, text) if text else "" for text in texts], {}, []
    canonical, sound = identifier.checked_all(texts)
    if all(sound):
        return canonical, {}, []
    shapeless = [at for at, key in enumerate(canonical) if not key and texts[at]]
    keys = [
        key or (number_key(None, text) if text else "") for key, text in zip(canonical, texts, strict=True)
    ]
    wrong = {
        at: f"{column.labels[0]}“{texts[at]}”未通过{identifier.TITLE}的格式或校验"
        for at, right in enumerate(sound)
        if not right and texts[at]
    }
    return keys, wrong, shapeless if identifier.CHECKED else []


@lru_cache(maxsize=1 << 16)
def _day(text: str) -> str:
    """A day in ISO form, empty where it is none; millions of rows have some thousands of days."""
    day = parse_date(text) if text else None
    return day.isoformat() if day is not None else ""


@lru_cache(maxsize=1 << 16)
def _day_json(name: str, day: str) -> str:
    """As JSON writes it: neither days nor names of columns hold what it must mask."""
    return f'"{name}": "{day}"' if day else ""
