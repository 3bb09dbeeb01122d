"""The audited figures of the applicant: which report states what for which year, and where.

A year's figure stands in its own report and once more as last year's column of the next one; where
the two differ, one is misread or restated.
"""

from dataclasses import dataclass

from extractors.exhibit import Exhibit, Fact
from registries.match import Match
from registries.values.money import parse_number
from verifier.applicant import Standing, same_name
from verifier.judging.case import Case, standing_of
from verifier.likeness import year_in

AUDIT = ("audit_report",)
CENT = 0.0051
"""Amounts are printed to the cent of a 万元 at best; half of it may be lost on either side."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One audited amount in 万元, and where it stands; `own` where it is the report's own year."""

    value: float
    fact: Fact
    report: Exhibit
    own: bool


@dataclass(frozen=True, slots=True)
class Accounts:
    """All reports of the applicant, and those of others."""

    reports: tuple[Exhibit, ...]
    foreign: tuple[Exhibit, ...]
    unsure: tuple[Exhibit, ...]
    """Reports whose company's name is the applicant's but for one character."""

    def figures(self, name: str, year: int) -> tuple[Figure, ...]:
        """Every figure of that name for that year, the report's own year first."""
        own = [_figure(r, f"{name}_wan", own=True) for r in self.reports if year_of(r) == year]
        later = [_figure(r, f"prior_{name}_wan", own=False) for r in self.reports if year_of(r) == year + 1]
        return tuple(figure for figure in (*own, *later) if figure is not None)


def accounts_of(case: Case) -> Accounts:
    """Sort the audit reports by whose they are."""
    papers = case.papers(AUDIT)
    standings = {paper.id: _standing(case, paper) for paper in papers}
    own = tuple(p for p in papers if standings[p.id].own)
    foreign = tuple(p for p in papers if standings[p.id] is Standing.OTHER)
    return Accounts(own, foreign, tuple(p for p in papers if p not in own and p not in foreign))


def year_of(report: Exhibit) -> int | None:
    """The year that a report is about."""
    return year_in(report.text("year"))


def distinct(figures: tuple[Figure, ...]) -> tuple[Figure, ...]:
    """Figures with values that differ by more than printing can explain."""
    kept: list[Figure] = []
    for figure in figures:
        if all(abs(figure.value - other.value) > CENT for other in kept):
            kept.append(figure)
    return tuple(kept)


def _standing(case: Case, paper: Exhibit) -> Standing:
    """A name that is not quite ours is another company's if the registry knows that company.

    If it knows none and the name was not surely read, the name was misread.
    """
    fact, holder, kinds = paper.fact("holder"), paper.text("holder"), ("companies",)
    standing = case.applicant.standing(holder)
    if standing.own or fact is None:
        return standing
    if any(_bears(m, holder) for m in case.matches(paper, kinds)):
        return Standing.OTHER
    misread = standing_of(case, fact) is Standing.NEAR and fact.confidence < case.rules.policy.sure_reading
    return Standing.SAME if misread and case.asked(paper, kinds) else standing


def _bears(match: Match, name: str) -> bool:
    return same_name(match.record.get("name"), name)


def _figure(report: Exhibit, name: str, *, own: bool) -> Figure | None:
    fact = report.fact(name)
    number = parse_number(str(fact.value)) if fact is not None else None
    return Figure(float(number), fact, report, own) if fact is not None and number is not None else None
