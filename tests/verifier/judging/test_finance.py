"""经营情况: figures by year against audit reports; honest slips are named, none is supported."""

import pytest

from extractors.exhibit import Exhibit
from registries.record import Record
from tests.verifier.factory import APPLICANT, FORMER, NEAR_NAME, PARENT, SCANNED, Desk, paper, record
from verifier.verdict import Flag, Outcome

REVENUE = {2018: 14000.0, 2019: 15200.0, 2020: 18600.0, 2021: 23150.0}
PROFIT = {2019: 1368.0, 2020: 1860.0, 2021: 2083.5}
RD = {2019: 912.0, 2020: 1264.8, 2021: 1852.0}


def audit(year: int, key: str = "", sure: float = 1.0, **facts: object) -> Exhibit:
    usual: dict[str, object] = {
        "holder": APPLICANT,
        "year": year,
        "revenue_wan": REVENUE[year],
        "profit_wan": PROFIT[year],
        "rd_wan": RD[year],
        "net_profit_wan": PROFIT[year] * 0.85,
        "prior_revenue_wan": REVENUE[year - 1],
    }
    return paper("audit_report", key or f"audit{year}", sure=sure, **{**usual, **facts})  # type: ignore[arg-type]


ALL = (audit(2019), audit(2020), audit(2021))

RIGHT: dict[str, tuple[float | str, object]] = {
    "revenue.2019": (15200, 15200.0),
    "revenue.2021": ("23150.0", 23150.0),
    "rd_expense.2020": (1264.8, 1264.8),
    "revenue_growth.2019": (8.57, 8.57),
    "revenue_growth.2020": (22.37, 22.37),
    "revenue_growth.2021": (24.5, 24.46),
    "profit_margin.2021": (9, 9.0),
    "rd_ratio.2019": (6.0, 6.0),
    "rd_ratio.2020": (6.8, 6.8),
}


@pytest.mark.parametrize("key", RIGHT)
def test_what_the_audit_says_is_supported_and_marked_as_checked_against_paper_only(key: str) -> None:
    claimed, verified = RIGHT[key]
    verdict = Desk(ALL).one(key, float(claimed))
    assert verdict.flag is Flag.SUPPORTED
    assert verdict.verified == pytest.approx(verified, abs=0.005)
    assert "DOCUMENT_ONLY" in verdict.flags
    assert verdict.evidence and all(e.counted and e.place for e in verdict.evidence)


WRONG = {
    "in 千元": ("revenue.2021", 231500.0, "UNIT_ERROR"),
    "in 元": ("revenue.2021", 231500000.0, "UNIT_ERROR"),
    "in 亿元": ("revenue.2021", 2.315, "UNIT_ERROR"),
    "last year's": ("revenue.2021", 18600.0, "YEAR_SHIFT"),
    "rounded up": ("revenue.2021", 23200.0, "VALUE_MISMATCH"),
    "0.1 % more": ("revenue.2021", 23173.1, "VALUE_MISMATCH"),
    "wrong growth": ("revenue_growth.2021", 32.2, "ARITHMETIC"),
    "growth of another base": ("revenue_growth.2021", 19.65, "ARITHMETIC"),
    "growth as a fraction": ("revenue_growth.2021", 0.2446, "UNIT_ERROR"),
    "growth of the year before": ("revenue_growth.2021", 22.37, "YEAR_SHIFT"),
    "net margin": ("profit_margin.2021", 7.65, "DEFINITION_MIX"),
    "ratio too high": ("rd_ratio.2021", 9.5, "ARITHMETIC"),
}


@pytest.mark.parametrize("story", WRONG)
def test_a_wrong_figure_is_contradicted_and_its_likely_slip_named(story: str) -> None:
    key, claimed, reason = WRONG[story]
    verdict = Desk(ALL).one(key, claimed)
    assert (verdict.flag, verdict.outcome) == (Flag.UNSUPPORTED, Outcome.CONTRADICTED)
    assert verdict.reasons == (reason,)


def test_ratios_are_computed_from_the_audit_not_from_the_form() -> None:
    tenfold, ratio = Desk(ALL).judge(*_claims(("revenue.2021", 231500.0), ("rd_ratio.2021", 8.0)))
    assert tenfold.flag is Flag.UNSUPPORTED
    assert (ratio.flag, ratio.verified) == (Flag.SUPPORTED, 8.0)


def _claims(*pairs: tuple[str, float]):  # type: ignore[no-untyped-def]
    from tests.verifier.factory import claim

    return tuple(claim(key, value) for key, value in pairs)


def other_company(name: str) -> Record:
    return record("companies", "other", name=name)


UNPROVED = {
    "no report of the year": ((audit(2020),), (), Flag.UNSUPPORTED),
    "the parent's report": ((audit(2021, holder=PARENT),), (), Flag.UNSUPPORTED),
    "a namesake's report": ((audit(2021, holder=NEAR_NAME),), (other_company(NEAR_NAME),), Flag.UNSUPPORTED),
    "a name like ours, unknown": ((audit(2021, holder=NEAR_NAME),), (), Flag.NEEDS_REVIEW),
    "another legal form": (
        (audit(2021, holder=APPLICANT.replace("有限公司", "有限责任公司")),),
        (),
        Flag.NEEDS_REVIEW,
    ),
    "the figure unread": ((audit(2021, revenue_wan=""),), (), Flag.NEEDS_REVIEW),
    "two reports disagree": (
        (audit(2021), audit(2021, "second", revenue_wan=31000.0)),
        (),
        Flag.NEEDS_REVIEW,
    ),
}


@pytest.mark.parametrize("story", UNPROVED)
def test_what_the_papers_do_not_prove(story: str) -> None:
    papers, records, flag = UNPROVED[story]
    assert Desk(papers, records).one("revenue.2021", 23150.0).flag is flag


def test_a_report_in_the_former_name_is_the_applicants() -> None:
    assert Desk((audit(2019, holder=FORMER),)).one("revenue.2019", 15200.0).flag is Flag.SUPPORTED


def test_last_years_column_stands_for_a_report_that_is_missing() -> None:
    verdict = Desk((audit(2021),)).one("revenue.2020", 18600.0)
    assert verdict.flag is Flag.SUPPORTED and verdict.evidence[0].exhibit == "audit2021"


def test_growth_without_the_year_before_cannot_be_computed() -> None:
    verdict = Desk((audit(2019, prior_revenue_wan=""),)).one("revenue_growth.2019", 8.57)
    assert (verdict.flag, verdict.reasons) == (Flag.NEEDS_REVIEW, ("PRIOR_YEAR_MISSING",))


def test_a_badly_read_figure_is_not_held_against_the_company() -> None:
    verdict = Desk((audit(2021, sure=0.5, revenue_wan=2315.0),)).one("revenue.2021", 23150.0)
    assert verdict.flag is Flag.NEEDS_REVIEW
    assert Desk((audit(2021, sure=SCANNED),)).one("revenue.2021", 23150.0).flag is Flag.SUPPORTED


def test_a_scanned_name_misread_in_one_place_is_ours_unless_a_namesake_is_registered() -> None:
    scanned = audit(2021, holder=NEAR_NAME, sure=SCANNED)
    assert Desk((scanned,)).one("revenue.2021", 23150.0).flag is Flag.SUPPORTED
    namesake = Desk((scanned,), (other_company(NEAR_NAME),)).one("revenue.2021", 23150.0)
    assert namesake.flag is Flag.UNSUPPORTED
