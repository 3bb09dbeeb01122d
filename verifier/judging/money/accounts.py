"""The audited figures of the applicant: which report states what for which year, and where.

A year's figure stands in its own report and once more as last year's column of the next one; where
the two differ, one is misread or restated. A group prints consolidated figures beside those of the
company: they explain a claim and prove none. R&D has three more definitions than the auditor's.
"""

from dataclasses import dataclass

from extractors.exhibit import Exhibit, Fact
from registries.match import Match
from registries.values.money import parse_number
from verifier.applicant import Standing, same_name
from verifier.judging.case import Case, standing_of
from verifier.likeness import year_in

AUDIT = ("audit_report",)
OTHERS = ("employment_statistics", "rd_special_audit", "tax_return_a107012")
"""Statistics, the special audit for 高企, the tax deduction: in the order in which they are believed."""

CENT = 0.0051
"""Amounts are printed to the cent of a 万元 at best; half of it may be lost on either side."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One audited amount in 万元, and where it stands; `own` where it is the report's own year."""

    value: float
    fact: Fact
    report: Exhibit
    own: bool
    basis: str = "audit_report"
    """The type of the paper: an R&D figure of another paper follows another definition."""


@dataclass(frozen=True, slots=True)
class Accounts:
    """All reports of the applicant, and those of others."""

    reports: tuple[Exhibit, ...]
    foreign: tuple[Exhibit, ...]
    unsure: tuple[Exhibit, ...]
    """Reports whose company's name is the applicant's but for one character."""

    returns: tuple[Exhibit, ...] = ()
    """Papers that state R&D by another definition, or revenue where no audit report does."""

    def figures(self, name: str, year: int) -> tuple[Figure, ...]:
        """Every figure of that name for that year, the report's own year first."""
        own = [_figure(r, f"{name}_wan", own=True) for r in self.reports if year_of(r) == year]
        later = [_figure(r, f"prior_{name}_wan", own=False) for r in self.reports if year_of(r) == year + 1]
        return tuple(figure for figure in (*own, *later) if figure is not None)

    def group(self, name: str, year: int) -> tuple[Figure, ...]:
        """The consolidated figures of that name for that year."""
        own = [_figure(r, f"consolidated_{name}_wan", own=True) for r in self.reports if year_of(r) == year]
        return tuple(figure for figure in own if figure is not None)

    def returned(self, name: str, year: int) -> tuple[Figure, ...]:
        """What tax returns, statistics and special audits state of that name for that year."""
        found = [f for paper in self.returns for f in _stated(paper, f"{name}_wan", year)]
        return tuple(sorted(found, key=lambda f: OTHERS.index(f.basis)))


def accounts_of(case: Case) -> Accounts:
    """Sort the audit reports by whose they are."""
    papers = case.papers(AUDIT)
    standings = {paper.id: _standing(case, paper) for paper in papers}
    own = tuple(p for p in papers if standings[p.id].own)
    foreign = tuple(p for p in papers if standings[p.id] is Standing.OTHER)
    unsure = tuple(p for p in papers if p not in own and p not in foreign)
    returns = tuple(p for p in case.papers(OTHERS) if standing_of(case, p.fact("holder")).own)
    return Accounts(own, foreign, unsure, returns)


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


def _stated(paper: Exhibit, name: str, year: int) -> list[Figure]:
    """A paper's figure of a year, or that of the row of the year."""
    sources = [
        row for row in paper.rows if (y := row.get("year")) is not None and year_in(str(y.value)) == year
    ]
    fact = next((f for row in sources if (f := row.get(name)) is not None), None)
    if fact is None and year_of(paper) == year:
        fact = paper.fact(name)
    number = parse_number(str(fact.value)) if fact is not None else None
    return (
        [Figure(float(number), fact, paper, True, paper.type)]
        if fact is not None and number is not None
        else []
    )
