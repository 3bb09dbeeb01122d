"""Counts what becomes of the rows of a table while they stream by; the first of those that were refused are listed."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from registries.importing.base import Rejected
from registries.importing.entries import Entries

MOST_LISTED = 10_000


@dataclass(slots=True)
class Counted:
    """What is counted while rows stream by."""

    rows: int = 0
    rejected: list[Rejected] = field(default_factory=list)
    doubtful: list[Rejected] = field(default_factory=list)
    rejected_rows: int = 0
    doubtful_rows: int = 0

    def note(self, read: Entries) -> None:
        """Counts what was told of some rows, and lists the first of it."""
        self.reject(read.rejected)
        self.doubtful_rows += len(read.doubts)
        for place in sorted(read.doubts):
            if len(self.doubtful) >= MOST_LISTED:
                break
            self.doubtful += [Rejected(read.rows[place], doubt) for doubt in read.doubts[place]]

    def reject(self, rejected: Sequence[Rejected]) -> None:
        """Counts rows that were refused, and lists the first of them."""
        self.rejected_rows += len(rejected)
        self.rejected += rejected[: MOST_LISTED - len(self.rejected)]
