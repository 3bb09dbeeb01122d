"""Keeps what was read, so that no page is read twice: by file, page and reader version.

One SQLite file; losing it costs time, never evidence. A cache that cannot be opened or written is
not used, and reading goes on without it.
"""

import json
import sqlite3
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from extractors.codec import FORMAT, decode, decode_reading, encode, encode_reading
from extractors.exhibit import FileReading
from extractors.guard.glance import Glance
from extractors.page import Page
from extractors.readers.base import Sheet

SCHEMA = """
create table if not exists pages (
    sha256 text, page integer, reader text, body blob not null, primary key (sha256, page, reader)
) without rowid;
create table if not exists files (
    sha256 text, suffix text, sheets text not null, primary key (sha256, suffix)
) without rowid;
create table if not exists looks (
    sha256 text, doubt text, readers text, seen text not null, primary key (sha256, doubt, readers)
) without rowid;
create table if not exists readings (
    sha256 text, suffix text, version text, body blob not null, primary key (sha256, suffix, version)
) without rowid;
create table if not exists texts (key text primary key, body text not null) without rowid;
create table if not exists crops (
    sha256 text, page integer, box text, body blob not null, primary key (sha256, page, box)
) without rowid;
"""


class ReadingCache:
    """The pages that were read, the sizes of the pages of each file, and the crops that were cut."""

    def __init__(self, path: Path | None) -> None:
        self._db: sqlite3.Connection | None = None
        if path is not None:
            try:
                path.parent.mkdir(parents=True, exist_ok=True)
                self._db = sqlite3.connect(path, timeout=10)
                self._db.execute("pragma journal_mode=wal")
                self._db.executescript(SCHEMA)
            except (sqlite3.Error, OSError):
                self._db = None

    def sheets(self, sha256: str, suffix: str) -> tuple[tuple[Sheet, ...], bool] | None:
        """The sheets of a file that was opened before, and whether it had to be repaired."""
        rows = self._all("select sheets from files where sha256=? and suffix=?", (sha256, _key(suffix)))
        if not rows:
            return None
        sheets, repaired = json.loads(rows[0][0])
        return tuple(Sheet(*s) for s in sheets), repaired

    def keep_sheets(self, sha256: str, suffix: str, sheets: Iterable[Sheet], repaired: bool) -> None:
        """Remember a file's sheets."""
        flat = json.dumps(
            [[[s.number, s.width, s.height, s.rotation, s.place, s.typed] for s in sheets], repaired]
        )
        self._run("insert or replace into files values (?,?,?)", [(sha256, _key(suffix), flat)])

    def pages(self, sha256: str, reader: str) -> dict[int, Page]:
        """Every page of a file that this version of the reader has read."""
        rows = self._all("select page, body from pages where sha256=? and reader=?", (sha256, _key(reader)))
        return {number: decode(body) for number, body in rows}

    def keep_pages(self, sha256: str, reader: str, pages: Iterable[Page]) -> None:
        """Remember pages as this version of the reader read them."""
        rows = [(sha256, p.number, _key(reader), encode(p)) for p in pages]
        self._run("insert or replace into pages values (?,?,?,?)", rows)

    def reading(self, sha256: str, suffix: str, version: str) -> FileReading | None:
        """What became of a whole file, as this version of the program read it."""
        rows = self._all(
            "select body from readings where sha256=? and suffix=? and version=?", (sha256, suffix, version)
        )
        return decode_reading(rows[0][0]) if rows else None

    def keep_reading(self, suffix: str, version: str, reading: FileReading) -> None:
        """Remember what became of a whole file; what older versions made of it is let go."""
        self._run("delete from readings where sha256=? and suffix=?", [(reading.sha256, suffix)])
        row = (reading.sha256, suffix, version, encode_reading(reading))
        self._run("insert or replace into readings values (?,?,?,?)", [row])

    def text(self, key: str) -> str | None:
        """What was made of a text before, by a key of its maker's own."""
        rows = self._all("select body from texts where key=?", (key,))
        return rows[0][0] if rows else None

    def keep_text(self, key: str, body: str) -> None:
        """Remember what was made of a text."""
        self._run("insert or replace into texts values (?,?)", [(key, body)])

    def crop(self, sha256: str, page: int, box: str) -> bytes | None:
        """A crop that was cut before, as the bytes of a picture file."""
        rows = self._all("select body from crops where sha256=? and page=? and box=?", (sha256, page, box))
        return rows[0][0] if rows else None

    def keep_crops(self, crops: Iterable[tuple[str, int, str, bytes]]) -> None:
        """Remember crops."""
        self._run("insert or replace into crops values (?,?,?,?)", list(crops))

    def looks(self, sha256: str, readers: str) -> dict[str, tuple[Glance, ...]]:
        """Every second look that these readers took at a file, by the doubt's key."""
        rows = self._all("select doubt, seen from looks where sha256=? and readers=?", (sha256, readers))
        return {
            doubt: tuple(Glance(name, text, tuple(certain)) for name, text, certain in json.loads(seen))
            for doubt, seen in rows
        }

    def keep_looks(self, sha256: str, readers: str, looks: Mapping[str, tuple[Glance, ...]]) -> None:
        """Remember second looks."""
        rows = [
            (sha256, doubt, readers, json.dumps([[g.reader, g.text, g.confidences] for g in seen]))
            for doubt, seen in looks.items()
        ]
        self._run("insert or replace into looks values (?,?,?,?)", list(rows))

    def close(self) -> None:
        """Let go of the file."""
        if self._db is not None:
            self._db.close()
            self._db = None

    def _all(self, sql: str, values: tuple[object, ...]) -> list[tuple[Any, ...]]:
        if self._db is None:
            return []
        try:
            return self._db.execute(sql, values).fetchall()
        except sqlite3.Error:
            return []

    def _run(self, sql: str, rows: list[tuple[Any, ...]]) -> None:
        if self._db is None or not rows:
            return
        try:
            with self._db:
                self._db.executemany(sql, rows)
        except sqlite3.Error:
            return


def _key(reader: str) -> str:
    return f"{reader}/{FORMAT}"
