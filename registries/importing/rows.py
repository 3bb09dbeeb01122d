"""From a row of text to an entry of a registry: columns found, values cleaned, identity made.

1. `match_header`  which column of the file is which column of the kind; the rest is kept as extra
2. `read_entries`  each row becomes an Entry, or a Rejected with its reason; rows that repeat an entry
                   are taken once, rows that contradict one are rejected
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field

from registries.compare.columns import number_key
from registries.errors import MissingColumns
from registries.importing.base import Rejected, Table
from registries.schema import Column, Kind, Role
from registries.values.dates import parse_date
from registries.values.names import normalize_name
from registries.values.text import SPACES, squeeze

_NO_DATE = frozenset({"", "未发表", "无", "-", "—", "/", "不详", "长期"})


@dataclass(frozen=True, slots=True)
class Entry:
    """One row, ready to be stored."""

    row: int
    id: str
    number_key: str
    content: str
    values: Mapping[str, str]
    days: Mapping[str, str] = field(default_factory=dict)
    extra: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Entries:
    """All that a table gave."""

    entries: tuple[Entry, ...]
    rejected: tuple[Rejected, ...]
    doubtful: tuple[Rejected, ...]


def match_header(kind: Kind, table: Table) -> dict[int, str]:
    """Finds the columns of a kind in a header, by their names or by the names that offices give them.

    Args:
        kind: the kind of registry.
        table: the table as read.

    Returns:
        Index in the row -> name of the column.

    Raises:
        MissingColumns: a column is missing without which no record could be found.
    """
    known = {
        squeeze(label): column.name for column in kind.columns for label in (column.name, *column.labels)
    }
    # squeeze drops the underscore of application_no, on both sides alike
    found: dict[int, str] = {}
    for index, head in enumerate(table.header):
        name = known.get(squeeze(head))
        if name is not None and name not in found.values():
            found[index] = name
    missing = [column for column in kind.columns if column.required and column.name not in found.values()]
    if missing or not found:
        wanted = (
            "、".join(f"{column.name}（{column.labels[0]}）" for column in missing) or kind.columns[0].name
        )
        raise MissingColumns(f"“{table.file}”缺少必需的列：{wanted}；请在表头补上后重新导入（{kind.title}）")
    return found


def read_entries(kind: Kind, table: Table) -> Entries:
    """Reads every row of a table.

    Args:
        kind: the kind of registry.
        table: the table as read.

    Returns:
        The entries, the rows that were rejected, and those taken with a doubt.

    Raises:
        MissingColumns: a column is missing without which no record could be found.
    """
    columns = match_header(kind, table)
    entries: dict[str, Entry] = {}
    rejected: list[Rejected] = []
    doubtful: list[Rejected] = []
    for row, cells in table.rows:
        entry = _entry(kind, columns, table.header, row, cells)
        problem = _refusal(kind, entry) or _conflict(entry, entries.get(entry.id))
        if problem:
            rejected.append(Rejected(row, problem))
            continue
        doubtful += [Rejected(row, doubt) for doubt in _doubts(kind, entry)]
        entries.setdefault(entry.id, entry)
    return Entries(tuple(entries.values()), tuple(rejected), tuple(doubtful))


def _entry(
    kind: Kind, columns: Mapping[int, str], header: tuple[str, ...], row: int, cells: tuple[str, ...]
) -> Entry:
    values = {column.name: "" for column in kind.columns}
    extra: dict[str, str] = {}
    for index, cell in enumerate(cells):
        text = SPACES.sub(" ", cell).strip()
        if index in columns:
            values[columns[index]] = text
        elif text:
            extra[
                header[index].strip() if index < len(header) and header[index].strip() else f"列{index + 1}"
            ] = text
    days = {c.name: day.isoformat() for c in kind.by_role(Role.DATE) if (day := parse_date(values[c.name]))}
    number = _number(kind, values)
    content = _digest({**values, **{f"+{name}": text for name, text in extra.items()}})
    return Entry(row, _id(kind, values, days, number, content), number, content, values, days, extra)


def _head(header: tuple[str, ...], index: int) -> str:
    """The header of a column that is no column of ours; cells beyond the header are numbered."""
    head = header[index].strip() if index < len(header) else ""
    return head or f"列{index + 1}"


def _number(kind: Kind, values: Mapping[str, str]) -> str:
    column = kind.column(kind.number)
    if column is None or not values[column.name]:
        return ""
    return number_key(column.identifier, values[column.name])


def _id(kind: Kind, values: Mapping[str, str], days: Mapping[str, str], number: str, content: str) -> str:
    """The registry's own key; a company without number is known by its name, all else by its content."""
    if not kind.key:
        return content[:24]
    holder = next((normalize_name(values[c.name]) for c in kind.by_role(Role.COMPANY) if values[c.name]), "")
    head = number or holder
    if not head:
        return content[:24]
    return f"{head}@{days.get(kind.dated, values[kind.dated])}" if kind.dated else head


def _digest(values: Mapping[str, str]) -> str:
    return hashlib.sha256(json.dumps(values, ensure_ascii=False, sort_keys=True).encode()).hexdigest()


def _refusal(kind: Kind, entry: Entry) -> str:
    """Why a row cannot be an entry; empty where it can."""
    empty = [c.labels[0] for c in kind.columns if c.required and not entry.values[c.name]]
    if empty:
        return f"缺少{'、'.join(empty)}"
    column = kind.column(kind.number)
    if column is None or not entry.values[column.name] or not _checked(column):
        return ""
    text = entry.values[column.name]
    if column.identifier is not None and column.identifier.normalize(text) is None:
        return f"{column.labels[0]}“{text}”不合{column.identifier.TITLE}的格式，请更正后重新导入"
    return ""


def _checked(column: Column) -> bool:
    return column.identifier is not None and column.identifier.CHECKED


def _conflict(entry: Entry, earlier: Entry | None) -> str:
    if earlier is None or earlier.content == entry.content:
        return ""
    return f"与第{earlier.row}行编号相同而内容不同，请核对后只保留一行"


def _doubts(kind: Kind, entry: Entry) -> list[str]:
    doubts = [
        f"{column.labels[0]}“{entry.values[column.name]}”不是可识别的日期"
        for column in kind.by_role(Role.DATE)
        if entry.values[column.name] not in _NO_DATE and column.name not in entry.days
    ]
    for column in kind.by_role(Role.NUMBER):
        text, identifier = entry.values[column.name], column.identifier
        if text and identifier is not None and not identifier.is_valid(text):
            doubts.append(f"{column.labels[0]}“{text}”未通过{identifier.TITLE}的格式或校验")
    return doubts
