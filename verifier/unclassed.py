"""Papers that were read and that no kind knows: the proof of a claim without evidence may be one of them.

Legible and not understood is not «no evidence». Only papers are asked that name the applicant and say that somebody
issued them, and only by what the claim itself names: the thing of an item, or how 附件2 calls the papers of a claim.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from rapidfuzz import fuzz

from extractors.exhibit import FileReading, PageRole
from registries.values.text import squeeze
from verifier.applicant import Applicant
from verifier.rules import Rules
from verifier.verdict import Flag, Item, Outcome, Verdict

NAMED = 85.0
"""How alike, of 100, a name and a stretch of the page must be."""

NUMBER, WORD = 5, 4
"""A number of so many digits, or a foreign word of so many letters, tells a certificate from others: 27001, CMMI."""

SERIES = ("iso", "gb")
"""With these begin the names of standards of any kind."""

SHORTEST = {"name": 4, "word": 3}
"""Shorter names and words of 附件2 (标准, 信用) stand on papers of any kind."""


@dataclass(frozen=True, slots=True)
class UnclassedPage:
    """A page that was read and is no known evidence: where it lies, and what stands on it."""

    file: str
    page: int
    text: str


def unclassed_pages(readings: Sequence[FileReading]) -> tuple[UnclassedPage, ...]:
    """Every page of the evidence that was read and that no kind knows."""
    return tuple(
        UnclassedPage(reading.file, entry.page, squeeze(entry.text))
        for reading in readings
        for entry in reading.ledger
        if entry.role == PageRole.UNRECOGNISED and entry.text
    )


def papers_of(
    applicant: Applicant, pages: Sequence[UnclassedPage], rules: Rules
) -> tuple[UnclassedPage, ...]:
    """Those that name the applicant and say that somebody issued them."""
    own = [squeeze(name) for name in (*applicant.names, applicant.uscc) if name]
    issued = [squeeze(word) for word in rules.words.issued]
    return tuple(
        page
        for page in pages
        if any(name in page.text for name in own) and any(word in page.text for word in issued)
    )


def item_in_doubt(item: Item, pages: Sequence[UnclassedPage], rules: Rules) -> Item:
    """An item without evidence of which such a paper speaks is for a person; any other as it is."""
    if item.outcome is not Outcome.NO_EVIDENCE:
        return item
    said = _said((item.name, item.project), pages)
    if said is None:
        return item
    return replace(
        item,
        flag=Flag.NEEDS_REVIEW,
        outcome=Outcome.UNVERIFIABLE,
        reasons=("UNCLASSED_PAPER",),
        explanation=_told(rules, *said),
    )


def verdict_in_doubt(verdict: Verdict, pages: Sequence[UnclassedPage], rules: Rules, claim: str) -> Verdict:
    """The same for a claim that is one thing, or a number of papers."""
    if verdict.outcome is not Outcome.NO_EVIDENCE or verdict.items:
        return verdict
    found = rules.topic(claim)
    words = [word for word in found[1].words if len(word) >= SHORTEST["word"]] if found else []
    said = next(((page, word) for page in pages for word in words if squeeze(word) in page.text), None)
    if said is None:
        return verdict
    return replace(
        verdict,
        flag=Flag.NEEDS_REVIEW,
        outcome=Outcome.UNVERIFIABLE,
        reasons=("UNCLASSED_PAPER",),
        explanation=_told(rules, *said),
    )


def _said(names: Sequence[str], pages: Sequence[UnclassedPage]) -> tuple[UnclassedPage, str] | None:
    """The first page on which one of the names stands, and what of it."""
    for page in pages:
        for name in map(squeeze, names):
            telling, chinese = _telling(name), re.sub(r"[a-z\d]+", "", name)
            if telling and all(token in page.text for token in telling):
                return page, telling[0]
            if len(chinese) >= SHORTEST["name"] and fuzz.partial_ratio(chinese, page.text) >= NAMED:
                return page, chinese
    return None


def _telling(name: str) -> list[str]:
    tokens = re.findall(r"[a-z]+|\d+", name)
    numbers = [token for token in tokens if token.isdigit() and len(token) >= NUMBER]
    words = [token for token in tokens if token.isalpha() and len(token) >= WORD and not token.startswith(SERIES)]
    return numbers or words


def _told(rules: Rules, page: UnclassedPage, said: str) -> str:
    return f"{rules.say('UNCLASSED_PAPER')}：“{page.file}”第{page.page}页写有“{said}”"
