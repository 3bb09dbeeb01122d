"""Papers in other words and orders than ours are known for what they are, and state what is printed."""

import pytest

from api.example.layouts import LAYOUTS
from extractors.exhibits import find_exhibits
from tests.extractors.conftest import build_page
from tests.extractors.papers_in_other_words import PAPERS


def plain(value):
    return "".join(c for c in str(value) if c.isalnum())


def same(wanted, read):
    return read == pytest.approx(wanted) if isinstance(wanted, float) else plain(read) == plain(wanted)


@pytest.mark.parametrize(
    ("type_", "pages", "fields", "rows"), PAPERS, ids=[f"{n}-{p[0]}" for n, p in enumerate(PAPERS)]
)
def test_a_paper_in_other_words_is_read(type_, pages, fields, rows):
    drawn = [build_page(*page, number=n) for n, page in enumerate(pages, 1)]
    exhibits, _ = find_exhibits("a.pdf", "f" * 64, drawn)
    assert [e.type for e in exhibits] == [type_]
    (exhibit,) = exhibits
    stated = {fact.name: fact.value for fact in exhibit.facts}
    assert {
        name: stated.get(name) for name, value in fields.items() if not same(value, stated.get(name))
    } == {}
    if rows is not None:
        read = [{f.name: f.value for f in row.facts} for row in exhibit.rows]
        assert len(read) == len(rows)
        assert all(
            same(value, got.get(name))
            for want, got in zip(rows, read, strict=True)
            for name, value in want.items()
        )


def test_every_type_is_told_in_other_words():
    assert {layout.type for layout in LAYOUTS} - {paper[0] for paper in PAPERS} == set()
