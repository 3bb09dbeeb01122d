"""The register of papers that were seen: one SQLite file that an office keeps from application to application.

For every application its papers (numbers) and its pages (hash, sketch, rare lines). A page is looked up in
two steps: candidates by hash, and by lines of text that few pages share, so that a crop finds the page that
it was cut from; then the sketches are laid over each other (`extractors/marks/matching.py`), and what the pages say is compared (`words`).
"""

import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence, Set
from contextlib import closing
from dataclasses import astuple
from hashlib import blake2b
from pathlib import Path

from extractors.marks.marking import Lines, Marks
from extractors.marks.matching import Landmarks, alike, landmarks
from extractors.marks.sketching import Sketch, apart, opened
from verifier.report.report import Report
from verifier.signals.reuse import FILE, IMAGE, NUMBER, PART, Appearance, Reuse, appearance
from verifier.signals.words import contradict, telling_words

NEAR = 72
"""Bits out of 256: of pages scanned anew nearly all are nearer (`bench/reuse.py`)."""

CANDIDATES = 6
"""So many pages are laid over each other for one page; the nearest first."""

RARE = 6
"""A line that more pages have is print that everybody gets."""

SHORTEST = 8
"""Characters of a line that can tell anything."""

SHARED_LINES = 2

_LAYOUT = """
create table if not exists papers (
    application text, company text, uscc text, as_of text, file text, page integer, document text, type text,
    number text, title text, holder text
);
create index if not exists papers_number on papers (number);
create table if not exists pages (
    id integer primary key, application text, company text, uscc text, as_of text, file text, page integer,
    document text, type text, number text, title text, holder text, sha256 text, bits blob, sketch blob
);
create index if not exists pages_sha on pages (sha256, page);
create table if not exists lines (line integer, page integer);
create index if not exists lines_line on lines (line);
create table if not exists words (page integer, word integer);
create index if not exists words_page on words (page);
"""
_COLUMNS = "company, uscc, as_of, file, page, document, type, number, title, holder"


def find_reuse(report: Report, marks: Marks, lines: Lines, register: Path) -> tuple[Reuse, ...]:
    """The papers of an application that other applications, or other years, have used; the register is not changed.

    Args:
        report: on the application.
        marks: of its pages.
        lines: what stands on its pages.
        register: the file of papers seen; none is no reuse.
    """
    if not register.is_file():
        return ()
    with closing(_opened(register)) as db:
        return (*_by_number(db, report), *_by_page(db, report, marks, lines))


def keep_seen(report: Report, marks: Marks, lines: Lines, register: Path) -> None:
    """Write an application into the register; a later run of the same one takes its place.

    Args:
        report: on the application.
        marks: of its pages.
        lines: what stands on its pages.
        register: the file; it is made where there is none.
    """
    register.parent.mkdir(parents=True, exist_ok=True)
    name = application_of(report)
    with closing(_opened(register)) as db, db:
        for table in ("lines", "words"):
            db.execute(
                f"delete from {table} where page in (select id from pages where application=?)", (name,)
            )
        for table in ("papers", "pages"):
            db.execute(f"delete from {table} where application=?", (name,))
        papers = [(name, *astuple(a)) for a in _papers(report) if a.number]
        db.executemany(f"insert into papers values ({','.join('?' * 11)})", papers)
        for sha, seen in _pages(report):
            mark = marks.get((sha, seen.page))
            bits, body = (mark.bits, mark.body) if mark else (None, None)
            row = (None, name, *astuple(seen), sha, bits, body)
            key = db.execute(f"insert into pages values ({','.join('?' * 15)})", row).lastrowid
            here = lines.get((sha, seen.page), ())
            db.executemany("insert into lines values (?,?)", [(line, key) for line in line_marks(here)])
            db.executemany("insert into words values (?,?)", [(key, word) for word in telling_words(here)])


def picture_of(register: Path, there: Appearance) -> bytes | None:
    """The sketch of a page that was seen, as WebP, so that both can be shown."""
    with closing(_opened(register)) as db:
        row = db.execute(
            "select sketch from pages where company=? and as_of=? and file=? and page=? and sketch is not null",
            (there.company, there.as_of, there.file, there.page),
        ).fetchone()
    return row[0] if row else None


