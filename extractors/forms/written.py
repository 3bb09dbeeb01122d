"""What stands in a cell of a form on paper: its characters as rows and paragraphs."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from extractors.geometry import Box
from extractors.page import TEXT, Line


@dataclass(frozen=True, slots=True)
class Char:
    """One character that was read: its box in points of the reading frame, and how surely it was read."""

    char: str
    box: Box
    sure: float
    printed: bool = False
    """The file itself says so; nobody had to read it."""


def chars_of(line: Line) -> Iterator[Char]:
    """The characters of a line, each with its box and how surely it was read."""
    for char, box, sure in zip(line.text, line.boxes, line.confidences, strict=True):
        yield Char(char, box, sure, line.origin == TEXT)


def within(box: Box, cell: Box) -> bool:
    """Whether a character's middle lies in a cell."""
    middle = (box.x0 + box.x1) / 2
    return cell.x0 <= middle < cell.x1 and cell.y0 <= box.middle < cell.y1


def rows_of(chars: Sequence[Char]) -> list[list[Char]]:
    """The characters of a cell as rows, from top to bottom, each from left to right."""
    rows: list[list[Char]] = []
    for char in sorted(chars, key=lambda c: c.box.middle):
        height = max(char.box.height, 1.0)
        if rows and char.box.middle - median(c.box.middle for c in rows[-1]) < 0.55 * height:
            rows[-1].append(char)
        else:
            rows.append([char])
    return [sorted(row, key=lambda c: c.box.x0) for row in rows]


def text_of_rows(rows: Sequence[Sequence[Char]], cell: Box) -> str:
    """The cell's rows: one that is full goes on in the next, one that is not ends a paragraph."""
    text = ""
    for row, following in zip(rows, [*rows[1:], []], strict=False):
        text += "".join(c.char for c in row).strip()
        if following:
            room = cell.x1 - row[-1].box.x1
            size = median(c.box.height for c in row)
            goes_on = room < 1.2 * size + max(size, _unbroken(following)) or _centred(row, cell)
            latin = re.match(r"[A-Za-z]", row[-1].char) and re.match(r"[A-Za-z]", following[0].char)
            text += (" " if latin else "") if goes_on else "\n"
    return text


def _unbroken(row: Sequence[Char]) -> float:
    """How wide the head of a row is that no printer parts: 2020, or a character with the 、 behind it."""
    end = 1
    while end < len(row) and (
        row[end].char in "、，。；：！？）》”’,.;:!?)%"
        or (row[end].char.isascii() and row[end].char.isalnum() and row[end - 1].char.isascii())
    ):
        end += 1
    return row[end - 1].box.x1 - row[0].box.x0


def _centred(row: Sequence[Char], cell: Box) -> bool:
    left, right = row[0].box.x0 - cell.x0, cell.x1 - row[-1].box.x1
    return abs(left - right) < 0.25 * max(left, right, 8.0) and left > 8.0
