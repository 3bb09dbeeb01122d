"""Xinchang, a drug maker in a group: a scanned form with its hints left standing, thick files, an English certificate with sites."""

from bench.dossiers.application import Application
from bench.dossiers.applications.pharma import facts, form, papers, truth

PHARMA = Application(
    name="pharma",
    about=__doc__ or "",
    habits=form.HABITS,
    form_as="scanned",
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
