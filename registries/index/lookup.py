"""Finds candidates for a misread text: its grams, the rarest lists first, each row weighed by what it shares.

1. how many rows hold each gram of the text
2. the rarest lists, as many as can be counted in a millisecond
3. the rows with the greatest weight, then ranked by their texts

Finding and ranking candidates is all this does; whether one is right is decided by scoring.
"""

import json
import math
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial, reduce

import numpy as np
from numpy.typing import NDArray

from registries.index.grams import PART, SHORT, grams, neighbours
from registries.index.layout import Segment, column_number, list_number, segments
from registries.index.ranking import Scores, likeness
from registries.index.tally import Rows, heaviest
from registries.index.telling import telling, telling_all
from registries.schema import Kind, Role
from registries.values.names import BRAND, PLACE, map_name
from registries.values.shapes import look_alikes

MOST_POSTINGS = 40_000
"""Rows that are read and counted for one text."""
MOST_LISTS = 48
LOOK_ALIKES, GUESSED = 5, 0.5
"""So many look-alikes of a character are tried; what only they share with a row weighs half."""
SHORT_LIST = 160
"""Rows whose texts are compared."""
MOST_SHARED = 6
_MOST_GRAMS = 400
_COUNTS = "SELECT id, count FROM postings WHERE id IN (SELECT value FROM json_each(?)) ORDER BY count, id"
_LISTS = "SELECT id, rows FROM postings WHERE id IN (SELECT value FROM json_each(?))"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A row that may be the one, and how alike its texts look."""

    row_id: int
    likeness: float


def find_candidates(
    connection: sqlite3.Connection, kind: Kind, wanted: Mapping[str, Sequence[str]]
) -> tuple[Candidate, ...]:
    """Finds the rows whose searched columns look most like what is asked for.

    Args:
        connection: the snapshot.
        kind: the kind of registry.
        wanted: searched column -> the text asked for, and others by which the same thing may be found.

    Returns:
        Candidates, the most alike first.
    """
    asked = {column: texts for column in wanted if (texts := _told(kind, column, wanted[column]))}
    lists = [
        each
        for column, texts in asked.items()
        for text in texts
        for each in _weighed(connection, kind, column, text)
    ]
    if not lists:
        return ()
    rows = heaviest(lists, SHORT_LIST)
    found, scores = _ranked(connection, kind, asked, rows)
    order = np.lexsort((found, -scores))
    return tuple(Candidate(int(found[i]), float(scores[i])) for i in order)


def rows_holding(connection: sqlite3.Connection, kind: Kind, column: str, text: str) -> list[int]:
    """The rows whose column holds a text as it is, perhaps among others; all of them.

    Args:
        connection: the snapshot.
        kind: the kind of registry.
        column: which column; one that is not indexed is read from the first row to the last.
        text: for instance the name of a company.
    """
    described = kind.column(column)
    asked = telling(described, text) if described is not None else ""
    if described is None or not asked:
        return []
    rows = f"SELECT row_id, [{column}] FROM {kind.name}"
    if column in kind.searched:
        shared = _sharing(connection, kind, column, asked)
        found = connection.execute(
            f"{rows} WHERE row_id IN (SELECT value FROM json_each(?))", [json.dumps(shared)]
        )
    else:
        found = connection.execute(f"{rows} WHERE [{column}] != ''")
    return [row_id for row_id, held in found if asked in telling(described, held)]


def _sharing(connection: sqlite3.Connection, kind: Kind, column: str, text: str) -> list[int]:
    """The rows that hold the rarest pairs of neighbours of a text, every one of them."""
    found: list[int] = []
    pairs = neighbours(text).tolist()
    for segment in segments(connection, kind, column):
        wanted = [list_number(column_number(kind, column), pair, segment.number) for pair in pairs]
        counts = dict(connection.execute(_COUNTS, [json.dumps(wanted)]).fetchall())
        if len(counts) < len(wanted):  # a pair that no row holds
            continue
        lists = connection.execute(_LISTS, [json.dumps(list(counts)[:MOST_SHARED])])
        held = [np.frombuffer(rows, "<u4") for _, rows in lists]
        found += reduce(partial(np.intersect1d, assume_unique=True), held).tolist()
    return found


def _told(kind: Kind, column: str, texts: Sequence[str]) -> tuple[str, ...]:
    described = kind.column(column)
    if described is None:
        return ()
    return tuple(dict.fromkeys(told for text in texts if (told := telling(described, text))))


def _held(kind: Kind, column: str) -> tuple[str, ...]:
    """The columns in which a text asked for in one may stand."""
    described = kind.column(column)
    return (column, *described.also) if described is not None else (column,)


def _weighed(
    connection: sqlite3.Connection, kind: Kind, column: str, text: str
) -> Iterator[tuple[int, Rows]]:
    """The rarest lists of a text, each with the weight of its rarity."""
    for held in _held(kind, column):
        known = segments(connection, kind, held)
        total = sum(segment.last_row - segment.first_row + 1 for segment in known)
        number = column_number(kind, held)
        read = grams(text)[:_MOST_GRAMS].tolist()
        meant = set(_meant(kind, held, text)).difference(read)
        guessed = {list_number(number, gram, segment.number) for gram in meant for segment in known}
        chosen = _rarest(connection, number, known, [*read, *meant])
        for each, rows in _lists(connection, chosen):
            weight = 16 * math.log2(1 + total / chosen[each])
            yield max(1, int(weight * GUESSED if each in guessed else weight)), rows


def _meant(kind: Kind, column: str, text: str) -> list[int]:
    """Pairs that a misread company name may have had: one character of place or brand is a look-alike's."""
    described = kind.column(column)
    if described is None or described.role is not Role.COMPANY or len(text) > SHORT:
        return []
    parts = map_name(text)
    if len(parts) != len(text):
        return []
    triples = (
        text[max(0, place - 1) : place] + other + text[place + 1 : place + 2]
        for place, part in enumerate(parts)
        if part in (PLACE, BRAND)
        for other in look_alikes(text[place], LOOK_ALIKES)
    )
    found: list[int] = neighbours(PART.join(triples)).tolist()
    return found


