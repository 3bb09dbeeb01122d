"""Signatures of a segment, written and read piece by piece: those of a nation take tens of megabytes.

Debian 12's Python (3.11.2) opens no value whose row has a number beyond 32 bits; there they are taken whole, in more memory.
"""

import sqlite3
from collections.abc import Iterator
from typing import BinaryIO

PIECE = 1 << 20
"""Bytes that are in memory at a time."""

WHERE = ("directories", "signatures")


def write_signatures(connection: sqlite3.Connection, place: int, signatures: BinaryIO) -> None:
    """Fill the room that was left for the signatures of a directory with all that a file holds."""
    signatures.seek(0)
    try:
        blob = connection.blobopen(*WHERE, place)
    except OverflowError:
        connection.execute("UPDATE directories SET signatures = ? WHERE id = ?", [signatures.read(), place])
        return
    with blob:
        while piece := signatures.read(PIECE):
            blob.write(piece)


def bytes_of_signatures(connection: sqlite3.Connection, place: int) -> int:
    """How many bytes the signatures of a directory take."""
    (taken,) = connection.execute("SELECT length(signatures) FROM directories WHERE id = ?", [place]).fetchone()
    return int(taken)


def signatures_in_pieces(connection: sqlite3.Connection, place: int) -> Iterator[bytes]:
    """The signatures of a directory, one piece after the other."""
    try:
        blob = connection.blobopen(*WHERE, place, readonly=True)
    except OverflowError:
        yield from connection.execute("SELECT signatures FROM directories WHERE id = ?", [place]).fetchone()
        return
    with blob:
        while piece := blob.read(PIECE):
            yield piece
