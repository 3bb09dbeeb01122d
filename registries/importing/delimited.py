"""Tables as text: .csv and .tsv, in UTF-8 with or without BOM, UTF-16 with BOM, or GB18030."""

import csv
import io
from collections.abc import Iterator
from typing import ClassVar

from registries.errors import UnreadableTable
from registries.importing.base import Cells

_BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_SEPARATORS = ",\t;|"
_LONGEST_CELL = 1_000_000


def decode(content: bytes) -> str:
    """Decodes text strictly: a wrong guess must fail, not fill the registry with wrong characters.

    Args:
        content: the bytes of the file.

    Returns:
        The text.

    Raises:
        UnreadableTable: the bytes are in none of the encodings.
    """
    marked = next((encoding for bom, encoding in _BOMS if content.startswith(bom)), None)
    for encoding in (marked,) if marked else ("utf-8", "gb18030"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\x00" not in text:
            return text
    raise UnreadableTable(
        "文件编码无法识别，请另存为 UTF-8 或 GB18030 编码的 .csv，或另存为 .xlsx 后重新导入"
    )


class DelimitedReader:
    """Reads .csv, .tsv and .txt; the separator is the one that the first line has most of."""

    SUFFIXES: ClassVar[tuple[str, ...]] = (".csv", ".tsv", ".txt")

    def rows(self, content: bytes, suffix: str) -> Iterator[Cells]:
        """The rows in order; a quoted cell may hold line breaks, blank lines are empty rows."""
        text = decode(content)
        first = next((line for line in text.splitlines() if line.strip()), "")
        separator = "\t" if suffix == ".tsv" else max(_SEPARATORS, key=first.count)
        csv.field_size_limit(_LONGEST_CELL)
        try:
            for cells in csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True):
                yield tuple(cells)
        except csv.Error as error:
            raise UnreadableTable(f"表格无法解析（{error}），请检查引号与分隔符后重新导入") from error
