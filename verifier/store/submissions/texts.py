"""Search across the text of all evidence: Chinese has no blanks, so pairs of neighbouring characters are indexed.

A search for 激光焊接 is one for the pairs 激光 光焊 焊接 behind each other: it finds any part of any text, of
two characters or more, in the same way on SQLite (FTS5) and on PostgreSQL (a tsvector under a GIN index).
"""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import TextClause, delete, select, text
from sqlalchemy.orm import Session

from extractors.exhibit import FileReading
from verifier.store.accounts.caller import Caller
from verifier.store.tables import Application, PageText

LEAST = 2
"""Characters that a search must have."""

MOST = 60
AROUND = 36
"""Characters shown on either side of what was found."""

_NOTHING = re.compile(r"[\W_]+")

Lines = Mapping[tuple[str, int], Sequence[str]]
"""By the file's sha256 and the page's number."""


@dataclass(frozen=True, slots=True)
class Found:
    """One page on which it stands, and the words around it."""

    application: str
    company: str
    file: str
    sha256: str
    page: int
    before: str
    words: str
    after: str


def keep_texts(
    session: Session, application: Application, readings: Sequence[FileReading], lines: Lines
) -> None:
    """The text of an application's pages takes the place of what was kept of it before."""
    forget(session, application.id)
    for reading in readings:
        for entry in reading.ledger:
            told = "\n".join(lines.get((reading.sha256, entry.page), ()))
            if not told:
                continue
            row = PageText(
                tenant_id=application.tenant_id,
                application_id=application.id,
                file=reading.file,
                sha256=reading.sha256,
                page=entry.page,
                text=told.replace("\x00", ""),
            )
            session.add(row)
            session.flush()
            _index(session, row)


def forget(session: Session, application_id: str) -> None:
    """Nothing of an application is found any more."""
    own = select(PageText.id).where(PageText.application_id == application_id)
    if session.get_bind().dialect.name == "sqlite":
        for id_ in session.scalars(own).all():
            session.execute(text("delete from page_pairs where rowid = :id"), {"id": id_})
    session.execute(delete(PageText).where(PageText.application_id == application_id))


def has_any(session: Session, caller: Caller, application: str = "") -> bool:
    """Whether there is any text to search: nothing found in nothing says nothing."""
    query = select(PageText.id).where(PageText.tenant_id == caller.tenant_id)
    if application:
        query = query.where(PageText.application_id == application)
    return session.scalar(query.limit(1)) is not None


def words_of(wanted: str) -> list[str]:
    """The words of a search that are long enough to be looked for."""
    return [plain for word in wanted.split() if len(plain := _plain(word)) >= LEAST]


def search(session: Session, caller: Caller, wanted: str, application: str = "") -> Sequence[Found]:
    """The pages of the caller's tenant on which all words stand, the newest first.

    Args:
        session: to look in.
        caller: whose tenant.
        wanted: words with blanks between, each of two characters or more.
        application: only in this one.
    """
    words = words_of(wanted)
    if not words:
        return []
    query = (
        select(PageText, Application.company, Application.title)
        .join(Application, Application.id == PageText.application_id)
        .where(PageText.tenant_id == caller.tenant_id, Application.deleted_at.is_(None))
    )
    if application:
        query = query.where(PageText.application_id == application)
    embedded = session.get_bind().dialect.name == "sqlite"
    for number, word in enumerate(words):
        query = query.where(_holds(embedded, number).bindparams(**{f"w{number}": _asked(embedded, word)}))
    rows = session.execute(query.order_by(PageText.id.desc()).limit(MOST))
    return [_found(row, company or title, words[0]) for row, company, title in rows]


def _index(session: Session, row: PageText) -> None:
    told = {"id": row.id, "pairs": " ".join(_pairs(_plain(row.text)))}
    if session.get_bind().dialect.name == "sqlite":
        session.execute(text("insert into page_pairs(rowid, pairs) values (:id, :pairs)"), told)
    else:
        session.execute(
            text("insert into page_pairs(id, pairs) values (:id, to_tsvector('simple', :pairs))"), told
        )


def _holds(embedded: bool, number: int) -> TextClause:
    if embedded:
        return text(f"page_texts.id in (select rowid from page_pairs where page_pairs match :w{number})")
    return text(
        f"page_texts.id in (select id from page_pairs where pairs @@ phraseto_tsquery('simple', :w{number}))"
    )


def _asked(embedded: bool, word: str) -> str:
    pairs = " ".join(_pairs(word))
    return f'"{pairs}"' if embedded else pairs


def _plain(told: str) -> str:
    """Letters, digits and characters only, in one form: what readers put between them does not matter."""
    return _NOTHING.sub("", unicodedata.normalize("NFKC", told)).lower()


def _pairs(plain: str) -> list[str]:
    return [plain[n : n + 2] for n in range(len(plain) - 1)]


def _found(row: PageText, company: str, word: str) -> Found:
    """The words around the first place where it stands, as they stand there."""
    loose = re.compile(r"[\W_]*".join(re.escape(c) for c in word), re.IGNORECASE)
    told = unicodedata.normalize("NFKC", row.text).replace("\n", " ")
    hit = loose.search(told)
    start, end = hit.span() if hit else (0, 0)
    return Found(
        row.application_id,
        company,
        row.file,
        row.sha256,
        row.page,
        told[max(0, start - AROUND) : start],
        told[start:end],
        told[end : end + AROUND],
    )