def _rarest(
    connection: sqlite3.Connection, column: int, known: tuple[Segment, ...], asked: Sequence[int]
) -> dict[int, int]:
    """The numbers of the rarest lists with their lengths: as many as can be counted, but at least one."""
    wanted = [list_number(column, gram, segment.number) for gram in asked for segment in known]
    chosen: dict[int, int] = {}
    read = 0
    for number, count in connection.execute(_COUNTS, [json.dumps(wanted)]):
        if chosen and (read + count > MOST_POSTINGS or len(chosen) >= MOST_LISTS * len(known)):
            break
        read += count
        chosen[number] = count
    return chosen


def _lists(connection: sqlite3.Connection, chosen: Mapping[int, int]) -> Iterator[tuple[int, Rows]]:
    longest = max(chosen.values(), default=0)
    if longest > MOST_POSTINGS:  # then it is the only one: read the part that can be counted
        (number,) = chosen
        with connection.blobopen("postings", "rows", number, readonly=True) as blob:
            yield number, np.frombuffer(blob.read(4 * MOST_POSTINGS), "<u4")
        return
    for number, rows in connection.execute(_LISTS, [json.dumps(list(chosen))]):
        yield number, np.frombuffer(rows, "<u4")


def _ranked(
    connection: sqlite3.Connection, kind: Kind, asked: Mapping[str, Sequence[str]], rows: list[int]
) -> tuple[NDArray[np.int64], Scores]:
    """The rows that are still there, and how alike they look over all columns asked for."""
    columns = list(dict.fromkeys(held for each in asked for held in _held(kind, each)))
    names = ", ".join(f"[{column}]" for column in columns)
    found = connection.execute(
        f"SELECT row_id, {names} FROM {kind.name} WHERE row_id IN (SELECT value FROM json_each(?))",
        [json.dumps(rows)],
    ).fetchall()
    texts = {
        column: _cleaned(kind, column, [row[at] for row in found]) for at, column in enumerate(columns, 1)
    }
    scores = np.zeros(len(found))
    for column, wanted in asked.items():
        likened = [likeness(text, texts[held]) for held in _held(kind, column) for text in wanted]
        scores += np.max(likened, axis=0)
    return np.array([row[0] for row in found], np.int64), scores / max(len(asked), 1)


def _cleaned(kind: Kind, column: str, texts: Sequence[str]) -> list[str]:
    described = kind.column(column)
    assert described is not None
    return telling_all(described, texts)
