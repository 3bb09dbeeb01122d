"""Every layout of every kind of evidence that we can draw, each with the truth about what it says.

Recipe: a layout is a type, a name and a function that draws one exhibit with facts of its own into a
document and returns the fields that the paper states (a list's rows under `rows`). A bench draws all of
them in every kind of scan; the tests read them digital. A new kind is listed here by hand.
"""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from random import Random

import pymupdf

from api.example import distinctions, names, rights
from api.example.application import Paper
from api.example.layout import Fields, Layout
from api.example.papers import (
    certificates,
    company,
    contracts,
    first_sets,
    lists,
    offices,
    platforms,
    projects,
    quality,
    reports,
    staff,
    surveys,
    tax,
)
from api.example.papers import draw as draw_paper
from api.example.truth import STATED


def _stated(paper: Paper) -> Fields:
    """What a paper of an application states, as truth.json would say it."""
    says = paper.says
    stated = {key: says[key] for key in STATED[paper.type] if says.get(key) not in (None, "")}
    return {key: value.isoformat() if isinstance(value, date) else value for key, value in stated.items()}


def _patent(document: pymupdf.Document, chance: Random, kind: int, layout: str) -> Fields:
    owner = names.company(chance)
    paper, _ = rights.patent(chance, [owner.name], owner.address, kind, layout)
    draw_paper(document, paper)
    return _stated(paper)


def _software(document: pymupdf.Document, chance: Random, layout: str) -> Fields:
    paper, _ = rights.software(chance, names.company(chance).name, layout)
    draw_paper(document, paper)
    return _stated(paper)


def _standard(document: pymupdf.Document, chance: Random, series: str, layout: str = "") -> Fields:
    paper, _ = rights.standard(chance, series, names.companies(chance, chance.randint(4, 9)))
    paper = Paper(paper.type, paper.section, layout or paper.layout, paper.says)
    draw_paper(document, paper)
    return _stated(paper)


def _award(document: pymupdf.Document, chance: Random, layout: str) -> Fields:
    winners = names.companies(chance, 4)
    applicant = chance.choice(winners).name
    paper, _, _ = distinctions.award(chance, winners, applicant, chance.choice((2019, 2020)), "", layout)
    draw_paper(document, paper)
    return _stated(paper)


def _listed(paper: Paper) -> Fields:
    """A notice states its year, and of every row what stands in it."""
    columns = ("holder", "title")
    rows = [
        {key: cell for key, cell in zip(columns, row, strict=False) if cell} for row in paper.says["rows"]
    ]
    return {"year": paper.says["year"], "rows": rows}


def _honour(document: pymupdf.Document, chance: Random, type_: str, layout: str) -> Fields:
    applicant, *others = names.companies(chance, 8)
    project = "" if type_ in ("cloud_honour_notice", "bigdata_honour_notice") else names.machine(chance)
    year = chance.choice((2020, 2021))
    paper, _ = distinctions.honour(chance, type_, applicant.name, others, year, project)
    paper = Paper(paper.type, paper.section, layout, paper.says)
    draw_paper(document, paper)
    return _listed(paper)


def _first_set(document: pymupdf.Document, chance: Random, layout: str) -> Fields:
    applicant, *others = names.companies(chance, 7)
    paper, _, _ = distinctions.first_set(chance, applicant.name, others, "省内", chance.choice((2020, 2021)))
    paper = Paper(paper.type, paper.section, layout, paper.says)
    draw_paper(document, paper)
    return _listed(paper)


def _filing(document: pymupdf.Document, chance: Random, layout: str) -> Fields:
    paper, _, _ = distinctions.filing(chance, names.company(chance).name, chance.choice((2, 3)))
    paper = Paper(paper.type, paper.section, layout, paper.says)
    draw_paper(document, paper)
    return _stated(paper)


def _many(type_: str, draw: Callable[..., Fields], *ways: tuple[object, ...]) -> tuple[Layout, ...]:
    """Layouts that one function draws; the last argument of each way is the layout's name."""
    return tuple(Layout(type_, str(way[-1]), partial(_called, draw, way)) for way in ways)


def _called(
    draw: Callable[..., Fields], way: Sequence[object], document: pymupdf.Document, chance: Random
) -> Fields:
    return draw(document, chance, *way)


LAYOUTS: tuple[Layout, ...] = (
    *_many("invention_patent_certificate", _patent, (1, "bound"), (1, "electronic")),
    *_many("utility_model_certificate", _patent, (2, "bound"), (2, "electronic")),
    *_many("design_patent_certificate", _patent, (3, "bound"), (3, "electronic")),
    *_many("software_copyright_certificate", _software, ("plain",), ("coded",), ("electronic",)),
    *_many("national_standard", _standard, ("GB", "list"), ("GB", "wrapped")),
    *_many("industry_standard", _standard, ("YD",), ("SJ",)),
    *_many("local_or_group_standard", _standard, ("DB",), ("T",)),
    *_many("science_award", _award, ("labelled",), ("running",), ("table",)),
    *_many("first_set_notice", _first_set, ("table",), ("columns",)),
    *(
        layout
        for type_ in (
            "zj_premium_product",
            "cloud_honour_notice",
            "bigdata_honour_notice",
            "platform_recognition",
        )
        for layout in _many(type_, _honour, (type_, "table"), (type_, "columns"), (type_, "numbered"))
    ),
    *_many("mlps_filing", _filing, ("system",), ("network",)),
    *tax.LAYOUTS,
    *staff.LAYOUTS,
    *surveys.LAYOUTS,
    *quality.LAYOUTS,
    *reports.LAYOUTS,
    *certificates.LAYOUTS,
    *projects.LAYOUTS,
    *contracts.LAYOUTS,
    *platforms.LAYOUTS,
    *company.LAYOUTS,
    *offices.LAYOUTS,
    *lists.LAYOUTS,
    *first_sets.LAYOUTS,
)
"""All of them, by hand."""
