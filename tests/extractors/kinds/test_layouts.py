"""Every layout that the generator draws is recognised, and states what was written on it."""

from collections import Counter
from random import Random

import pymupdf
import pytest

from api.example.layouts import LAYOUTS
from extractors.exhibits import find_exhibits
from extractors.page import Page
from extractors.readers.pdf import PdfSource


def pages_of(document):
    source = PdfSource(document)
    return [Page(s.number, s.width, s.height, lines=source.text_layer(s.number).lines) for s in source.sheets()]


def drawn(layout, seed):
    document = pymupdf.open()
    truth = layout.draw(document, Random(seed))
    exhibits, _ = find_exhibits("a.pdf", "f" * 64, pages_of(document))
    return truth, exhibits


def read_as(value):
    return pytest.approx(value, rel=1e-6) if isinstance(value, float) else value


def without_spaces(fields):
    """A cover breaks a standard's title at its spaces: they are no part of what is read."""
    return fields | ({"title": fields["title"].replace(" ", "")} if "title" in fields else {})


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: f"{layout.type}-{layout.name}")
def test_a_layout_is_read_as_it_was_drawn(layout):
    truth, exhibits = drawn(layout, 23)
    assert [e.type for e in exhibits] == [layout.type]
    (exhibit,) = exhibits
    stated = {fact.name: fact.value for fact in exhibit.facts}
    fields = without_spaces({name: value for name, value in truth.items() if name != "rows"})
    assert {name: stated.get(name) for name in fields} == {name: read_as(v) for name, v in fields.items()}
    rows = truth.get("rows")
    if rows is not None:
        cells = [{f.name: f.value for f in row.facts if f.name in want} for row, want in zip(exhibit.rows, rows, strict=False)]
        assert len(exhibit.rows) == len(rows)
        assert cells == [{name: read_as(v) for name, v in row.items()} for row in rows]


def test_every_type_is_drawn_in_two_layouts_at_least():
    assert {kind: n for kind, n in Counter(layout.type for layout in LAYOUTS).items() if n < 2} == {}


def test_layouts_of_a_type_have_names_of_their_own():
    assert max(Counter((layout.type, layout.name) for layout in LAYOUTS).values()) == 1
