"""What a batch of rows becomes: entries column by column, and what is doubtful or refused about which row."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from registries.importing.base import Rejected

Texts = Sequence[str]
Doubts = Mapping[int, Sequence[str]]
"""Place of a row in its batch -> what is doubtful about it."""


@dataclass(frozen=True, slots=True)
class Entries:
    """Rows ready to be stored, column by column; every column is as long as `rows`, the numbers in the file."""

    rows: Sequence[int]
    columns: tuple[Texts, ...]
    """In the order of the kind's columns."""
    ids: Texts = ()
    number_keys: Texts = ()
    contents: Texts = ()
    days: Texts = ()
    extras: Texts = ()
    other_numbers: tuple[Texts, ...] = ()
    doubts: Doubts = field(default_factory=dict)
    rejected: tuple[Rejected, ...] = ()


class Told:
    """What is found out about the rows of a batch by the way."""

    def __init__(self) -> None:
        """Begins with nothing."""
        self.doubts: dict[int, list[str]] = {}
        self.refused: dict[int, str] = {}
        self.extras: dict[int, dict[str, str]] = {}

    def doubt(self, doubts: Mapping[int, str]) -> None:
        """Notes what is doubtful about rows, each by its place in the batch."""
        for place, doubt in doubts.items():
            self.doubts.setdefault(place, []).append(doubt)

    def extra(self, place: int, head: str, text: str) -> None:
        """Notes what stands in a column that is none of ours."""
        self.extras.setdefault(place, {})[head] = text
