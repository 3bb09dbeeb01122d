"""Groups and companies, years restated, R&D by other definitions, honest slips of growth."""

import pytest

from extractors.exhibit import Exhibit
from tests.verifier.factory import APPLICANT, PARENT, SCANNED, Desk, claim, paper, row
from verifier.verdict import Flag

S, U, N = Flag.SUPPORTED, Flag.UNSUPPORTED, Flag.NEEDS_REVIEW


def audit(year: int, sure: float = 1.0, **facts: object) -> Exhibit:
    usual: dict[str, object] = {"holder": APPLICANT, "year": year}
    return paper("audit_report", f"a{year}", sure=sure, **{**usual, **facts})  # type: ignore[arg-type]


A2019 = audit(2019, revenue_wan=15200.0, prior_revenue_wan=14000.0, rd_wan=912.0, profit_wan=1500.0)
A2020 = audit(2020, revenue_wan=18600.0, prior_revenue_wan=15200.0, rd_wan=1264.8, profit_wan=1700.0)
A2021 = audit(2021, revenue_wan=23150.0, prior_revenue_wan=18600.0, rd_wan=1852.0, profit_wan=2083.5)
GROUP = audit(
    2021,
    revenue_wan=23150.0,
    consolidated_revenue_wan=31000.0,
    profit_wan=2083.5,
    consolidated_profit_wan=4030.0,
)
RESTATED = audit(2021, revenue_wan=23150.0, prior_revenue_wan=18900.0)
BLURRED = audit(2021, SCANNED, revenue_wan=23150.0, prior_revenue_wan=18900.0)
STORIES = {
    "the company's own figure beside the group's": ((GROUP,), "revenue.2021", 23150, S, None),
    "the group's figure for the company's": ((GROUP,), "revenue.2021", 31000, U, "SCOPE_GROUP"),
    "the group's margin": ((GROUP,), "profit_margin.2021", 13.0, U, "SCOPE_GROUP"),
    "what was audited first, restated later": ((A2020, RESTATED), "revenue.2020", 18600, S, "RESTATED"),
    "the restated figure, surely read": ((A2020, RESTATED), "revenue.2020", 18900, S, "RESTATED"),
    "two figures of which one may be misread": ((A2020, BLURRED), "revenue.2020", 18900, N, "CONFLICTING_PAPERS"),
    "neither of two figures": ((A2020, RESTATED), "revenue.2020", 20000, U, "VALUE_MISMATCH"),
    "first year's growth from last year's column": ((A2019,), "revenue_growth.2019", 8.57, S, None),
    "first year's growth without it": ((audit(2019, revenue_wan=15200.0),), "revenue_growth.2019", 8.57, N, "PRIOR_YEAR_MISSING"),
    "growth in points": ((A2019, A2020, A2021), "revenue_growth.2021", 2.09, U, "ARITHMETIC"),
    "growth over the later year": ((A2020, A2021), "revenue_growth.2021", 19.65, U, "ARITHMETIC"),
    "a report of the parent": ((audit(2021, holder=PARENT, revenue_wan=23150.0),), "revenue.2021", 23150, U, "HOLDER_MISMATCH"),
}  # fmt: skip


@pytest.mark.parametrize("story", STORIES)
def test_accounts(story: str) -> None:
    papers, key, claimed, flag, code = STORIES[story]
    verdict = Desk(papers).one(key, claimed)
    assert verdict.flag is flag
    assert code is None or code in (*verdict.reasons, *verdict.flags), verdict


@pytest.mark.parametrize(("claimed", "told"), [(2.09, "百分点"), (19.65, "基数误用")])
def test_a_slip_is_named_so_that_the_company_can_mend_it(claimed: float, told: str) -> None:
    assert told in Desk((A2019, A2020, A2021)).one("revenue_growth.2021", claimed).explanation


def special(year: int, amount: float) -> Exhibit:
    return paper("rd_special_audit", f"s{year}", holder=APPLICANT, year=year, rd_wan=amount)


def test_one_definition_of_research_in_every_year_holds_and_is_named() -> None:
    papers = (A2020, A2021, special(2020, 1500.0), special(2021, 2200.0))
    verdicts = Desk(papers).judge(claim("rd_expense.2020", 1500.0), claim("rd_expense.2021", 2200.0))
    assert [v.flag for v in verdicts] == [S, S]
    assert all("OTHER_DEFINITION" in v.flags and "高企" in v.explanation for v in verdicts)


def test_two_definitions_in_two_years_do_not() -> None:
    papers = (A2020, A2021, special(2021, 2200.0))
    first, second = Desk(papers).judge(claim("rd_expense.2020", 1264.8), claim("rd_expense.2021", 2200.0))
    assert (first.flag, second.flag, second.reasons) == (S, U, ("DEFINITION_MIX",))


def test_rows_of_years_in_one_special_audit() -> None:
    rows = (row(year=2020, rd_wan=1500.0), row(year=2021, rd_wan=2200.0))
    exhibit = paper("rd_special_audit", "s", holder=APPLICANT, rows=rows)
    assert Desk((exhibit,)).one("rd_expense.2020", 1500.0).flag is S
    assert Desk((exhibit,)).one("rd_expense.2021", 1500.0).flag is U


def test_without_an_audit_report_a_return_tells_revenue() -> None:
    tax = paper("tax_return_a107012", "t", holder=APPLICANT, year=2021, revenue_wan=23150.0)
    assert Desk((tax,)).one("revenue.2021", 23150.0).flag is S
    assert Desk((tax,)).one("revenue.2021", 25150.0).flag is U
