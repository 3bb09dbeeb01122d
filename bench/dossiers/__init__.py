"""Whole applications as strangers hand them in: form, evidence, registries and truth, written with no look at the readers.

Changed after the first run, because the truth was plainly wrong: a 品字标 certificate and a draft standard are papers of those types; the item of
信创 is called by the directory. And labels on the licences no longer wrap, which no licence prints.

Of the second wave, changed after its first run, because the truth was plainly wrong: the holder of a certificate with two names on two lines
is not «A<br>B» (two papers); a claim of 国际先进水平 is called by that and not by the technology, a 课题 by 课题 and not by its programme.

`applications` holds what each company wrote and what is true of it, `sheets` draws the papers, `form` fills in 附件1, `write` puts all on
disk; `python -m bench.dossiers` runs the program on them.
"""
