"""Jiaxing, car parts with subsidiaries: a .docx with tables in its boxes and amounts in every unit, the group's accounts beside the own."""

from bench.dossiers.application import Application
from bench.dossiers.applications.car_parts import facts, form, papers, truth

CAR_PARTS = Application(
    name="car_parts",
    about=__doc__ or "",
    habits=form.HABITS,
    form_as="docx",
    cells=form.CELLS,
    reads=form.READS,
    evidence=papers.PAPERS,
    registries=truth.REGISTRIES,
    verdicts=truth.VERDICTS,
    traps=truth.TRAPS,
    honest=truth.HONEST,
    odd_registries=True,
    company={"name": facts.US, "uscc": facts.CODE},
)
