"""Finds the header of a sheet: the row, or the two rows, in which a kind knows the most columns.

Above it may stand a title, a date, a number of a document; a group of columns may have a common head above
their own ones. Names are those of the contract, the Chinese ones of `kinds.toml`, or those of a mapping file.
"""

import json
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain, islice, zip_longest
from pathlib import Path
from types import MappingProxyType

from registries.errors import MappingError, MissingColumns
from registries.importing.base import Cells, Row
from registries.schema import Kind
from registries.values.text import squeeze

LOOKED_THROUGH = 30
Mapped = Mapping[str, str]
"""Header of a file -> column of a kind, for headers that nobody knows; an empty column leaves it out."""


@dataclass(frozen=True, slots=True)
class Header:
    """Where each column of a kind stands, and the cells of the header as written."""

    columns: Mapping[int, str]
    cells: Cells

    def missing(self, kind: Kind) -> tuple[str, ...]:
        """The columns without which no record of the kind could be found."""
        known = set(self.columns.values())
        return tuple(
            f"{each.name}（{each.labels[0]}）"
            for each in kind.columns
            if each.required and each.name not in known
        )


def read_mapping(path: Path | str) -> Mapped:
    """Reads a mapping file: `.toml` or `.json`, header = column, perhaps below `columns`.

    Args:
        path: the mapping file.

    Raises:
        MappingError: it cannot be read or does not map text to text.
    """
    file = Path(path)
    try:
        text = file.read_text(encoding="utf-8-sig")
        read = json.loads(text) if file.suffix.lower() == ".json" else tomllib.loads(text)
    except (OSError, ValueError) as error:
        raise MappingError(f"对照文件“{file.name}”无法读取（{error}），请改正后重试") from error
    columns = read.get("columns", read) if isinstance(read, dict) else None
    if not isinstance(columns, dict) or not all(isinstance(each, str) for each in columns.values()):
        raise MappingError(f"对照文件“{file.name}”应逐行写成 “表头 = 列名”，请改正后重试")
    return MappingProxyType({str(head): column for head, column in columns.items()})


def check_mapping(kind: Kind, mapping: Mapped) -> None:
    """Makes sure that a mapping names columns of the kind.

    Raises:
        MappingError: it names others; the message lists the right ones.
    """
    unknown = sorted({column for column in mapping.values() if column and kind.column(column) is None})
    if unknown:
        known = "、".join(column.name for column in kind.columns)
        raise MappingError(f"{kind.title}没有列 {'、'.join(unknown)}，请使用：{known}")


def match_header(kind: Kind, cells: Cells, mapping: Mapped = MappingProxyType({})) -> Header:
    """Which cells of a row are headers of which columns; the first of several for one column counts."""
    known = {squeeze(label): c.name for c in kind.columns for label in (c.name, *c.labels)}
    # squeeze drops the underscore of application_no, on both sides alike
    known |= {squeeze(head): column for head, column in mapping.items()}
    found: dict[int, str] = {}
    for index, cell in enumerate(cells):
        name = known.get(squeeze(cell)) if cell.strip() else None
        if name and name not in found.values():
            found[index] = name
    return Header(MappingProxyType(found), cells)


def find_header(kind: Kind, rows: Iterator[Row], mapping: Mapped) -> tuple[Header | None, Iterator[Row]]:
    """Finds the header among the first rows.

    Args:
        kind: the kind of registry.
        rows: the rows of a sheet from the first on.
        mapping: headers of its own.

    Returns:
        The best header, None where there is no row at all, and the rows below it.
    """
    first = [row for row in islice(rows, LOOKED_THROUGH) if any(cell.strip() for cell in row[1])]
    best, below = None, 0
    for place, (_, cells) in enumerate(first):
        single = match_header(kind, cells, mapping)
        if best is None or len(single.columns) > len(best.columns):
            best, below = single, place + 1
        if place + 1 < len(first):
            double = match_header(kind, _joined(cells, first[place + 1][1]), mapping)
            alone = match_header(kind, first[place + 1][1], mapping)
            if alone.columns and len(double.columns) > len(best.columns):
                best, below = double, place + 2
    return best, chain(first[below:], rows)


def _joined(upper: Cells, lower: Cells) -> Cells:
    """The heads of two rows: the lower one, where it is empty the upper one."""
    return tuple(below.strip() or above for above, below in zip_longest(upper, lower, fillvalue=""))


def refuse(kind: Kind, file: str, header: Header | None) -> MissingColumns:
    """The error that says which columns a table lacks."""
    missing = header.missing(kind) if header is not None and header.columns else ()
    wanted = "、".join(missing) or "、".join(f"{c.name}（{c.labels[0]}）" for c in kind.columns if c.required)
    return MissingColumns(
        f"“{file}”缺少必需的列：{wanted or kind.columns[0].name}；"
        f"请在表头补上，或用对照文件（--mapping）说明各列后重新导入（{kind.title}）"
    )