def application_of(report: Report) -> str:
    """What makes two runs one application: the company and the year."""
    return f"{report.uscc or report.company}/{report.as_of.year}"


def line_marks(lines: Iterable[str]) -> set[int]:
    """The lines of a page that may tell it, each as a number of 63 bits."""
    long = {line for line in lines if len(line) >= SHORTEST}
    return {int.from_bytes(blake2b(line.encode(), digest_size=8).digest()) >> 1 for line in long}


def _opened(register: Path) -> sqlite3.Connection:
    db = sqlite3.connect(register, timeout=30)
    db.executescript(_LAYOUT)
    return db


def _papers(report: Report) -> Iterator[Appearance]:
    for exhibit in report.exhibits:
        yield appearance(exhibit, report.company, report.uscc, report.as_of.isoformat())


def _pages(report: Report) -> Iterator[tuple[str, Appearance]]:
    """Every page of the evidence, with the paper on it where there is one."""
    day = report.as_of.isoformat()
    for file in report.files:
        for entry in file.ledger:
            exhibit = report.exhibit(entry.exhibit) if entry.exhibit else None
            if exhibit is not None:
                yield file.sha256, appearance(exhibit, report.company, report.uscc, day, entry.page)
            else:
                yield file.sha256, Appearance(report.company, report.uscc, day, file.file, entry.page)


def _by_number(db: sqlite3.Connection, report: Report) -> Iterator[Reuse]:
    own = application_of(report)
    for here in _papers(report):
        if not here.number:
            continue
        rows = db.execute(
            f"select {_COLUMNS} from papers where number=? and type=? and application<>?",
            (here.number, here.type, own),
        )
        yield from (Reuse(NUMBER, here, Appearance(*row)) for row in rows)


def _by_page(db: sqlite3.Connection, report: Report, marks: Marks, lines: Lines) -> Iterator[Reuse]:
    own = application_of(report)
    every = db.execute(
        "select id, bits from pages where bits is not null and application<>?", (own,)
    ).fetchall()
    for sha, here in _pages(report):
        same = db.execute(
            f"select {_COLUMNS} from pages where sha256=? and page=? and application<>?",
            (sha, here.page, own),
        ).fetchall()
        yield from (Reuse(FILE, here, Appearance(*row)) for row in same)
        mark = marks.get((sha, here.page))
        if mark is None or same:
            continue
        said = lines.get((sha, here.page), ())
        yield from _alike(db, here, mark, telling_words(said), _candidates(db, mark, every, said, own))


def _candidates(
    db: sqlite3.Connection, mark: Sketch, every: Sequence[tuple[int, bytes]], lines: Sequence[str], own: str
) -> list[int]:
    """The pages worth laying over this one, those that share most rare lines first, then the nearest by hash."""
    shared: Counter[int] = Counter()
    for line in line_marks(lines):
        rows = db.execute(
            "select l.page from lines l join pages p on p.id=l.page where l.line=? and p.application<>? limit ?",
            (line, own, RARE + 1),
        ).fetchall()
        if len(rows) <= RARE:
            shared.update(page for (page,) in rows)
    by_lines = [page for page, n in shared.most_common() if n >= SHARED_LINES]
    by_hash = sorted((apart(mark.bits, bits), page) for page, bits in every)
    near = [page for distance, page in by_hash[:CANDIDATES] if distance <= NEAR]
    return list(dict.fromkeys((*by_lines[:CANDIDATES], *near)))[:CANDIDATES]


def _alike(
    db: sqlite3.Connection, here: Appearance, mark: Sketch, words: Set[int], candidates: Sequence[int]
) -> Iterator[Reuse]:
    own: Landmarks | None = None
    for page in candidates:
        *columns, body = db.execute(f"select {_COLUMNS}, sketch from pages where id=?", (page,)).fetchone()
        there = Appearance(*columns)
        if body is None or (here.number and there.number and here.number != there.number):
            continue  # another number is another paper, however alike they look
        if contradict(
            words, {word for (word,) in db.execute("select word from words where page=?", (page,))}
        ):
            continue  # and so are other names
        own = own or landmarks(opened(mark.body))
        found = alike(own, landmarks(opened(body)))
        if found.same:
            yield Reuse(IMAGE if found.whole else PART, here, there)
