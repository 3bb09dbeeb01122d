"""One piece of evidence as the page shows it: what the paper states beside what the registry holds."""

from dataclasses import dataclass

from api.html.differences import Run, differences
from extractors.exhibit import Exhibit
from registries.match import Match, Reason
from registries.schema import find_kind
from verifier.words import Word, plain, words


@dataclass(frozen=True, slots=True)
class Compared:
    """One column of a record beside what the paper states."""

    label: str
    asked: tuple[Run, ...]
    found: tuple[Run, ...]
    word: Word
    agrees: bool
    text: str


@dataclass(frozen=True, slots=True)
class RecordView:
    """A registry record behind a piece of evidence."""

    registry: str
    id: str
    score: str
    compared: tuple[Compared, ...]
    others: tuple[tuple[str, str], ...]
    source: str


@dataclass(frozen=True, slots=True)
class EvidenceView:
    """One piece of evidence: where it stands, what it says, what the registry says."""

    counted: bool
    type: str
    file: str
    page: int | None
    document: str
    quote: str
    reason: str
    notes: tuple[str, ...]
    figure: object | None
    """Its picture, as the page that shows it needs it."""
    stated: tuple[tuple[str, str], ...]
    record: RecordView | None


def stated(exhibit: Exhibit) -> tuple[tuple[str, str], ...]:
    """What a paper states, with the Chinese names of its fields, the known ones only."""
    known = words().fields
    order = {name: place for place, name in enumerate(known)}
    facts = sorted((fact for fact in exhibit.facts if fact.name in known), key=lambda fact: order[fact.name])
    return tuple((known[fact.name], plain(fact.value)) for fact in facts)


def record_view(match: Match) -> RecordView:
    """The view of a match: its columns compared one by one, then whatever else the record holds."""
    kind, record = find_kind(match.record.registry), match.record
    labels = {column.name: column.labels[0] for column in kind.columns}
    compared = tuple(_compared(labels.get(r.column, r.column), r) for r in match.reasons)
    seen = {reason.column for reason in match.reasons}
    others = ((labels.get(c, c), text) for c, text in record.values.items() if text and c not in seen)
    source = f"{record.source.file} 第{record.source.row}行" if record.source else ""
    return RecordView(kind.title, record.id, f"{match.score:.0%}", compared, tuple(others), source)


def _compared(label: str, reason: Reason) -> Compared:
    agrees = reason.code in ("SAME", "FORMER_NAME")
    # What is the same although written otherwise (ZL, dots, full width) is not to be marked.
    runs = ((Run(reason.asked),), (Run(reason.found),))
    asked, found = runs if agrees else differences(reason.asked, reason.found)
    return Compared(
        label, asked, found, words().comparisons.get(reason.code, Word(reason.code, "·")), agrees, reason.text
    )
