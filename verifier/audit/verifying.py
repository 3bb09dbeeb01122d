"""Verifies the audit log: that its chain holds, and that it still ends in every anchor it ever had.

The chain alone shows an edited, deleted, swapped or inserted record; that its tail was cut off or that
all of it was written anew, only anchors show.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from verifier.audit.anchoring import Anchor
from verifier.audit.log import START, hash_of
from verifier.store.tables import AuditRecord

PORTION = 5_000


@dataclass(frozen=True, slots=True)
class Flaw:
    """A place in the log that is not as it was written; `text` is one Chinese sentence."""

    seq: int
    code: str
    text: str


@dataclass(frozen=True, slots=True)
class Verification:
    """What was looked at, and what was found."""

    records: int
    anchors: int
    last: Anchor | None
    flaws: tuple[Flaw, ...]


def verify_log(session: Session, anchors: Iterable[Anchor], *, most: int = 20) -> Verification:
    """Go through the whole log.

    Args:
        session: where the log is.
        anchors: all that are known.
        most: so many flaws are told at most.
    """
    known: dict[int, set[str]] = {}
    for anchor in anchors:
        known.setdefault(anchor.seq, set()).add(anchor.hash)
    flaws: list[Flaw] = []
    previous, expected, last = START, 1, None
    query = select(AuditRecord).order_by(AuditRecord.seq).execution_options(yield_per=PORTION)
    for record in session.scalars(query):
        flaws += _look(record, previous, expected, known.pop(record.seq, set()))
        previous, expected = record.hash, record.seq + 1
        last = Anchor(record.seq, record.hash, record.at)
        session.expunge(record)
        if len(flaws) >= most:
            break
    else:
        flaws += [
            Flaw(seq, "ANCHOR_MISSING", f"锚点 {seq} 所指记录已不存在：日志末尾被截断") for seq in known
        ]
    anchored = sum(len(hashes) for hashes in known.values())
    return Verification(expected - 1, anchored, last, tuple(flaws[:most]))


def _look(record: AuditRecord, previous: str, expected: int, anchored: set[str]) -> list[Flaw]:
    found = []
    if record.seq != expected:
        found.append(Flaw(record.seq, "GAP", f"记录 {expected} 至 {record.seq - 1} 缺失"))
    if record.previous != previous:
        found.append(Flaw(record.seq, "CHAIN_BROKEN", f"记录 {record.seq} 与前一条记录不衔接"))
    fields = (record.at, record.actor, record.tenant_id, record.action, record.target, record.detail)
    if hash_of(record.previous, record.seq, fields) != record.hash:
        found.append(Flaw(record.seq, "RECORD_CHANGED", f"记录 {record.seq} 的内容与其哈希不符"))
    if anchored and anchored != {record.hash}:
        found.append(Flaw(record.seq, "ANCHOR_DIFFERS", f"记录 {record.seq} 与外部锚点不符：日志被重写"))
    return found
