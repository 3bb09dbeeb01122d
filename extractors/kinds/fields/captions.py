"""Values over their labels: electronic certificates print «工程师» and under it «资格名称 Qualification»."""

import re
from collections.abc import Iterator, Sequence

from extractors.kinds.kind import FieldSpec
from extractors.kinds.tables.pieces import Piece, pieces
from extractors.layout import Script

GLOSS = re.compile(r"(?:[A-Z][A-Za-z.' ]*|No\.)*")
"""What a certificate in two languages prints behind a label."""

FEWEST = 2
"""A caption stands in a row of so many or more, all of them labels but one that a seal spoiled; and there are so many such rows."""


def captioned(script: Script, specs: Sequence[FieldSpec]) -> Iterator[tuple[FieldSpec, Piece]]:
    """Each field with the piece that stands over its label; none where labels head what stands below them.

    In a table of heads and values the last row is no row of labels, and a row over the first one is no
    value: here every row of labels has a row of as many pieces over it, and none under the last.
    """
    rows = [pieces(script, n) for n in range(len(script.rows))]
    labels = {label for spec in specs for label in spec.labels} | {"性别", "照片"}
    named = [[_label(script, one, labels) for one in row] for row in rows]
    captions = [n for n, row in enumerate(named) if len(row) >= FEWEST and sum(map(bool, row)) >= len(row) - 1]
    above = [n - 1 for n in captions]
    if len(captions) < FEWEST or captions[0] == 0 or any(len(rows[n - 1]) != len(rows[n]) or any(named[n - 1]) for n in captions):
        return
    if captions[-1] + 1 < len(rows) and len(rows[captions[-1] + 1]) == len(rows[captions[-1]]) and above[-1] + 2 not in above:
        return
    for number in captions:
        for label, value in zip(named[number], rows[number - 1], strict=True):
            for spec in specs:
                if label in spec.labels:
                    yield spec, value


def _label(script: Script, one: Piece, labels: set[str]) -> str:
    """The label that a piece is, English behind it or not."""
    text = script.text[one.start : one.end].rstrip(":;")
    match = re.match(r"[一-鿿()/]+", text)
    return match[0] if match and match[0] in labels and GLOSS.fullmatch(text[match.end() :]) else ""
