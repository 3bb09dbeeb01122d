"""Confidence means something: bound signs, bound tops, and on drawn papers ≥ 0.99 is right in 99 of 100."""

import json
from dataclasses import replace
from importlib.resources import files
from random import Random

import pymupdf
import pytest

from api.example import scan
from api.example.layouts import LAYOUTS
from extractors.exhibit import Fact, Traits
from extractors.files import gather
from extractors.guard.certainty import FEATURES, PRINTED, certainty, sort_of
from extractors.recall import read_files
from extractors.settings import ReadingSettings

MODEL = json.loads(files("extractors.guard").joinpath("certainty.json").read_text("utf-8"))


def fact(name="title", value="一种数控机床的数据采集方法", least=0.95, flags=(), **traits):
    how = Traits(least, 1 - (1 - least) / 4, len(str(value)), False)
    return Fact(name, value, str(value), (), 0.0, flags, replace(how, **traits))


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        (fact(least=0.99), fact(least=0.6)),
        (fact(), fact(value="一种数控机床的数据采集方法及其在离散制造车间中的应用")),
        (fact(), fact(whole=False)),
        (fact(agreed=1), fact()),
        (fact(), fact(differed=1)),
        (fact(), fact(flags=("YEAR_MISMATCH",))),
        (
            fact("number", "2018102889827"),
            fact("number", "2018102889827", flags=("OCR_REPAIRED",)),
        ),
        (
            fact("number", "2018102889827"),
            fact("number", "2018102889824", flags=("NUMBER_CHECK_FAIL",)),
        ),
    ],
)
def test_what_speaks_against_a_reading_never_makes_it_surer(better, worse):
    assert certainty(better) >= certainty(worse)


def test_the_coefficients_have_the_signs_that_they_may_have():
    assert MODEL["weights"].keys() == FEATURES.keys()
    assert all(MODEL["weights"][name] * sign >= 0 for name, sign in FEATURES.items())
    assert MODEL["source"].startswith("bench/calibration.py --fit")


@pytest.mark.parametrize(
    ("one", "sort"),
    [
        (fact("number", "2018102889827"), "checked number"),
        (fact("uscc", "91330201MA2GR3H33R"), "checked number"),
        (fact("number", "2021SR0970846"), "number"),
        (fact("number", "GB/T 36624—2018"), "number"),
        (fact("certificate_no", "4512345"), "text"),
        (fact("grant_date", "2020-02-21"), "date"),
        (fact("revenue_wan", 12345.67), "amount"),
        (fact("year", 2020), "figure"),
        (fact(), "text"),
        (fact(printed=True), PRINTED),
    ],
)
def test_every_sort_has_a_bound_below_one(one, sort):
    assert sort_of(one) == sort
    clear = replace(one, traits=replace(one.traits, least=1.0, mean=1.0, agreed=2))
    assert certainty(clear) <= MODEL["bounds"][sort] < 1.0


@pytest.mark.slow
def test_of_the_facts_marked_99_at_least_99_percent_are_right(tmp_path):
    """Papers with another seed than those that the model was fitted on."""
    truths = {}
    for layout in LAYOUTS:
        if layout.type not in ("invention_patent_certificate", "mlps_filing"):
            continue
        for level in ("good", "poor"):
            clean, scanned, name = pymupdf.open(), pymupdf.open(), f"{layout.type}-{layout.name}-{level}.pdf"
            truths[name] = layout.type, layout.draw(clean, Random(name))
            for page in clean.pages():
                scan.place(scanned, scan.scanned(page, level, Random(name), "甲公司"), 842)
            scanned.save(tmp_path / name)
    marked = []
    for reading in read_files(gather([tmp_path]), ReadingSettings(workers=2)):
        type_, truth = truths[reading.file]
        for exhibit in (e for e in reading.exhibits if e.type == type_):
            facts = ((exhibit.fact(name), value) for name, value in truth.items())
            marked += [_plain(f.value) == _plain(v) for f, v in facts if f is not None and f.confidence >= 0.99]
    assert len(marked) > 30
    assert sum(marked) >= 0.99 * len(marked)


def _plain(value):
    return "".join(c for c in str(value) if c.isalnum()).upper()
