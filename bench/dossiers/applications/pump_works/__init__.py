"""Wenling, intelligent pumps: a .docx with a text box, units in the cells, half of the papers in the former name."""

from bench.dossiers.application import Application
from bench.dossiers.applications.pump_works import facts, form, papers, truth

PUMP_WORKS = Application(
    name="pump_works",
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
