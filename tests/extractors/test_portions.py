"""Portions of a file's pages: every page once, in order; pages with a text of their own many at a time."""

from itertools import chain

from hypothesis import given
from hypothesis import strategies as st

from extractors.pool import CHUNK, MANY, TYPED, chunks
from extractors.readers.base import Sheet
from extractors.readers.pdf import _typed


def sheets(*typed: bool) -> tuple[Sheet, ...]:
    return tuple(Sheet(n, 595.0, 842.0, typed=is_typed) for n, is_typed in enumerate(typed, 1))


@given(st.lists(st.booleans(), max_size=150), st.booleans())
def test_every_page_is_in_one_portion_and_of_its_kind(typed: list[bool], last: bool) -> None:
    asked = sheets(*typed)
    portions = list(chunks(asked, last))
    assert tuple(chain.from_iterable(portions)) == asked
    for portion in portions:
        assert len({sheet.typed for sheet in portion}) == 1
        assert len(portion) <= (TYPED if portion[0].typed else 2 * CHUNK)


def sizes(typed: bool, pages: int, last: bool) -> list[int]:
    return [len(portion) for portion in chunks(sheets(*[typed] * pages), last)]


def test_scans_go_few_at_a_time_and_the_last_of_all_singly() -> None:
    assert sizes(False, 12, last=False) == [3, 3, 3, 3]
    assert sizes(False, 12, last=True) == [3, 3, 1, 1, 1, 1, 1, 1]
    assert sizes(False, MANY, last=False) == [6] * 10


def test_pages_with_a_text_of_their_own_go_many_at_a_time() -> None:
    assert sizes(True, 48, last=True) == [8] * 6
    assert sizes(True, 12, last=True) == [6, 6]
    assert sizes(True, 4, last=True) == [3, 1]


def test_broken_resources_of_one_page_do_not_cost_the_file() -> None:
    class Broken:
        def get_page_images(self, number: int) -> list[tuple[int, ...]]:
            raise RuntimeError("cannot load resources")

    assert not _typed(Broken(), 0)
