"""Which lists are read for a text: rare ones from all over it, and few enough."""

import numpy as np

from registries.index.choosing import ENOUGH_POSTINGS, MOST_LISTS, MOST_POSTINGS, _rarest

PAIRS = [(at, at + 2) for at in range(7)]


def rarest(*known: int) -> list[int]:
    return _rarest(np.array(known, np.int64), PAIRS[: len(known)], 8)


def test_the_rarest_are_read_first_and_what_no_row_has_not_at_all() -> None:
    assert rarest(900, 0, 30, 40_000, 200) == [2, 4, 0, 3]


def test_neighbours_that_stand_in_the_same_rows_come_last() -> None:
    assert rarest(100, 120, 5_000, 4_000) == [0, 3, 1, 2]


def test_where_the_rarest_is_long_it_is_read_all_the_same() -> None:
    assert rarest(MOST_POSTINGS + 1, MOST_POSTINGS + 2) == [0]


def test_no_more_are_read_than_can_be_counted() -> None:
    many = np.full(200, 10, np.int64)
    chosen = _rarest(many, [(2 * at, 2 * at + 2) for at in range(200)], 400)
    assert len(chosen) == MOST_LISTS
    assert many[chosen].sum() <= ENOUGH_POSTINGS
