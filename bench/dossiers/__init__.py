"""Whole applications as strangers hand them in: form, evidence, registries and truth, written with no look at the readers.

Changed after the first run, because the truth was plainly wrong: a 品字标 certificate and a draft standard are papers of those types; the item of
信创 is called by the directory. And labels on the licences no longer wrap, which no licence prints.

`applications` holds what each company wrote and what is true of it, `sheets` draws the papers, `form` fills in 附件1, `write` puts all on
disk; `python -m bench.dossiers` runs the program on them.
"""
