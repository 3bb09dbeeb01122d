"""The example of «How to add a kind» in docs/reading.md works as it stands there."""

import re
from pathlib import Path
from random import Random

import pymupdf
import pytest

from extractors.exhibits import find_exhibits
from extractors.kinds import catalog, recognise
from extractors.page import Page
from extractors.readers.pdf import PdfSource

DOCS = Path(__file__).resolve().parents[3] / "docs" / "reading.md"


@pytest.fixture(scope="module")
def example():
    """The names that the blocks of the section define."""
    section = DOCS.read_text("utf-8").split("## How to add a kind")[1].split("\n## ")[0]
    blocks = re.findall(r"```python\n(.*?)```", section, re.DOTALL)
    names = {}
    for block in blocks:
        exec(re.sub(r"(?m)^ {3}", "", block), names)  # our own document
    return names


@pytest.fixture
def with_example(example, monkeypatch):
    kinds = sorted((*catalog.KINDS, example["AFTER_SALES"]), key=lambda kind: -kind.rank)
    monkeypatch.setattr(recognise, "KINDS", tuple(kinds))


def pages_of(document):
    source = PdfSource(document)
    return [Page(s.number, s.width, s.height, lines=source.text_layer(s.number).lines) for s in source.sheets()]


@pytest.mark.parametrize("n", [0, 1])
def test_both_layouts_of_the_example_are_read_as_they_were_drawn(example, with_example, n):
    layout, document = example["LAYOUTS"][n], pymupdf.open()
    truth = layout.draw(document, Random(5))
    (exhibit,), _ = find_exhibits("a.pdf", "f" * 64, pages_of(document))
    stated = {fact.name: fact.value for fact in exhibit.facts}
    assert exhibit.type == layout.type
    assert {name: stated.get(name) for name in truth} == truth


def test_what_resembles_the_example_is_none(page, with_example):
    exhibits, _ = find_exhibits("a.pdf", "f" * 64, [page([(180, "售后服务自我声明")], "本公司售后服务符合GB/T 27922的要求。")])
    assert [e.type for e in exhibits] != ["after_sales_certificate"]


def test_the_files_that_the_section_names_exist():
    section = DOCS.read_text("utf-8").split("## How to add a kind")[1].split("\n## ")[0]
    named = re.findall(r"`((?:extractors|api|tests|verifier|registries)/[\w./]+)`", section)
    assert len(named) >= 8
    assert [path for path in named if not (DOCS.parents[1] / path).exists()] == []
