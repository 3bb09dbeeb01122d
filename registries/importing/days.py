"""The days of rows as JSON, which holds them in ISO form; what is no day is doubtful."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import repeat

from registries.importing.entries import Texts, Told
from registries.schema import Column
from registries.values.dates import parse_date

_NO_DATE = frozenset({"", "未发表", "无", "-", "—", "/", "不详", "长期"})


def days_of(dated: Sequence[tuple[Column, Texts]], rows: int, told: Told) -> Texts:
    """The days of each row of a batch.

    Args:
        dated: the columns that hold days, by name, with their texts.
        rows: how many rows there are.
        told: where doubts are noted.
    """
    written: list[Iterator[str]] = []
    for column, texts in dated:
        if not any(texts):
            continue
        days = list(map(day_of, texts))
        if "" in days:
            told.doubt(
                {
                    at: f"{column.labels[0]}“{text}”不是可识别的日期"
                    for at, (text, day) in enumerate(zip(texts, days, strict=True))
                    if not day and text not in _NO_DATE
                }
            )
        written.append(map(_as_json, repeat(column.name), days))
    if not written:
        return ("{}",) * rows
    return ["{" + ", ".join(filter(None, each)) + "}" for each in zip(*written, strict=True)]


@lru_cache(maxsize=1 << 16)
def day_of(text: str) -> str:
    """A day in ISO form, empty where it is none; millions of rows have some thousands of days."""
    day = parse_date(text) if text else None
    return day.isoformat() if day is not None else ""


@lru_cache(maxsize=1 << 16)
def _as_json(name: str, day: str) -> str:
    """As JSON writes it: neither days nor names of columns hold what it must mask."""
    return f'"{name}": "{day}"' if day else ""
