"""The directory of a column: which lists there are and where they lie, kept in memory for all threads.

Some hundred grams are looked up for every question; in arrays that takes microseconds, in the file a thousand
times as long. It costs 8 bytes a gram and, where texts have signatures, 8 a row.
"""

import sqlite3
import threading
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from registries.index.layout import Segment, column_number, place_number, segments
from registries.index.pieces import bytes_of_signatures, signatures_in_pieces
from registries.index.signatures import Signatures
from registries.schema import Kind

Places = NDArray[np.int64]
_SIGNATURE = 8
"""Bytes of a signature."""


@dataclass(frozen=True, slots=True)
class Directory:
    """The lists of one segment: those of `grams[i]` are the postings from `ends[i - 1]` to `ends[i]`."""

    segment: Segment
    grams: NDArray[np.uint32]
    ends: NDArray[np.uint32]

    def spans(self, grams: NDArray[np.uint32]) -> tuple[Places, Places]:
        """Where the lists of some grams begin and end; those that are not there are empty."""
        at = np.searchsorted(self.grams, grams)
        at[at == len(self.grams)] = 0
        ends = self.ends[at].astype(np.int64)
        starts = np.where(at > 0, self.ends[at - 1], 0).astype(np.int64)
        return np.where(self.grams[at] == grams, starts, ends), ends


@dataclass(frozen=True, slots=True)
class ColumnDirectory:
    """All segments of one column; `signatures` by number of row, None where the column has none."""

    number: int
    segments: tuple[Directory, ...]
    signatures: Signatures | None

    def spans(self, grams: NDArray[np.uint32]) -> tuple[Places, Places]:
        """Where the lists of some grams begin and end, a line each segment."""
        told = [segment.spans(grams) for segment in self.segments]
        return np.array([starts for starts, _ in told]), np.array([ends for _, ends in told])

    @property
    def rows(self) -> int:
        """How many rows are indexed, about."""
        return self.segments[-1].segment.last_row


class Directories:
    """The directories of a snapshot, each read when its column is first asked."""

    def __init__(self) -> None:
        """Begins with none."""
        self._lock = threading.Lock()
        self._read: dict[tuple[str, str], ColumnDirectory | None] = {}

    def of(self, connection: sqlite3.Connection, kind: Kind, column: str) -> ColumnDirectory | None:
        """The directory of a column; None where no row holds a text.

        Args:
            connection: the snapshot, which stays as it is.
            kind: the kind of registry.
            column: one of its searched columns.
        """
        key = (kind.name, column)
        if key not in self._read:
            with self._lock:
                if key not in self._read:
                    self._read[key] = _read(connection, kind, column)
        return self._read[key]


def _read(connection: sqlite3.Connection, kind: Kind, column: str) -> ColumnDirectory | None:
    number = column_number(kind, column)
    known = segments(connection, kind, column)
    held: list[Directory] = []
    for segment in known:
        grams, ends = connection.execute(
            "SELECT grams, ends FROM directories WHERE id = ?", [place_number(number, segment.number, 0)]
        ).fetchone()
        if grams:
            held.append(Directory(segment, np.frombuffer(grams, "<u4"), np.frombuffer(ends, "<u4")))
    if not held:
        return None
    places = [place_number(number, segment.number, 0) for segment in known]
    return ColumnDirectory(number, tuple(held), _signatures(connection, places))


def _signatures(connection: sqlite3.Connection, places: list[int]) -> Signatures | None:
    """Those of all segments, behind a place for row 0; read piece by piece, since they are large."""
    told = np.zeros(1 + sum(bytes_of_signatures(connection, place) for place in places) // _SIGNATURE, "<u8")
    at = 1
    for piece in (piece for place in places for piece in signatures_in_pieces(connection, place)):
        told[at : at + len(piece) // _SIGNATURE] = np.frombuffer(piece, "<u8")
        at += len(piece) // _SIGNATURE
    return told if len(told) > 1 else None
