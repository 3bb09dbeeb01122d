"""How sheets word figures, reasons and places."""

from collections.abc import Iterator, Sequence

from extractors.exhibit import Exhibit
from verifier.exports.cells import Value
from verifier.report.report import Report
from verifier.rules import Rules
from verifier.verdict import Evidence, Verdict
from verifier.words import plain, words


def page_of(evidence: Evidence, exhibit: Exhibit | None) -> Value:
    """The page or place of a piece of evidence, else its paper's first page."""
    if evidence.place is not None:
        return evidence.place.where or evidence.place.page
    return exhibit.pages[0] if exhibit and exhibit.pages else None


def figure(value: object) -> Value:
    """A figure to four decimals; anything else as reviewers read it."""
    if isinstance(value, float):
        return round(value, 4)
    return value if isinstance(value, int) else plain(value)


def reasons_said(codes: Sequence[str], rules: Rules) -> str:
    """Reasons in the words of the rules."""
    return "；".join(rules.say(code) for code in codes)


def notes_said(codes: Sequence[str], rules: Rules) -> str:
    """Remarks in the words of the report, else in those of the rules."""
    return "；".join(words().notes.get(code) or rules.say(code) for code in codes)


def places(verdict: Verdict, report: Report) -> Iterator[str]:
    """Where the counted evidence stands, each file once with its pages."""
    found: dict[str, list[str]] = {}
    for evidence in (*verdict.evidence, *(e for i in verdict.items for e in i.evidence)):
        exhibit = report.exhibit(evidence.exhibit)
        if evidence.counted and exhibit is not None:
            pages = found.setdefault(exhibit.file, [])
            page = str(page_of(evidence, exhibit))
            pages += [page] if page not in pages else []
    yield from (f"{file} 第{'、'.join(pages)}页" for file, pages in found.items())
