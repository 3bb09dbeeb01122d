"""Where the columns of a table stand on its further pages: margins differ, and a table cut into pages may be set anew on each.

The recipe: rows that have a piece for every head tell the columns by their order. They are believed where
their pieces stand in stripes that do not meet, and the serial numbers stand in the stripe of theirs.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from extractors.kinds.tables.head import Head
from extractors.kinds.tables.pieces import Piece, pieces
from extractors.layout import Script

FULL = 3
"""One row in so many has every cell, or the rows say nothing."""


def shifted(script: Script, body: range, columns: Sequence[Head]) -> list[Head]:
    """The columns where they stand on this page; as they were where its rows do not tell."""
    rows = [pieces(script, number) for number in body]
    full = [row for row in rows if len(row) == len(columns)]
    if len(columns) < 2 or not full or FULL * len(full) < len(rows):
        return list(columns)
    stripes = [(min(p.box.x0 for p in cells), max(p.box.x1 for p in cells)) for cells in zip(*full, strict=True)]
    if any(right > left for (_, right), (left, _) in pairwise(stripes)) or not _numbered(script, full, columns):
        return list(columns)
    return [replace(head, left=left, right=right) for head, (left, right) in zip(columns, stripes, strict=True)]


def _numbered(script: Script, full: Sequence[Sequence[Piece]], columns: Sequence[Head]) -> bool:
    """Whether what stands under 序号 are numbers."""
    places = [at for at, head in enumerate(columns) if head.name == "sequence"]
    return all(script.text[row[at].start : row[at].end].strip(".、").isdigit() for at in places for row in full)
