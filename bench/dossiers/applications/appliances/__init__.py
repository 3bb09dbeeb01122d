"""Cixi, small appliances: a printed form cut in two, scans and photographs named by machines, a Word file of pictures."""

from bench.dossiers.application import Application
from bench.dossiers.applications.appliances import facts, form, papers, truth

APPLIANCES = Application(
    name="appliances",
    about=__doc__ or "",
    habits=form.HABITS,
    form_as="pdf",
    cells=form.CELLS,
    reads=form.READS,
    evidence=papers.PAPERS,
    registries=truth.REGISTRIES,
    verdicts=truth.VERDICTS,
    traps=truth.TRAPS,
    honest=truth.HONEST,
    odd_registries=True,
    company={"name": facts.US, "uscc": facts.CODE},
    zipped=("标准",),
)
