"""Time in the registries: which version of a record held on a day, which rating of a series counts."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from registries.match import Match, Reason
from registries.record import Record
from registries.schema import Kind
from registries.scoring import BEST_UNCERTAIN
from registries.values.dates import parse_date
from registries.values.text import squeeze

PASSED_BY = BEST_UNCERTAIN - 0.05


def as_held(records: Iterable[Record], as_of: date | None) -> list[Record]:
    """Of each record the version that held on the day; before the first that we know, the first."""
    versions: dict[str, list[Record]] = {}
    for record in records:
        versions.setdefault(record.id, []).append(record)
    held: list[Record] = []
    for each in versions.values():
        ordered = sorted(each, key=lambda record: record.valid_from or date.min)
        begun = [r for r in ordered if as_of is None or (r.valid_from or date.min) <= as_of]
        held.append(begun[-1] if begun else ordered[0])
    return held


def in_series(kind: Kind, matches: Sequence[Match], as_of: date | None) -> list[Match]:
    """Of a series of ratings only the latest that was out on the day keeps its score."""
    series: dict[str, list[tuple[date, Match]]] = {}
    for match in matches:
        holder = match.record.get(kind.number) or match.record.get("company")
        day = parse_date(match.record.get(kind.dated)) or date.min
        series.setdefault(squeeze(holder), []).append((day, match))
    chosen: list[Match] = []
    for each in series.values():
        out = [day for day, _ in each if as_of is None or day <= as_of]
        latest = max(out, default=None)
        chosen += [match if day == latest else _superseded(match, day, as_of) for day, match in each]
    return chosen


def _superseded(match: Match, day: date, as_of: date | None) -> Match:
    later = as_of is not None and day > as_of
    text = "该评价在核验日期之后" if later else "已有更新的评价"
    reason = Reason("LATER" if later else "SUPERSEDED", "date", "", day.isoformat(), 0.0, text)
    return replace(match, score=min(match.score, PASSED_BY), reasons=(*match.reasons, reason))
