"""What the page shows, ready to be written: every code has become its word, every number its text.

The template only lays out what stands here; nothing in it decides.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from api.html.differences import Run, differences
from api.html.pieces import EvidenceView, record_view, stated
from api.html.spans import Segment, segments
from verifier.report.report import Report
from verifier.rules import Rules
from verifier.verdict import Evidence, Flag, Item, Verdict
from verifier.words import Word, plain, words


@dataclass(frozen=True, slots=True)
class ItemView:
    """One thing that a narrative box claims."""

    number: int
    kind: str
    name: str
    traits: tuple[str, ...]
    flag: str
    word: Word
    outcome: str
    reasons: tuple[str, ...]
    notes: tuple[str, ...]
    explanation: str
    evidence: tuple[EvidenceView, ...]


@dataclass(frozen=True, slots=True)
class ClaimView:
    """One claim and its verdict."""

    id: str
    label: str
    claimed: str
    verified: str
    pair: tuple[tuple[Run, ...], tuple[Run, ...]]
    flag: str
    word: Word
    outcome: str
    reasons: tuple[str, ...]
    notes: tuple[str, ...]
    explanation: str
    segments: tuple[Segment, ...]
    items: tuple[ItemView, ...]
    evidence: tuple[EvidenceView, ...]
    judged: bool


class Pictures(Protocol):
    """Where the picture of a piece of evidence comes from."""

    def figure(self, evidence: Evidence) -> object | None:
        """Its picture; None where there is none."""


class Viewer:
    """Turns verdicts into what the page shows of them."""

    def __init__(self, report: Report, gallery: Pictures, rules: Rules) -> None:
        self._exhibits = {exhibit.id: exhibit for exhibit in report.exhibits}
        self._gallery = gallery
        self._rules = rules

    def claim(self, number: int, verdict: Verdict) -> ClaimView:
        """The view of one verdict; `number` is its place on the form."""
        items = tuple(self._item(n, item) for n, item in enumerate(verdict.items, 1))
        text = verdict.claimed if isinstance(verdict.claimed, str) else ""
        claimed = plain(verdict.claimed)
        verified = plain(verdict.verified) + ("项" if items and isinstance(verdict.verified, int) else "")
        marked = text and verdict.flag is not Flag.SUPPORTED
        return ClaimView(
            id=f"c{number}",
            label=verdict.label,
            claimed=claimed,
            verified=verified,
            pair=differences(claimed, verified) if marked else ((Run(claimed),), (Run(verified),)),
            flag=verdict.flag.value,
            word=words().flags[verdict.flag.value],
            outcome=words().outcomes.get(verdict.outcome.value, ""),
            reasons=self._say(verdict.reasons),
            notes=self._notes(verdict.flags),
            explanation=verdict.explanation,
            segments=segments(text, verdict.items) if verdict.items else (),
            items=items,
            evidence=tuple(self._evidence(_beyond_items(verdict))),
            judged=verdict.reasons != ("NOT_JUDGED",),
        )

    def _item(self, number: int, item: Item) -> ItemView:
        year = f"{item.year}年" if item.year else ""
        role = words().parts.get(item.role, item.role)
        traits = tuple(part for part in (item.project, year, item.level, item.grade, role) if part)
        return ItemView(
            number,
            words().kinds.get(item.kind, ""),
            item.name,
            tuple(str(part) for part in traits),
            item.flag.value,
            words().flags[item.flag.value],
            words().outcomes.get(item.outcome.value, ""),
            self._say(item.reasons),
            self._notes(item.flags),
            item.explanation,
            tuple(self._evidence(item.evidence)),
        )

    def _evidence(self, evidence: Sequence[Evidence]) -> Iterator[EvidenceView]:
        for piece in evidence:
            exhibit = self._exhibits.get(piece.exhibit)
            yield EvidenceView(
                counted=piece.counted,
                type=words().types.get(exhibit.type, exhibit.type)
                if exhibit
                else "仅有登记记录，未见证据文件",
                file=exhibit.file if exhibit else "",
                page=piece.place.page if piece.place else (exhibit.pages[0] if exhibit else None),
                document=piece.exhibit,
                quote=piece.quote,
                reason=self._rules.say(piece.reason) if piece.reason else "",
                notes=self._notes(piece.flags),
                figure=self._gallery.figure(piece),
                stated=stated(exhibit) if exhibit else (),
                record=record_view(piece.match) if piece.match else None,
            )

    def _say(self, codes: Sequence[str]) -> tuple[str, ...]:
        return tuple(self._rules.say(code) for code in codes)

    def _notes(self, codes: Sequence[str]) -> tuple[str, ...]:
        return tuple(words().notes.get(code) or self._rules.say(code) for code in codes)


def _beyond_items(verdict: Verdict) -> tuple[Evidence, ...]:
    """The evidence of a box that is not shown with one of its items already."""
    shown = [e for item in verdict.items for e in item.evidence]
    return tuple(e for e in verdict.evidence if e not in shown)


def in_order(verdicts: Sequence[Verdict]) -> list[Evidence]:
    """All evidence of a report, that of flagged claims first: it is shown even where room is short."""
    rank = (Flag.UNSUPPORTED, Flag.NEEDS_REVIEW, Flag.SUPPORTED, Flag.NOT_CLAIMED)
    ranked = sorted(verdicts, key=lambda v: rank.index(v.flag))
    return [e for v in ranked for e in (*v.evidence, *(e for item in v.items for e in item.evidence))]
