"""Anchors of the audit log: the number and hash of its last record, kept where its database is not.

Whoever rewrites the whole log can make a new chain that holds, but not one that ends in an anchor
that lies elsewhere: in a file on another disk, in syslog, printed on a report.
"""

import json
import logging
import os
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from logging.handlers import SysLogHandler
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from verifier.store.tables import AuditRecord


@dataclass(frozen=True, slots=True)
class Anchor:
    """The log up to `seq` had this hash."""

    seq: int
    hash: str
    at: str


def last_record(session: Session) -> Anchor | None:
    """The anchor of the log as it is now; None while it is empty."""
    query = select(AuditRecord).order_by(AuditRecord.seq.desc()).limit(1)
    found = session.scalar(query)
    return Anchor(found.seq, found.hash, found.at) if found is not None else None


class Anchoring:
    """Appends anchors to a file, and to syslog where that is wanted."""

    def __init__(self, path: Path, syslog: bool = False) -> None:
        self.path = path
        self._last = max((a.seq for a in read_anchors([path])), default=0)
        self._syslog = _syslog() if syslog else None

    def anchor(self, session: Session) -> Anchor | None:
        """Anchor the log as it is now, unless that was done before."""
        last = last_record(session)
        if last is None or last.seq == self._last:
            return None
        line = json.dumps(asdict(last))
        self.path.parent.mkdir(parents=True, exist_ok=True)
        with self.path.open("a", encoding="utf-8") as file:
            file.write(line + "\n")
            file.flush()
            os.fsync(file.fileno())
        if self._syslog is not None:
            self._syslog.info("hezheng audit anchor %s", line)
        self._last = last.seq
        return last


def read_anchors(paths: Iterable[Path]) -> Iterator[Anchor]:
    """The anchors of some files; a last line that was cut off is left out."""
    for path in paths:
        if not path.exists():
            continue
        for line in path.read_text("utf-8").splitlines():
            try:
                yield Anchor(**json.loads(line))
            except (ValueError, TypeError):
                continue


def _syslog() -> logging.Logger:
    logger = logging.getLogger("hezheng.audit.anchor")
    if not logger.handlers:
        logger.addHandler(SysLogHandler("/dev/log"))
        logger.setLevel(logging.INFO)
    return logger
