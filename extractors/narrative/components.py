"""spaCy components of the narrative reader: `spacy.blank("zh")`, a character a token, then these five.

Each one declares what it needs and what it assigns, so that a wrong order is found before it runs.
This module imports spaCy; `reading` imports it only when a box is read.
"""

from collections.abc import Callable
from functools import cache

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from extractors.narrative.building import build
from extractors.narrative.finding import find_clauses, find_quantities, find_quotes, find_signs, find_years
from extractors.narrative.found import Found
from extractors.narrative.naming import find_names

PIPELINE = (
    "narrative_clauses",
    "narrative_numbers",
    "narrative_signs",
    "narrative_names",
    "narrative_mentions",
)
"""The components in their order."""

for _name in ("clauses", "quotes", "years", "quantities", "signs", "names", "mentions"):
    if not Doc.has_extension(_name):
        Doc.set_extension(_name, default=())


@Language.component("narrative_clauses", assigns=["doc._.clauses", "doc._.quotes"])
def clauses(doc: Doc) -> Doc:
    """Sentences, clauses and what stands in quotation marks."""
    doc._.clauses = tuple(find_clauses(doc.text))
    doc._.quotes = tuple(find_quotes(doc.text))
    return doc


@Language.component("narrative_numbers", assigns=["doc._.years", "doc._.quantities"])
def numbers(doc: Doc) -> Doc:
    """Years and ranges; numbers with their units and how they bind."""
    doc._.years = tuple(find_years(doc.text))
    doc._.quantities = tuple(find_quantities(doc.text))
    return doc


@Language.component("narrative_signs", assigns=["doc._.signs"])
def signs(doc: Doc) -> Doc:
    """Grades, ranks, roles, stages, negations, 其中 and 分别."""
    doc._.signs = tuple(find_signs(doc.text))
    return doc


@Language.component("narrative_names", assigns=["doc._.names"])
def names(doc: Doc) -> Doc:
    """Honours, prizes, first sets, filings, platforms."""
    doc._.names = tuple(find_names(doc.text))
    return doc


@Language.component(
    "narrative_mentions",
    requires=["doc._.clauses", "doc._.years", "doc._.quantities", "doc._.signs", "doc._.names"],
    assigns=["doc._.mentions"],
)
def mentions(doc: Doc) -> Doc:
    """What the box claims, built from all of it."""
    found = Found(doc.text, doc._.quotes, doc._.years, doc._.quantities, doc._.signs)
    sentences = [piece for piece in doc._.clauses if piece.kind == "sentence"]
    parts = [piece for piece in doc._.clauses if piece.kind == "clause"]
    doc._.mentions = tuple(build(found, sentences, parts, doc._.names))
    return doc


@cache
def pipeline() -> Callable[[str], Doc]:
    """The assembled pipeline, made once in a program's life."""
    chinese = spacy.blank("zh")
    for name in PIPELINE:
        chinese.add_pipe(name)
    return chinese
