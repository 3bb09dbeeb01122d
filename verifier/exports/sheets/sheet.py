"""A sheet: its name, its columns, and what fills it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from verifier.exports.cells import Column, Value
from verifier.report.report import Report
from verifier.rules import Rules

Row = Sequence[Value]


@dataclass(frozen=True, slots=True)
class Table:
    """One sheet: its rows, and for each the flag that tints it."""

    rows: tuple[Row, ...]
    flags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet of the workbook: its name, its columns, and what fills it."""

    name: str
    columns: tuple[Column, ...]
    fill: Callable[[Report, Rules], Table]
