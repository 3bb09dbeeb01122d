"""Frauds and honest oddities in new constellations: python -m bench.constellations [--dossiers 160] [--freeze].

A second generator beside bench.frauds, written from the catalogue of frauds and the checks of the claims,
before it was run and apart from the judge: several traps meet in one count, box or year, their words are
others, and each dossier holds honest papers that look odd (former names in their time, co-owners, terms
that ended later, misread names, amounts in other units). `--freeze` writes bench/constellations.json.

`draft` is a dossier while it is bent; `patents` … `boxes` are the first wave by what it bends, `second` and
`third` the later waves; `waves` lists all of it; `judging` bends, judges and counts.
"""
