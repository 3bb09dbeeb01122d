"""Whole applications as strangers hand them in: form, evidence, registries and truth, written with no look at the readers.

`applications` holds what each company wrote and what is true of it, `sheets` draws the papers, `form` fills in 附件1, `write` puts all on
disk; `python -m bench.dossiers` runs the program on them.
"""
