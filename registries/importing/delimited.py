"""Tables as text: .csv and .tsv, in UTF-8 with or without BOM, UTF-16 with BOM, or GB18030."""

import csv
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import ClassVar, TextIO

from registries.errors import UnreadableTable
from registries.importing.base import Progress, Row, Sheet
from registries.importing.encoding import encoding_of

_SEPARATORS = ",\t;|"
_LONGEST_CELL = 1_000_000
_TOLD_EVERY = 20_000
_LOOKED_AT = 20
_ERRORS = {
    "unexpected end of data": "引号没有收尾",
    "expected after": "收尾的引号后面还有文字",
    "field larger than": "单元格过长，可能是引号没有收尾",
}


class DelimitedReader:
    """Reads .csv, .tsv and .txt; the separator is the one that the first lines have alike."""

    SUFFIXES: ClassVar[tuple[str, ...]] = (".csv", ".tsv", ".txt")

    def sheets(self, path: Path, progress: Progress) -> Iterator[Sheet]:
        """The one table of the file; a quoted cell may hold line breaks, blank lines are empty rows."""
        encoding = encoding_of(path)
        # newline="": line breaks inside quotes belong to csv.
        with path.open(encoding=encoding, newline="") as file:
            separator = "\t" if path.suffix.lower() == ".tsv" else _separator(file)
            yield Sheet("", _rows(file, separator, path.stat().st_size, progress))


def _separator(file: TextIO) -> str:
    lines = [file.readline(_LONGEST_CELL) for _ in range(_LOOKED_AT)]
    file.seek(0)
    return max(_SEPARATORS, key=lambda each: _regular(lines, each))


def _regular(lines: list[str], separator: str) -> tuple[int, int]:
    """In how many lines it stands equally often, and how often: «;» between drafters is not regular."""
    often = Counter(n for line in lines if (n := line.count(separator)))
    return max(((lines_, n) for n, lines_ in often.items()), default=(0, 0))


def _rows(file: TextIO, separator: str, size: int, progress: Progress) -> Iterator[Row]:
    csv.field_size_limit(_LONGEST_CELL)
    reader = csv.reader(file, delimiter=separator, strict=True)
    number = 0
    try:
        for number, cells in enumerate(reader, 1):
            if not number % _TOLD_EVERY:
                progress("读取", file.buffer.tell(), size)
            yield number, tuple(cells)
    except csv.Error as error:
        raise UnreadableTable(
            f"表格无法解析（第{number + 1}行附近：{_told(error)}），请检查引号与分隔符后重新导入"
        ) from error


def _told(error: csv.Error) -> str:
    """What csv found wrong, in words that say what to look for."""
    return next((told for mark, told in _ERRORS.items() if mark in str(error)), str(error))
