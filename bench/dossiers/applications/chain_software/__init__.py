"""Quzhou, a chemical chain master's software house: prose and Chinese numerals, one volume of papers, some of it on its side."""

from bench.dossiers.application import Application
from bench.dossiers.applications.chain_software import facts, form, papers, truth

CHAIN_SOFTWARE = Application(
    name="chain_software",
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
    as_of="2022-05-31",
    company={"name": facts.US, "uscc": facts.CODE},
)
