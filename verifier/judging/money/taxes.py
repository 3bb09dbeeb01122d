"""亩均税收: the company's row of the 亩均效益 list of the year, else taxes paid over land held."""

from extractors.exhibit import Exhibit, Fact, Row
from verifier.claims import Claim
from verifier.judging.case import Case
from verifier.judging.holding import Told, foreign, hold, nameless, number_of, owner, sort_papers
from verifier.likeness import year_in
from verifier.verdict import Verdict

LIST, PAID, LAND = ("mu_benefit_result",), ("tax_payment_certificate",), ("land_certificate",)
WANTED = "亩均效益评价结果，或完税证明与土地证明"


def judge_tax_per_mu(case: Case, claim: Claim) -> Verdict:
    """亩均税收（万元/亩） of a year."""
    year = claim.year or max(case.window)
    own, others, unsure = sort_papers(case, (*PAID, *LAND))
    listed = [t for paper in case.papers(LIST) if (t := _listed(case, paper, year)) is not None]
    computed = _computed(case, own, year)
    told = listed or ([computed] if computed else [])
    if not told and not own and (others or unsure):
        return foreign(case, claim, others) if others else nameless(case, claim, unsure)
    tolerance = case.rules.policy.tax_tolerance

    def fits(claimed: float, known: float) -> bool:
        return not listed and abs(claimed - known) <= tolerance * known

    return hold(case, claim, told, f"{year}年度{WANTED}", fits=fits)


def _listed(case: Case, paper: Exhibit, year: int) -> Told | None:
    """The applicant's own row, or the paper where it names the applicant alone."""
    rows: list[Exhibit | Row] = [row for row in paper.rows if owner(case, row).own]
    if not rows and owner(case, paper).own:
        rows = [paper]
    printed = year_in(paper.text("year") or paper.text("award") or paper.text("title"))
    for row in rows:
        fact = case.stated(row, "tax_per_mu")
        number = number_of(fact)
        if fact is not None and number is not None and printed in (year, None):
            return Told(number, f"{year}年度亩均效益评价为{number:g}万元/亩", ((paper, fact),))
    return None


def _computed(case: Case, own: tuple[Exhibit, ...], year: int) -> Told | None:
    """Taxes of the year in 万元 over the land in 亩."""
    once = {_certificate(p): p for p in own if p.type in PAID}
    paid = [pair for p in once.values() for pair in _paid(case, p, year)]
    land = [
        (p, f, n)
        for p in own
        if p.type in LAND and (f := case.stated(p, "area")) is not None and (n := number_of(f)) is not None
    ]
    area = sum(n if f.name == "area_mu" or "亩" in f.quote else n / SQUARE_METRES for _, f, n in land)
    if not paid or not area:
        return None
    tax = sum(n for _, _, n in paid)
    words = f"完税{tax:.2f}万元÷用地{area:.2f}亩＝{tax / area:.2f}万元/亩"
    facts = tuple((p, f) for p, f, _ in (*paid, *land))
    return Told(tax / area, words, facts)


def _certificate(paper: Exhibit) -> str:
    """What makes two prints of one certificate one: its number, else all that it states."""
    told = (*paper.facts, *(fact for row in paper.rows for fact in row.facts))
    return paper.text("number") or "；".join(f"{fact.name}={fact.value}" for fact in told if fact.name != "date")


def _paid(case: Case, paper: Exhibit, year: int) -> list[tuple[Exhibit, Fact, float]]:
    """What a certificate says was paid for a year: its total, else the rows of that year."""
    rows = [r for r in paper.rows if year_in(_said(case, r, "paid_in")) == year]
    sources: list[Exhibit | Row] = [paper] if year_in(_said(case, paper, "paid_in")) == year else list(rows)
    return [
        (paper, f, n)
        for source in sources
        if (f := case.stated(source, "tax")) is not None and (n := number_of(f)) is not None
    ]


SQUARE_METRES = 10_000 / 15
"""One 亩 in square metres."""


def _said(case: Case, paper: Exhibit | Row, meaning: str) -> str:
    fact = case.stated(paper, meaning)
    return str(fact.value) if fact is not None else ""
