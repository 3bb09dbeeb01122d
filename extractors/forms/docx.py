"""Word forms: tables of a .docx as grids, with the text that a reader would see accepted.

1. Insertions of tracked changes are kept; deletions, hidden and struck-out text are dropped.
2. Boxes become signs: symbol-font characters, content controls, legacy form fields.
3. Merged cells are one cell with spans; a table within a cell is a grid of its own, too.
"""

import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from docx import Document
from docx.opc.exceptions import PackageNotFoundError
from lxml import etree

from extractors.forms.errors import broken_file, encrypted_file
from extractors.forms.grid import Cell, Grid, Sheets
from extractors.forms.insets import told_rows
from extractors.forms.marks import SYMBOLS

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_SKIPPED = {
    f"{_W}{name}" for name in ("del", "moveFrom", "delText", "instrText", "tcPr", "pPr", "rPr", "tbl")
}
_SKIPPED.add("{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback")
_BREAKS = {f"{_W}tab": " ", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-"}
_OLE_HEAD = b"\xd0\xcf\x11\xe0"


def read_sheets(path: Path) -> Sheets:
    """The grids and paragraphs of a .docx; raises FormError where it cannot be opened."""
    if path.read_bytes()[:4] == _OLE_HEAD:
        raise encrypted_file(path.name)
    try:
        body = Document(str(path)).element.body
    except (
        PackageNotFoundError,
        zipfile.BadZipFile,
        KeyError,
        ValueError,
        etree.XMLSyntaxError,
        OSError,
    ) as error:
        raise broken_file(path.name) from error
    tables = [t for t in body.iter(f"{_W}tbl") if not _deleted(t)]
    before, after = _paragraphs(body)
    return Sheets(tuple(_grid(t, f"表{n}") for n, t in enumerate(tables, 1)), before, after)


def _paragraphs(body: Any) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Texts of the paragraphs that stand in front of the first table and behind it."""
    before: list[str] = []
    after: list[str] = []
    behind = False
    for node in body.iter(f"{_W}p", f"{_W}tbl"):
        behind = behind or node.tag == f"{_W}tbl"
        within = next(node.iterancestors(f"{_W}tbl", f"{_W}p"), None) is not None
        if node.tag == f"{_W}p" and not within and (text := _text(node).strip()):
            (after if behind else before).append(text)
    return tuple(before), tuple(after)


def _grid(table: Any, name: str) -> Grid:
    """A table's cells with their spans; a vertically merged cell takes the rows below into itself."""
    cells: dict[tuple[int, int], Cell] = {}
    open_at: dict[int, tuple[int, int]] = {}
    for row, line in enumerate(
        r for r in table.iter(f"{_W}tr") if _owner(r) is table and not _row_deleted(r)
    ):
        column = _number(line.find(f"{_W}trPr/{_W}gridBefore"), 0)
        for part in (c for c in line.iter(f"{_W}tc") if _owner(c) is table):
            width = _number(part.find(f"{_W}tcPr/{_W}gridSpan"), 1)
            merge = part.find(f"{_W}tcPr/{_W}vMerge")
            head = open_at.get(column)
            if merge is not None and merge.get(f"{_W}val", "continue") == "continue" and head in cells:
                old = cells[head]
                cells[head] = Cell(old.row, old.column, row - old.row + 1, old.columns, old.text)
            else:
                cells[(row, column)] = Cell(row, column, 1, width, _cell_text(part))
                open_at[column] = (row, column)
            column += width
    return Grid(name, tuple(cells.values()))


def _owner(node: Any) -> Any:
    """The innermost table around a row or cell: rows may lie in content controls."""
    return next(node.iterancestors(f"{_W}tbl"))


def _cell_text(part: Any) -> str:
    """The cell's paragraphs, those of tables within it included, a line each."""
    outer = [p for p in part.iter(f"{_W}p") if not _within(p, part) and _table_in(p, part) is None]
    told = {p: [_text(p)] for p in outer if not _in_place_of_text(p)}
    inner = {t: list(told_rows(_grid(t, ""))) for t in part.iter(f"{_W}tbl") if _table_in(t, part) is None and not _deleted(t)}
    told |= inner
    lines = [line for node in part.iter(f"{_W}p", f"{_W}tbl") for line in told.get(node, ())]
    boxes = [_box(sdt) for sdt in part.iter(f"{_W}sdt") if _is_block_box(sdt)]
    return "\n".join(line for line in (*boxes, *lines) if line is not None).strip()


def _table_in(node: Any, cell: Any) -> Any:
    """The innermost table of the same cell around a node, if there is one."""
    table = next(node.iterancestors(f"{_W}tbl"))
    return table if cell in table.iterancestors() else None


def _is_block_box(control: Any) -> bool:
    return (
        control.find(f"{_W}sdtPr/{_W14}checkbox") is not None
        and control.find(f"{_W}sdtContent/{_W}p") is not None
    )


def _in_place_of_text(paragraph: Any) -> bool:
    """A paragraph within a check-box control, or the grey prompt of an empty control."""
    controls = paragraph.iterancestors(f"{_W}sdt")
    return any(_is_block_box(c) or c.find(f"{_W}sdtPr/{_W}showingPlcHdr") is not None for c in controls)


def _within(paragraph: Any, cell: Any) -> bool:
    """Whether a paragraph lies in a text box of another paragraph of the same cell."""
    return any(cell in parent.iterancestors() for parent in paragraph.iterancestors(f"{_W}p"))


def _text(node: Any) -> str:
    return "".join(_pieces(node))


def _pieces(node: Any) -> Iterator[str]:
    """The visible text under a node, in order."""
    for child in node:
        tag = child.tag
        if tag in _SKIPPED or not isinstance(tag, str):
            continue
        if tag == f"{_W}r":
            yield from () if _hidden(child) else _run(child)
        elif tag == f"{_W}sdt" and (mark := _box(child)) is not None:
            yield mark
        elif tag == f"{_W}sdt" and child.find(f"{_W}sdtPr/{_W}showingPlcHdr") is not None:
            continue
        else:
            yield from _pieces(child)


def _run(run: Any) -> Iterator[str]:
    symbols = "wingdings" in _font(run)
    for child in run:
        if child.tag == f"{_W}t":
            text = child.text or ""
            yield "".join(SYMBOLS.get(ord(c), c) for c in text) if symbols else text
        elif child.tag == f"{_W}sym":
            code = int(child.get(f"{_W}char", "0"), 16)
            yield (
                SYMBOLS.get(code & 0xFF, "")
                if "wingdings" in child.get(f"{_W}font", "").lower()
                else chr(code)
            )
        elif child.tag in _BREAKS:
            yield _BREAKS[child.tag]
        elif child.tag == f"{_W}fldChar" and (box := child.find(f"{_W}ffData/{_W}checkBox")) is not None:
            yield "☑" if _legacy_ticked(box) else "□"
        elif child.tag not in _SKIPPED and len(child):  # a drawing: text boxes lie within
            yield from _pieces(child)


def _box(control: Any) -> str | None:
    """The sign for a check-box content control; None for any other control."""
    box = control.find(f"{_W}sdtPr/{_W14}checkbox")
    if box is None:
        return None
    state = box.find(f"{_W14}checked")
    return "☑" if state is not None and _on(state.get(f"{_W14}val", "1")) else "□"


def _legacy_ticked(box: Any) -> bool:
    state = box.find(f"{_W}checked")
    state = box.find(f"{_W}default") if state is None else state
    return state is not None and _on(state.get(f"{_W}val", "1"))


def _hidden(run: Any) -> bool:
    """Hidden or struck-out text is not what the company claims."""
    marks = [run.find(f"{_W}rPr/{_W}{name}") for name in ("vanish", "strike", "dstrike")]
    return any(mark is not None and _on(mark.get(f"{_W}val", "1")) for mark in marks)


def _font(run: Any) -> str:
    fonts = run.find(f"{_W}rPr/{_W}rFonts")
    return "" if fonts is None else " ".join(fonts.attrib.values()).lower()


def visible_text(paragraph: Any) -> str:
    """A paragraph's text as it would be printed."""
    return _text(paragraph).strip()


def table_grid(table: Any, name: str) -> Grid:
    """A table of a Word file as a grid."""
    return _grid(table, name)


def _deleted(node: Any) -> bool:
    return any(parent.tag in (f"{_W}del", f"{_W}moveFrom") for parent in node.iterancestors())


def _row_deleted(row: Any) -> bool:
    return row.find(f"{_W}trPr/{_W}del") is not None


def _number(node: Any, default: int) -> int:
    return default if node is None else int(node.get(f"{_W}val", default))


def _on(value: str) -> bool:
    return value.lower() in ("1", "true", "on")
