"""Tables that offices hand in beside applications (corrections, labels, lists to draw from).

The registries' own readers open them (.csv .tsv .txt .xlsx .json .jsonl, UTF-8 or GB18030); the first row
with cells is the header, a column is known by its English or its Chinese name.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path

from registries.errors import RegistryError
from registries.importing.reading import read_sheets
from registries.values.text import squeeze
from verifier.errors import VerifierError

Columns = Mapping[str, Sequence[str]]
"""Our name of a column → the names that it may have in a header."""


def read_rows(
    path: Path, columns: Columns, needed: Sequence[str], error: type[VerifierError]
) -> list[dict[str, str]]:
    """The rows of the first table of a file, by our names of its columns; blank rows are left out.

    Args:
        path: the file.
        columns: what the columns may be called.
        needed: the columns without which the table says nothing.
        error: raised where it cannot be read, or lacks one of these.
    """
    names = {squeeze(alias).lower(): name for name, aliases in columns.items() for alias in (name, *aliases)}
    try:
        for sheet in read_sheets(path):
            rows = [cells for _, cells in sheet.rows if any(c.strip() for c in cells)]
            if not rows:
                continue
            head = [names.get(squeeze(cell).lower(), "") for cell in rows[0]]
            if lacking := [name for name in needed if name not in head]:
                wanted = "、".join("/".join((name, *columns[name])) for name in lacking)
                raise error(f"{path.name} 的表头缺少列：{wanted}")
            return [{n: c.strip() for n, c in zip(head, row, strict=False) if n} for row in rows[1:]]
    except RegistryError as trouble:
        raise error(str(trouble)) from trouble
    raise error(f"{path.name} 中没有表格：第一行应为表头")
