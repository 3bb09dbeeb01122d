"""What speaks against a paper as a whole, beside what it states: told as flags of its exhibit.

PAGE_MISSING         its pages are numbered «第2页 共6页», and some numbers are not in the file
UNSEALED             no seal is on its scan, though others were seen in it; which papers need one the rules say
TEXT_LAYER_MISMATCH  a page's text layer says otherwise than the page shows
SIGNATURE_BROKEN, SIGNATURE_UNTRUSTED   of the electronic signature that is shown on it
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from extractors.exhibit import Exhibit, Fact
from extractors.kinds.fields.facts import make_fact
from extractors.kinds.kind import Reading
from extractors.layout import script_of
from extractors.page import TEXT, Page, PageState, Problem

OF_PAGES = ("TEXT_LAYER_MISMATCH", "SIGNATURE_BROKEN", "SIGNATURE_UNTRUSTED")

SURE = 0.9
"""Least confidence in the digits of a page's number."""

MOST = 300
"""A paper of more pages than this is none that a company hands in whole."""

_GAP = r"[\s,,/|(]{0,4}"
_M, _N = r"第\s?(?P<m>\d{1,3})\s?页", r"共\s?(?P<n>\d{1,3})\s?页"
NUMBERED = re.compile(rf"{_M}{_GAP}{_N}|{_N.replace('n>', 'n2>')}{_GAP}{_M.replace('m>', 'm2>')}|[Pp]age\s?(?P<m3>\d{{1,3}})\s?of\s?(?P<n3>\d{{1,3}})")


@dataclass(frozen=True, slots=True)
class Numbered:
    """A page that tells its number: its place in the file, number, total, and the words that tell it."""

    at: int
    number: int
    total: int
    fact: Fact


def with_flaws(
    exhibits: Sequence[Exhibit], pages: Sequence[Page], problems: Sequence[Problem]
) -> tuple[Exhibit, ...]:
    """The exhibits of one file with what speaks against each.

    Args:
        exhibits: the exhibits of the file.
        pages: all pages of the file, in order.
        problems: what was found wrong with the file's signatures, each with its page.
    """
    by_number = {page.number: page for page in pages}
    lacking = _lacking(pages)
    sealed = any(page.seals for page in pages if _scanned(page))
    told = (*problems, *(p for page in pages for p in page.problems))
    return tuple(_with(e, [by_number[n] for n in e.pages if n in by_number], lacking, sealed, told) for e in exhibits)


def _with(
    exhibit: Exhibit, pages: Sequence[Page], lacking: dict[int, Fact], sealed: bool, told: Sequence[Problem]
) -> Exhibit:
    own = {problem.code for problem in told if problem.page in exhibit.pages and problem.code in OF_PAGES}
    fact = next((lacking[page.number] for page in pages if page.number in lacking), None)
    flags = [code for code in OF_PAGES if code in own]
    flags += ["PAGE_MISSING"] if fact is not None else []
    flags += ["UNSEALED"] if fact is None and _unsealed(pages, sealed) else []
    facts = exhibit.facts if fact is None else (*exhibit.facts, fact)
    return replace(exhibit, facts=facts, flags=(*exhibit.flags, *flags)) if flags else exhibit


def _unsealed(pages: Sequence[Page], sealed: bool) -> bool:
    """No seal on a scan in which others were seen.

    A scan in grey shows no red, a page that was hardly read may hide anything, and on digital pages seals are
    drawn in ways that are not all found: of these nothing is said.
    """
    if not sealed or not pages or not all(map(_scanned, pages)):
        return False
    if any(page.seals or page.cells or page.state is not PageState.READ for page in pages):
        return False
    return not any(problem.code == "UNREADABLE_PAGE" for page in pages for problem in page.problems)


def _scanned(page: Page) -> bool:
    return any(line.origin != TEXT for line in page.lines)


def _lacking(pages: Sequence[Page]) -> dict[int, Fact]:
    """The pages of runs that lack some, each with the fact that tells how many."""
    if any(page.width > page.height for page in pages):
        return {}  # two pages on a sheet: not every number is the first on its page
    found = _runs([n for at, page in enumerate(pages) if (n := _numbered(at, page)) is not None])
    lacking: dict[int, Fact] = {}
    for i, run in enumerate(found):
        start = found[i - 1][-1].at + 1 if i else 0
        stop = found[i + 1][0].at if i + 1 < len(found) else len(pages)
        missing = _missing(run, start, stop)
        if missing:
            fact = replace(run[0].fact, value=missing)
            lacking |= {pages[n.at].number: fact for n in run}
    return lacking


def _numbered(at: int, page: Page) -> Numbered | None:
    """What a page says of its own number, at its head or foot."""
    script = script_of([page])
    for match in NUMBERED.finditer(script.text):
        number = int(match["m"] or match["m2"] or match["m3"])
        total = int(match["n"] or match["n2"] or match["n3"])
        fact = make_fact(script, "pages_missing", lambda text: Reading(0), [match.span()])
        if fact is not None and 1 <= number <= total <= MOST and fact.confidence >= SURE:
            return Numbered(at, number, total, fact)
    return None


def _runs(numbered: Sequence[Numbered]) -> list[list[Numbered]]:
    """Pages that count on: of one total and rising; a total amid others of one kind was misread."""
    plain = [n for before, n, after in zip((None, *numbered), numbered, (*numbered[1:], None), strict=False)
             if not (before and after and before.total == after.total != n.total)]  # fmt: skip
    runs: list[list[Numbered]] = []
    for one in plain:
        last = runs[-1][-1] if runs else None
        if last is not None and last.total == one.total and last.number < one.number:
            runs[-1].append(one)
        else:
            runs.append([one])
    return runs


def _missing(run: Sequence[Numbered], start: int, stop: int) -> int:
    """How many pages of a run cannot be in the file, even if every page between bears a number nobody read."""
    before = run[0].number - 1 - (run[0].at - start)
    between = sum(max(b.number - a.number - (b.at - a.at), 0) for a, b in zip(run, run[1:], strict=False))
    after = run[-1].total - run[-1].number - (stop - 1 - run[-1].at)
    return max(before, 0) + between + max(after, 0)
