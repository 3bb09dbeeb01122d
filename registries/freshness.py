"""How old what a registry says is, and whether that is too old."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from registries.schema import Kind, find_kind
from registries.snapshot.publishing import KindVersion


@dataclass(frozen=True, slots=True)
class Freshness:
    """The age of one registry on a day; `text` is one sentence for people."""

    kind: str
    as_of: date
    days: int
    stale: bool
    text: str


def freshness(loaded: Mapping[str, KindVersion], day: date) -> tuple[Freshness, ...]:
    """How old each loaded registry is.

    Args:
        loaded: the kinds with their versions, as `Registries.loaded` has them.
        day: the day on which it is asked.

    Returns:
        One answer a kind. Without a day on which the table held, the day of import counts.
    """
    return tuple(_of_kind(find_kind(name), version, day) for name, version in sorted(loaded.items()))


def _of_kind(kind: Kind, version: KindVersion, day: date) -> Freshness:
    since = version.as_of or datetime.fromisoformat(version.imported_at).date()
    days = max(0, (day - since).days)
    stale = days > kind.fresh_days
    text = f"{kind.title}数据截至{since}，距今{days}天"
    if stale:
        text += f"，超过{kind.fresh_days}天，请更新后再作结论"
    return Freshness(kind.name, since, days, stale, text)
