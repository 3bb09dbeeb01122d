"""Kinds of evidence: one file a family, mostly data; `catalog.KINDS` lists them by hand."""
