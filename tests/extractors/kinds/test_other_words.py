"""Papers in other words and orders than ours are known for what they are, and state what is printed.

They stand in `papers_in_other_words.txt`, in a form that anybody can add to.
"""

import re
from pathlib import Path

import pytest

from api.example.layouts import LAYOUTS
from extractors.exhibits import find_exhibits
from tests.extractors.conftest import build_page

TEXT = Path(__file__).with_name("papers_in_other_words.txt").read_text("utf-8")


def papers():
    """Each paper's type, pages as rows of cells, fields, and the rows of its list."""
    for block in re.split(r"^### ", TEXT, flags=re.MULTILINE)[1:]:
        type_, *lines = block.strip().split("\n")
        pages, fields, listed = [[]], {}, []
        for line in lines:
            if line == "---":
                pages.append([])
            elif line.startswith("=> "):
                fields |= stated(line[3:])
            elif line.startswith("-> "):
                listed.append({name: value for part in line[3:].split(" | ") for name, value in stated(part).items()})
            else:
                pages[-1].append([(float(x), text.strip()) for x, text in re.findall(r"@([\d.]+) ([^@]+)", line)])
        yield type_, pages, fields, listed


def stated(line):
    name, value = line.split(" = ", 1)
    return {name: float(value) if re.fullmatch(r"-?\d+\.\d+", value) else value}


PAPERS = list(papers())


def plain(value):
    return "".join(c for c in str(value) if c.isalnum())


def same(wanted, read):
    return read == pytest.approx(wanted) if isinstance(wanted, float) else plain(read) == plain(wanted)


@pytest.mark.parametrize(("type_", "pages", "fields", "rows"), PAPERS, ids=[f"{n}-{p[0]}" for n, p in enumerate(PAPERS)])
def test_a_paper_in_other_words_is_read(type_, pages, fields, rows):
    drawn = [build_page(*page, number=n) for n, page in enumerate(pages, 1)]
    exhibits, _ = find_exhibits("a.pdf", "f" * 64, drawn)
    assert [e.type for e in exhibits] == [type_]
    (exhibit,) = exhibits
    found = {fact.name: fact.value for fact in exhibit.facts}
    assert {name: found.get(name) for name, value in fields.items() if not same(value, found.get(name))} == {}
    if rows:
        read = [{f.name: f.value for f in row.facts} for row in exhibit.rows]
        assert len(read) == len(rows)
        assert all(same(value, got.get(name)) for want, got in zip(rows, read, strict=True) for name, value in want.items())


def test_every_type_is_told_in_other_words():
    assert {layout.type for layout in LAYOUTS} - {paper[0] for paper in PAPERS} == set()
