"""From a row of text to an entry of a registry: values cleaned, checked, and its identity made.

`RowReader` is made once for a table and asked once for each row; it says what the row is, or why it is none.
Whether a row repeats or contradicts another one is found out by the snapshot, which sees all of them.
"""

import json
from collections.abc import Mapping
from functools import lru_cache
from hashlib import blake2b
from typing import NamedTuple

from registries.compare.columns import number_key
from registries.importing.base import Cells, Rejected
from registries.importing.header import Header
from registries.importing.workbook import ERRORS, NO_VALUE
from registries.schema import Column, Kind, Role
from registries.values.dates import parse_date
from registries.values.names import normalize_name

_NO_VALUES = frozenset({NO_VALUE, *ERRORS})
_NO_DATE = frozenset({"", "未发表", "无", "-", "—", "/", "不详", "长期"})


class Entry(NamedTuple):
    """One row, ready to be stored; `values` in the order of the kind's columns. A tuple is made in a fifth of the time."""

    row: int
    id: str
    number_key: str
    content: str
    values: tuple[str, ...]
    days: str
    extra: str
    other_numbers: tuple[str, ...]
    doubts: tuple[str, ...]


class RowReader:
    """Reads the rows of one table of a kind."""

    def __init__(self, kind: Kind, header: Header) -> None:
        """Works out where each column stands; see `read`."""
        self.kind, self.header = kind, header
        places = {name: place for place, name in header.columns.items()}
        self._places = tuple(places.get(column.name, -1) for column in kind.columns)
        # Columns without a gap from the first on: a row that is not longer holds nothing unknown.
        self._known = len(places) if set(header.columns) == set(range(len(places))) else 0
        self._index = {column.name: at for at, column in enumerate(kind.columns)}
        self._required = tuple(c for c in kind.columns if c.required)
        # By name, as JSON has them.
        dates = sorted(kind.by_role(Role.DATE), key=lambda column: column.name)
        self._dates = tuple((self._index[c.name], c) for c in dates)
        self._number = kind.column(kind.number)
        self._others = tuple(
            (self._index[c.name], c) for c in kind.by_role(Role.NUMBER) if c.name != kind.number
        )
        self._holders = tuple(self._index[c.name] for c in kind.by_role(Role.COMPANY))

    def repeats_header(self, cells: Cells) -> bool:
        """Whether a row is the header once more, as at the top of each page of a long list."""
        return cells == self.header.cells

    def read(self, row: int, cells: Cells) -> Entry | Rejected:
        """Reads one row.

        Args:
            row: its number in the file.
            cells: its cells.

        Returns:
            The entry, or why the row is none.
        """
        # Most cells hold letters and digits alone.
        cleaned = [cell if cell.isalnum() else " ".join(cell.split()) for cell in cells]
        doubts = [] if _NO_VALUES.isdisjoint(cleaned) else _without_values(cleaned)
        width = len(cleaned)
        values = [cleaned[place] if 0 <= place < width else "" for place in self._places]
        empty = [c.labels[0] for c in self._required if not values[self._index[c.name]]]
        if empty:
            return Rejected(row, f"缺少{'、'.join(empty)}" + (f"（{doubts[0]}）" if doubts else ""))
        number, refusal = self._read_number(values, doubts)
        if refusal:
            return Rejected(row, refusal)
        days = self._read_days(values, doubts)
        others = tuple(self._read_other(values[at], column, doubts) for at, column in self._others)
        extra = "{}"
        if width > self._known:
            extra = _json(
                {self._head(i): t for i, t in enumerate(cleaned) if t and i not in self.header.columns}
            )
        content = blake2b("\x1f".join((*values, extra)).encode(), digest_size=16).hexdigest()
        return Entry(
            row,
            self._id(values, days, number, content),
            number,
            content,
            tuple(values),
            _days_json(days),
            extra,
            others,
            tuple(doubts),
        )

    def _head(self, place: int) -> str:
        """The head of a column that is none of ours; cells beyond the header are numbered."""
        heads = self.header.cells
        return (heads[place].strip() if place < len(heads) else "") or f"列{place + 1}"

    def _read_number(self, values: list[str], doubts: list[str]) -> tuple[str, str]:
        """What the record is looked up by, and why the row is refused if it is."""
        column = self._number
        text = values[self._index[column.name]] if column is not None else ""
        if column is None or not text:
            return "", ""
        identifier = column.identifier
        canonical, sound = identifier.checked(text) if identifier is not None else (None, True)
        if identifier is not None and canonical is None and identifier.CHECKED:
            return "", f"{column.labels[0]}“{text}”不合{identifier.TITLE}的格式，请更正后重新导入"
        if identifier is not None and not sound:
            doubts.append(f"{column.labels[0]}“{text}”未通过{identifier.TITLE}的格式或校验")
        return canonical or number_key(None, text), ""

    def _read_other(self, text: str, column: Column, doubts: list[str]) -> str:
        if not text:
            return ""
        identifier = column.identifier
        canonical, sound = identifier.checked(text) if identifier is not None else (None, True)
        if identifier is not None and not sound:
            doubts.append(f"{column.labels[0]}“{text}”未通过{identifier.TITLE}的格式或校验")
        return canonical or number_key(None, text)

    def _read_days(self, values: list[str], doubts: list[str]) -> dict[str, str]:
        days: dict[str, str] = {}
        for at, column in self._dates:
            text = values[at]
            day = _day(text) if text else ""
            if day:
                days[column.name] = day
            elif text not in _NO_DATE:
                doubts.append(f"{column.labels[0]}“{text}”不是可识别的日期")
        return days

    def _id(self, values: list[str], days: Mapping[str, str], number: str, content: str) -> str:
        """The registry's own key; a company without number is known by its name, all else by its content."""
        kind = self.kind
        if not kind.key:
            return content[:24]
        head = number or next((normalize_name(values[at]) for at in self._holders if values[at]), "")
        if not head:
            return content[:24]
        return f"{head}@{days.get(kind.dated) or values[self._index[kind.dated]]}" if kind.dated else head


@lru_cache(maxsize=1 << 16)
def _day(text: str) -> str:
    """A day in ISO form, empty where it is none; millions of rows have some thousands of days."""
    day = parse_date(text)
    return day.isoformat() if day is not None else ""


def _days_json(days: Mapping[str, str]) -> str:
    """The same as `_json`: the days come in order, and neither they nor names of columns hold what JSON must mask."""
    return "{" + ", ".join([f'"{name}": "{day}"' for name, day in days.items()]) + "}"


def _json(value: Mapping[str, str]) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True) if value else "{}"


def _without_values(cells: list[str]) -> list[str]:
    """Empties cells that hold an error or a formula without value, and says so."""
    doubts = []
    for place, text in enumerate(cells):
        if text == NO_VALUE or text in ERRORS:
            cells[place] = ""
            told = "是公式且没有保存计算结果" if text == NO_VALUE else f"是错误值 {text}"
            doubts.append(f"第{place + 1}列{told}，按空白处理")
    return doubts
