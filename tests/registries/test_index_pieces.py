"""Signatures are written and read piece by piece, and whole where Python can open no value of a large row number."""

import sqlite3
from io import BytesIO
from typing import Any

import pytest

from registries.index.pieces import PIECE, bytes_of_signatures, signatures_in_pieces, write_signatures

FAR = 1 << 40


class OfDebian(sqlite3.Connection):
    """As Python 3.11.2 has it: no value is opened whose row has a number beyond 32 bits."""

    def blobopen(self, *_: Any, **__: Any) -> Any:
        raise OverflowError("Python int too large to convert to C int")


@pytest.mark.parametrize("kind", [sqlite3.Connection, OfDebian])
def test_what_was_written_is_read(kind: type[sqlite3.Connection]) -> None:
    connection = sqlite3.connect(":memory:", factory=kind)
    connection.execute("CREATE TABLE directories (id INTEGER PRIMARY KEY, signatures BLOB)")
    held = bytes(range(256)) * (PIECE // 256) + b"the rest"
    connection.execute("INSERT INTO directories VALUES (?, zeroblob(?))", [FAR, len(held)])
    write_signatures(connection, FAR, BytesIO(held))
    assert bytes_of_signatures(connection, FAR) == len(held)
    assert b"".join(signatures_in_pieces(connection, FAR)) == held
