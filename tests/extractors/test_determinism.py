"""The same file gives the same facts on every run, whatever was read beside it and by how many workers."""

import itertools
from random import Random

import pymupdf
import pytest

from api.example import scan
from api.example.layouts import LAYOUTS
from extractors.files import gather
from extractors.recall import read_files
from extractors.settings import ReadingSettings

CHOSEN = (("invention_patent_certificate", "electronic"), ("software_copyright_certificate", "coded"), ("mlps_filing", "system"))


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """Three scanned papers and one file that holds them all, so that a page has other neighbours there."""
    target, bundle = tmp_path_factory.mktemp("papers"), pymupdf.open()
    for (type_, name), level in zip(CHOSEN, ("fair", "poor", "good"), strict=True):
        layout = next(x for x in LAYOUTS if (x.type, x.name) == (type_, name))
        clean, scanned = pymupdf.open(), pymupdf.open()
        layout.draw(clean, Random(11))
        picture = scan.scanned(clean[0], level, Random(12), "甲乙丙有限公司")
        for document in (scanned, bundle):
            scan.place(document, picture, 842)
        scanned.save(target / f"{type_}.pdf")
    bundle.save(target / "bundle.pdf")
    return target


def read(paths, workers):
    return {r.file: r for r in read_files(gather(paths), ReadingSettings(workers=workers))}


@pytest.fixture(scope="module")
def together(folder):
    return read([folder], 2)


def test_one_worker_or_two_in_any_order_read_the_same(folder, together):
    paths = sorted(folder.iterdir(), reverse=True)
    assert read(paths, 1) == together


def test_a_file_alone_reads_as_it_does_among_others(folder, together):
    path = folder / f"{CHOSEN[1][0]}.pdf"
    assert read([path], 1)[path.name] == together[path.name]


def test_a_page_reads_the_same_alone_and_inside_a_bundle(together):
    bundle = together["bundle.pdf"].exhibits
    for exhibit, (type_, _) in zip(bundle, CHOSEN, strict=True):
        (alone,) = together[f"{type_}.pdf"].exhibits
        for one, other in itertools.zip_longest(alone.facts, exhibit.facts):
            assert (one.name, one.value, one.quote, one.flags, one.confidence, one.traits) == (
                other.name, other.value, other.quote, other.flags, other.confidence, other.traits,
            )  # fmt: skip
            assert [p.box for p in one.places] == [p.box for p in other.places]


def test_what_was_kept_reads_as_what_was_seen(folder, together, tmp_path):
    settings = ReadingSettings(workers=2, cache=tmp_path / "cache.db")
    cold = read_files(gather([folder]), settings)
    warm = read_files(gather([folder]), settings)
    assert {r.file: r for r in cold} == {r.file: r for r in warm} == together
